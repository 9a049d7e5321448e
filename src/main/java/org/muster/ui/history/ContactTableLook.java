package org.muster.ui.history;

import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.muster.jobs.OutcomeState;
import org.muster.store.JobContact;
import org.muster.texts.Texts;

/** Gives the table of a job's contacts its columns and cells. Cells build their nodes once. */
final class ContactTableLook {
    private static final double ROW_HEIGHT = 33;

    private final Texts texts = Texts.of(ContactTableLook.class);
    private final Predicate<JobContact> stopped;

    /** @param stopped whether the contact's job is neither at work nor over */
    ContactTableLook(Predicate<JobContact> stopped) {
        this.stopped = stopped;
    }

    void dress(TableView<JobContact> table) {
        table.setFixedCellSize(ROW_HEIGHT);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        TableColumn<JobContact, JobContact> who = column("column.contact", 110, 200, () -> new TextCell(this::name));
        who.getStyleClass().add("history-who");
        table.getColumns().add(who);
        table.getColumns().add(column("column.what", 84, 92, () -> new TextCell(c -> texts.get("kind." + c.kind().name()))));
        table.getColumns().add(column("column.result", 160, 420, ResultCell::new));
    }

    private String name(JobContact contact) {
        return contact.name().isBlank() ? texts.get("contact.noName") : contact.name();
    }

    private TableColumn<JobContact, JobContact> column(String key, double min, double wide, Supplier<TableCell<JobContact, JobContact>> cell) {
        TableColumn<JobContact, JobContact> column = new TableColumn<>(texts.get(key));
        column.setMinWidth(min);
        column.setPrefWidth(wide);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(c -> cell.get());
        return column;
    }

    private static final class TextCell extends TableCell<JobContact, JobContact> {
        private final Function<JobContact, String> words;

        private TextCell(Function<JobContact, String> words) {
            this.words = words;
        }

        @Override
        protected void updateItem(JobContact contact, boolean empty) {
            super.updateItem(contact, empty);
            setText(empty || contact == null ? null : words.apply(contact));
        }
    }

    private final class ResultCell extends TableCell<JobContact, JobContact> {
        private final FontIcon icon = new FontIcon("fth-check");
        private final Label what = new Label();
        private final Label advice = new Label();
        private final HBox line = new HBox(7, icon, what, advice);
        private final Tooltip whole = new Tooltip();

        private ResultCell() {
            line.getStyleClass().add("history-line");
            advice.getStyleClass().add("muted");
            advice.setMinWidth(0);
            what.setMinWidth(USE_PREF_SIZE);
            whole.setWrapText(true);
            whole.setMaxWidth(520);
        }

        @Override
        protected void updateItem(JobContact contact, boolean empty) {
            super.updateItem(contact, empty);
            if (empty || contact == null) {
                setGraphic(null);
                setTooltip(null);
                setAccessibleText(null);
                return;
            }
            RowWords words = RowWords.of(contact, stopped.test(contact));
            icon.setIconLiteral(words.icon());
            icon.getStyleClass().setAll("ikonli-font-icon", words.look());
            what.setText(words.what());
            what.getStyleClass().setAll("label", contact.state() == OutcomeState.DONE ? "muted" : "strong");
            advice.setText(words.advice());
            whole.setText(words.spoken());
            setTooltip(whole);
            setAccessibleText(words.spoken());
            setGraphic(line);
        }
    }
}
