package org.muster.ui.restore;

import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.controlsfx.control.PrefixSelectionComboBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.muster.jobs.BackupNow;
import org.muster.jobs.Kept;
import org.muster.jobs.Safekeeping;
import org.muster.people.ApiError;
import org.muster.people.PeopleGateway;
import org.muster.store.BackupEntry;
import org.muster.texts.Texts;
import org.muster.ui.work.Background;

/** The line in which a backup is chosen, or taken now. */
final class BackupDays {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT);

    private final Texts texts = Texts.of(BackupDays.class);
    private final RestoreSource source;
    private final PeopleGateway gateway;
    private final Background background;
    private final ZoneId zone;
    private final ComboBox<BackupEntry> days = new PrefixSelectionComboBox<>();
    private final Label status = new Label();
    private final Button now = new Button(texts.get("now"), new FontIcon("fth-archive"));
    private final HBox view;
    private final Consumer<Optional<BackupEntry>> chosen;
    private final AtomicBoolean closed = new AtomicBoolean();
    private boolean busy;

    /** @param chosen hears which backup is chosen; empty when there is none */
    BackupDays(RestoreSource source, PeopleGateway gateway, Background background, ZoneId zone, Consumer<Optional<BackupEntry>> chosen) {
        this.source = source;
        this.gateway = gateway;
        this.background = background;
        this.zone = zone;
        this.chosen = chosen;
        days.setId("restore-days");
        days.setAccessibleText(texts.get("days.accessible"));
        days.setPrefWidth(430);
        days.setMinWidth(240);
        days.setConverter(new StringConverter<>() {
            @Override
            public String toString(BackupEntry entry) {
                return entry == null ? "" : words(entry);
            }

            @Override
            public BackupEntry fromString(String text) {
                throw new UnsupportedOperationException("chosen, not typed");
            }
        });
        days.setCellFactory(list -> new Day(false));
        days.setButtonCell(new Day(true));
        days.valueProperty().subscribe((was, is) -> {
            if (is != null && !is.equals(was)) {
                chosen.accept(Optional.of(is));
            }
        });
        status.setId("restore-status");
        status.getStyleClass().add("muted");
        status.setWrapText(true);
        now.setId("restore-now");
        now.setMinWidth(Region.USE_PREF_SIZE);
        now.setOnAction(e -> take());
        HBox.setHgrow(status, Priority.ALWAYS);
        status.setMaxWidth(Double.MAX_VALUE);
        view = new HBox(new Label(texts.get("days")), days, status, now);
        view.getStyleClass().add("restore-days");
    }

    /**
     * Lists the backups there are, and chooses the newest.
     *
     * @param alsoTake whether another one is taken
     */
    void load(boolean alsoTake) {
        if (alsoTake) {
            take();
        }
        background.start(() -> source.backups().list(source.account()), all -> {
            show(all, 0);
            if (all.isEmpty()) {
                chosen.accept(Optional.empty());
            }
        }, bug -> status.setText(texts.get("days.failed")));
    }

    Parent view() {
        return view;
    }

    void focus() {
        days.requestFocus();
    }

    /** Nobody waits for what is under way. */
    void close() {
        closed.set(true);
    }

    private void show(List<BackupEntry> all, int choose) {
        days.getItems().setAll(all);
        days.setDisable(all.isEmpty());
        if (choose < all.size()) {
            days.setValue(all.get(choose));
        }
    }

    private void take() {
        if (busy) {
            return;
        }
        busy = true;
        now.setDisable(true);
        status.setText(texts.get("now.begun"));
        background.start(() -> new BackupNow(source.settings()).take(gateway, labels -> source.backups().beginAnother(source.account(), labels), new Watching()), this::taken, bug -> said(texts.get("now.failed")));
    }

    private void taken(BackupNow.Taken end) {
        switch (end) {
            case BackupNow.Taken.Done(Safekeeping.Copy copy) -> {
                said(texts.get("now.done", copy.count()));
                BackupEntry chosen = days.getValue();
                background.start(() -> source.backups().list(source.account()), all -> show(all, Math.max(0, chosen == null ? 0 : all.indexOf(chosen))), bug -> { });
            }
            case BackupNow.Taken.Unread(ApiError error) -> said(texts.get("unread", error.cause().what(), error.cause().advice()));
            case BackupNow.Taken.Unwritten(Kept why) -> said(texts.get(why == Kept.DISK_FULL ? "now.full" : "now.unwritten", source.backups().of(source.account())));
            case BackupNow.Taken.Ended ended -> said("");
        }
    }

    private String words(BackupEntry entry) {
        return entry.header().map(h -> texts.get("day", WHEN.format(h.taken().atZone(zone)), h.contacts())).orElseGet(() -> texts.get("day.unusable", entry.name()));
    }

    private void said(String words) {
        busy = false;
        now.setDisable(false);
        status.setText(words);
    }

    private final class Watching implements BackupNow.Watcher {
        @Override
        public void progress(int read, int total) {
            background.onFx(() -> status.setText(texts.get("now.progress", read, total)));
        }

        @Override
        public void waiting(ApiError error, Duration time) {
            background.onFx(() -> status.setText(texts.get("now.waiting", error.cause().what(), Math.max(1, time.toSeconds()))));
        }

        @Override
        public boolean ended() {
            return closed.get();
        }
    }

    private final class Day extends ListCell<BackupEntry> {
        private final boolean button;

        private Day(boolean button) {
            this.button = button;
        }

        @Override
        protected void updateItem(BackupEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            setText(empty || entry == null ? button && days.getItems().isEmpty() ? texts.get("days.none") : null
                    : words(entry));
        }
    }
}
