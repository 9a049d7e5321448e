package org.muster.exchange;

import com.google.api.client.json.gson.GsonFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.muster.contacts.Contact;

/** Writes contacts as People API {@code Person} objects in JSON, one per line, in UTF-8: everything Google answered, nothing left out. */
public final class JsonLines {
    /** Writes the file; takes a while for thousands. */
    public ExportResult write(Path file, List<Contact> contacts, Progress progress) {
        return SafeFile.write(file, contacts.size(), out -> {
            int done = 0;
            for (Contact contact : contacts) {
                if (progress.cancelled()) {
                    throw new WatchedInput.Stopped();
                }
                out.write(GsonFactory.getDefaultInstance().toString(contact.copy()));
                out.write('\n');
                progress.at(++done, contacts.size());
            }
            return Map.of();
        });
    }
}
