package org.muster.store;

import com.google.api.services.people.v1.model.Person;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.muster.changes.Change;
import org.muster.changes.ChangeSet;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.contacts.json.JsonLines;

/** What a job was to do, in the table {@code changes}: some hundred neighbours in one row of it. */
final class ChangeRows {
    /** Of a contact that is to be deleted, what it is called is enough to go on. */
    private static final FieldMask NAMES = FieldMask.of(PersonField.NAMES);

    /** How the head of a photo begins. */
    private static final String OF_PHOTO = "[\"" + ChangeKind.PHOTO + "\",";

    /** So many are put into words together: while one such piece is written, the next is made ready. */
    private static final int PIECE = 250;

    /**
     * What is known of a change without looking at persons.
     *
     * @param row the contact's place in the job, from 0
     * @param kind what was to be done
     * @param contact its resource name as the job knew it; empty for one that is made
     * @param display what people call the contact
     * @param origin where it came from; may be empty
     * @param mask the fields that are replaced
     * @param loaded the fields that are kept of the contact as it was
     * @param formerly what a contact that comes back was called before; else empty
     * @param reverses the row it takes back of the job that its own job reverses; -1 for none
     */
    record Head(int row, ChangeKind kind, String contact, String display, String origin, String mask, String loaded, String formerly, int reverses) {
        private static Head of(int row, String line) {
            Lines.Row values = Lines.row(line);
            return new Head(row, ChangeKind.valueOf(values.text(0)), values.text(1), values.text(2), values.text(3), values.text(4), values.text(5), values.text(6), values.number(7));
        }
    }

    /** Some neighbours, ready to be written: everything that takes time is done. */
    private record Piece(int first, byte[] heads, byte[] known, byte[] wanted, boolean comesBack, JobIndex.Part index) {}

    private final List<CompletableFuture<Piece>> pieces;

    private ChangeRows(List<CompletableFuture<Piece>> pieces) {
        this.pieces = pieces;
    }

    /** Begins to put changes into words, on threads of their own, since there may be many thousands of them: a job waits for it before its first batch. */
    static ChangeRows of(ChangeSet set, Executor words) {
        List<CompletableFuture<Piece>> pieces = new ArrayList<>();
        for (int from = 0; from < set.size(); from += PIECE) {
            int first = from;
            pieces.add(CompletableFuture.supplyAsync(() -> piece(set, first), words));
        }
        return new ChangeRows(pieces);
    }

    /**
     * Writes neighbours down line by line. heads: see {@link Head}; known: of a contact that is there, what the job must remember to go on; wanted: the contact as it shall be, or a photo's id.
     */
    private static Piece piece(ChangeSet set, int first) {
        List<Change> changes = set.changes().subList(first, Math.min(first + PIECE, set.size()));
        JsonLines heads = new JsonLines();
        JsonLines known = new JsonLines();
        JsonLines wanted = new JsonLines();
        List<String> names = new ArrayList<>(changes.size());
        Kept kept = new Kept();
        boolean comesBack = false;
        for (Change change : changes) {
            String name = change.displayName();
            int reverses = set.reverses().isPresent() ? set.reverses().get().rows().get(first + names.size()) : -1;
            heads.addRow(switch (change) {
                case Change.Create(Person draft, String origin, String formerly) -> {
                    known.addNothing();
                    wanted.add(draft);
                    comesBack |= !formerly.isEmpty();
                    yield List.of(ChangeKind.CREATE.name(), "", name, origin, "", "", formerly, reverses);
                }
                case Change.Update(Contact before, Person after, FieldMask mask) -> {
                    FieldMask fields = kept.of(before.loaded(), mask);
                    before.write(known, fields);
                    wanted.add(after, kept.paths());
                    yield List.of(ChangeKind.UPDATE.name(), before.resourceName(), name, "", mask.toString(), fields.toString(), "", reverses);
                }
                case Change.Delete(Contact before) -> {
                    FieldMask fields = kept.of(before.loaded(), FieldMask.none());
                    before.write(known, fields);
                    wanted.addNothing();
                    yield List.of(ChangeKind.DELETE.name(), before.resourceName(), name, "", "", fields.toString(), "", reverses);
                }
                case Change.SetPhoto(String of, String photo, String called) -> {
                    known.addNothing();
                    wanted.add(photo);
                    yield List.of(ChangeKind.PHOTO.name(), of, name, "", "", "", "", reverses);
                }
            });
            names.add(name);
        }
        return new Piece(first, heads.bytes(), known.bytes(), wanted.bytes(), comesBack, JobIndex.Part.of(changes, names));
    }

    /** Which fields are kept of a contact that is there: those that are replaced, and what it is called. Neighbours mostly have the same masks, so the last answer is remembered. */
    private static final class Kept {
        private FieldMask loaded;
        private FieldMask mask;
        private FieldMask fields;
        private List<String> paths;

        FieldMask of(FieldMask loaded, FieldMask mask) {
            if (loaded != this.loaded || mask != this.mask) {
                this.loaded = loaded;
                this.mask = mask;
                fields = mask.union(NAMES.intersect(loaded));
                paths = mask.fields().stream().map(PersonField::path).toList();
            }
            return fields;
        }

        /** The paths of the mask that was asked for last. */
        List<String> paths() {
            return paths;
        }
    }

    /** Writes them as they come to be in words. What they are found by is complete then. */
    JobIndex write(Connection db, long job, JobIndex index) throws SQLException {
        try (PreparedStatement sql = db.prepareStatement("INSERT INTO changes (job, first, comes_back, heads, known, wanted) VALUES (?, ?, ?, ?, ?, ?)")) {
            for (CompletableFuture<Piece> one : pieces) {
                Piece piece = one.join();
                sql.setLong(1, job);
                sql.setInt(2, piece.first());
                sql.setInt(3, piece.comesBack() ? 1 : 0);
                sql.setBytes(4, piece.heads());
                sql.setBytes(5, piece.known());
                sql.setBytes(6, piece.wanted());
                sql.executeUpdate();
                index.add(piece.index());
            }
        }
        return index;
    }

    /** The changes of a job, in their order. */
    static List<Change> read(Connection db, long job) throws SQLException {
        List<Change> changes = new ArrayList<>();
        try (PreparedStatement sql = db.prepareStatement("SELECT heads, known, wanted FROM changes WHERE job = ? ORDER BY first")) {
            sql.setLong(1, job);
            try (ResultSet piece = sql.executeQuery()) {
                while (piece.next()) {
                    List<String> heads = Lines.read(piece.getBytes(1));
                    List<String> known = Lines.read(piece.getBytes(2));
                    List<String> wanted = Lines.read(piece.getBytes(3));
                    for (int i = 0; i < heads.size(); i++) {
                        changes.add(change(Head.of(changes.size(), heads.get(i)), known.get(i), wanted.get(i)));
                    }
                }
            }
        }
        return changes;
    }

    /** One change of a job. */
    static Optional<Change> read(Connection db, long job, int number) throws SQLException {
        try (PreparedStatement sql = db.prepareStatement("SELECT first, heads, known, wanted FROM changes WHERE job = ? AND first <= ? ORDER BY first DESC LIMIT 1")) {
            sql.setLong(1, job);
            sql.setInt(2, number);
            try (ResultSet piece = sql.executeQuery()) {
                if (!piece.next()) {
                    return Optional.empty();
                }
                int line = number - piece.getInt(1);
                List<String> heads = Lines.read(piece.getBytes(2));
                return line >= heads.size() ? Optional.empty() : Optional.of(change(Head.of(number, heads.get(line)), Lines.read(piece.getBytes(3), line), Lines.read(piece.getBytes(4), line)));
            }
        }
    }

    /** What the lines of one piece say without the persons, numbered from 0. */
    static List<Head> heads(byte[] lines) {
        List<Head> heads = new ArrayList<>();
        Lines.read(lines).forEach(line -> heads.add(Head.of(heads.size(), line)));
        return heads;
    }

    /** What is known of a job's changes without their persons, in their order. */
    static List<Head> heads(Connection db, long job) throws SQLException {
        List<Head> heads = new ArrayList<>();
        try (PreparedStatement sql = db.prepareStatement("SELECT heads FROM changes WHERE job = ? ORDER BY first")) {
            sql.setLong(1, job);
            try (ResultSet piece = sql.executeQuery()) {
                while (piece.next()) {
                    Lines.read(piece.getBytes(1)).forEach(line -> heads.add(Head.of(heads.size(), line)));
                }
            }
        }
        return heads;
    }

    /**
     * Row by row, which row of the job that is reversed a change takes back; -1 where it takes back none. A photo takes back none by itself: it goes with its contact.
     * Asked for every job in a list that was undone, so that no line is taken apart for it.
     */
    static List<Integer> takesBack(Connection db, long job) throws SQLException {
        List<Integer> rows = new ArrayList<>();
        try (PreparedStatement sql = db.prepareStatement("SELECT heads FROM changes WHERE job = ? ORDER BY first")) {
            sql.setLong(1, job);
            try (ResultSet piece = sql.executeQuery()) {
                while (piece.next()) {
                    Lines.read(piece.getBytes(1)).forEach(line -> rows.add(line.startsWith(OF_PHOTO) ? -1 : Integer.parseInt(line, line.lastIndexOf(',') + 1, line.length() - 1, 10)));
                }
            }
        }
        return rows;
    }

    /** What is known of one change of a job without its persons. */
    static Optional<Head> head(Connection db, long job, int number) throws SQLException {
        try (PreparedStatement sql = db.prepareStatement("SELECT first, heads FROM changes WHERE job = ? AND first <= ? ORDER BY first DESC LIMIT 1")) {
            sql.setLong(1, job);
            sql.setInt(2, number);
            try (ResultSet piece = sql.executeQuery()) {
                return piece.next() ? Lines.read(piece.getBytes(2)).stream().skip(number - piece.getInt(1)).findFirst().map(line -> Head.of(number, line)) : Optional.empty();
            }
        }
    }

    private static Change change(Head head, String known, String wanted) {
        return switch (head.kind()) {
            case CREATE -> new Change.Create(PersonJson.read(wanted), head.origin(), head.formerly());
            case UPDATE -> new Change.Update(new Contact(PersonJson.read(known), mask(head.loaded())), PersonJson.read(wanted), mask(head.mask()));
            case DELETE -> new Change.Delete(new Contact(PersonJson.read(known), mask(head.loaded())));
            case PHOTO -> new Change.SetPhoto(head.contact(), Lines.row("[" + wanted + "]").text(0), head.display());
        };
    }

    static FieldMask mask(String text) {
        return FieldMask.parse(text).mask();
    }
}
