package org.muster.practice;

import java.util.List;

/**
 * Which sources an answer shows.
 *
 * @param contact items of the contact itself
 * @param profile items of the profile the contact is linked to
 */
record Sources(boolean contact, boolean profile) {
    static final Sources BOTH = new Sources(true, true);
    static final Sources CONTACT_ONLY = new Sources(true, false);

    /** The four that can be asked for, by {@code ReadSourceType}. */
    static final List<String> NAMES = List.of("READ_SOURCE_TYPE_UNSPECIFIED", "READ_SOURCE_TYPE_PROFILE",
            "READ_SOURCE_TYPE_CONTACT", "READ_SOURCE_TYPE_DOMAIN_CONTACT", "READ_SOURCE_TYPE_OTHER_CONTACT");

    static Sources of(List<String> names, Sources initial) {
        List<String> asked = names.stream().filter(n -> !n.equals("READ_SOURCE_TYPE_UNSPECIFIED")).toList();
        if (asked.isEmpty()) {
            return initial;
        }
        return new Sources(asked.contains("READ_SOURCE_TYPE_CONTACT"), asked.contains("READ_SOURCE_TYPE_PROFILE"));
    }
}
