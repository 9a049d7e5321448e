package org.muster.changes;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.muster.changes.PatternProblem.Code;

/**
 * Reads a regular expression once, from left to right, for the mistakes people make, so that each can be named by a code and a place;
 * RE2/J itself only says so in words. It also bounds how large the repetitions make the expression before anything is compiled.
 */
final class RegexScan {
    /** A group that is still open: where it began, and what stood before it. */
    private record Group(int position, long sizeBefore, boolean hadAtom) {}

    private final String regex;
    private final Deque<Group> groups = new ArrayDeque<>();
    /** Estimated instructions of the group being read without its last atom, and of that atom. */
    private long before;
    private long atom;
    private boolean hasAtom;
    private int at;

    private RegexScan(String regex) {
        this.regex = regex;
    }

    /** The first mistake, if there is one this scan knows. */
    static Optional<PatternProblem> problemIn(String regex, long largest) {
        return Optional.ofNullable(new RegexScan(regex).scan(largest));
    }

    private PatternProblem scan(long largest) {
        while (at < regex.length()) {
            PatternProblem problem = switch (regex.charAt(at)) {
                case '\\' -> escape();
                case '[' -> charClass();
                case '(' -> open();
                case ')' -> close();
                case '*', '+', '?' -> repeat(1, 1);
                case '{' -> counted();
                case '|' -> alternative();
                default -> atom(1);
            };
            if (problem != null) {
                return problem;
            }
            if (before + atom > largest) {
                return new PatternProblem(Code.TOO_BIG, Math.min(at, regex.length()), "");
            }
        }
        return groups.isEmpty() ? null : new PatternProblem(Code.UNCLOSED_GROUP, groups.peek().position(), "(");
    }

    private PatternProblem atom(int length) {
        before += atom;
        atom = 1;
        hasAtom = true;
        at += length;
        return null;
    }

    private PatternProblem alternative() {
        before += atom + 1;
        atom = 0;
        hasAtom = false;
        at++;
        return null;
    }

    private PatternProblem escape() {
        if (at + 1 == regex.length()) {
            return new PatternProblem(Code.TRAILING_BACKSLASH, at, "\\");
        }
        char next = regex.charAt(at + 1);
        if ((next >= '1' && next <= '9') || next == 'k') {
            return new PatternProblem(Code.BACK_REFERENCE, at, regex.substring(at, at + 2));
        }
        if (next == 'Q') {
            int end = regex.indexOf("\\E", at + 2);
            int stop = end < 0 ? regex.length() : end;
            atom(0);
            atom += stop - at;
            at = end < 0 ? stop : end + 2;
            return null;
        }
        boolean braced = (next == 'p' || next == 'P' || next == 'x') && regex.startsWith("{", at + 2);
        int close = braced ? regex.indexOf('}', at) : -1;
        return atom(close < 0 ? 2 : close + 1 - at);
    }

    private PatternProblem charClass() {
        int start = at;
        int i = at + 1;
        if (i < regex.length() && regex.charAt(i) == '^') {
            i++;
        }
        boolean first = true;
        while (i < regex.length()) {
            char c = regex.charAt(i);
            if (c == ']' && !first) {
                return atom(i + 1 - start);
            }
            int named = regex.startsWith("[:", i) ? regex.indexOf(":]", i + 2) : -1;
            i = named >= 0 ? named + 2 : i + (c == '\\' ? 2 : 1);
            first = false;
        }
        return new PatternProblem(Code.UNCLOSED_CLASS, start, "[");
    }

    private PatternProblem open() {
        for (String look : new String[] {"(?=", "(?!", "(?<=", "(?<!"}) {
            if (regex.startsWith(look, at)) {
                return new PatternProblem(Code.LOOK_AROUND, at, look);
            }
        }
        groups.push(new Group(at, before + atom, hasAtom));
        before = 2;
        atom = 0;
        hasAtom = false;
        at++;
        if (regex.startsWith("?", at)) {
            return head();
        }
        return null;
    }

    /** What follows {@code (?}: flags or a name, up to {@code :}, {@code >} or {@code )}. RE2/J judges the rest. */
    private PatternProblem head() {
        int i = at + 1;
        while (i < regex.length() && (Character.isLetterOrDigit(regex.charAt(i)) || "<_-".indexOf(regex.charAt(i)) >= 0)) {
            i++;
        }
        if (i < regex.length() && (regex.charAt(i) == ':' || regex.charAt(i) == '>')) {
            i++;
        }
        at = i;
        return null;
    }

    private PatternProblem close() {
        if (groups.isEmpty()) {
            return new PatternProblem(Code.UNOPENED_GROUP, at, ")");
        }
        long inside = before + atom;
        Group group = groups.pop();
        before = group.sizeBefore();
        atom = inside;
        hasAtom = true;
        at++;
        return null;
    }

    private PatternProblem repeat(int length, long times) {
        if (!hasAtom) {
            return new PatternProblem(Code.NOTHING_TO_REPEAT, at, regex.substring(at, at + length));
        }
        atom = (atom + 1) * Math.max(1, times);
        at += length;
        return null;
    }

    /** {@code {n}}, {@code {n,}} or {@code {n,m}}; any other brace stands for itself. */
    private PatternProblem counted() {
        int close = regex.indexOf('}', at);
        String inside = close < 0 ? "" : regex.substring(at + 1, close);
        if (!inside.matches("\\d{1,9}(,\\d{0,9})?")) {
            return atom(1);
        }
        String[] ends = inside.split(",");
        return repeat(close + 1 - at, Long.parseLong(ends[ends.length - 1]));
    }
}
