package org.muster.ui.jobs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.value.ChangeListener;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/**
 * The drawer's list: the contacts of the current job, then for each other job its line and its contacts. Contacts that come or go change only their own
 * place in it.
 */
final class DrawerRows {
    private final JobShelf shelf;
    private final ObservableList<DrawerRow> rows = FXCollections.observableArrayList();
    private final Map<JobModel, JobRow> lines = new HashMap<>();
    private final Map<JobModel, ListChangeListener<Missed>> listeners = new HashMap<>();
    private final ChangeListener<Boolean> folded = (p, before, now) -> rebuild();

    DrawerRows(JobShelf shelf) {
        this.shelf = shelf;
        shelf.ordered().addListener((ListChangeListener<JobModel>) c -> follow());
        follow();
    }

    ObservableList<DrawerRow> rows() {
        return rows;
    }

    private void follow() {
        List<JobModel> gone = listeners.keySet().stream().filter(m -> !shelf.ordered().contains(m)).toList();
        for (JobModel model : gone) {
            model.missed().removeListener(listeners.remove(model));
            model.expandedProperty().removeListener(folded);
            lines.remove(model);
        }
        for (JobModel model : shelf.ordered()) {
            if (!listeners.containsKey(model)) {
                ListChangeListener<Missed> listener = change -> changed(model, change);
                listeners.put(model, listener);
                lines.put(model, new JobRow(model));
                model.missed().addListener(listener);
                model.expandedProperty().addListener(folded);
            }
        }
        rebuild();
    }

    private void changed(JobModel model, ListChangeListener.Change<? extends Missed> change) {
        if (!model.expandedProperty().get()) {
            return;
        }
        int start = startOf(model);
        while (change.next()) {
            if (change.wasRemoved()) {
                rows.remove(start + change.getFrom(), start + change.getFrom() + change.getRemovedSize());
            }
            if (change.wasAdded()) {
                rows.addAll(start + change.getFrom(), change.getAddedSubList());
            }
        }
    }

    /** Where the contacts of a job begin. */
    private int startOf(JobModel wanted) {
        int at = 0;
        for (JobModel model : shelf.ordered()) {
            at += isCurrent(model) ? 0 : 1;
            if (model == wanted) {
                return at;
            }
            at += model.expandedProperty().get() ? model.missed().size() : 0;
        }
        throw new IllegalStateException("a job that is not on the shelf");
    }

    private void rebuild() {
        List<DrawerRow> all = new ArrayList<>();
        for (JobModel model : shelf.ordered()) {
            if (!isCurrent(model)) {
                all.add(lines.get(model));
            }
            if (model.expandedProperty().get()) {
                all.addAll(model.missed());
            }
        }
        rows.setAll(all);
    }

    private boolean isCurrent(JobModel model) {
        return shelf.ordered().getFirst() == model;
    }
}
