package org.muster.practice;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The three batch methods. Each is all or nothing; a failure names every contact that stood in the way. */
final class BatchMethods {
    private static final int MAX_CONTACTS = 200;
    private static final int MAX_DELETES = 500;

    private final Account account;
    private final JsonBinder binder;
    private final PersonWriter writer;
    private final EtagCheck etags;
    private final ContactCap cap;
    private final Switches switches;

    BatchMethods(Account account, JsonBinder binder, PersonWriter writer, EtagCheck etags, ContactCap cap,
            Switches switches) {
        this.account = account;
        this.binder = binder;
        this.writer = writer;
        this.etags = etags;
        this.cap = cap;
        this.switches = switches;
    }

    Reply create(Call call) {
        JsonObject request = binder.bind(call.body(), "BatchCreateContactsRequest", "");
        ReadMask mask = MaskParser.read(Json.text(request, "readMask"), "readMask", "people/batchCreateContacts");
        PersonWriter.View view = PersonWriter.View.of(mask, MethodTools.sources(request), call.language());
        JsonArray sent = Json.list(request, "contacts");
        checkSize(sent.size(), MAX_CONTACTS, "contacts");
        List<StoredPerson> created = account.exclusively(() -> {
            cap.check(sent.size());
            List<StoredPerson> made = new ArrayList<>();
            Map<String, ApiException> failed = new LinkedHashMap<>();
            for (int i = 0; i < sent.size(); i++) {
                try {
                    made.add(account.editor().create(Json.child(sent.get(i).getAsJsonObject(), "contactPerson")));
                } catch (ApiException e) {
                    failed.put(String.valueOf(i), e);
                }
            }
            refuse(failed, "Create");
            account.contacts().write(made);
            return made;
        });
        if (mask.isEmpty()) {
            return Reply.ok("{}").of(sent.size());
        }
        Pieces out = new Pieces(created.size() * 1_024).add("{\"createdPeople\":[");
        for (int i = 0; i < created.size(); i++) {
            out.add(response(i == 0 ? "" : ",", created.get(i).resourceName(), created.get(i), view));
        }
        return out.add("]}").reply().of(sent.size());
    }

    Reply update(Call call) {
        JsonObject request = binder.bind(call.body(), "BatchUpdateContactsRequest", "");
        ReadMask mask = MaskParser.read(Json.text(request, "readMask"), "readMask", "people/batchUpdateContacts");
        PersonWriter.View view = PersonWriter.View.of(mask, MethodTools.sources(request), call.language());
        JsonObject sent = Json.child(request, "contacts");
        checkSize(sent.size(), MAX_CONTACTS, "contacts");
        List<String> fields = MaskParser.write(Json.text(request, "updateMask"), "updateMask",
                "people/batchUpdateContacts");
        Map<String, StoredPerson> updated = account.exclusively(() -> {
            Map<String, StoredPerson> made = new LinkedHashMap<>();
            Map<String, ApiException> failed = new LinkedHashMap<>();
            Set<Long> seen = new LinkedHashSet<>();
            for (Map.Entry<String, JsonElement> entry : sent.entrySet()) {
                try {
                    made.put(entry.getKey(), updated(entry.getKey(), entry.getValue().getAsJsonObject(), fields, seen));
                } catch (ApiException e) {
                    failed.put(entry.getKey(), e);
                }
            }
            refuse(failed, "Update");
            account.contacts().write(List.copyOf(made.values()));
            return made;
        });
        if (mask.isEmpty()) {
            return Reply.ok("{}").of(sent.size());
        }
        Pieces out = new Pieces(updated.size() * 1_024).add("{\"updateResult\":{");
        String before = "";
        for (Map.Entry<String, StoredPerson> one : updated.entrySet()) {
            out.add(response(before + Json.quote(one.getKey()) + ":", one.getKey(), one.getValue(), view));
            before = ",";
        }
        return out.add("}}").reply().of(sent.size());
    }

    private StoredPerson updated(String name, JsonObject person, List<String> fields, Set<Long> seen) {
        if (!ContactMethods.isContactName(name)) {
            throw Errors.notAContact(name);
        }
        StoredPerson current = account.contacts().find(name).orElseThrow(Errors::notFound);
        if (!seen.add(current.sourceId())) {
            throw Errors.invalid("Request must not contain the same contact twice.");
        }
        etags.check(person, current);
        return account.editor().update(current, person, fields);
    }

    Reply delete(Call call) {
        JsonObject request = binder.bind(call.body(), "BatchDeleteContactsRequest", "");
        List<String> names = MethodTools.strings(request, "resourceNames");
        checkSize(names.size(), MAX_DELETES, "resource names");
        for (String name : names) {
            if (!ContactMethods.isContactName(name)) {
                throw Errors.notAContact(name);
            }
        }
        return account.exclusively(() -> {
            Map<Long, StoredPerson> gone = new LinkedHashMap<>();
            for (String name : names) {
                Optional<StoredPerson> person = account.contacts().find(name);
                if (person.isPresent()) {
                    gone.computeIfAbsent(person.get().sourceId(), id -> account.editor().delete(person.get()));
                } else if (switches.deleteMissing().get() == Switches.DeleteMissing.WHOLE_BATCH_404) {
                    throw Errors.notFound();
                }
            }
            account.contacts().write(List.copyOf(gone.values()));
            return Reply.ok("{}").of(names.size());
        });
    }

    private void checkSize(int size, int limit, String what) {
        if (size == 0) {
            throw Errors.invalid("Request must contain at least one of " + what + ".");
        }
        if (size > limit) {
            throw Errors.invalid(switches.overLimitText().get().of(limit, what));
        }
    }

    /** One contact that fails fails the batch; the details say who would have failed. */
    private void refuse(Map<String, ApiException> failed, String kind) {
        if (failed.isEmpty()) {
            return;
        }
        ApiException first = failed.values().iterator().next();
        boolean plain = switches.batchStatus().get() == Switches.BatchStatus.ALWAYS_INVALID_ARGUMENT;
        ApiException whole = plain ? Errors.invalid("Request contains an invalid argument.")
                : new ApiException(first.http(), first.status(), summary(first));
        if (switches.contactErrors().get() == Switches.ContactErrors.PRESENT) {
            JsonObject byContact = new JsonObject();
            failed.forEach((key, error) -> {
                JsonObject status = new JsonObject();
                status.addProperty("code", error.rpcCode());
                status.addProperty("message", error.getMessage());
                if (!error.details().isEmpty()) {
                    status.add("details", error.details());
                }
                byContact.add(key, status);
            });
            JsonObject detail = Errors.typed("google.people.v1.Batch" + kind + "ContactsErrorDetails");
            detail.add("contactErrors", byContact);
            whole.with(detail);
        }
        throw whole;
    }

    private static String summary(ApiException first) {
        return first.status().equals(Errors.INVALID) ? "Request contains an invalid argument." : first.getMessage();
    }

    private StringBuilder response(String before, String name, StoredPerson person, PersonWriter.View view) {
        StringBuilder out = new StringBuilder(1_024).append(before).append("{\"httpStatusCode\":200,\"person\":");
        writer.write(out, person, view);
        return out.append(",\"requestedResourceName\":").append(Json.quote(name)).append(",\"status\":{}}");
    }
}
