package org.muster.contacts;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The words by which people name a field in a search: its mask path, and short everyday names. Case does not count. */
final class FieldNames {
    private final Map<String, PersonField> byName = new LinkedHashMap<>();

    FieldNames() {
        names(PersonField.NAMES, "name names");
        names(PersonField.NICKNAMES, "nickname nick");
        names(PersonField.EMAIL_ADDRESSES, "email e-mail mail emails");
        names(PersonField.PHONE_NUMBERS, "phone tel telephone mobile phones");
        names(PersonField.ADDRESSES, "address");
        names(PersonField.ORGANIZATIONS, "company org organization organisation title job");
        names(PersonField.MEMBERSHIPS, "label labels group");
        names(PersonField.BIRTHDAYS, "birthday born");
        names(PersonField.BIOGRAPHIES, "note notes biography");
        names(PersonField.EVENTS, "event anniversary");
        names(PersonField.RELATIONS, "relation");
        names(PersonField.URLS, "url website web site");
        names(PersonField.IM_CLIENTS, "chat im");
        names(PersonField.SIP_ADDRESSES, "sip");
        names(PersonField.USER_DEFINED, "custom");
        names(PersonField.GENDERS, "gender");
        names(PersonField.OCCUPATIONS, "occupation");
        names(PersonField.INTERESTS, "interest");
        names(PersonField.LOCALES, "language locale");
        names(PersonField.LOCATIONS, "location");
        names(PersonField.CALENDAR_URLS, "calendar");
        names(PersonField.EXTERNAL_IDS, "id");
        names(PersonField.MISC_KEYWORDS, "keyword");
        names(PersonField.CLIENT_DATA, "data");
        names(PersonField.PHOTOS, "photo");
        names(PersonField.COVER_PHOTOS, "cover");
        names(PersonField.AGE_RANGES, "age");
        names(PersonField.SKILLS, "skill");
        for (PersonField field : PersonField.values()) {
            if (!field.subFields().isEmpty()) {
                byName.put(Folding.fold(field.path()), field);
            }
        }
    }

    private void names(PersonField field, String names) {
        for (String name : names.split(" ")) {
            byName.put(name, field);
        }
    }

    Optional<PersonField> find(String name) {
        return Optional.ofNullable(byName.get(Folding.fold(name)));
    }

    /** The known name that is most like {@code wrong}, if any is like it at all. */
    Optional<String> suggest(String wrong) {
        String folded = Folding.fold(wrong);
        if (folded.length() > 40) {
            return Optional.empty();
        }
        String best = null;
        int bestDistance = Math.min(3, folded.length());
        for (String name : byName.keySet()) {
            int distance = name.startsWith(folded) && folded.length() > 1 ? 1 : distance(folded, name);
            if (distance < bestDistance) {
                best = name;
                bestDistance = distance;
            }
        }
        return Optional.ofNullable(best);
    }

    /** How many letters must be put in, taken out, replaced or swapped with their neighbour to make one word of the other. */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + cost);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
