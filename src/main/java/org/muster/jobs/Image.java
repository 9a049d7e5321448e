package org.muster.jobs;

import java.util.Objects;
import java.util.Optional;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.contacts.ReadSource;
import org.muster.changes.PhotoBytes;

/**
 * A contact as it was right before a job deleted it.
 *
 * @param row the change's place in the change set, from 0
 * @param contact all of its fields, of the contact alone ({@link ReadSource#CONTACT})
 * @param photo its own photo; empty when it had none, or when it could not be had
 * @param photoLost whether it had a photo that could not be had
 */
public record Image(int row, Contact contact, Optional<PhotoBytes> photo, boolean photoLost) {
    /** What an image is read with: everything that can be written, and the photo's address. */
    static final FieldMask MASK = FieldMask.writable().plus(PersonField.PHOTOS);

    public Image {
        Objects.requireNonNull(contact);
        Objects.requireNonNull(photo);
    }
}
