package org.muster.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A process of its own that tries to lock a file, says whether it was free, and holds it if it shall, until its input ends. */
final class FolderHolder {
    private FolderHolder() {}

    public static void main(String[] args) throws IOException {
        try (FileChannel channel = FileChannel.open(Path.of(args[0]), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock(0, Long.MAX_VALUE, args[1].equals("shared"))) {
            System.out.println(lock == null ? "held" : "free");
            if (lock != null && args[2].equals("hold")) {
                System.in.read();
            }
        }
    }
}
