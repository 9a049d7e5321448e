package org.muster.practice;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Optional;

/** Whether an update was made from the contact as it is now. */
final class EtagCheck {
    private final Etags etags;
    private final Switches switches;

    EtagCheck(Etags etags, Switches switches) {
        this.etags = etags;
        this.switches = switches;
    }

    /**
     * Either the person's etag or the one of its CONTACT source must be there; whichever is there must be current.
     *
     * @throws ApiException the refusal
     */
    void check(JsonObject sent, StoredPerson current) {
        String personEtag = Json.text(sent, "etag");
        Optional<String> sourceEtag = sourceEtag(sent);
        if (personEtag.isEmpty() && sourceEtag.isEmpty()) {
            throw Errors.missingEtag(switches.missingEtag().get().name());
        }
        if (!personEtag.isEmpty() && !etags.isCurrent(personEtag, current)) {
            throw Errors.staleEtag();
        }
        if (sourceEtag.isPresent() && !sourceEtag.get().equals(Etags.source(current))) {
            throw Errors.staleSourceEtag();
        }
    }

    private static Optional<String> sourceEtag(JsonObject sent) {
        for (JsonElement element : Json.list(Json.child(sent, "metadata"), "sources")) {
            JsonObject source = element.getAsJsonObject();
            if (Json.text(source, "type").equals("CONTACT") && !Json.text(source, "etag").isEmpty()) {
                return Optional.of(Json.text(source, "etag"));
            }
        }
        return Optional.empty();
    }
}
