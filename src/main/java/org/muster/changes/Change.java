package org.muster.changes;

import com.google.api.services.people.v1.model.Person;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;

/** One contact's part of a {@link ChangeSet}. */
public sealed interface Change {
    /** What people call the contact concerned; may be empty. */
    String displayName();

    /** What the contact concerned is called in the account, or was when it comes back; empty for one that is new. */
    default String contactName() {
        return switch (this) {
            case Create create -> create.formerly();
            case Update update -> update.before().resourceName();
            case Delete delete -> delete.before().resourceName();
            case SetPhoto photo -> photo.of();
        };
    }

    /** How many contacts these changes are about, of which several may be about the same. */
    static int contacts(Collection<? extends Change> changes) {
        Set<String> named = new HashSet<>();
        int unnamed = 0;
        for (Change change : changes) {
            if (change.contactName().isEmpty()) {
                unnamed++;
            } else {
                named.add(change.contactName());
            }
        }
        return unnamed + named.size();
    }

    /**
     * A contact to be made.
     *
     * @param draft its writable fields; no resource name, no etag. It belongs to this change from now on.
     * @param origin where it came from, for people, such as {@code row 17}; may be empty
     * @param formerly what the contact was called before it was deleted, when it is one that comes back; empty for a new one
     */
    record Create(Person draft, String origin, String formerly) implements Change {
        public Create {
            Objects.requireNonNull(draft);
            Objects.requireNonNull(origin);
            Objects.requireNonNull(formerly);
            if (draft.getResourceName() != null) {
                throw new IllegalArgumentException("a contact to be made has no resource name yet");
            }
        }

        /** One that was never there before. */
        public Create(Person draft, String origin) {
            this(draft, origin, "");
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

    /**
     * A photo to be given to a contact.
     *
     * @param of the contact's resource name; or what it was called before, when it comes back by a {@link Create} earlier in the same set
     * @param photo which one: see {@link PhotoBytes#id}
     * @param displayName what people call the contact; may be empty
     */
    record SetPhoto(String of, String photo, String displayName) implements Change {
        public SetPhoto {
            Objects.requireNonNull(of);
            Objects.requireNonNull(photo);
            Objects.requireNonNull(displayName);
        }
    }
}
