package org.muster.jobs;

import java.util.Optional;
import org.muster.changes.PhotoBytes;
import org.muster.contacts.Contact;

/**
 * A contact as the journal remembers it from right before it was deleted.
 *
 * @param contact all of its fields, of the contact alone
 * @param photo its own photo's {@link PhotoBytes#id}; empty when it had none, or when it could not be had
 * @param photoLost whether it had a photo that could not be had
 */
public record Remembered(Contact contact, Optional<String> photo, boolean photoLost) {}
