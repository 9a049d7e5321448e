package org.muster.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files and folders with people's contacts in them, which nobody but their owner may open. On Windows the user's folder sees to that. */
final class PrivateFiles {
    private PrivateFiles() {}

    /** Makes a folder and those above it, unless it is there. */
    static void folder(Path path) throws IOException {
        Files.createDirectories(path, only(path, "rwx------"));
    }

    /** Makes a new, empty file and opens it. */
    static FileChannel file(Path path) throws IOException {
        Files.createFile(path, only(path, "rw-------"));
        return FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private static FileAttribute<?>[] only(Path path, String owner) {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(owner))} : new FileAttribute<?>[0];
    }

    /** Brings a folder's list of files onto the disk, where the system lets one. */
    static void sync(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows does not; there the file system keeps its lists safe itself
        }
    }
}
