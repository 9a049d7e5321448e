package org.muster.practice.sample;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;

/** The labels of the account, and who carries them. */
final class Labels {
    static final String IMPORTED = "Imported on 3/14/19";

    /** Name to group id, in the order of the account. System groups keep their own name. */
    static final Map<String, String> IDS = ids();

    private Labels() {}

    private static Map<String, String> ids() {
        Map<String, String> ids = new LinkedHashMap<>();
        ids.put("Friends", "1f0a3c5d8b2e4f61");
        ids.put("Suppliers", "2b7d9e1c0a4f6385");
        ids.put("Work", "3c8e0f2d1b5a7496");
        ids.put("Choir", "4d9f1a3e2c6b85a7");
        ids.put("Family", "5ea02b4f3d7c96b8");
        ids.put(IMPORTED, "6fb13c504e8da7c9");
        ids.put("starred", "starred");
        ids.put("myContacts", "myContacts");
        return Collections.unmodifiableMap(ids);
    }

    /** Hands out the labels: people of the opening keep what they have, the rest is filled up to the counts. */
    static void spread(List<Draft> opening, List<Draft> others, Random dice) {
        Predicate<Draft> hasCompany = d -> d.has("organizations");
        fill("Suppliers", 57, opening, others, hasCompany, dice);
        fill("Work", 611, opening, others, hasCompany.and(d -> !d.labels.contains("Suppliers")), dice);
        fill("Friends", 204, opening, others, d -> d.labels.isEmpty(), dice);
        fill("Choir", 31, opening, others, d -> d.labels.contains("Friends"), dice);
        fill("Family", 42, opening, others, d -> d.labels.isEmpty(), dice);
        fill(IMPORTED, 388, opening, others, d -> d.labels.isEmpty() || d.labels.contains("Work"), dice);
        fill("starred", 12, opening, others, d -> d.labels.contains("Friends") || d.labels.contains("Family"), dice);
    }

    private static void fill(String label, int count, List<Draft> opening, List<Draft> others, Predicate<Draft> likely, Random dice) {
        long missing = count - opening.stream().filter(d -> d.labels.contains(label)).count();
        List<Draft> order = new ArrayList<>(others);
        Collections.shuffle(order, dice);
        // A stable sort: the likely ones first, each half still in shuffled order.
        order.sort(java.util.Comparator.comparing(likely::test).reversed());
        order.stream().limit(missing).forEach(d -> d.labels.add(label));
    }

    static JsonArray memberships(Draft draft) {
        JsonArray memberships = new JsonArray();
        List<String> labels = new ArrayList<>(List.of("myContacts"));
        labels.addAll(draft.labels);
        for (String label : labels) {
            JsonObject membership = new JsonObject();
            membership.add("contactGroupMembership", Draft.item("contactGroupResourceName", "contactGroups/" + IDS.get(label)));
            memberships.add(membership);
        }
        return memberships;
    }

    /** The user's own groups as {@code ContactGroup} resources. */
    static JsonArray groups() {
        JsonArray groups = new JsonArray();
        IDS.forEach((name, id) -> {
            if (!name.equals(id)) {
                groups.add(Draft.item("resourceName", "contactGroups/" + id, "name", name));
            }
        });
        return groups;
    }
}
