package org.muster.practice;

import java.util.List;
import java.util.Optional;

/** people.get and people.getBatchGet. */
final class ReadMethods {
    private static final int MAX_NAMES = 200;
    private static final String NOT_FOUND_STATUS = "\"httpStatusCode\":404,"
            + "\"status\":{\"code\":5,\"message\":\"Requested entity was not found.\"}}";

    private final Account account;
    private final PersonWriter writer;
    private final Switches switches;

    ReadMethods(Account account, PersonWriter writer, Switches switches) {
        this.account = account;
        this.writer = writer;
        this.switches = switches;
    }

    Reply get(Call call) {
        ReadMask mask = MethodTools.personFields(call, "people/get");
        PersonWriter.View view = PersonWriter.View.of(mask, MethodTools.sources(call, Sources.BOTH), call.language());
        if (call.resource().equals("people/me")) {
            return Reply.ok(Owner.json(mask)).of(1);
        }
        StoredPerson person = account.contacts().read(call.resource()).orElseThrow(Errors::notFound);
        return Reply.ok(writer.write(person, view)).of(1);
    }

    Reply batchGet(Call call) {
        ReadMask mask = MethodTools.personFields(call, "people/getBatchGet");
        List<String> names = call.params().all("resourceNames");
        if (names.isEmpty()) {
            throw Errors.invalid("Request must contain at least one resource name.");
        }
        if (names.size() > MAX_NAMES) {
            throw Errors.invalid(switches.overLimitText().get().of(MAX_NAMES, "resource names"));
        }
        PersonWriter.View view = PersonWriter.View.of(mask, MethodTools.sources(call, Sources.BOTH), call.language());
        Pieces all = new Pieces(names.size() * 1_024).add("{\"responses\":[");
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            StringBuilder out = new StringBuilder(1_024);
            out.append(i == 0 ? "" : ",").append("{\"requestedResourceName\":").append(Json.quote(name)).append(',');
            Optional<StoredPerson> person = account.contacts().read(name);
            if (person.isPresent()) {
                out.append("\"httpStatusCode\":200,\"status\":{},\"person\":");
                writer.write(out, person.get(), view);
                out.append('}');
            } else if (name.equals("people/me")) {
                out.append("\"httpStatusCode\":200,\"status\":{},\"person\":").append(Owner.json(mask)).append('}');
            } else {
                out.append(NOT_FOUND_STATUS);
            }
            all.add(out);
        }
        return all.add("]}").reply().of(names.size());
    }
}
