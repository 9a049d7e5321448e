package org.muster.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.muster.changes.PhotoBytes;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.Label;
import org.muster.contacts.json.JsonLines;
import org.muster.jobs.Image;
import org.muster.jobs.Remembered;

/** What contacts were before a job deleted them, in the tables {@code images} (those that were saved together in one row of it), {@code photo} and {@code label}. */
final class ImageRows {
    /** So many are put into words together, on other threads: the half of the largest batch. */
    private static final int PIECE = 250;

    private record Piece(String rows, String loaded, byte[] heads, byte[] persons) {}

    private final List<CompletableFuture<Piece>> pieces;
    private final List<PhotoBytes> photos;

    private ImageRows(List<CompletableFuture<Piece>> pieces, List<PhotoBytes> photos) {
        this.pieces = pieces;
        this.photos = photos;
    }

    /** Begins to put contacts into words. */
    static ImageRows of(List<Image> images, Executor words) {
        Map<FieldMask, List<Image>> alike = new LinkedHashMap<>();
        images.forEach(image -> alike.computeIfAbsent(image.contact().loaded(), loaded -> new ArrayList<>()).add(image));
        List<CompletableFuture<Piece>> pieces = new ArrayList<>();
        for (List<Image> some : alike.values()) {
            for (int from = 0; from < some.size(); from += PIECE) {
                List<Image> part = some.subList(from, Math.min(from + PIECE, some.size()));
                pieces.add(CompletableFuture.supplyAsync(() -> piece(part), words));
            }
        }
        return new ImageRows(pieces, images.stream().flatMap(image -> image.photo().stream()).toList());
    }

    private static Piece piece(List<Image> images) {
        JsonLines heads = new JsonLines();
        JsonLines persons = new JsonLines();
        FieldMask loaded = images.getFirst().contact().loaded();
        for (Image image : images) {
            heads.addRow(List.of(image.photo().map(PhotoBytes::id).orElse(""), image.photoLost() ? 1 : 0));
            image.contact().write(persons, loaded);
        }
        return new Piece(Rows.write(images.stream().map(Image::row).toList()), loaded.toString(), heads.bytes(), persons.bytes());
    }

    void write(Connection db, long job) throws SQLException {
        try (PreparedStatement photo = db.prepareStatement("INSERT OR IGNORE INTO photo (id, bytes) VALUES (?, ?)")) {
            for (PhotoBytes one : photos) {
                photo.setString(1, one.id());
                photo.setBytes(2, one.bytes());
                photo.executeUpdate();
            }
        }
        try (PreparedStatement sql = db.prepareStatement("INSERT INTO images (job, rows, loaded, heads, persons) VALUES (?, ?, ?, ?, ?)")) {
            for (CompletableFuture<Piece> one : pieces) {
                Piece piece = one.join();
                sql.setLong(1, job);
                sql.setString(2, piece.rows());
                sql.setString(3, piece.loaded());
                sql.setBytes(4, piece.heads());
                sql.setBytes(5, piece.persons());
                sql.executeUpdate();
            }
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

    /** By row, the contacts a job has saved. The last image counts. */
    static Map<Integer, Remembered> read(Connection db, long job) throws SQLException {
        Map<Integer, Remembered> images = new HashMap<>();
        try (PreparedStatement sql = db.prepareStatement("SELECT rows, loaded, heads, persons FROM images WHERE job = ? ORDER BY n")) {
            sql.setLong(1, job);
            try (ResultSet piece = sql.executeQuery()) {
                while (piece.next()) {
                    List<Integer> rows = Rows.read(piece.getString(1));
                    FieldMask loaded = ChangeRows.mask(piece.getString(2));
                    List<String> heads = Lines.read(piece.getBytes(3));
                    List<String> persons = Lines.read(piece.getBytes(4));
                    for (int i = 0; i < rows.size(); i++) {
                        images.merge(rows.get(i), remembered(loaded, heads.get(i), persons.get(i)), ImageRows::last);
                    }
                }
            }
        }
        return images;
    }

    private static Remembered remembered(FieldMask loaded, String head, String person) {
        Lines.Row values = Lines.row(head);
        return new Remembered(new Contact(PersonJson.read(person), loaded), values.some(0), values.number(1) != 0);
    }

    /** A photo that was saved is not given up because it can be had no more, as happens once the contact is gone. */
    private static Remembered last(Remembered before, Remembered since) {
        return since.photoLost() ? new Remembered(since.contact(), before.photo(), before.photo().isEmpty()) : since;
    }

    /** The rows whose contacts a job has saved. */
    static Set<Integer> rows(Connection db, long job) throws SQLException {
        Set<Integer> rows = new HashSet<>();
        try (PreparedStatement sql = db.prepareStatement("SELECT rows FROM images WHERE job = ?")) {
            sql.setLong(1, job);
            try (ResultSet piece = sql.executeQuery()) {
                while (piece.next()) {
                    rows.addAll(Rows.read(piece.getString(1)));
                }
            }
        }
        return rows;
    }

    /** What one contact was before a job deleted it, as far as that was saved. */
    static Optional<Contact> read(Connection db, long job, int row) throws SQLException {
        try (PreparedStatement sql = db.prepareStatement("SELECT rows, loaded, heads, persons FROM images WHERE job = ? ORDER BY n DESC")) {
            sql.setLong(1, job);
            try (ResultSet piece = sql.executeQuery()) {
                while (piece.next()) {
                    int line = Rows.read(piece.getString(1)).indexOf(row);
                    if (line >= 0) {
                        return Optional.of(new Contact(PersonJson.read(Lines.read(piece.getBytes(4), line)), ChangeRows.mask(piece.getString(2))));
                    }
                }
            }
        }
        return Optional.empty();
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
