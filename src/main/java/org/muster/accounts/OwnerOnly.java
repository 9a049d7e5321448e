package org.muster.accounts;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Makes files and directories that nobody but their owner can open, from the moment they exist: by permissions on POSIX systems, by an access
 * list of one entry on Windows.
 */
public final class OwnerOnly {
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> DIRECTORY = PosixFilePermissions.fromString("rwx------");

    private OwnerOnly() {}

    /** The place cannot keep a file to its owner (as FAT cannot). */
    public static final class NotPrivateException extends IOException {
        private static final long serialVersionUID = 1;

        NotPrivateException(Path path) {
            super("cannot be kept to its owner: " + path);
        }
    }

    /**
     * Makes the directory, or closes it to others when it is there.
     *
     * @throws NotPrivateException when the place cannot keep it to its owner
     */
    public static void directory(Path path) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        if (!Files.isDirectory(path)) {
            Files.createDirectory(path, attribute(path.toAbsolutePath().getParent(), DIRECTORY));
        }
        close(path, DIRECTORY);
    }

    /**
     * Makes a new, empty file.
     *
     * @throws NotPrivateException when the place cannot keep it to its owner; the file is gone again
     */
    public static void file(Path path) throws IOException {
        Files.createFile(path, attribute(path.toAbsolutePath().getParent(), FILE));
        try {
            close(path, FILE);
        } catch (IOException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    private static FileAttribute<?> attribute(Path directory, Set<PosixFilePermission> permissions) throws IOException {
        FileStore store = Files.getFileStore(directory);
        if (store.supportsFileAttributeView(PosixFileAttributeView.class)) {
            return PosixFilePermissions.asFileAttribute(permissions);
        }
        if (store.supportsFileAttributeView(AclFileAttributeView.class)) {
            UserPrincipal me = directory.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(System.getProperty("user.name"));
            return acl(me);
        }
        throw new NotPrivateException(directory);
    }

    /** A list that names its owner alone; being given at creation, it takes nothing over from the directory above. */
    static FileAttribute<List<AclEntry>> acl(UserPrincipal owner) {
        List<AclEntry> entries = List.of(AclEntry.newBuilder()
                .setType(AclEntryType.ALLOW)
                .setPrincipal(owner)
                .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                .build());
        return new FileAttribute<>() {
            @Override
            public String name() {
                return "acl:acl";
            }

            @Override
            public List<AclEntry> value() {
                return entries;
            }
        };
    }

    /** Some file systems take permissions and forget them, so what came of it is read back. */
    private static void close(Path path, Set<PosixFilePermission> permissions) throws IOException {
        PosixFileAttributeView posix = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (posix != null) {
            posix.setPermissions(permissions);
            if (!posix.readAttributes().permissions().equals(permissions)) {
                throw new NotPrivateException(path);
            }
            return;
        }
        AclFileAttributeView list = Files.getFileAttributeView(path, AclFileAttributeView.class);
        if (list == null) {
            throw new NotPrivateException(path);
        }
        list.setAcl(acl(list.getOwner()).value());
    }
}
