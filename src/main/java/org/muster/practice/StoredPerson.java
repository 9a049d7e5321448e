package org.muster.practice;

import java.time.Instant;
import java.util.List;

/**
 * One contact as the server keeps it: each field already as the JSON text of its list, so that a page of a thousand
 * contacts is put together without building a tree. Immutable.
 *
 * @param sourceId the id of the contact source; the resource name is its decimal unless the contact was renamed
 * @param nameId the number in the resource name
 * @param version grows with every change of this contact
 * @param seq place in the account's order of changes
 * @param createdSeq its place when it was created
 * @param updated when it last changed
 * @param deleted whether only its grave is left
 * @param own per field the JSON list of the contact's own items, or null
 * @param profile per field the JSON list of the linked profile's items, or null; null when there is no profile
 * @param profileId the id of the linked profile, or empty
 * @param groups resource names of its groups
 * @param formerNames resource names it had
 * @param photo its own photo, base64 of a JPEG or PNG, or empty
 */
record StoredPerson(long sourceId, long nameId, long version, long seq, long createdSeq, Instant updated,
        boolean deleted, String[] own, String[] profile, String profileId, List<String> groups,
        List<String> formerNames, String photo) {

    static final String PREFIX = "people/c";

    String resourceName() {
        return PREFIX + Long.toUnsignedString(nameId);
    }

    String hexId() {
        return Long.toHexString(sourceId);
    }

    /** The same contact one change later. */
    StoredPerson next(long newSeq, Instant now) {
        return new StoredPerson(sourceId, nameId, version + 1, newSeq, createdSeq, now, deleted, own, profile,
                profileId, groups, formerNames, photo);
    }

    StoredPerson withOwn(String[] fields, List<String> newGroups) {
        return new StoredPerson(sourceId, nameId, version, seq, createdSeq, updated, deleted, fields, profile,
                profileId, newGroups, formerNames, photo);
    }

    StoredPerson withProfile(String[] fields, String id) {
        return new StoredPerson(sourceId, nameId, version, seq, createdSeq, updated, deleted, own, fields, id, groups,
                formerNames, photo);
    }

    StoredPerson withPhoto(String base64) {
        return new StoredPerson(sourceId, nameId, version, seq, createdSeq, updated, deleted, own, profile, profileId,
                groups, formerNames, base64);
    }

    StoredPerson renamed(long newNameId, List<String> allFormerNames) {
        return new StoredPerson(sourceId, newNameId, version, seq, createdSeq, updated, deleted, own, profile,
                profileId, groups, allFormerNames, photo);
    }

    /** The same contact out of the bin, still without content. */
    StoredPerson risen() {
        return new StoredPerson(sourceId, nameId, version, seq, createdSeq, updated, false, own, profile,
                profileId, groups, formerNames, photo);
    }

    /** What is left after a deletion: names and version, no content. */
    StoredPerson grave() {
        return new StoredPerson(sourceId, nameId, version, seq, createdSeq, updated, true,
                new String[PersonFields.COUNT], null, "", List.of(), formerNames, "");
    }
}
