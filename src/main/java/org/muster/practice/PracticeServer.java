package org.muster.practice;

import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * The practice account: a strict server of the People API on 127.0.0.1. Everything it refuses, it refuses the way Google
 * does; where nobody knows what Google does there is a {@link Switches switch}. All methods may be called from any thread.
 */
public final class PracticeServer implements AutoCloseable {
    static {
        // The JDK's server reads this once; without it small answers wait for the client's delayed acknowledgement.
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
    }

    private final HttpServer http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final URI endpoint;
    private final SimClock clock = new SimClock();
    private final Switches switches = new Switches();
    private final Faults faults = new Faults();
    private final Quotas quotas = new Quotas(clock);
    private final RequestLog log = new RequestLog();
    private final Keeper keeper;
    private final Account account;
    private final PersonWriter writer;
    private final SearchMethod search;
    private final AccessTokens tokens;
    private final OAuthClient client;
    private final Grants grants;
    private final OAuthMethods oauth;

    private PracticeServer(PracticeConfig config, HttpServer http) throws IOException {
        this.http = http;
        int port = http.getAddress().getPort();
        endpoint = URI.create("http://127.0.0.1:" + port + "/");
        keeper = config.database() == null ? Keeper.NONE : SqliteKeeper.open(config.database());
        account = new Account(keeper, clock, config.sample(), switches);
        tokens = new AccessTokens(config.token() == null ? AccessTokens.random() : config.token(), clock);
        Etags etags = new Etags(switches);
        JsonBinder binder = new JsonBinder(new Schema());
        writer = new PersonWriter(etags, endpoint.toString());
        search = new SearchMethod(account, writer, switches);
        PhotoMethods photos = new PhotoMethods(account, binder, writer);
        client = new OAuthClient("practice.apps.muster.example", "practice-secret", endpoint);
        grants = new Grants(tokens, clock, switches);
        oauth = new OAuthMethods(client, grants, switches);
        Dispatcher dispatcher = new Dispatcher(account, writer, etags, search, photos, switches, binder);
        http.createContext("/", new HttpFront(dispatcher, new WebPages(photos, oauth), tokens, quotas, faults,
                new ErrorBody(switches), log, Set.of("127.0.0.1:" + port, "localhost:" + port)));
        http.setExecutor(threads);
        openAccount();
        http.start();
    }

    private void openAccount() throws IOException {
        try {
            account.open();
        } catch (RuntimeException e) {
            // Else the file would stay held, and a second try would find it in use.
            keeper.close();
            if (e instanceof UncheckedIOException kept) {
                throw kept.getCause();
            }
            throw e;
        }
    }

    /**
     * Starts a practice account.
     *
     * @throws PracticeProblem when the port is in use, or the database belongs to another running server, is of a later version or cannot be kept
     */
    public static PracticeServer start(PracticeConfig config) throws IOException {
        HttpServer http;
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}),
                    config.port()), 0);
        } catch (BindException e) {
            throw new PracticeProblem(PracticeProblem.Reason.NO_PORT, "Port " + config.port() + " on 127.0.0.1 is in use or may not be used", e);
        }
        try {
            return new PracticeServer(config, http);
        } catch (IOException | RuntimeException e) {
            http.stop(0);
            throw e;
        }
    }

    /** Where the database was put because it was damaged when this server started; empty when it was sound. The account began anew then. */
    public Optional<Path> setAside() {
        return keeper.setAside();
    }

    /** The root URL, with a slash at its end. */
    public URI endpoint() {
        return endpoint;
    }

    /** The bearer token that may do everything. */
    public String token() {
        return tokens.master();
    }

    /** What is unproven about Google, to be moved while the server runs. */
    public Switches switches() {
        return switches;
    }

    /** What goes wrong. */
    public Faults faults() {
        return faults;
    }

    /** The quotas; off at first. */
    public Quotas quotas() {
        return quotas;
    }

    /** What the server saw. */
    public RequestLog log() {
        return log;
    }

    /** The desktop client that may ask for sign-in here, with the file Google's console would give. */
    public OAuthClient oauthClient() {
        return client;
    }

    /** What was asked of the sign-in end-points. */
    public OAuthLog oauthLog() {
        return oauth.log();
    }

    /** Takes back everything that was ever granted, as a person does on Google's security page. */
    public void revokeGrants() {
        grants.revokeAll();
    }

    /** Lets time pass at once for everything that depends on it: lags, quotas, tokens, the trash. */
    public void advance(Duration time) {
        clock.advance(time);
    }

    /** Restores the sample people: everything else in the account is gone, and sync tokens of before are expired. */
    public void reset() {
        account.reset();
        search.cool();
    }

    /** How many contacts there are. */
    public int contactCount() {
        return account.contacts().count();
    }

    /** Adds a contact without any check; returns its resource name. */
    public String putContact(JsonObject person) {
        return account.exclusively(() -> {
            StoredPerson added = account.editor().adopt(person,
                    account.editor().blank(account.contacts().freshId()));
            account.contacts().write(List.of(added));
            return added.resourceName();
        });
    }

    /** The whole contact with everything derived, or null when there is none of that name. */
    public JsonObject contact(String resourceName) {
        return account.contacts().find(resourceName).map(writer::tree).orElse(null);
    }

    /**
     * Changes a contact as another device would: its etag is another one afterwards.
     *
     * @throws IllegalArgumentException when there is none of that name
     */
    public void changeElsewhere(String resourceName, Consumer<JsonObject> edit) {
        account.exclusively(() -> {
            StoredPerson before = existing(resourceName);
            JsonObject person = writer.tree(before);
            edit.accept(person);
            StoredPerson after = account.editor().adopt(person,
                    before.next(account.contacts().nextSeq(), clock.now()));
            account.contacts().write(List.of(after));
            return null;
        });
    }

    /**
     * Deletes a contact as another device would.
     *
     * @throws IllegalArgumentException when there is none of that name
     */
    public void deleteElsewhere(String resourceName) {
        account.exclusively(() -> {
            account.contacts().write(List.of(account.editor().delete(existing(resourceName))));
            return null;
        });
    }

    /**
     * Takes a contact out of Google's bin: it is there again, under the name it had.
     *
     * @param person what {@link #contact} said of it before it was deleted
     * @throws IllegalArgumentException when none of its name was deleted
     */
    public void recoverElsewhere(JsonObject person) {
        account.exclusively(() -> {
            String name = person.get("resourceName").getAsString();
            StoredPerson grave = account.contacts().grave(name).orElseThrow(() -> new IllegalArgumentException("Nothing is left of " + name));
            account.contacts().write(List.of(account.editor().adopt(person, grave.risen().next(account.contacts().nextSeq(), clock.now()))));
            return null;
        });
    }

    private StoredPerson existing(String resourceName) {
        return account.contacts().find(resourceName)
                .orElseThrow(() -> new IllegalArgumentException("No contact " + resourceName));
    }

    /** Cuts every connection and closes the database. */
    @Override
    public void close() {
        faults.release();
        http.stop(0);
        threads.shutdownNow();
        keeper.close();
    }
}
