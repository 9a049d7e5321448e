package org.muster.practice;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.regex.Pattern;

/** createContact, updateContact and deleteContact. */
final class ContactMethods {
    private static final Pattern CONTACT_NAME = Pattern.compile("people/c\\d{1,20}");

    private final Account account;
    private final JsonBinder binder;
    private final PersonWriter writer;
    private final EtagCheck etags;
    private final ContactCap cap;

    ContactMethods(Account account, JsonBinder binder, PersonWriter writer, EtagCheck etags, ContactCap cap) {
        this.account = account;
        this.binder = binder;
        this.writer = writer;
        this.etags = etags;
        this.cap = cap;
    }

    /** {@code people/c} and a number; {@code people/me} and profiles are no contacts. */
    static boolean isContactName(String name) {
        return CONTACT_NAME.matcher(name).matches();
    }

    Reply create(Call call) {
        JsonObject person = binder.bind(call.body(), "Person", "person");
        // Documented both as required and as "all fields if not set"; clients omit it.
        ReadMask mask = call.params().text("personFields").isEmpty() ? ReadMask.ALL
                : MethodTools.personFields(call, "people/createContact");
        PersonWriter.View view = PersonWriter.View.of(mask, MethodTools.sources(call, Sources.BOTH), call.language());
        StoredPerson created = account.exclusively(() -> {
            cap.check(1);
            StoredPerson made = account.editor().create(person);
            account.contacts().write(List.of(made));
            return made;
        });
        return Reply.ok(writer.write(created, view)).of(1);
    }

    Reply update(Call call) {
        JsonObject person = binder.bind(call.body(), "Person", "person");
        if (!isContactName(call.resource())) {
            throw Errors.notAContact(call.resource());
        }
        List<String> fields = MaskParser.write(String.join(",", call.params().all("updatePersonFields")),
                "updatePersonFields", "people/updateContact");
        // "Defaults to all fields if not set" (Google's reference).
        ReadMask mask = call.params().text("personFields").isEmpty() ? ReadMask.ALL
                : MethodTools.personFields(call, "people/updateContact");
        if (person.isEmpty()) {
            throw Errors.invalid("Request must contain a person.");
        }
        PersonWriter.View view = PersonWriter.View.of(mask, MethodTools.sources(call, Sources.BOTH), call.language());
        StoredPerson updated = account.exclusively(() -> {
            StoredPerson current = account.contacts().find(call.resource()).orElseThrow(Errors::notFound);
            etags.check(person, current);
            StoredPerson made = account.editor().update(current, person, fields);
            account.contacts().write(List.of(made));
            return made;
        });
        return Reply.ok(writer.write(updated, view)).of(1);
    }

    Reply delete(Call call) {
        if (!isContactName(call.resource())) {
            throw Errors.notAContact(call.resource());
        }
        return account.exclusively(() -> {
            StoredPerson current = account.contacts().find(call.resource()).orElseThrow(Errors::notFound);
            account.contacts().write(List.of(account.editor().delete(current)));
            return Reply.ok("{}").of(1);
        });
    }
}
