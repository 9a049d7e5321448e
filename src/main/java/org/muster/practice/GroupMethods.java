package org.muster.practice;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reading and changing contact groups; their members are changed in {@link MemberMethods}. */
final class GroupMethods {
    private static final List<String> READ = List.of("clientData", "groupType", "memberCount", "metadata", "name");
    private static final List<String> READ_DEFAULT = List.of("metadata", "groupType", "memberCount", "name");
    private static final List<String> WRITTEN_DEFAULT = List.of("metadata", "groupType", "name");
    private static final int MAX_NAMES = 200;

    private final Account account;
    private final JsonBinder binder;
    private final Switches switches;

    GroupMethods(Account account, JsonBinder binder, Switches switches) {
        this.account = account;
        this.binder = binder;
        this.switches = switches;
    }

    Reply list(Call call) {
        List<String> fields = readFields(call);
        int size = MethodTools.pageSize(call, 30, 1_000);
        String syncToken = call.params().text("syncToken");
        List<StoredGroup> all = account.groups().all();
        if (!syncToken.isEmpty()) {
            SyncTokens.Sync sync = SyncTokens.sync(syncToken).orElseThrow(() -> Errors.invalid("Invalid sync token."));
            if (sync.seq() < account.floor()
                    || !account.clock().now().isBefore(sync.fullSync().plus(switches.syncTokenLife().get()))) {
                throw Errors.expiredSyncToken(switches.expiredSyncToken().get().name());
            }
            all = account.groups().changesAfter(sync.seq());
        }
        long start = account.contacts().lastSeq();
        int from = 0;
        if (!call.params().text("pageToken").isEmpty()) {
            SyncTokens.Page page = SyncTokens.page(call.params().text("pageToken"))
                    .orElseThrow(() -> Errors.invalid("Invalid page token."));
            start = page.start();
            from = (int) Math.min(page.cursor(), all.size());
        }
        int to = Math.min(from + size, all.size());
        JsonObject out = new JsonObject();
        JsonArray groups = new JsonArray();
        all.subList(from, to).forEach(group -> groups.add(json(group, fields, 0)));
        if (!groups.isEmpty()) {
            out.add("contactGroups", groups);
        }
        if (syncToken.isEmpty()) {
            out.addProperty("totalItems", all.size());
        }
        if (to < all.size()) {
            out.addProperty("nextPageToken", SyncTokens.encode(new SyncTokens.Page(0, start, to, account.clock().now())));
        } else {
            // Given without being asked for, as Google does.
            out.addProperty("nextSyncToken", SyncTokens.encode(new SyncTokens.Sync(0, start, account.clock().now())));
        }
        return Reply.ok(Json.write(out)).of(groups.size());
    }

    Reply get(Call call) {
        List<String> fields = readFields(call);
        StoredGroup group = account.groups().find(call.resource()).orElseThrow(Errors::notFound);
        return Reply.ok(Json.write(json(group, fields, maxMembers(call)))).of(1);
    }

    Reply batchGet(Call call) {
        List<String> fields = readFields(call);
        List<String> names = call.params().all("resourceNames");
        if (names.isEmpty()) {
            throw Errors.invalid("Request must contain at least one resource name.");
        }
        if (names.size() > MAX_NAMES) {
            throw Errors.invalid(switches.overLimitText().get().of(MAX_NAMES, "resource names"));
        }
        JsonArray responses = new JsonArray();
        for (String name : names) {
            JsonObject one = Json.object("requestedResourceName", name);
            Optional<StoredGroup> group = account.groups().find(name);
            JsonObject status = new JsonObject();
            if (group.isPresent()) {
                one.add("contactGroup", json(group.get(), fields, maxMembers(call)));
            } else {
                status.addProperty("code", 5);
                status.addProperty("message", "Requested entity was not found.");
            }
            one.add("status", status);
            responses.add(one);
        }
        JsonObject out = new JsonObject();
        out.add("responses", responses);
        return Reply.ok(Json.write(out)).of(names.size());
    }

    Reply create(Call call) {
        JsonObject request = binder.bind(call.body(), "CreateContactGroupRequest", "");
        List<String> fields = writtenFields(request);
        JsonObject sent = Json.child(request, "contactGroup");
        return account.exclusively(() -> {
            String name = checkName(sent, "");
            StoredGroup group = new StoredGroup(Long.toHexString(account.contacts().freshId()), name, name, false,
                    clientData(sent), 1, account.contacts().nextSeq(), account.clock().now(), false);
            account.groups().write(group);
            return Reply.ok(Json.write(json(group, fields, 0))).of(1);
        });
    }

    Reply update(Call call) {
        JsonObject request = binder.bind(call.body(), "UpdateContactGroupRequest", "");
        List<String> fields = writtenFields(request);
        List<String> mask = MaskParser.group(Json.text(request, "updateGroupFields"), "updateGroupFields",
                List.of("clientData", "name"), List.of("name"));
        JsonObject sent = Json.child(request, "contactGroup");
        return account.exclusively(() -> {
            StoredGroup group = account.groups().find(call.resource()).orElseThrow(Errors::notFound);
            if (group.system()) {
                throw Errors.invalid("Cannot modify a system contact group.");
            }
            String etag = Json.text(sent, "etag");
            if (!etag.isEmpty() && !etag.equals(group.etag())) {
                throw Errors.precondition("Request contactGroup.etag is different than the current contactGroup.etag. "
                        + "Clear local cache and get the latest contact group.");
            }
            StoredGroup changed = group.changed(mask.contains("name") ? checkName(sent, group.id()) : group.name(),
                    mask.contains("clientData") ? clientData(sent) : group.clientData(),
                    account.contacts().nextSeq(), account.clock().now());
            account.groups().write(changed);
            return Reply.ok(Json.write(json(changed, fields, 0))).of(1);
        });
    }

    Reply delete(Call call) {
        boolean withContacts = Stream.of("true", "1").anyMatch(call.params().text("deleteContacts")::equals);
        return account.exclusively(() -> {
            StoredGroup group = account.groups().find(call.resource()).orElseThrow(Errors::notFound);
            if (group.system()) {
                throw Errors.invalid("Cannot delete a system contact group.");
            }
            List<StoredPerson> changed = new ArrayList<>();
            for (StoredPerson member : account.contacts().members(group.resourceName())) {
                if (withContacts) {
                    changed.add(account.editor().delete(member));
                } else {
                    List<String> left = new ArrayList<>(member.groups());
                    left.remove(group.resourceName());
                    // A contact is never without a group (assumption: it falls back to My Contacts).
                    changed.add(account.editor().withGroups(member,
                            left.isEmpty() ? List.of(StoredGroup.MY_CONTACTS) : List.copyOf(left)));
                }
            }
            account.contacts().write(changed);
            account.groups().write(group.grave(account.contacts().nextSeq(), account.clock().now()));
            return Reply.ok("{}").of(1);
        });
    }

    private String checkName(JsonObject sent, String ownId) {
        String name = Json.text(sent, "name").strip();
        if (name.isEmpty()) {
            throw Errors.invalid("Request must contain a contact group name.");
        }
        if (account.groups().nameTaken(name, ownId)) {
            throw new ApiException(409, "ALREADY_EXISTS", "Contact group name already exists.");
        }
        return name;
    }

    private static String clientData(JsonObject sent) {
        Map<String, JsonElement> byKey = new LinkedHashMap<>();
        Json.list(sent, "clientData").forEach(e -> byKey.put(Json.text(e.getAsJsonObject(), "key"), e));
        JsonArray out = new JsonArray();
        byKey.values().forEach(out::add);
        return out.isEmpty() ? "" : Json.write(out);
    }

    private JsonObject json(StoredGroup group, List<String> fields, int maxMembers) {
        List<String> members = maxMembers == 0 ? List.of() : account.contacts().members(group.resourceName()).stream()
                .limit(maxMembers).map(StoredPerson::resourceName).toList();
        return group.json(fields, account.contacts().memberCount(group.resourceName()), members);
    }

    private static List<String> readFields(Call call) {
        return MaskParser.group(String.join(",", call.params().all("groupFields")), "groupFields", READ, READ_DEFAULT);
    }

    private static List<String> writtenFields(JsonObject request) {
        return MaskParser.group(Json.text(request, "readGroupFields"), "readGroupFields",
                List.of("clientData", "groupType", "metadata", "name"), WRITTEN_DEFAULT);
    }

    private static int maxMembers(Call call) {
        String text = call.params().text("maxMembers");
        int max = text.isEmpty() ? 0 : Integer.parseInt(text);
        if (max < 0) {
            throw Errors.invalid("maxMembers must not be negative.");
        }
        return max;
    }
}
