package org.muster.practice;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** contactGroups.members.modify: not atomic by design, it reports what it could not do. */
final class MemberMethods {
    private static final int MAX_NAMES = 1_000;

    private final Account account;
    private final JsonBinder binder;
    private final Switches switches;

    MemberMethods(Account account, JsonBinder binder, Switches switches) {
        this.account = account;
        this.binder = binder;
        this.switches = switches;
    }

    Reply modify(Call call) {
        JsonObject request = binder.bind(call.body(), "ModifyContactGroupMembersRequest", "");
        List<String> add = MethodTools.strings(request, "resourceNamesToAdd");
        List<String> remove = MethodTools.strings(request, "resourceNamesToRemove");
        int total = add.size() + remove.size();
        if (total > MAX_NAMES) {
            throw Errors.invalid(switches.overLimitText().get().of(MAX_NAMES, "resource names"));
        }
        if (total == 0) {
            throw Errors.invalid("Request must contain at least one resource name to add or remove.");
        }
        return account.exclusively(() -> {
            StoredGroup group = account.groups().find(call.resource()).orElseThrow(Errors::notFound);
            if (!add.isEmpty() && !group.takesMembers()) {
                throw Errors.invalid("Cannot add contacts to deprecated system contact group");
            }
            return modify(group.resourceName(), add, remove).of(total);
        });
    }

    private Reply modify(String group, List<String> add, List<String> remove) {
        Map<Long, StoredPerson> changed = new LinkedHashMap<>();
        JsonArray notFound = new JsonArray();
        JsonArray last = new JsonArray();
        for (String name : add) {
            Optional<StoredPerson> found = account.contacts().find(name);
            if (found.isEmpty()) {
                notFound.add(name);
                continue;
            }
            StoredPerson person = changed.getOrDefault(found.get().sourceId(), found.get());
            if (!person.groups().contains(group)) {
                List<String> groups = new ArrayList<>(person.groups());
                groups.add(group);
                changed.put(person.sourceId(), account.editor().withGroups(person, List.copyOf(groups)));
            }
        }
        for (String name : remove) {
            Optional<StoredPerson> found = account.contacts().find(name);
            if (found.isEmpty()) {
                notFound.add(name);
                continue;
            }
            StoredPerson person = changed.getOrDefault(found.get().sourceId(), found.get());
            if (person.groups().contains(group)) {
                List<String> groups = new ArrayList<>(person.groups());
                groups.remove(group);
                if (groups.isEmpty()) {
                    last.add(name);
                } else {
                    changed.put(person.sourceId(), account.editor().withGroups(person, List.copyOf(groups)));
                }
            }
        }
        account.contacts().write(List.copyOf(changed.values()));
        JsonObject out = new JsonObject();
        if (!notFound.isEmpty()) {
            out.add("notFoundResourceNames", notFound);
        }
        if (!last.isEmpty()) {
            out.add("canNotRemoveLastContactGroupResourceNames", last);
        }
        return Reply.ok(Json.write(out));
    }
}
