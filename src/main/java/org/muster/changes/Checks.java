package org.muster.changes;

import com.google.api.client.json.GenericJson;
import com.google.api.services.people.v1.model.Date;
import com.google.api.services.people.v1.model.Person;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.muster.changes.Finding.Code;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.Label;
import org.muster.contacts.PersonField;
import org.muster.contacts.SubField;
import org.muster.contacts.SubFieldKind;

/**
 * Looks at a contact before it is sent, so that a row Google would refuse never costs a batch. The server's answer has the last
 * word: what passes here may still be refused there. Immutable and safe for use by several threads.
 *
 * <p>Limits are Google's (support.google.com/contacts/answer/148779): 1,024 characters per field except notes, 500 fields and
 * 128 KB per contact; one name, note, birthday and gender per contact (People API reference, {@code Person}). Google does not say how it
 * counts: here a field is one value's part for the characters and one value for the 500, and the size is that of all texts in UTF-8.
 */
public final class Checks {
    /** The most characters in one part of a value; notes are free of it. */
    public static final int MAX_CHARACTERS = 1_024;
    /** The most values of one contact, all fields together. */
    public static final int MAX_VALUES = 500;
    /** The most kilobytes of one contact. */
    public static final int MAX_KILOBYTES = 128;

    /** What does not depend on the account's labels or on fields that are not loaded. */
    private static final Set<Code> OF_VALUES = EnumSet.of(Code.MORE_THAN_ONE, Code.NOT_AN_EMAIL, Code.NO_SUCH_DATE, Code.NOT_ACCEPTED);
    private static final Set<Code> LIMITS = EnumSet.of(Code.TOO_LONG, Code.HALF_CHARACTER, Code.TOO_MANY_VALUES, Code.TOO_BIG);

    private final Map<String, Label> labels;
    private final boolean fresh;

    private Checks(Collection<Label> labels, boolean fresh) {
        this.labels = labels.stream().collect(Collectors.toUnmodifiableMap(Label::resourceName, Function.identity(), (a, b) -> a));
        this.fresh = fresh;
    }

    /**
     * Checks for contacts to be made: a broken e-mail address is an error, since it comes from a file or a slip of the
     * hand and its row can still be put right.
     *
     * @param labels the account's labels
     */
    public static Checks forNew(Collection<Label> labels) {
        return new Checks(labels, true);
    }

    /**
     * Checks for contacts that are there already: a broken e-mail address only warns, since Google keeps it and it must not
     * stand in the way of another correction; nor do labels of Google's own that the contact carries.
     *
     * @param labels the account's labels
     */
    public static Checks forEdit(Collection<Label> labels) {
        return new Checks(labels, false);
    }

    /** What is to be said about a whole draft. Empty when it is fine. */
    public List<Finding> check(Person draft) {
        return check(draft, FieldMask.writable());
    }

    /**
     * What is to be said about a draft of which only some fields are sent.
     *
     * @param mask the fields whose values are judged; size, count and emptiness are those of the whole draft
     */
    public List<Finding> check(Person draft, FieldMask mask) {
        List<Finding> findings = new ArrayList<>();
        int values = 0;
        long bytes = 0;
        boolean content = false;
        for (PersonField field : FieldMask.writable().fields()) {
            List<GenericJson> items = Contact.items(draft, field).stream().filter(Contact::own).toList();
            values += items.size();
            bytes += items.stream().mapToLong(item -> bytes(field, item)).sum();
            content |= field != PersonField.MEMBERSHIPS && field != PersonField.CLIENT_DATA && items.stream().anyMatch(item -> saysSomething(field, item));
            if (mask.contains(field)) {
                checkField(field, items, findings);
            }
        }
        if (!content) {
            findings.add(Finding.whole(fresh ? Code.EMPTY : Code.NOTHING_LEFT, Severity.ERROR));
        }
        if (values > MAX_VALUES) {
            findings.add(Finding.whole(Code.TOO_MANY_VALUES, Severity.ERROR, values, MAX_VALUES));
        }
        if (bytes > MAX_KILOBYTES * 1024L) {
            findings.add(Finding.whole(Code.TOO_BIG, Severity.ERROR, (bytes + 1023) / 1024, MAX_KILOBYTES));
        }
        return List.copyOf(findings);
    }

    /**
     * What is to be said about an update: what the contact could not be sent with after it ({@link Code#TOO_LONG}, {@link Code#TOO_MANY_VALUES},
     * {@link Code#TOO_BIG} and {@link Code#HALF_CHARACTER}), and the values the update brings that are not as they should be. A broken value that was there before
     * is not the update's doing. Fields that are not loaded do not count, since nobody knows them here; nor are labels judged.
     */
    public List<Finding> check(Change.Update update) {
        List<Finding> after = check(whole(update, true), update.mask());
        if (after.stream().noneMatch(f -> OF_VALUES.contains(f.code()))) {
            return after.stream().filter(f -> LIMITS.contains(f.code())).toList();
        }
        Set<Finding> before = check(whole(update, false), update.mask()).stream().map(Checks::anywhere).collect(Collectors.toUnmodifiableSet());
        return after.stream().filter(f -> LIMITS.contains(f.code()) || OF_VALUES.contains(f.code()) && !before.contains(anywhere(f))).toList();
    }

    private static Person whole(Change.Update update, boolean after) {
        Person whole = new Person();
        for (PersonField field : FieldMask.writable().fields()) {
            List<GenericJson> items = after && update.mask().contains(field) ? Contact.items(update.after(), field) : update.before().items(field);
            if (!items.isEmpty()) {
                whole.set(field.path(), items);
            }
        }
        return whole;
    }

    /** The same finding whichever of the field's values it is about: a value may have moved up. */
    private static Finding anywhere(Finding finding) {
        return new Finding(finding.code(), finding.severity(), finding.place().map(place -> new Finding.Place(place.field(), 0, place.part())), finding.args());
    }

    private void checkField(PersonField field, List<GenericJson> items, List<Finding> findings) {
        if (field.single() && items.size() > 1) {
            findings.add(Finding.at(Code.MORE_THAN_ONE, Severity.ERROR, field, items.size()));
        }
        for (int i = 0; i < items.size(); i++) {
            for (SubField part : field.subFields()) {
                checkPart(part, items.get(i), i, findings);
            }
        }
    }

    private void checkPart(SubField part, GenericJson item, int index, List<Finding> findings) {
        String text = textOf(part, item);
        int characters = text.codePointCount(0, text.length());
        if (characters > MAX_CHARACTERS && part.field() != PersonField.BIOGRAPHIES) {
            findings.add(Finding.at(Code.TOO_LONG, Severity.ERROR, part, index, characters, MAX_CHARACTERS));
        }
        if (text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) { // pairs are seen as one
            findings.add(Finding.at(Code.HALF_CHARACTER, Severity.ERROR, part, index));
        }
        switch (part.kind()) {
            case DATE -> checkDate(part, item, index, findings);
            case LABEL -> checkLabel(part, text, index, findings);
            case CHOICE -> {
                if (!part.accepts(text)) {
                    findings.add(Finding.at(Code.NOT_ACCEPTED, Severity.ERROR, part, index, text));
                }
            }
            case TEXT -> {
                if (part.fieldPath().equals("emailAddresses") && part.name().equals("value")) {
                    checkEmail(part, text, index, findings);
                }
            }
            case LONG_TEXT, TYPE, FLAG, NUMBER -> { }
        }
    }

    private void checkEmail(SubField part, String text, int index, List<Finding> findings) {
        switch (text.isEmpty() ? EmailForm.FULL : EmailForm.of(text)) {
            case FULL -> { }
            case LOCAL_HOST -> findings.add(Finding.at(Code.NOT_AN_EMAIL, Severity.WARNING, part, index, text));
            case NONE -> findings.add(Finding.at(Code.NOT_AN_EMAIL, fresh ? Severity.ERROR : Severity.WARNING, part, index, text));
        }
    }

    private void checkLabel(SubField part, String resourceName, int index, List<Finding> findings) {
        if (resourceName.isEmpty()) {
            return;
        }
        Label label = labels.get(resourceName);
        boolean everywhere = resourceName.equals(Label.MY_CONTACTS) || resourceName.equals(Label.STARRED);
        if (label == null && !everywhere) {
            findings.add(Finding.at(Code.UNKNOWN_LABEL, Severity.ERROR, part, index, resourceName));
        } else if (fresh && label != null && !label.assignable()) {
            findings.add(Finding.at(Code.LABEL_NOT_ASSIGNABLE, Severity.ERROR, part, index, label.name()));
        }
    }

    private static void checkDate(SubField part, GenericJson item, int index, List<Finding> findings) {
        if (item.get(part.name()) instanceof Date date && !exists(date)) {
            String written = number(date.getYear()) + "-" + number(date.getMonth()) + "-" + number(date.getDay());
            findings.add(Finding.at(Code.NO_SUCH_DATE, Severity.ERROR, part, index, written));
        }
    }

    /** Whether the date has at least a year or a month and day, and that day was or will be. */
    private static boolean exists(Date date) {
        int year = number(date.getYear());
        int month = number(date.getMonth());
        int day = number(date.getDay());
        if (month == 0) {
            return year > 0 && year <= 9999 && day == 0;
        }
        try {
            int last = year == 0 ? Month.of(month).maxLength() : YearMonth.of(year, month).lengthOfMonth();
            return year >= 0 && year <= 9999 && day >= 0 && day <= last && (year > 0 || day > 0);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean saysSomething(PersonField field, GenericJson item) {
        return field.subFields().stream()
                .filter(part -> part.kind() != SubFieldKind.TYPE || part == field.mainSubField())
                .anyMatch(part -> part.kind() == SubFieldKind.DATE ? item.get(part.name()) != null : !textOf(part, item).isBlank());
    }

    private static long bytes(PersonField field, GenericJson item) {
        return field.subFields().stream().mapToLong(part -> utf8Length(textOf(part, item))).sum();
    }

    private static long utf8Length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String textOf(SubField part, GenericJson item) {
        return part.kind() == SubFieldKind.DATE ? "" : part.read(item);
    }

    private static int number(Integer value) {
        return value == null ? 0 : value;
    }
}
