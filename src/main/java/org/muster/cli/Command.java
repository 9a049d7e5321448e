package org.muster.cli;

import java.util.Collection;
import java.util.List;
import org.muster.accounts.Account;
import org.muster.accounts.AccountProblem;
import org.muster.accounts.Attempt;
import org.muster.jobs.JobService;
import org.muster.people.Answer;
import org.muster.texts.Texts;
import picocli.CommandLine.Mixin;

/** One command. Made anew for each run, its options filled in by picocli. */
public abstract class Command {
    private static final Texts TEXTS = Texts.of(Command.class);

    @Mixin
    Common common = new Common();

    /** What every command can be told. */
    public Common common() {
        return common;
    }

    /**
     * Does it. Blocks until it is done.
     *
     * @throws Refusal with a sentence for the user, when it cannot be done
     */
    public abstract Exit run(Desk desk, Terminal terminal, Interrupts interrupts) throws Refusal;

    /** The account the command is for. */
    Account account(Desk desk) throws Refusal {
        if (common.account == null) {
            return desk.usual();
        }
        List<Account> all = desk.accounts().accounts();
        List<Account> meant = all.stream().filter(a -> a.id().equals(common.account)).toList();
        if (meant.isEmpty()) {
            meant = all.stream().filter(a -> a.displayName().equalsIgnoreCase(common.account)).toList();
        }
        return switch (meant.size()) {
            case 0 -> throw new Refusal(Exit.USAGE, TEXTS.get("account.unknown", common.account));
            case 1 -> meant.getFirst();
            default -> throw new Refusal(Exit.USAGE, TEXTS.get("account.several", common.account, String.join(", ", meant.stream().map(Account::id).toList())));
        };
    }

    /** The way to that account, to look into it. */
    JobService.Lane open(Desk desk) throws Refusal {
        return switch (desk.open(account(desk))) {
            case Attempt.Done<JobService.Lane>(JobService.Lane lane) -> lane;
            case Attempt.Refused<JobService.Lane>(AccountProblem problem) -> throw new Refusal(inUse(problem) ? Exit.IN_USE : Exit.NOT_ALL, problem.what() + " " + problem.advice());
        };
    }

    /** The way to that account, to change it; or only to look, when nothing is to be sent. */
    JobService.Lane open(Desk desk, Sending sending) throws Refusal {
        return sending.dryRun ? open(desk) : openToChange(desk);
    }

    /** The way to that account, to change it. */
    JobService.Lane openToChange(Desk desk) throws Refusal {
        return switch (desk.openToChange(account(desk))) {
            case Attempt.Done<JobService.Lane>(JobService.Lane lane) -> lane;
            case Attempt.Refused<JobService.Lane>(AccountProblem problem) when inUse(problem) -> throw new Refusal(Exit.IN_USE, TEXTS.get("account.held", problem.what()));
            case Attempt.Refused<JobService.Lane>(AccountProblem problem) -> throw new Refusal(Exit.NOT_ALL, TEXTS.get("account.notOpened", problem.what(), problem.advice()));
        };
    }

    private static boolean inUse(AccountProblem problem) {
        return problem.cause() == AccountProblem.Cause.IN_USE;
    }

    /** Makes labels, after the backup of the day. */
    static void makeLabels(Desk desk, JobService.Lane lane, Collection<String> names, Terminal terminal, Interrupts interrupts) throws Refusal {
        Answer<Void> made = desk.jobs().labelMaker().makeAll(lane, names, new BackupProgress(terminal, interrupts, true));
        terminal.status("");
        if (interrupts.asked()) {
            throw new Refusal(Exit.STOPPED, TEXTS.get("work.notBegun"));
        }
        Loaded.require(made);
    }
}
