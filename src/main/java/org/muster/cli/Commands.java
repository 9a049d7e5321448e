package org.muster.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muster.contacts.PersonField;
import org.muster.texts.Texts;
import picocli.CommandLine;

/** The commands there are, with their help. */
public final class Commands {
    private static final Texts TEXTS = Texts.of(Commands.class);
    private static final int WIDTH = 80;

    private Commands() {}

    /** Gives {@code root} its commands. */
    public static void addTo(CommandLine root) {
        Map<String, Supplier<Command>> all = new LinkedHashMap<>();
        all.put("list", ListCommand::new);
        all.put("create", CreateCommand::new);
        all.put("update", UpdateCommand::new);
        all.put("delete", DeleteCommand::new);
        all.put("backup", BackupCommand::new);
        all.put("restore", RestoreCommand::new);
        all.put("jobs", JobsCommand::new);
        all.put("labels", LabelsCommand::new);
        all.put("accounts", AccountsCommand::new);
        all.forEach((name, maker) -> root.addSubcommand(name, new CommandLine(maker.get())));
        root.getSubcommands().get("jobs").addSubcommand("list", new JobsListCommand()).addSubcommand("show", new JobsShowCommand()).addSubcommand("resume", new JobsResumeCommand())
                .addSubcommand("cancel", new JobsCancelCommand()).addSubcommand("undo", new JobsUndoCommand());
        headings(root, "window.");
        help(root.getSubcommands());
        root.setUsageHelpWidth(WIDTH);
        // A word that begins with @ is looked for, not read as a file of arguments
        root.setExpandAtFiles(false);
    }

    private static void help(Map<String, CommandLine> commands) {
        commands.values().forEach(line -> {
            line.setResourceBundle(TEXTS.bundle());
            String path = path(line);
            headings(line, kind(path));
            CommandLine.Model.UsageMessageSpec usage = line.getCommandSpec().usageMessage();
            usage.header(TEXTS.get("help." + path + ".header"));
            usage.description(TEXTS.get("help." + path + ".description", paths()).split("\n", -1));
            usage.footer(Stream.of(TEXTS.get("help." + path + ".examples").split("\n", -1)).map(example -> "  " + example).toArray(String[]::new));
            help(line.getSubcommands());
        });
    }

    private static void headings(CommandLine line, String kind) {
        CommandLine.Model.UsageMessageSpec usage = line.getCommandSpec().usageMessage();
        usage.sortOptions(false).sortSynopsis(false);
        usage.synopsisHeading(TEXTS.get("help.heading.synopsis"));
        usage.descriptionHeading(TEXTS.get("help.heading.description"));
        usage.parameterListHeading(TEXTS.get("help.heading.parameters"));
        usage.optionListHeading(TEXTS.get("help.heading.options"));
        usage.commandListHeading(TEXTS.get("help.heading.commands"));
        usage.exitCodeListHeading(TEXTS.get("help.heading.exits")).exitCodeList(exits(kind));
        usage.footerHeading(TEXTS.get("help.heading.examples"));
    }

    /** Every field there is. */
    private static String paths() {
        return Stream.of(PersonField.values()).map(PersonField::path).sorted().collect(Collectors.joining(", "));
    }

    /** Whose exit codes a command has. */
    private static String kind(String path) {
        return switch (path) {
            case "list", "labels", "accounts", "jobs", "jobs.list", "jobs.show" -> "look.";
            case "backup" -> "backup.";
            default -> "send.";
        };
    }

    /** The command's words without the programme's name, with dots between. */
    private static String path(CommandLine line) {
        String name = line.getCommandSpec().qualifiedName(".");
        return name.substring(name.indexOf('.') + 1);
    }

    private static Map<String, String> exits(String kind) {
        Map<String, String> codes = new LinkedHashMap<>();
        for (Exit exit : Exit.values()) {
            if (TEXTS.has("help.exit." + kind + exit.name())) {
                codes.put(Integer.toString(exit.code()), TEXTS.get("help.exit." + kind + exit.name()));
            }
        }
        return codes;
    }

    /** The command a command line asks for; empty when it names none, so that the window is meant. */
    public static Optional<Command> asked(CommandLine.ParseResult parsed) {
        List<CommandLine> all = parsed.asCommandLineList();
        return all.getLast().getCommand() instanceof Command command ? Optional.of(command) : Optional.empty();
    }
}
