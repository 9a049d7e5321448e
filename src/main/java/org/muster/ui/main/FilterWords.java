package org.muster.ui.main;

import org.muster.contacts.Label;
import org.muster.texts.Texts;
import org.muster.ui.table.Filter;
import org.muster.ui.table.Scope;
import org.muster.ui.table.Selection;
import org.muster.ui.workspace.Workspace;

/** Says in words what a filter shows and what a selection holds. */
final class FilterWords {
    private final Texts texts = Texts.of(FilterWords.class);
    private final Workspace workspace;

    FilterWords(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Such as {@code has:email}, {@code Friends}, {@code has:email in Friends}; empty for everybody. */
    String of(Filter filter) {
        String query = filter.query().isEmpty() ? "" : filter.query().text();
        return switch (filter.scope()) {
            case Scope.Everybody() -> query;
            case Scope.Labelled(String label) -> query.isEmpty() ? labelName(label) : texts.get("filter.queryInLabel", query, labelName(label));
        };
    }

    private String labelName(String resourceName) {
        return resourceName.equals(Label.STARRED) ? texts.get("filter.starred") : workspace.label(resourceName).map(Label::name).orElse(resourceName);
    }

    /**
     * How the selected contacts were chosen, for the screens that act on them; empty when they were picked one by one, of which there is but the number to say.
     *
     * @param hidden how many of them are not shown
     */
    String scope(Selection.State state, int hidden) {
        return switch (state) {
            case Selection.State.Picked picked -> hidden == 0 ? "" : texts.get("scope.hidden", hidden);
            case Selection.State.AllMatching(Filter filter, java.util.Set<String> except) -> {
                String all = filter.everybody() ? texts.get("scope.everybody") : of(filter);
                yield except.isEmpty() ? all : texts.get("scope.except", all, except.size());
            }
        };
    }

    /**
     * The offer to select everybody the filter shows.
     *
     * @param brief without saying what the filter is
     */
    String selectAll(Filter filter, int matched, boolean brief) {
        if (brief) {
            return texts.get("banner.selectAll.short", matched);
        }
        if (filter.everybody()) {
            return texts.get("banner.selectAll", matched);
        }
        return texts.get(filter.query().isEmpty() ? "banner.selectAllIn" : "banner.selectAllMatching", matched, of(filter));
    }

    /** That everybody the filter shows is selected, or nearly. */
    String allSelected(Filter filter, int matched, int except) {
        String who = filter.everybody()
                ? texts.get("banner.who.everybody", matched)
                : texts.get(filter.query().isEmpty() ? "banner.who.in" : "banner.who.matching", matched, of(filter));
        return except == 0 ? texts.get("banner.all", who) : texts.get("banner.allBut", matched - except, who, except);
    }
}
