package org.muster.ui.history;

import org.muster.jobs.OutcomeState;
import org.muster.store.JobContact;
import org.muster.texts.Texts;
import org.muster.ui.jobs.MissedWords;

/**
 * What became of one contact of a job, in words.
 *
 * @param icon the icon's literal
 * @param look the style class that gives the icon its colour
 * @param what what happened, in a few words
 * @param advice what to do; empty when there is nothing to do
 * @param server Google's own words, if it had any
 */
record RowWords(String icon, String look, String what, String advice, String server) {
    /** @param stopped whether the job is neither at work nor over */
    static RowWords of(JobContact contact, boolean stopped) {
        Texts texts = Texts.of(RowWords.class);
        MissedWords words = MissedWords.of(contact.state(), contact.error(), contact.name());
        if (contact.state() == OutcomeState.DONE) {
            return new RowWords(words.icon(), words.look(), texts.get("row.done"), "", words.server());
        }
        if (stopped && contact.state() == OutcomeState.SENT) {
            return new RowWords("fth-help-circle", words.look(), texts.get("row.stopped"), texts.get("row.stopped.advice"), "");
        }
        return contact.handled() ? new RowWords(words.icon(), words.look(), words.what(), texts.get("row.handled"), words.server()) : new RowWords(words.icon(), words.look(), words.what(), words.advice(), words.server());
    }

    String spoken() {
        return advice.isEmpty() ? what : what + " " + advice;
    }
}
