package org.muster.jobs;

import java.nio.file.Path;
import java.util.List;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.Label;
import org.muster.contacts.PersonField;
import org.muster.contacts.ReadSource;

/**
 * Where a copy of an entire account is kept before jobs change anything in it, one for each day on which they do. Safe for use by several threads.
 */
public interface Safekeeping {
    /** What a copy holds of each contact: all that can be written, the addresses of its photos, and its metadata. Read from {@link ReadSource#CONTACT} alone. */
    FieldMask FIELDS = FieldMask.writable().plus(PersonField.PHOTOS, PersonField.METADATA);

    /** Keeps nothing, and asks for nothing to be kept. */
    Safekeeping NONE = new Safekeeping() {
        @Override
        public boolean due(String account) {
            return false;
        }

        @Override
        public Copy begin(String account, List<Label> labels) {
            throw new IllegalStateException("nothing is due");
        }
    };

    /** A copy being written. It counts from the moment it is finished; one that is not leaves no trace. */
    interface Copy extends AutoCloseable {
        /** Writes contacts. */
        Kept add(List<Contact> contacts);

        /** Brings the copy onto the disk and into its place, if all of it could be written. */
        Kept finish();

        /** How many contacts it holds. */
        int count();

        /** Where it lies once it is finished. */
        Path file();

        @Override
        void close();
    }

    /**
     * Whether the account has to be copied before anything in it is changed today. Asked before each request that changes something, so it is quick.
     *
     * @param account see {@link JobService.Lane#id}
     */
    boolean due(String account);

    /** Begins a copy. When somebody else has finished one of the same day first, that one counts, and this one is dropped without a word. */
    Copy begin(String account, List<Label> labels);
}
