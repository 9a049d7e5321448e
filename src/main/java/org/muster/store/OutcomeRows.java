package org.muster.store;

import com.google.api.services.people.v1.model.Person;
import com.google.api.services.people.v1.model.PersonMetadata;
import com.google.api.services.people.v1.model.Source;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.changes.Change;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.jobs.Outcome;
import org.muster.jobs.OutcomeState;
import org.muster.people.ApiError;
import org.muster.people.ErrorCause;

/** What became of a job's contacts, as rows of the table {@code outcome}. */
final class OutcomeRows {
    private OutcomeRows() {}

    static void write(Connection db, long job, List<Outcome> outcomes, Instant at) throws SQLException {
        try (ManyRows table = new ManyRows(db, "INSERT OR REPLACE INTO outcome", List.of("job", "state", "at", "cause", "http", "status", "reason", "message", "theirs", "theirs_loaded"),
                List.of("row", "contact", "etag", "source", "source_etag", "updated"))) {
            for (Outcome outcome : outcomes) {
                Contact contact = outcome.contact().orElse(null);
                Source source = outcome.contact().flatMap(Contact::contactSource).orElse(null);
                table.add(inCommon(job, outcome, at), outcome.row(), contact == null ? null : contact.resourceName(), contact == null ? null : contact.etag(),
                        source == null ? null : source.getId(), source == null ? null : source.getEtag(), source == null ? null : source.getUpdateTime());
            }
            table.flush();
        }
    }

    private static Object[] inCommon(long job, Outcome outcome, Instant at) {
        Object[] values = {job, outcome.state().name(), at.toEpochMilli(), null, null, null, null, null, null, null};
        outcome.error().ifPresent(error -> {
            values[3] = error.cause().name();
            values[4] = error.httpStatus();
            values[5] = error.status();
            values[6] = error.reason();
            values[7] = error.message();
        });
        if (outcome.state() == OutcomeState.CONFLICT) {
            outcome.contact().ifPresent(theirs -> {
                values[8] = PersonJson.write(PersonJson.known(theirs, theirs.loaded()));
                values[9] = theirs.loaded().toString();
            });
        }
        return values;
    }

    /** By row, the outcomes of a job that are known. */
    static Map<Integer, Outcome> read(Connection db, long job, List<Change> changes) throws SQLException {
        Map<Integer, Outcome> outcomes = new HashMap<>();
        try (PreparedStatement sql = db.prepareStatement("SELECT row, state, cause, http, status, reason, message, contact, etag, source, source_etag, updated, theirs, theirs_loaded FROM outcome WHERE job = ?")) {
            sql.setLong(1, job);
            try (ResultSet row = sql.executeQuery()) {
                while (row.next()) {
                    int number = row.getInt(1);
                    outcomes.put(number, new Outcome(number, changes.get(number), OutcomeState.valueOf(row.getString(2)), error(row, 3), contact(row)));
                }
            }
        }
        return outcomes;
    }

    /** @param first the column of the cause; status code, status, reason and message follow it */
    static Optional<ApiError> error(ResultSet row, int first) throws SQLException {
        return row.getString(first) == null ? Optional.empty()
                : Optional.of(new ApiError(ErrorCause.valueOf(row.getString(first)), row.getInt(first + 1), row.getString(first + 2), row.getString(first + 3), row.getString(first + 4)));
    }

    private static Optional<Contact> contact(ResultSet row) throws SQLException {
        if (row.getString(13) != null) {
            return Optional.of(new Contact(PersonJson.read(row.getString(13)), ChangeRows.mask(row.getString(14))));
        }
        if (row.getString(8) == null) {
            return Optional.empty();
        }
        Person done = new Person().setResourceName(row.getString(8)).setEtag(row.getString(9));
        if (row.getString(10) != null) {
            Source source = new Source().setType("CONTACT").setId(row.getString(10)).setEtag(row.getString(11)).setUpdateTime(row.getString(12));
            done.setMetadata(new PersonMetadata().setSources(List.of(source)));
        }
        return Optional.of(new Contact(done, FieldMask.none()));
    }
}
