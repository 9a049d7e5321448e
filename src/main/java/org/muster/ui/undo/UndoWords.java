package org.muster.ui.undo;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.muster.changes.Change;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldText;
import org.muster.contacts.Label;
import org.muster.contacts.PersonField;
import org.muster.jobs.UndoPlan;
import org.muster.texts.Texts;

/** An undo in words. */
final class UndoWords {
    /** Names that are told of those who stay as they are, before the rest becomes a number. */
    private static final int NAMES = 6;

    private final Texts texts = Texts.of(UndoWords.class);
    private final UnaryOperator<String> labelNames;

    /** @param labelNames a label's name by its resource name; empty when it is not known */
    UndoWords(UnaryOperator<String> labelNames) {
        this.labelNames = labelNames;
    }

    /** What it is called, on the sheet and as a job. */
    String title(UndoPlan plan) {
        String what = plan.rootTitle().isBlank() ? texts.get("title.unnamed") : plan.rootTitle();
        return texts.get(plan.again() ? "title.redo" : "title.undo", what);
    }

    /** Its numbers in one sentence, each contact counted once. */
    String counts(UndoModel model) {
        List<String> parts = new ArrayList<>();
        boolean again = model.plan().again();
        part(parts, again ? "count.backAgain" : "count.back", model.sums().created());
        part(parts, "count.photos", model.sums().photos());
        part(parts, again ? "count.putAgain" : "count.put", model.sums().putBack());
        part(parts, again ? "count.partAgain" : "count.part", model.sums().inPart());
        part(parts, "count.since", model.sums().changedSince());
        part(parts, again ? "count.goneAgain" : "count.gone", model.sums().deleted());
        part(parts, "count.goneSince", model.sums().goneSince());
        part(parts, again ? "count.cannotAgain" : "count.cannot", (int) model.plan().left().stream().filter(left -> cannot(left.reason())).count());
        part(parts, "count.left", (int) model.plan().left().stream().filter(left -> !cannot(left.reason()) && left.reason() != UndoPlan.Reason.PHOTO_STAYS).count()); // a photo is no contact
        return parts.isEmpty() ? texts.get("count.nobody") : texts.get("count.all", String.join(texts.get("count.between"), parts));
    }

    private void part(List<String> parts, String key, int count) {
        if (count > 0) {
            parts.add(texts.get(key, count));
        }
    }

    private static boolean cannot(UndoPlan.Reason reason) {
        return switch (reason) {
            case NOT_SAVED, GONE, CANNOT_TELL -> true;
            case NOT_DONE, UNKNOWN, WAS_GONE, ALREADY_SO, BACK_ALREADY, UNDER_WAY, PHOTO_STAYS -> false;
        };
    }

    /** What happens to a contact, or to a field of it. */
    String what(UndoRow row, boolean again) {
        return switch (row.step().change()) {
            case Change.Create create -> texts.get(row.photo() ? "what.backWithPhoto" : again ? "what.madeAgain" : "what.back");
            case Change.Update update -> row.diff().map(diff -> texts.get(row.changedSince() ? "what.compare" : again ? "what.putAgain" : "what.put", diff.field().label())).orElseGet(() -> texts.get(again ? "what.putAllAgain" : "what.putAll"));
            case Change.Delete delete -> texts.get(again ? "what.goneAgain" : "what.gone");
            case Change.SetPhoto photo -> "";
        };
    }

    /** By what people tell who it is: the first way to reach them, and their labels. */
    String who(UndoRow row) {
        return switch (row.step().change()) {
            case Change.Create create -> who(Contact.items(create.draft(), PersonField.EMAIL_ADDRESSES).stream().findFirst().map(i -> FieldText.of(PersonField.EMAIL_ADDRESSES, i))
                    .or(() -> Contact.items(create.draft(), PersonField.PHONE_NUMBERS).stream().findFirst().map(i -> FieldText.of(PersonField.PHONE_NUMBERS, i))).orElse(""),
                    Contact.items(create.draft(), PersonField.MEMBERSHIPS).stream().map(i -> FieldText.of(PersonField.MEMBERSHIPS, i)).toList());
            case Change.Delete delete -> who(delete.before().ownItems(PersonField.EMAIL_ADDRESSES).stream().findFirst().map(i -> FieldText.of(PersonField.EMAIL_ADDRESSES, i))
                    .or(() -> delete.before().ownItems(PersonField.PHONE_NUMBERS).stream().findFirst().map(i -> FieldText.of(PersonField.PHONE_NUMBERS, i))).orElse(""),
                    delete.before().labels());
            case Change.Update update -> "";
            case Change.SetPhoto photo -> "";
        };
    }

    private String who(String reached, List<String> labels) {
        List<String> parts = new ArrayList<>();
        if (!reached.isEmpty()) {
            parts.add(reached);
        }
        String named = labels.stream().filter(label -> !label.equals(Label.MY_CONTACTS)).map(labelNames).filter(name -> !name.isEmpty()).collect(Collectors.joining(texts.get("between.labels")));
        if (!named.isEmpty()) {
            parts.add(named);
        }
        return String.join(texts.get("between.parts"), parts);
    }

    /** What it means that a contact was changed since; empty when it was not. */
    String since(UndoRow row) {
        if (!row.changedSince()) {
            return "";
        }
        return switch (row.step().change()) {
            case Change.Delete delete when row.lost().isEmpty() -> texts.get("since.lostSome");
            case Change.Delete delete -> texts.get("since.lost", row.lost().stream().map(PersonField::label).collect(Collectors.joining(texts.get("between.labels"))));
            case Change.Create create -> "";
            case Change.Update update -> texts.get("since.conflict");
            case Change.SetPhoto photo -> "";
        };
    }

    /** The same in a few words; empty when it was not. */
    String sinceMark(UndoRow row) {
        return !row.changedSince() ? "" : row.lost().isEmpty() ? texts.get("since.mark")
                : texts.get("since.mark.lost", row.lost().stream().map(PersonField::label).collect(Collectors.joining(texts.get("between.labels"))));
    }

    /** What those are in for that were changed since. */
    String sinceAll(UndoModel model) {
        boolean deletes = model.deletes() && model.rows().stream().anyMatch(row -> row.changedSince() && row.step().change() instanceof Change.Delete);
        return texts.get(deletes ? "since.all.lost" : "since.all.conflict", model.changedSince().size());
    }

    /** What is said before contacts are made again that Google then counts as new; empty when there are none. */
    List<String> lost(UndoModel model, boolean labelsMade) {
        List<String> lines = new ArrayList<>();
        if (model.sums().created() > 0) {
            lines.add(texts.get("lost.name"));
            lines.add(texts.get("lost.profile"));
            lines.add(texts.get("lost.history"));
        }
        part(lines, "lost.photos", model.plan().photosLost());
        part(lines, "lost.labelsUnnamed", model.plan().labelsUnnamed());
        if (!labelsMade && !model.plan().labelsGone().isEmpty()) {
            lines.add(texts.get("lost.labels", model.plan().labelsGone().size(), String.join(texts.get("between.labels"), model.plan().labelsGone())));
        }
        return lines;
    }

    /** Who stays as they are, by reason: how many and why, and below who. */
    Map<String, String> left(UndoPlan plan) {
        Map<UndoPlan.Reason, List<String>> names = new EnumMap<>(UndoPlan.Reason.class);
        plan.left().forEach(left -> names.computeIfAbsent(left.reason(), r -> new ArrayList<>()).add(left.displayName().isBlank() ? texts.get("noName") : left.displayName()));
        Map<String, String> groups = new java.util.LinkedHashMap<>();
        names.forEach((reason, who) -> {
            String key = "left." + reason.name();
            groups.put(texts.get(plan.again() && texts.has(key + ".again") ? key + ".again" : key, who.size()), names(who));
        });
        return groups;
    }

    private String names(List<String> who) {
        String first = who.stream().limit(NAMES).collect(Collectors.joining("\n")); // a line each: names of both directions in one are read wrongly
        return who.size() <= NAMES ? first : texts.get("left.more", first, who.size() - NAMES);
    }
}
