package org.muster.store;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A backup in the list of those there are.
 *
 * @param name what it is called: its day, such as {@code 2026-11-22}, with the time behind it when it was not the day's first
 * @param day the day it was taken on
 * @param file where it lies
 * @param header what it says of itself; empty when it does not say it, so that it cannot be used
 * @param bytes how large it is
 */
public record BackupEntry(String name, LocalDate day, Path file, Optional<BackupHeader> header, long bytes) {}
