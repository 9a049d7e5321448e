package org.muster.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muster.contacts.Contact;
import org.muster.jobs.OutcomeState;

/**
 * What jobs have done, as people ask for it: a list of jobs, the contacts of one, the story of a contact. Takes a moment, also with many jobs: not on the FX
 * thread. A job counts as not ended while the journal has no end of it, whether it is at work or was stopped.
 */
public final class History {
    private final Database database;

    public History(Database database) {
        this.database = database;
    }

    /** The jobs of an account that pass a filter, the newest first. */
    public List<JobSummary> jobs(String account, JobFilter filter) throws StoreProblem {
        return database.read(db -> JobQuery.run(db, account, filter));
    }

    /** Every contact of a job, in the job's order; nothing when there is no such job. */
    public List<JobContact> contacts(String jobId) throws StoreProblem {
        return database.read(db -> {
            List<JobContact> contacts = new ArrayList<>();
            long job = JobArchive.number(db, jobId);
            BitSet sent = sent(db, job);
            Set<Integer> handled = JobArchive.handled(db, job);
            Map<Integer, OutcomeRows.Settled> settled = OutcomeRows.read(db, job);
            for (ChangeRows.Head head : ChangeRows.heads(db, job)) {
                Optional<OutcomeRows.Settled> known = Optional.ofNullable(settled.get(head.row()));
                contacts.add(new JobContact(head.row(), head.kind(), head.display(), head.origin(), known.map(OutcomeRows.Settled::name).filter(name -> !name.isEmpty()).orElse(head.contact()),
                        known.map(OutcomeRows.Settled::state).orElseGet(() -> open(sent, head.row())), known.flatMap(OutcomeRows.Settled::error), handled.contains(head.row())));
            }
            return contacts;
        });
    }

    /** What was to be done to one contact of a job, and what became of it. */
    public Optional<ContactEvent> event(String jobId, int row) throws StoreProblem {
        return database.read(db -> ContactStory.event(db, JobArchive.number(db, jobId), row));
    }

    /**
     * All that jobs of an account did to a contact, the oldest first, also under names it had before and has had since.
     *
     * @param knownAs see {@link #keys}; a resource name by itself will do
     */
    public List<ContactEvent> contact(String account, Set<String> knownAs) throws StoreProblem {
        return database.read(db -> ContactStory.of(db, account, knownAs));
    }

    /** What the journal knows a contact by: its resource name, and what stays when Google changes that. */
    public static Set<String> keys(Contact contact) {
        return JobIndex.keys(contact);
    }

    /** The rows of a job that were named for a request. */
    static BitSet sent(Connection db, long job) throws SQLException {
        BitSet sent = new BitSet();
        try (PreparedStatement sql = db.prepareStatement("SELECT rows FROM request WHERE job = ?")) {
            sql.setLong(1, job);
            try (ResultSet request = sql.executeQuery()) {
                while (request.next()) {
                    Rows.read(request.getString(1)).forEach(sent::set);
                }
            }
        }
        return sent;
    }

    /** Where a row stands that is not settled. */
    static OutcomeState open(BitSet sent, int row) {
        return sent.get(row) ? OutcomeState.SENT : OutcomeState.WAITING;
    }
}
