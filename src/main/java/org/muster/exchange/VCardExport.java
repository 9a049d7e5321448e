package org.muster.exchange;

import ezvcard.VCardVersion;
import ezvcard.io.text.VCardWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.muster.contacts.Contact;
import org.muster.contacts.Label;
import org.muster.contacts.PersonField;

/**
 * Writes contacts as vCards, 4.0 or 3.0, in UTF-8. Types the standard has no word for, relations, further events and custom fields go the
 * way Apple and Google write them ({@code X-ABLabel} and its kin). What vCard cannot say is left out and counted.
 */
public final class VCardExport {
    /** The version to write. */
    public enum Version {
        V3_0(VCardVersion.V3_0),
        V4_0(VCardVersion.V4_0);

        private final VCardVersion version;

        Version(VCardVersion version) {
            this.version = version;
        }
    }

    private final Map<String, String> labelNames;
    private final Version version;

    /**
     * An export.
     *
     * @param labels the account's labels
     * @param version 4.0 keeps most; 3.0 is read nearly everywhere
     */
    public VCardExport(List<Label> labels, Version version) {
        this.labelNames = CardMaker.labelNames(labels);
        this.version = version;
    }

    /** Writes the file; takes a while for thousands. */
    public ExportResult write(Path file, List<Contact> contacts, Progress progress) {
        return SafeFile.write(file, contacts.size(), out -> write(out, contacts, progress));
    }

    private Map<PersonField, Integer> write(Writer out, List<Contact> contacts, Progress progress) throws IOException {
        Losses losses = new Losses(CardMaker.CARRIED);
        try (VCardWriter cards = new VCardWriter(out, version.version)) {
            cards.setAddProdId(false);
            // Properties of the other version are better than none: readers skip what they do not know
            cards.setVersionStrict(false);
            cards.setCaretEncodingEnabled(true);
            int done = 0;
            for (Contact contact : contacts) {
                if (progress.cancelled()) {
                    throw new WatchedInput.Stopped();
                }
                losses.look(contact);
                cards.write(new CardMaker(labelNames, version.version).of(contact, losses));
                progress.at(++done, contacts.size());
            }
            cards.flush();
        }
        return losses.counts();
    }
}
