package org.muster.changes;

import com.google.api.services.people.v1.model.Person;
import java.util.Objects;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;

/** One contact's part of a {@link ChangeSet}. */
public sealed interface Change {
    /** What people call the contact concerned; may be empty. */
    String displayName();

    /**
     * A contact to be made.
     *
     * @param draft its writable fields; no resource name, no etag. It belongs to this change from now on.
     * @param origin where it came from, for people, such as {@code row 17}; may be empty
     */
    record Create(Person draft, String origin) implements Change {
        public Create {
            Objects.requireNonNull(draft);
            Objects.requireNonNull(origin);
            if (draft.getResourceName() != null) {
                throw new IllegalArgumentException("a contact to be made has no resource name yet");
            }
        }

        @Override
        public String displayName() {
            return Contact.displayName(draft);
        }
    }

    /**
     * A contact to be changed.
     *
     * @param before the contact as it was read
     * @param after the whole contact as it shall be; only the fields under the mask count
     * @param mask the fields Google replaces: writable ones, all of them loaded before, since a masked field with no value is emptied
     */
    record Update(Contact before, Person after, FieldMask mask) implements Change {
        public Update {
            Objects.requireNonNull(after);
            if (mask.isEmpty() || !FieldMask.writable().containsAll(mask)) {
                throw new IllegalArgumentException("not an update mask: " + mask);
            }
            if (!before.loaded().containsAll(mask)) {
                throw new IllegalArgumentException("fields that were never read would be overwritten: " + mask.minus(before.loaded()));
            }
        }

        /** The same change under fewer fields. */
        public Update under(FieldMask smaller) {
            return new Update(before, after, smaller);
        }

        @Override
        public String displayName() {
            return before.displayName();
        }
    }

    /**
     * A contact to be deleted.
     *
     * @param before the contact as it was read
     */
    record Delete(Contact before) implements Change {
        public Delete {
            Objects.requireNonNull(before);
        }

        @Override
        public String displayName() {
            return before.displayName();
        }
    }
}
