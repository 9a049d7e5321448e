package org.muster.practice;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** people.connections.list: pages, orders, full and incremental sync. */
final class ListMethods {
    private static final String DOC = "people.connections/list";
    private static final String ME = "people/me";

    private final Account account;
    private final PersonWriter writer;
    private final Switches switches;

    ListMethods(Account account, PersonWriter writer, Switches switches) {
        this.account = account;
        this.writer = writer;
        this.switches = switches;
    }

    Reply connections(Call call) {
        if (!call.resource().equals(ME)) {
            throw Errors.invalid("Resource name \"" + call.resource() + "\" is not valid. Only \"people/me\" is valid.");
        }
        ReadMask mask = MethodTools.personFields(call, DOC);
        Sources sources = MethodTools.sources(call, Sources.BOTH);
        int size = MethodTools.pageSize(call, 100, 1_000);
        String order = call.params().text("sortOrder").isEmpty() ? "LAST_MODIFIED_ASCENDING"
                : call.params().text("sortOrder");
        boolean wantsSync = Stream.of("true", "1").anyMatch(call.params().text("requestSyncToken")::equals);
        String syncToken = call.params().text("syncToken");
        if ((wantsSync || !syncToken.isEmpty()) && order.equals("LAST_MODIFIED_DESCENDING")) {
            throw Errors.invalid("Sync requests must be sorted by LAST_MODIFIED_ASCENDING.");
        }
        int params = params(mask, sources, order);
        Optional<SyncTokens.Page> page = page(call, params);
        PersonWriter.View view = new PersonWriter.View(mask, sources, call.language(), true, !syncToken.isEmpty());
        if (!syncToken.isEmpty()) {
            return changes(sync(syncToken, params), page, size, params, view);
        }
        return order.equals("LAST_MODIFIED_ASCENDING") ? byChange(page, size, params, wantsSync, view)
                : sorted(order, page, size, params, wantsSync, view);
    }

    private Reply byChange(Optional<SyncTokens.Page> page, int size, int params, boolean wantsSync,
            PersonWriter.View view) {
        SyncTokens.Page here = page.orElseGet(() -> firstPage(params));
        List<StoredPerson> found = account.contacts().listAfter(here.cursor(), size + 1);
        boolean more = found.size() > size;
        List<StoredPerson> shown = more ? found.subList(0, size) : found;
        String next = more ? SyncTokens.encode(new SyncTokens.Page(params, here.start(), shown.getLast().seq(),
                here.fullSync())) : "";
        return answer(shown, next, wantsSync && !more ? token(params, here.start(), here.fullSync()) : "", true, view);
    }

    private Reply sorted(String order, Optional<SyncTokens.Page> page, int size, int params, boolean wantsSync,
            PersonWriter.View view) {
        SyncTokens.Page here = page.orElseGet(() -> firstPage(params));
        List<StoredPerson> all = account.contacts().listAll();
        if (order.equals("LAST_MODIFIED_DESCENDING")) {
            all = all.reversed();
        } else {
            String key = order.equals("FIRST_NAME_ASCENDING") ? "displayName" : "displayNameLastFirst";
            all = all.stream().map(p -> new Keyed(sortKey(p, key), p)).sorted(Comparator.comparing(Keyed::key))
                    .map(Keyed::person).toList();
        }
        int from = (int) Math.min(here.cursor(), all.size());
        int to = Math.min(from + size, all.size());
        boolean more = to < all.size();
        String next = more ? SyncTokens.encode(new SyncTokens.Page(params, here.start(), to, here.fullSync())) : "";
        return answer(all.subList(from, to), next,
                wantsSync && !more ? token(params, here.start(), here.fullSync()) : "", true, view);
    }

    private record Keyed(String key, StoredPerson person) {}

    private static String sortKey(StoredPerson person, String member) {
        String names = person.own()[PersonFields.NAMES];
        if (names == null) {
            return "";
        }
        String name = Json.text(com.google.gson.JsonParser.parseString(names).getAsJsonArray().get(0)
                .getAsJsonObject(), member);
        return name.toLowerCase(Locale.ROOT);
    }

    private Reply changes(SyncTokens.Sync sync, Optional<SyncTokens.Page> page, int size, int params,
            PersonWriter.View view) {
        long upTo = page.map(SyncTokens.Page::start)
                .orElseGet(() -> Math.max(sync.seq(), account.contacts().settledSeq(switches.deltaDelay().get())));
        long from = page.map(SyncTokens.Page::cursor).orElse(sync.seq());
        List<StoredPerson> found = account.contacts().changesAfter(from, upTo, size + 1);
        boolean more = found.size() > size;
        List<StoredPerson> shown = more ? found.subList(0, size) : found;
        String next = more ? SyncTokens.encode(new SyncTokens.Page(params, upTo, shown.getLast().seq(),
                sync.fullSync())) : "";
        return answer(shown, next, more ? "" : token(params, upTo, sync.fullSync()), false, view);
    }

    private Reply answer(List<StoredPerson> people, String nextPage, String nextSync, boolean totals,
            PersonWriter.View view) {
        StringBuilder out = new StringBuilder(people.size() * 1_024 + 256).append('{');
        if (!people.isEmpty()) {
            out.append("\"connections\":[");
            for (int i = 0; i < people.size(); i++) {
                out.append(i == 0 ? "" : ",");
                writer.write(out, totals ? account.contacts().asSeen(people.get(i)) : people.get(i), view);
            }
            out.append("],");
        }
        if (!nextPage.isEmpty()) {
            out.append("\"nextPageToken\":\"").append(nextPage).append("\",");
        }
        if (!nextSync.isEmpty()) {
            out.append("\"nextSyncToken\":\"").append(nextSync).append("\",");
        }
        int count = account.contacts().count();
        if ((totals || !people.isEmpty()) && count > 0) {
            out.append("\"totalPeople\":").append(count).append(",\"totalItems\":").append(count).append(',');
        }
        if (out.charAt(out.length() - 1) == ',') {
            out.setLength(out.length() - 1);
        }
        return Reply.ok(out.append('}').toString()).of(people.size());
    }

    private SyncTokens.Page firstPage(int params) {
        Duration lag = Stream.of(switches.deltaDelay(), switches.listLag(), switches.readLag()).map(Switch::get)
                .max(Comparator.naturalOrder()).orElse(Duration.ZERO);
        return new SyncTokens.Page(params, Math.max(account.floor(), account.contacts().settledSeq(lag)), 0,
                account.clock().now());
    }

    private static String token(int params, long seq, Instant fullSync) {
        return SyncTokens.encode(new SyncTokens.Sync(params, seq, fullSync));
    }

    private SyncTokens.Sync sync(String token, int params) {
        SyncTokens.Sync sync = SyncTokens.sync(token)
                .orElseThrow(() -> Errors.invalid("Invalid sync token."));
        boolean old = !account.clock().now().isBefore(sync.fullSync().plus(switches.syncTokenLife().get()));
        if (old || sync.seq() < account.floor()) {
            throw Errors.expiredSyncToken(switches.expiredSyncToken().get().name());
        }
        if (sync.params() != params) {
            throw Errors.invalid("Request parameters must match those of the request that gave the sync token.");
        }
        return sync;
    }

    private static Optional<SyncTokens.Page> page(Call call, int params) {
        String token = call.params().text("pageToken");
        if (token.isEmpty()) {
            return Optional.empty();
        }
        SyncTokens.Page page = SyncTokens.page(token).orElseThrow(() -> Errors.invalid("Invalid page token."));
        if (page.params() != params) {
            throw Errors.invalid("Request parameters must match those of the request that gave the page token.");
        }
        return Optional.of(page);
    }

    private static int params(ReadMask mask, Sources sources, String order) {
        // Stays the same over restarts, as the tokens do.
        int shown = (sources.contact() ? 1 : 0) + (sources.profile() ? 2 : 0);
        return (Long.hashCode(mask.bits()) * 31 + shown) * 31 + order.hashCode();
    }
}
