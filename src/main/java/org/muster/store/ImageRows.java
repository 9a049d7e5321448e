package org.muster.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.changes.PhotoBytes;
import org.muster.contacts.Contact;
import org.muster.contacts.Label;
import org.muster.jobs.Image;
import org.muster.jobs.Remembered;

/** What contacts were before a job deleted them, as rows of the tables {@code image}, {@code photo} and {@code label}. */
final class ImageRows {
    /** One row, ready to be written. */
    private record Row(int row, String person, String loaded, Optional<PhotoBytes> photo, boolean lost) {}

    /** The last image counts; but a photo that was saved is not given up because it can be had no more, as happens once the contact is gone. */
    private static final String AGAIN = """
            ON CONFLICT (job, row) DO UPDATE SET person = excluded.person, loaded = excluded.loaded,
              lost = CASE WHEN excluded.lost AND image.photo IS NOT NULL THEN 0 ELSE excluded.lost END,
              photo = CASE WHEN excluded.lost THEN image.photo ELSE excluded.photo END""";

    private final List<Row> rows;

    private ImageRows(List<Row> rows) {
        this.rows = rows;
    }

    static ImageRows of(List<Image> images) {
        return new ImageRows(images.parallelStream().map(image -> {
            Contact contact = image.contact();
            return new Row(image.row(), PersonJson.write(PersonJson.known(contact, contact.loaded())), contact.loaded().toString(), image.photo(), image.photoLost());
        }).toList());
    }

    void write(Connection db, long job) throws SQLException {
        try (ManyRows images = new ManyRows(db, "INSERT INTO image", List.of("job", "loaded", "lost"), List.of("row", "person", "photo"), AGAIN);
                PreparedStatement photo = db.prepareStatement("INSERT OR IGNORE INTO photo (id, bytes) VALUES (?, ?)")) {
            for (Row row : rows) {
                if (row.photo().isPresent()) {
                    photo.setString(1, row.photo().get().id());
                    photo.setBytes(2, row.photo().get().bytes());
                    photo.executeUpdate();
                }
                images.add(new Object[] {job, row.loaded(), row.lost() ? 1 : 0}, row.row(), row.person(), row.photo().map(PhotoBytes::id).orElse(null));
            }
            images.flush();
        }
    }

    static void writeLabels(Connection db, long job, List<Label> labels) throws SQLException {
        try (PreparedStatement sql = db.prepareStatement("INSERT OR REPLACE INTO label (job, label, name) VALUES (?, ?, ?)")) {
            for (Label label : labels) {
                sql.setLong(1, job);
                sql.setString(2, label.resourceName());
                sql.setString(3, label.name());
                sql.addBatch();
            }
            sql.executeBatch();
        }
    }

    /** By row, the contacts a job has saved. */
    static Map<Integer, Remembered> read(Connection db, long job) throws SQLException {
        Map<Integer, Remembered> images = new HashMap<>();
        try (PreparedStatement sql = db.prepareStatement("SELECT row, person, loaded, photo, lost FROM image WHERE job = ?")) {
            sql.setLong(1, job);
            try (ResultSet row = sql.executeQuery()) {
                while (row.next()) {
                    Contact contact = new Contact(PersonJson.read(row.getString(2)), ChangeRows.mask(row.getString(3)));
                    images.put(row.getInt(1), new Remembered(contact, Optional.ofNullable(row.getString(4)), row.getBoolean(5)));
                }
            }
        }
        return images;
    }

    /** What one contact was before a job deleted it, as far as that was saved. */
    static Optional<Contact> read(Connection db, long job, int number) throws SQLException {
        try (PreparedStatement sql = db.prepareStatement("SELECT person, loaded FROM image WHERE job = ? AND row = ?")) {
            sql.setLong(1, job);
            sql.setInt(2, number);
            try (ResultSet row = sql.executeQuery()) {
                return row.next() ? Optional.of(new Contact(PersonJson.read(row.getString(1)), ChangeRows.mask(row.getString(2)))) : Optional.empty();
            }
        }
    }

    /** By resource name, what labels were called when a job deleted. */
    static Map<String, String> readLabels(Connection db, long job) throws SQLException {
        Map<String, String> labels = new HashMap<>();
        try (PreparedStatement sql = db.prepareStatement("SELECT label, name FROM label WHERE job = ?")) {
            sql.setLong(1, job);
            try (ResultSet row = sql.executeQuery()) {
                while (row.next()) {
                    labels.put(row.getString(1), row.getString(2));
                }
            }
        }
        return labels;
    }

    static Optional<PhotoBytes> photo(Connection db, String id) throws SQLException {
        try (PreparedStatement sql = db.prepareStatement("SELECT bytes FROM photo WHERE id = ?")) {
            sql.setString(1, id);
            try (ResultSet row = sql.executeQuery()) {
                return row.next() ? Optional.of(new PhotoBytes(id, row.getBytes(1))) : Optional.empty();
            }
        }
    }
}
