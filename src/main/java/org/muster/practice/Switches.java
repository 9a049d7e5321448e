package org.muster.practice;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The switchboard of the practice account: one switch for each point where Google's behaviour is unproven or varies.
 * Every switch can be read, moved and enumerated while the server runs.
 */
public final class Switches {
    /** What batchDeleteContacts does with a name that is not there. */
    public enum DeleteMissing { WHOLE_BATCH_404, IGNORED }

    /** Whether a failed batch says which contacts were to blame. */
    public enum ContactErrors { PRESENT, ABSENT }

    /** When the old {@code errors[]} array is added to an error. */
    public enum LegacyErrors { BY_USER_AGENT, ALWAYS, NEVER }

    /** A refusal by status, for cases where several were reported. */
    public enum Refusal {
        INVALID_ARGUMENT(400), FAILED_PRECONDITION(400), PERMISSION_DENIED(403), RESOURCE_EXHAUSTED(429);

        private final int http;

        Refusal(int http) {
            this.http = http;
        }

        int http() {
            return http;
        }
    }

    /** What stands on top of a failed batch. */
    public enum BatchStatus {
        /** Code and status of the first contact that failed. */
        OF_FIRST_CONTACT,
        /** Always 400 INVALID_ARGUMENT. */
        ALWAYS_INVALID_ARGUMENT
    }

    /** How {@code Person.etag} is made. */
    public enum EtagFormat {
        /** The text varies with the fields asked for, as Google's does. */
        BY_MASK,
        /** The same text whatever is asked for. */
        FIXED
    }

    /** Which version stands inside {@code Person.etag}. */
    public enum EtagEmbeds { SOURCE_ETAG, OWN_VERSION }

    /** How search sees writes. */
    public enum SearchCache {
        /** As of the last warm-up: an empty query refreshes what later queries see. */
        LAZY,
        /** Always current. */
        FRESH
    }

    /** Which part of a name wins when a client changes the parts and sends the old {@code unstructuredName} along. */
    public enum NameConflict { PARTS_WIN, UNSTRUCTURED_WINS }

    /** Wording of a batch over its limit; nobody has published Google's. */
    public enum OverLimitText {
        MAXIMUM("Request must contain at most %d %s."),
        TOO_MANY("Too many %2$s in the request: the limit is %1$d.");

        private final String format;

        OverLimitText(String format) {
            this.format = format;
        }

        String of(int limit, String what) {
            return String.format(format, limit, what);
        }
    }

    /** What comes of the consent page. */
    public enum Consent {
        /** Grants all that is asked for. */
        GRANT_ALL,
        /** Grants reading where writing was asked for. */
        UNTICK_WRITING,
        /** Says no. */
        DENY,
        /** No person at all, but somebody who forges the way back: the state is another one. */
        WRONG_STATE
    }

    /** What the person's book does with a resource name when a contact becomes linked to a profile. */
    public enum Renaming { NEVER, ON_LINKING }

    private final List<Switch<?>> all = new ArrayList<>();

    private final Switch<DeleteMissing> deleteMissing = add("deleteMissing", List.of(DeleteMissing.values()));
    private final Switch<ContactErrors> contactErrors = add("contactErrors", List.of(ContactErrors.values()));
    private final Switch<LegacyErrors> legacyErrors = add("legacyErrors", List.of(LegacyErrors.values()));
    private final Switch<BatchStatus> batchStatus = add("batchStatus", List.of(BatchStatus.values()));
    private final Switch<Refusal> missingEtag = add("missingEtag", List.of(Refusal.INVALID_ARGUMENT,
            Refusal.FAILED_PRECONDITION));
    private final Switch<Refusal> expiredSyncToken = add("expiredSyncToken", List.of(Refusal.INVALID_ARGUMENT,
            Refusal.FAILED_PRECONDITION));
    private final Switch<Refusal> overflow = add("overflow", List.of(Refusal.FAILED_PRECONDITION, Refusal.INVALID_ARGUMENT,
            Refusal.PERMISSION_DENIED, Refusal.RESOURCE_EXHAUSTED));
    private final Switch<Refusal> overLong = add("overLong", List.of(Refusal.INVALID_ARGUMENT, Refusal.FAILED_PRECONDITION));
    private final Switch<OverLimitText> overLimitText = add("overLimitText", List.of(OverLimitText.values()));
    private final Switch<EtagFormat> etagFormat = add("etagFormat", List.of(EtagFormat.values()));
    private final Switch<EtagEmbeds> etagEmbeds = add("etagEmbeds", List.of(EtagEmbeds.values()));
    private final Switch<SearchCache> searchCache = add("searchCache", List.of(SearchCache.values()));
    private final Switch<NameConflict> nameConflict = add("nameConflict", List.of(NameConflict.values()));
    private final Switch<Renaming> renaming = add("renaming", List.of(Renaming.values()));
    private final Switch<Consent> consent = add("consent", List.of(Consent.values()));
    private final Switch<Duration> readLag = add("readLag", List.of(Duration.ZERO, Duration.ofSeconds(5)));
    private final Switch<Duration> listLag = add("listLag", List.of(Duration.ZERO, Duration.ofSeconds(5)));
    private final Switch<Duration> deltaDelay = add("deltaDelay", List.of(Duration.ZERO, Duration.ofSeconds(10)));
    private final Switch<Duration> syncTokenLife = add("syncTokenLife", List.of(Duration.ofDays(7), Duration.ofSeconds(1)));
    private final Switch<Integer> contactCap = add("contactCap", List.of(25_000, Integer.MAX_VALUE));
    private final Switch<Boolean> trashCounts = add("trashCounts", List.of(true, false));
    private final Switch<Integer> refreshLimit = add("refreshLimit", List.of(Integer.MAX_VALUE, 1));
    private final Switch<Duration> accessTokenLife = add("accessTokenLife", List.of(Duration.ofSeconds(3599),
            Duration.ofSeconds(90)));
    private final Switch<String> phoneRegion = add("phoneRegion", List.of("GB", "US", "DE"));

    /** batchDeleteContacts with a missing name. Default: 404 for the whole batch, nothing deleted. */
    public Switch<DeleteMissing> deleteMissing() {
        return deleteMissing;
    }

    /** {@code contactErrors} in failed batches. Default: present. */
    public Switch<ContactErrors> contactErrors() {
        return contactErrors;
    }

    /** The {@code errors[]} array. Default: for official clients by User-Agent, or with {@code $.xgafv=1}. */
    public Switch<LegacyErrors> legacyErrors() {
        return legacyErrors;
    }

    /** Code and status of a failed batch. Default: those of the first contact that failed. */
    public Switch<BatchStatus> batchStatus() {
        return batchStatus;
    }

    /** Status when an update carries no etag. Default: INVALID_ARGUMENT. */
    public Switch<Refusal> missingEtag() {
        return missingEtag;
    }

    /** Status of an expired sync token (always HTTP 400). Default: INVALID_ARGUMENT. */
    public Switch<Refusal> expiredSyncToken() {
        return expiredSyncToken;
    }

    /** Answer to a create past {@link #contactCap()}. Default: 400 FAILED_PRECONDITION. */
    public Switch<Refusal> overflow() {
        return overflow;
    }

    /** Answer to an over-long value, too many values or too large a contact. Default: 400 INVALID_ARGUMENT. */
    public Switch<Refusal> overLong() {
        return overLong;
    }

    /** Wording when a batch passes its limit. */
    public Switch<OverLimitText> overLimitText() {
        return overLimitText;
    }

    /** Whether {@code Person.etag} varies with the mask. Default: it does. */
    public Switch<EtagFormat> etagFormat() {
        return etagFormat;
    }

    /** Whether {@code Person.etag} holds the contact source's etag. Default: it does. */
    public Switch<EtagEmbeds> etagEmbeds() {
        return etagEmbeds;
    }

    /** Staleness of searchContacts. Default: as of the last warm-up. */
    public Switch<SearchCache> searchCache() {
        return searchCache;
    }

    /** Name parts against {@code unstructuredName}. Default: the parts win. */
    public Switch<NameConflict> nameConflict() {
        return nameConflict;
    }

    /** Whether an e-mail at {@code linked.example} that is added or taken away gives a contact a new name. Default: never. */
    public Switch<Renaming> renaming() {
        return renaming;
    }

    /** What the consent page answers. Default: everything asked for is granted. */
    public Switch<Consent> consent() {
        return consent;
    }

    /** How long get, batchGet and list keep answering with a contact's former state after a change. Default: zero. */
    public Switch<Duration> readLag() {
        return readLag;
    }

    /** How long a created contact is missing from connections.list. Default: zero. */
    public Switch<Duration> listLag() {
        return listLag;
    }

    /** How long a change is missing from incremental sync. Default: zero. */
    public Switch<Duration> deltaDelay() {
        return deltaDelay;
    }

    /** Life of a sync token, counted from the full sync. Default: 7 days. */
    public Switch<Duration> syncTokenLife() {
        return syncTokenLife;
    }

    /** Contacts an account may hold. Default: 25,000. */
    public Switch<Integer> contactCap() {
        return contactCap;
    }

    /** Whether deleted contacts count towards the cap for 30 days. Default: yes. */
    public Switch<Boolean> trashCounts() {
        return trashCounts;
    }

    /** How often one refresh token may be used before {@code invalid_grant}. Default: without end. */
    public Switch<Integer> refreshLimit() {
        return refreshLimit;
    }

    /** Life of an access token that the token end-point hands out. Default: 3,599 s. */
    public Switch<Duration> accessTokenLife() {
        return accessTokenLife;
    }

    /** Region that phone numbers without a country code are read in, for {@code canonicalForm}. Default: GB. */
    public Switch<String> phoneRegion() {
        return phoneRegion;
    }

    /** Every switch. */
    public List<Switch<?>> all() {
        return List.copyOf(all);
    }

    /** Every switch back to its default. */
    public void restore() {
        all.forEach(Switch::restore);
    }

    private <T> Switch<T> add(String name, List<T> positions) {
        Switch<T> created = new Switch<>(name, positions.getFirst(), positions);
        all.add(created);
        return created;
    }
}
