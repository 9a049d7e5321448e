package org.muster.practice;

import com.google.gson.JsonObject;
import java.util.List;

/** "Other contacts" and the directory: a practice account has neither, but refuses what Google refuses. */
final class OtherMethods {
    private static final List<String> SEARCHABLE = List.of("emailAddresses", "metadata", "names", "phoneNumbers");

    private final JsonBinder binder;
    private final Account account;

    OtherMethods(JsonBinder binder, Account account) {
        this.binder = binder;
        this.account = account;
    }

    Reply list(Call call) {
        String mask = String.join(",", call.params().all("readMask"));
        MaskParser.required(mask, "readMask", "otherContacts/list");
        Sources sources = MethodTools.sources(call, Sources.CONTACT_ONLY);
        if (sources.profile() && !sources.contact()) {
            throw Errors.invalid("READ_SOURCE_TYPE_PROFILE without READ_SOURCE_TYPE_CONTACT is not permitted.");
        }
        if (!sources.profile()) {
            refuseBeyond(mask, List.of("emailAddresses", "metadata", "names", "phoneNumbers", "photos"));
        }
        JsonObject out = new JsonObject();
        if (call.params().text("requestSyncToken").equals("true") || !call.params().text("syncToken").isEmpty()) {
            out.addProperty("nextSyncToken", SyncTokens.encode(new SyncTokens.Sync(mask.hashCode(),
                    account.contacts().lastSeq(), account.clock().now())));
        }
        return Reply.ok(Json.write(out));
    }

    Reply search(Call call) {
        String mask = String.join(",", call.params().all("readMask"));
        MaskParser.required(mask, "readMask", "otherContacts/search");
        refuseBeyond(mask, SEARCHABLE);
        return Reply.ok("{}");
    }

    Reply copy(Call call) {
        JsonObject request = binder.bind(call.body(), "CopyOtherContactToMyContactsGroupRequest", "");
        String mask = Json.text(request, "copyMask");
        MaskParser.required(mask, "copyMask", "otherContacts/copyOtherContactToMyContactsGroup");
        refuseBeyond(mask, List.of("emailAddresses", "names", "phoneNumbers"));
        throw Errors.notFound();
    }

    private static void refuseBeyond(String mask, List<String> allowed) {
        for (String path : mask.split(",")) {
            if (!allowed.contains(Schema.camel(path))) {
                throw Errors.invalid("Request field '" + path + "' not allowed for other contacts read requests.");
            }
        }
    }
}
