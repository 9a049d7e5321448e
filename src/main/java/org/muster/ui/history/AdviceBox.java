package org.muster.ui.history;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.muster.changes.Change;
import org.muster.jobs.JobRecord;
import org.muster.jobs.Outcome;
import org.muster.jobs.OutcomeState;
import org.muster.store.JobContact;
import org.muster.store.JobSummary;
import org.muster.texts.Texts;
import org.muster.ui.workspace.Workspace;

/** Why a contact did not make it and what to do; where that is to look once more, it is done here. */
final class AdviceBox extends HBox {
    private final Workspace workspace;
    private final Optional<AccountHistory> history;
    private final HistoryWays ways;
    private final Consumer<String> say;
    private final Runnable onNews;
    private final Texts texts = Texts.of(AdviceBox.class);
    private final FontIcon icon = new FontIcon("fth-x");
    private final Label advice = new Label();
    private final Label server = new Label();
    private final Button look = new Button(texts.get("look"));
    private final Button compare = new Button(texts.get("compare"));
    private JobSummary job;
    private JobContact contact;
    private boolean looking;

    /**
     * @param ways what can be done
     * @param say hears how it goes
     * @param onNews hears that more is known now
     */
    AdviceBox(Workspace workspace, Optional<AccountHistory> history, HistoryWays ways, Consumer<String> say, Runnable onNews) {
        this.workspace = workspace;
        this.history = history;
        this.ways = ways;
        this.say = say;
        this.onNews = onNews;
        getStyleClass().add("history-advice");
        setMinHeight(USE_PREF_SIZE);
        managedProperty().bind(visibleProperty());
        advice.setId("history-advice");
        advice.setWrapText(true);
        advice.setMinHeight(USE_PREF_SIZE);
        server.setId("history-server");
        server.getStyleClass().addAll("muted", "small");
        server.setWrapText(true);
        server.managedProperty().bind(server.visibleProperty());
        look.setId("history-look");
        look.setMinWidth(USE_PREF_SIZE);
        look.managedProperty().bind(look.visibleProperty());
        look.setOnAction(e -> look());
        compare.setId("history-compare");
        compare.setMinWidth(USE_PREF_SIZE);
        compare.managedProperty().bind(compare.visibleProperty());
        compare.setOnAction(e -> compare());
        VBox words = new VBox(advice, server);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(icon, words, look, compare);
    }

    /** @param stopped whether the job is neither at work nor over */
    void show(JobSummary of, JobContact one, boolean stopped) {
        job = of;
        contact = one;
        RowWords words = RowWords.of(one, stopped);
        setVisible(one.state() != OutcomeState.DONE);
        icon.setIconLiteral(words.icon());
        icon.getStyleClass().setAll("ikonli-font-icon", words.look());
        advice.setText(words.spoken());
        server.setText(words.server());
        server.setVisible(!words.server().isEmpty());
        look.setVisible(ways.lookAfter().isPresent() && !workspace.readingProperty().get() && of.ended().isPresent() && one.state() == OutcomeState.UNKNOWN && !one.handled());
        look.setAccessibleText(texts.get("look.accessible", name()));
        look.setDisable(looking);
        compare.setVisible(ways.compare().isPresent() && !workspace.readingProperty().get() && of.ended().isPresent() && one.state() == OutcomeState.CONFLICT && !one.handled());
        compare.setAccessibleText(texts.get("compare.accessible", name()));
    }

    private void compare() {
        String id = job.id();
        int row = contact.row();
        compare.setDisable(true);
        workspace.background().start(() -> history.flatMap(h -> AccountHistory.ask(() -> h.archive().job(id))).flatMap(found -> found), found -> {
            compare.setDisable(false);
            found.filter(record -> record.outcomes().get(row).change() instanceof Change.Update && record.outcomes().get(row).contact().isPresent()).ifPresentOrElse(
                    record -> ways.compare().orElseThrow().compare(record, record.outcomes().get(row), this::decided), () -> say.accept(texts.get("compare.not")));
        }, bug -> {
            compare.setDisable(false);
            say.accept(texts.get("compare.not"));
        });
    }

    private void decided(boolean written) {
        if (!written) {
            say.accept(texts.get("compare.unwritten"));
        }
        onNews.run();
    }

    private String name() {
        return contact.name().isBlank() ? texts.get("contact.noName") : contact.name();
    }

    private void look() {
        if (looking) {
            return;
        }
        looking = true;
        look.setDisable(true);
        String id = job.id();
        int row = contact.row();
        String name = name();
        say.accept(texts.get("look.running", name));
        workspace.background().start(() -> history.flatMap(h -> AccountHistory.ask(() -> h.archive().job(id))).flatMap(found -> found).map(record -> known(record, row)),
                found -> over(found.map(state -> texts.get("look." + state.name(), name)).orElseGet(() -> texts.get("list.unreadable"))), bug -> over(texts.get("look.failed")));
    }

    private OutcomeState known(JobRecord record, int row) {
        List<Outcome> one = List.of(record.outcomes().get(row));
        return ways.lookAfter().orElseThrow().look(record, one).getFirst().state();
    }

    private void over(String said) {
        looking = false;
        look.setDisable(false);
        say.accept(said);
        onNews.run();
    }
}
