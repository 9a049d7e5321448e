package org.muster.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
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
            try (PreparedStatement sql = db.prepareStatement("""
                    SELECT c.row, c.kind, c.display, c.origin, coalesce(o.contact, c.contact, ''), o.state, o.cause, o.http, o.status, o.reason, o.message,
                      EXISTS (SELECT 1 FROM handled h WHERE h.job = c.job AND h.row = c.row), j.n
                    FROM job j JOIN change c ON c.job = j.n LEFT JOIN outcome o ON o.job = c.job AND o.row = c.row WHERE j.id = ? ORDER BY c.row""")) {
                sql.setString(1, jobId);
                BitSet sent = null;
                try (ResultSet row = sql.executeQuery()) {
                    while (row.next()) {
                        sent = sent == null ? sent(db, row.getLong(13)) : sent;
                        int number = row.getInt(1);
                        OutcomeState state = row.getString(6) == null ? open(sent, number) : OutcomeState.valueOf(row.getString(6));
                        contacts.add(new JobContact(number, ChangeKind.valueOf(row.getString(2)), row.getString(3), row.getString(4), row.getString(5), state,
                                OutcomeRows.error(row, 7), row.getBoolean(12)));
                    }
                }
            }
            return contacts;
        });
    }

    /** What was to be done to one contact of a job, and what became of it. */
    public Optional<ContactEvent> event(String jobId, int row) throws StoreProblem {
        return database.read(db -> {
            try (PreparedStatement sql = db.prepareStatement("SELECT n FROM job WHERE id = ?")) {
                sql.setString(1, jobId);
                try (ResultSet found = sql.executeQuery()) {
                    return found.next() ? ContactStory.event(db, found.getLong(1), row) : Optional.empty();
                }
            }
        });
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
