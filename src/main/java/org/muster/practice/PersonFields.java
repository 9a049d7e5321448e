package org.muster.practice;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The mask paths of a person, exactly as Google documents them: 29 that can be read, 24 that can be written. */
final class PersonFields {
    static final List<String> READ = List.of("addresses", "ageRanges", "biographies", "birthdays", "calendarUrls",
            "clientData", "coverPhotos", "emailAddresses", "events", "externalIds", "genders", "imClients",
            "interests", "locales", "locations", "memberships", "metadata", "miscKeywords", "names", "nicknames",
            "occupations", "organizations", "phoneNumbers", "photos", "relations", "sipAddresses", "skills", "urls",
            "userDefined");
    /** Readable, but nobody can write them. */
    static final Set<String> READ_ONLY = Set.of("ageRanges", "coverPhotos", "metadata", "photos", "skills");
    /** Paths of older revisions that clients still send; reading them yields nothing (assumption). */
    static final Set<String> TOLERATED = Set.of("residences", "taglines", "braggingRights", "relationshipInterests",
            "relationshipStatuses", "ageRange");
    /** At most one item per contact. */
    static final List<String> SINGLETONS = List.of("names", "biographies", "birthdays", "genders");

    static final int COUNT = READ.size();
    static final int MEMBERSHIPS = READ.indexOf("memberships");
    static final int METADATA = READ.indexOf("metadata");
    static final int PHOTOS = READ.indexOf("photos");
    static final int NAMES = READ.indexOf("names");
    static final int EMAILS = READ.indexOf("emailAddresses");
    static final int PHONES = READ.indexOf("phoneNumbers");

    private static final Map<String, Integer> INDEX = index();

    private PersonFields() {}

    /** The position of a read path in {@link #READ}, or -1. */
    static int index(String path) {
        return INDEX.getOrDefault(path, -1);
    }

    static boolean writable(String path) {
        return INDEX.containsKey(path) && !READ_ONLY.contains(path);
    }

    private static Map<String, Integer> index() {
        Map<String, Integer> map = new HashMap<>();
        for (int i = 0; i < READ.size(); i++) {
            map.put(READ.get(i), i);
        }
        return Map.copyOf(map);
    }
}
