package org.muster.ui.mask;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.muster.contacts.PersonField;

/** Under which heading a field stands. */
enum FieldGroup {
    WHO,
    REACH,
    BELONG,
    MORE,
    GOOGLE,
    /** When overwriting: what was read. */
    LOADED,
    /** When overwriting: what was not. */
    NOT_LOADED;

    static FieldGroup of(PersonField field) {
        return switch (field) {
            case NAMES, NICKNAMES, BIRTHDAYS, GENDERS -> WHO;
            case EMAIL_ADDRESSES, PHONE_NUMBERS, ADDRESSES, URLS, IM_CLIENTS, SIP_ADDRESSES, CALENDAR_URLS -> REACH;
            case ORGANIZATIONS, MEMBERSHIPS, OCCUPATIONS, RELATIONS, LOCATIONS -> BELONG;
            case BIOGRAPHIES, EVENTS, USER_DEFINED, INTERESTS, LOCALES, EXTERNAL_IDS, MISC_KEYWORDS, CLIENT_DATA -> MORE;
            case PHOTOS, COVER_PHOTOS, AGE_RANGES, SKILLS, METADATA -> GOOGLE;
        };
    }

    /** The fields a picker shows, in the order it shows them. When overwriting, what the edit changes stands first. */
    static Map<FieldGroup, List<PersonField>> arrange(MaskModel model) {
        Map<FieldGroup, List<PersonField>> groups = new EnumMap<>(FieldGroup.class);
        for (PersonField field : PersonField.values()) {
            if (model.mode() != Mode.OVERWRITE) {
                groups.computeIfAbsent(of(field), g -> new ArrayList<>()).add(field);
            } else if (field.writable()) {
                groups.computeIfAbsent(model.tickable(field) ? LOADED : NOT_LOADED, g -> new ArrayList<>()).add(field);
            }
        }
        groups.getOrDefault(LOADED, new ArrayList<>()).sort((a, b) -> Boolean.compare(model.changes(b), model.changes(a)));
        return groups;
    }
}
