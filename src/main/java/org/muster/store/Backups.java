package org.muster.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.muster.contacts.Label;
import org.muster.jobs.Safekeeping;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The backups of all accounts: for each account a folder, in it a file for each day, JSON lines, the first of which is a {@link BackupHeader} and each other one a contact
 * as the People API writes it. Days are the user's own. Of each account the {@value #DAYS} newest days are kept. Safe for use by several threads and processes.
 */
public final class Backups implements Safekeeping {
    /** Of so many days backups are kept. */
    public static final int DAYS = 30;

    private static final Logger LOG = LoggerFactory.getLogger(Backups.class);
    private static final Pattern NAME = Pattern.compile("((\\d{4}-\\d{2}-\\d{2})(-\\d{6})?)\\.jsonl");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss", Locale.ROOT);
    private static final String FORM = ".jsonl";
    /** What a process that was ended in the middle has left is put away after so long; until then another may be writing it. */
    private static final Duration LEFT = Duration.ofDays(1);

    private final Path folder;
    private final Clock clock;
    /** The last day of which an account is known to have its backup. */
    private final Map<String, LocalDate> there = new ConcurrentHashMap<>();

    /**
     * @param folder where the accounts' folders are; made when it is needed
     * @param clock tells the day, in the user's zone
     */
    public Backups(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    @Override
    public boolean due(String account) {
        LocalDate today = LocalDate.now(clock);
        if (today.equals(there.get(account))) {
            return false;
        }
        Path file = of(account).resolve(today + FORM);
        if (!whole(file)) {
            return true;
        }
        there.put(account, today);
        return false;
    }

    /** Whether the file has as many lines as it should. One that was damaged afterwards is no reason to change anything without another. */
    private static boolean whole(Path file) {
        try {
            Optional<BackupHeader> header = Files.exists(file) ? header(file) : Optional.empty();
            return header.isPresent() && BackupCopy.lines(file) == header.get().contacts() + 1L;
        } catch (IOException e) {
            LOG.warn("a backup cannot be read", e);
            return false;
        }
    }

    @Override
    public Copy begin(String account, List<Label> labels) {
        LocalDate today = LocalDate.now(clock);
        Path file = of(account).resolve(today + FORM);
        return new BackupCopy(place(account, today, () -> {
            setAside(file);
            return List.of(file).iterator();
        }), header(account, labels));
    }

    /** A file in the way of the day's backup that is none. */
    private static void setAside(Path file) {
        try {
            if (Files.exists(file) && !whole(file)) {
                Files.move(file, file.resolveSibling(file.getFileName() + ".damaged"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            LOG.warn("a damaged backup cannot be put out of the way", e);
        }
    }

    /** Begins a backup because somebody asks for it: the day's first, or one more that is called by its time as well. */
    public Copy beginAnother(String account, List<Label> labels) {
        LocalDateTime now = LocalDateTime.now(clock);
        Path own = of(account);
        Stream<Path> more = IntStream.range(0, 60).mapToObj(now::plusSeconds).map(time -> own.resolve(now.toLocalDate() + "-" + TIME.format(time) + FORM));
        return new BackupCopy(place(account, now.toLocalDate(), Stream.concat(Stream.of(own.resolve(now.toLocalDate() + FORM)), more)::iterator), header(account, labels));
    }

    /** Begins a backup that goes to a place of the user's choice, where there is nothing yet. */
    public Copy beginAt(Path file, String account, List<Label> labels) {
        return new BackupCopy(new BackupCopy.Place() {
            @Override
            public Path folder() {
                return file.toAbsolutePath().getParent();
            }

            @Override
            public Iterator<Path> names() {
                return List.of(file).iterator();
            }

            @Override
            public void taken(Path now) { }
        }, header(account, labels));
    }

    private BackupHeader header(String account, List<Label> labels) {
        return new BackupHeader(account, clock.instant(), FIELDS, labels, 0);
    }

    private BackupCopy.Place place(String account, LocalDate day, Iterable<Path> names) {
        tidy(of(account));
        return new BackupCopy.Place() {
            @Override
            public Path folder() {
                return of(account);
            }

            @Override
            public Iterator<Path> names() {
                return names.iterator();
            }

            @Override
            public void taken(Path file) {
                there.put(account, day);
                prune(account, file);
            }
        };
    }

    /** The backups of an account, newest first. Reads the first line of each. */
    public List<BackupEntry> list(String account) {
        List<BackupEntry> found = new ArrayList<>();
        for (Path file : files(of(account))) {
            Matcher name = NAME.matcher(file.getFileName().toString());
            if (name.matches()) {
                try {
                    found.add(new BackupEntry(name.group(1), LocalDate.parse(name.group(2)), file, header(file), Files.size(file)));
                } catch (DateTimeException | IOException e) {
                    LOG.info("no backup: {}", file.getFileName());
                }
            }
        }
        found.sort(Comparator.comparing(BackupEntry::name).reversed());
        return List.copyOf(found);
    }

    /** The backup of an account that is called so, such as {@code 2026-11-22}. */
    public Optional<BackupEntry> find(String account, String name) {
        return list(account).stream().filter(entry -> entry.name().equals(name)).findFirst();
    }

    private static Optional<BackupHeader> header(Path file) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(file)) {
            return Optional.ofNullable(in.readLine()).flatMap(BackupHeader::read);
        } catch (java.nio.charset.CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Takes away what is older than the newest days, but never {@code fresh}, however wrong the clock may have been. */
    private void prune(String account, Path fresh) {
        List<BackupEntry> all = list(account);
        List<LocalDate> kept = all.stream().map(BackupEntry::day).distinct().limit(DAYS).toList();
        all.stream().filter(entry -> !kept.contains(entry.day()) && !entry.file().equals(fresh)).forEach(entry -> remove(entry.file()));
    }

    private void tidy(Path own) {
        for (Path file : files(own)) {
            try {
                if (file.getFileName().toString().endsWith(BackupCopy.PART) && Files.getLastModifiedTime(file).toInstant().isBefore(clock.instant().minus(LEFT))) {
                    remove(file);
                }
            } catch (IOException e) {
                LOG.info("a file half written is gone by itself");
            }
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("an old backup cannot be removed", e);
        }
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (IOException e) {
            LOG.warn("the backups cannot be listed", e);
            return List.of();
        }
    }

    /** Where an account's backups lie. */
    public Path of(String account) {
        return folder.resolve(FolderName.of(account));
    }
}
