package org.muster.accounts;

import org.muster.texts.Texts;

/** The account to practise on. It is served by this computer and never leaves it. */
public record PracticeAccount() implements Account {
    @Override
    public String id() {
        return "practice";
    }

    @Override
    public String displayName() {
        return Texts.of(PracticeAccount.class).get("account.practice");
    }
}
