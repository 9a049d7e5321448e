package org.muster.ui.restore;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.Label;
import org.muster.contacts.PersonField;
import org.muster.contacts.ReadSource;
import org.muster.jobs.CutListing;
import org.muster.people.Answer;
import org.muster.people.ApiError;
import org.muster.people.PeopleGateway;
import org.muster.store.Backup;
import org.muster.store.BackupEntry;
import org.muster.store.BackupProblem;
import org.muster.texts.Texts;

/** Reads a backup and the account as it is now, completely. Blocks. */
final class RestoreReading {
    private static final FieldMask FIELDS = FieldMask.writable().plus(PersonField.METADATA);
    private static final Set<ReadSource> OWN = Set.of(ReadSource.CONTACT);

    /** What came of it. */
    sealed interface Came {
        /** Both. */
        record Ok(Comparison.Read read) implements Came {}

        /** One of them could not be read, with a sentence that says why and what to do. */
        record Bad(String sentence) implements Came {}
    }

    /** Ends the reading. */
    private static final class Stopped extends Exception {
        private static final long serialVersionUID = 1;

        Stopped(String sentence) {
            super(sentence);
        }
    }

    private RestoreReading() {}

    static Came of(BackupEntry entry, RestoreSource source, PeopleGateway gateway) throws Exception {
        try {
            Backup backup = switch (Backup.read(entry.file())) {
                case Backup.Read.Ok(Backup found) -> found;
                case Backup.Read.Bad(BackupProblem problem) -> throw new Stopped(problem.sentence());
            };
            // What came back is asked for before the account is read: who comes back meanwhile is seen twice rather than not at all
            var returns = source.returns().call();
            List<Label> labels = require(gateway.labels());
            List<Contact> all = new ArrayList<>();
            require(gateway.list(FIELDS, OWN, page -> all.addAll(page.contacts())));
            return new Came.Ok(new Comparison.Read(backup, require(CutListing.completed(all, FIELDS, gateway, OWN)), labels, returns));
        } catch (Stopped e) {
            return new Came.Bad(e.getMessage());
        }
    }

    private static <T> T require(Answer<T> answer) throws Stopped {
        return switch (answer) {
            case Answer.Ok<T>(T value) -> value;
            case Answer.Failed<T>(ApiError error) -> throw new Stopped(Texts.of(RestoreReading.class).get("unread", error.cause().what(), error.cause().advice()));
        };
    }
}
