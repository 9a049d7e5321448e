package org.muster.practice;

import com.google.gson.JsonObject;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Photos of contacts: set, taken away, and shown at the address an answer gives. */
final class PhotoMethods {
    private static final Pattern PATH = Pattern.compile("/photos/([0-9a-f]{1,16})-\\d+(=s\\d+)?");
    /** A grey dot, the face of whoever has no photo. */
    private static final byte[] NOBODY = Base64.getDecoder().decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUl"
            + "EQVR42mOor6//DwAFhAKA3mnfIQAAAABJRU5ErkJggg==");

    private final Account account;
    private final JsonBinder binder;
    private final PersonWriter writer;

    PhotoMethods(Account account, JsonBinder binder, PersonWriter writer) {
        this.account = account;
        this.binder = binder;
        this.writer = writer;
    }

    Reply update(Call call) {
        JsonObject request = binder.bind(call.body(), "UpdateContactPhotoRequest", "");
        String fields = Json.text(request, "personFields");
        ReadMask mask = MaskParser.read(fields, "personFields", "people/updateContactPhoto");
        byte[] photo = decode(Json.text(request, "photoBytes"));
        if (type(photo).isEmpty()) {
            throw Errors.invalid("Request photo bytes must be a JPEG or PNG image.");
        }
        return set(call, Base64.getEncoder().encodeToString(photo), mask, MethodTools.sources(request));
    }

    Reply delete(Call call) {
        String fields = String.join(",", call.params().all("personFields"));
        ReadMask mask = MaskParser.read(fields, "personFields", "people/deleteContactPhoto");
        return set(call, "", mask, MethodTools.sources(call, Sources.BOTH));
    }

    private Reply set(Call call, String photo, ReadMask mask, Sources sources) {
        if (!ContactMethods.isContactName(call.resource())) {
            throw Errors.notAContact(call.resource());
        }
        StoredPerson changed = account.exclusively(() -> {
            StoredPerson person = account.contacts().find(call.resource()).orElseThrow(Errors::notFound);
            if (photo.isEmpty() && person.photo().isEmpty()) {
                throw Errors.notFound();
            }
            StoredPerson made = person.next(account.contacts().nextSeq(), account.clock().now()).withPhoto(photo);
            account.contacts().write(List.of(made));
            return made;
        });
        if (mask.isEmpty()) {
            return Reply.ok("{}").of(1);
        }
        return Reply.ok("{\"person\":" + writer.write(changed, PersonWriter.View.of(mask, sources, call.language()))
                + "}").of(1);
    }

    /** The picture behind a photo's address; asks for no token, as Google's image servers do not. */
    Reply picture(String path) {
        if (path.startsWith("/photos/default")) {
            return new Reply(200, "image/png", NOBODY, java.util.Map.of(), 0);
        }
        Matcher matcher = PATH.matcher(path);
        Optional<StoredPerson> person = matcher.matches()
                ? account.contacts().bySourceId(Long.parseUnsignedLong(matcher.group(1), 16)) : Optional.empty();
        if (person.isEmpty() || person.get().photo().isEmpty()) {
            return Reply.htmlNotFound(path);
        }
        byte[] bytes = Base64.getDecoder().decode(person.get().photo());
        return new Reply(200, type(bytes).orElse("image/jpeg"), bytes, java.util.Map.of(), 0);
    }

    /** Either alphabet of base64, with padding or without. */
    private static byte[] decode(String text) {
        String plain = text.replace('-', '+').replace('_', '/').replace("=", "");
        try {
            return Base64.getDecoder().decode(plain);
        } catch (IllegalArgumentException e) {
            throw Errors.violations(List.of(new Errors.Violation("photo_bytes",
                    "Invalid value at 'photo_bytes' (TYPE_BYTES), Base64 decoding failed for " + Json.quote(
                            text.length() > 40 ? text.substring(0, 40) + "…" : text))));
        }
    }

    private static Optional<String> type(byte[] photo) {
        if (photo.length > 3 && photo[0] == (byte) 0xff && photo[1] == (byte) 0xd8) {
            return Optional.of("image/jpeg");
        }
        return photo.length > 8 && photo[0] == (byte) 0x89 && photo[1] == 'P' && photo[2] == 'N' && photo[3] == 'G'
                ? Optional.of("image/png") : Optional.empty();
    }
}
