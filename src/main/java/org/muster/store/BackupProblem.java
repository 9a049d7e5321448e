package org.muster.store;

import java.nio.file.Path;
import org.muster.texts.Texts;

/**
 * Why a file cannot be used as a backup.
 *
 * @param code what is wrong
 * @param file the file
 * @param line where, from 1; 0 when that is no matter
 */
public record BackupProblem(Code code, Path file, int line) {
    /** What is wrong with a file. */
    public enum Code {
        /** It cannot be read. */
        UNREADABLE,
        /** Its first line is not that of a backup. */
        NO_BACKUP,
        /** A later version of Muster wrote it. */
        NEWER,
        /** It ends before its time: not as many contacts follow as its first line says. */
        CUT,
        /** A line is no contact, or there are more of them than its first line says. */
        DAMAGED
    }

    /** What is wrong and what to do, in the default locale. */
    public String sentence() {
        return Texts.of(BackupProblem.class).get("backup." + code.name(), file, line);
    }
}
