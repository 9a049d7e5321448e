package org.muster.cli;

import java.util.List;
import org.muster.accounts.Account;
import org.muster.accounts.AccountList;
import org.muster.exchange.ReportTable;
import org.muster.texts.Texts;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Lists the accounts there are. */
@CommandLine.Command(name = "accounts")
final class AccountsCommand extends Command {
    private static final Texts TEXTS = Texts.of(AccountsCommand.class);

    @Option(names = "--output", paramLabel = "FORM", descriptionKey = "option.output")
    private Output output = Output.table;

    @Override
    public Exit run(Desk desk, Terminal terminal, Interrupts interrupts) throws Refusal {
        AccountList.Accounts all = desk.accounts();
        Account usual = desk.usual();
        Table.write(terminal.out(), new ReportTable(List.of(TEXTS.get("accounts.column.id"), TEXTS.get("accounts.column.name"), TEXTS.get("accounts.column.state")), all.accounts().stream()
                .map(a -> List.of(a.id(), a.displayName(), state(all, a, usual))).toList()), output);
        all.problems().forEach(problem -> terminal.say(problem.what() + " " + problem.advice()));
        return Exit.DONE;
    }

    private static String state(AccountList.Accounts all, Account account, Account usual) {
        return TEXTS.get(all.signedOut().contains(account.id()) ? "accounts.signedOut" : account.id().equals(usual.id()) ? "accounts.usual" : "accounts.ready");
    }
}
