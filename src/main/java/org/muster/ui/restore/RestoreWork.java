package org.muster.ui.restore;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.muster.contacts.Label;
import org.muster.people.Answer;
import org.muster.people.ApiError;
import org.muster.store.BackupEntry;
import org.muster.texts.Texts;
import org.muster.ui.work.Background;
import org.muster.ui.workspace.BackupSaid;
import org.muster.ui.workspace.Workspace;

/** What the sheet waits for: reading, comparing, making labels again. All of it away from the FX thread, told on it. */
final class RestoreWork {
    private final Texts texts = Texts.of(RestoreWork.class);
    private final Workspace workspace;
    private final RestoreSource source;
    private final BiConsumer<Comparison, Boolean> onCompared;
    private final Runnable onChange;
    private Optional<BackupEntry> entry = Optional.empty();
    private Optional<Comparison.Read> read = Optional.empty();
    private Optional<String> words;
    private boolean failed;
    private boolean emptyToo;
    private boolean labelsToo;
    private int generation;
    private Background.Running running = () -> { };

    /**
     * @param onCompared hears of each comparison, and whether it is the first of this backup
     * @param onChange told whenever {@link #words} are others
     */
    RestoreWork(Workspace workspace, RestoreSource source, BiConsumer<Comparison, Boolean> onCompared, Runnable onChange) {
        this.workspace = workspace;
        this.source = source;
        this.onCompared = onCompared;
        this.onChange = onChange;
        this.words = Optional.of(texts.get("reading"));
    }

    /** What it is waiting for, or why there is nothing; empty when there is something to choose from. */
    Optional<String> words() {
        return words;
    }

    /** Whether something is under way. */
    boolean busy() {
        return words.isPresent() && !failed && entry.isPresent();
    }

    /** Whether it is worth another try. */
    boolean failed() {
        return failed;
    }

    /** How many contacts the account has. */
    int accountSize() {
        return read.map(r -> r.now().size()).orElse(0);
    }

    /** What a label of the backup was called. */
    Optional<String> labelName(String resourceName) {
        return read.flatMap(r -> r.backup().header().labels().stream().filter(l -> l.resourceName().equals(resourceName)).map(Label::name).findFirst());
    }

    void close() {
        generation++;
        running.cancel();
    }

    /** Reads a backup and the account. */
    void read(Optional<BackupEntry> chosen) {
        entry = chosen;
        readAgain();
    }

    void readAgain() {
        close();
        read = Optional.empty();
        failed = false;
        words = Optional.of(texts.get(entry.isEmpty() ? "days.none.yet" : "reading"));
        int mine = generation;
        entry.ifPresent(day -> running = workspace.background().start(() -> RestoreReading.of(day, source, workspace.gateway()), came -> {
            if (mine == generation) {
                switch (came) {
                    case RestoreReading.Came.Ok(Comparison.Read both) -> {
                        read = Optional.of(both);
                        compare(true);
                    }
                    case RestoreReading.Came.Bad(String sentence) -> fail(sentence);
                }
            }
        }, bug -> fail(texts.get("failed"))));
        onChange.run();
    }

    private void fail(String sentence) {
        failed = true;
        words = Optional.of(sentence);
        onChange.run();
    }

    /** Compares anew, with other wishes. */
    void compare(boolean empty, boolean labels) {
        emptyToo = empty;
        labelsToo = labels;
        compare(false);
    }

    private void compare(boolean first) {
        if (read.isEmpty()) {
            return;
        }
        close();
        words = Optional.of(texts.get("comparing"));
        int mine = generation;
        Comparison.Read both = read.get();
        boolean empty = emptyToo;
        boolean labels = labelsToo;
        running = workspace.background().start(() -> both.compare(empty, labels), result -> {
            if (mine == generation) {
                words = Optional.empty();
                onCompared.accept(result, first);
            }
        }, bug -> fail(texts.get("failed")));
    }

    /**
     * Makes labels again, and compares with them.
     *
     * @param names what they are called; with none, it goes on with what there is
     * @param then hears of what is to be sent
     * @param otherwise told when a label could not be made; {@link #words} say why
     */
    void withLabels(Set<String> names, boolean empty, Consumer<Comparison> then, Runnable otherwise) {
        Comparison.Read both = read.orElseThrow();
        words = Optional.of(texts.get("labels.making"));
        workspace.background().start(() -> made(both, names, empty), made -> {
            switch (made) {
                case Answer.Ok<Comparison>(Comparison ready) -> then.accept(ready);
                case Answer.Failed<Comparison>(ApiError error) -> {
                    failed = true;
                    words = Optional.of(texts.get("unread", error.cause().what(), error.cause().advice()));
                    otherwise.run();
                }
            }
        }, bug -> {
            words = Optional.of(texts.get("failed"));
            otherwise.run();
        });
    }

    private void say(String sentence) {
        words = Optional.of(sentence);
        onChange.run();
    }

    private Answer<Comparison> made(Comparison.Read both, Set<String> names, boolean empty) {
        if (names.isEmpty()) {
            return new Answer.Ok<>(both.compare(empty, false));
        }
        if (workspace.jobs().labelMaker().makeAll(workspace.lane(), names, new BackupSaid(workspace.background(), this::say)) instanceof Answer.Failed<Void>(ApiError error)) {
            return new Answer.Failed<>(error);
        }
        return switch (workspace.gateway().labels()) {
            case Answer.Ok<List<Label>>(List<Label> labels) -> new Answer.Ok<>(both.with(labels).compare(empty, false));
            case Answer.Failed<List<Label>>(ApiError error) -> new Answer.Failed<>(error);
        };
    }
}
