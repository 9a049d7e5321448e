package org.muster.ui.edit;

import org.muster.changes.TextPattern;
import org.muster.contacts.PersonField;
import org.muster.contacts.SubField;
import org.muster.texts.Texts;

/** What a step says of itself, for people. */
final class StepSentences {
    private final Texts texts = Texts.of(StepSentences.class);

    /** What the step will do, once it is clear. */
    String help(StepModel step) {
        PersonField field = step.fieldProperty().get();
        return switch (step.kind()) {
            case SET -> field == null ? "" : set(field, step.partProperty().get());
            case APPEND -> field == PersonField.BIOGRAPHIES ? texts.get("help.append.notes") : field == null ? "" : texts.get("help.append", lower(field));
            case CLEAR -> field == PersonField.MEMBERSHIPS ? texts.get("help.clear.labels") : step.partProperty().get() == null ? "" : texts.get("help.clear.part");
            case REPLACE -> step.regexProperty().get() ? texts.get("help.replace.regex") : "";
            case ADD_LABEL -> "";
            case REMOVE_MARKERS -> texts.get("help.markers");
            case REMOVE_LABEL -> texts.get("help.label.remove");
        };
    }

    private String set(PersonField field, SubField part) {
        String called = part == null ? field.label() : field.label(part);
        if (called.equals(field.label())) {
            return texts.get(field.single() ? "help.set.one" : "help.set.many", lower(field));
        }
        return texts.get(field.single() ? "help.set.part.one" : "help.set.part.many", lower(field), called);
    }

    /** What is wrong with it or still missing; empty when it can be run. */
    String problem(StepCheck check) {
        return switch (check) {
            case StepCheck.Ready ready -> "";
            case StepCheck.NotYet(StepCheck.Missing what) -> texts.get("missing." + what);
            case StepCheck.NotTaken(var kind) -> texts.get("notTaken." + kind);
            case StepCheck.TooLong(int length) -> texts.get("tooLong", length);
            case StepCheck.BadPattern(var problem, var part) -> texts.get(
                    part == TextPattern.Compiled.Part.PATTERN ? "pattern." + problem.code() : "replacement." + problem.code(), problem.position() + 1, problem.fragment());
        };
    }

    /** The beginning of a job's title, such as {@code Set company}. */
    String title(StepModel step) {
        PersonField field = step.fieldProperty().get();
        String what = step.partProperty().get() != null && field != null ? field.label(step.partProperty().get()) : field == null ? "" : field.label();
        return step.kind() == StepKind.REPLACE && field == null ? texts.get("title.REPLACE.everywhere") : texts.get("title." + step.kind(), decapitalised(what));
    }

    private static String lower(PersonField field) {
        return decapitalised(field.label());
    }

    static String decapitalised(String label) {
        return label.length() > 1 && Character.isUpperCase(label.charAt(1)) ? label : label.toLowerCase(java.util.Locale.getDefault());
    }
}
