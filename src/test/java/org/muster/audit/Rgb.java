package org.muster.audit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A colour, each part from 0 to 1.
 *
 * @param alpha 0 is not to be seen at all
 */
record Rgb(double red, double green, double blue, double alpha) {
    private static final Pattern HEX = Pattern.compile("#([0-9a-fA-F]{3}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})");
    private static final Pattern FUNCTION = Pattern.compile("rgba?\\(\\s*(\\d+)\\s*,\\s*(\\d+)\\s*,\\s*(\\d+)\\s*(?:,\\s*([0-9.]+)\\s*)?\\)");

    /** Reads a colour as a style sheet writes it: in hexadecimal, as rgb() or rgba(), or one of three names. */
    static Rgb parse(String text) {
        Matcher hex = HEX.matcher(text);
        if (hex.matches()) {
            String digits = hex.group(1).length() == 3 ? hex.group(1).replaceAll(".", "$0$0") : hex.group(1);
            return new Rgb(part(digits, 0), part(digits, 2), part(digits, 4), digits.length() == 8 ? part(digits, 6) : 1);
        }
        Matcher function = FUNCTION.matcher(text);
        if (function.matches()) {
            double alpha = function.group(4) == null ? 1 : Double.parseDouble(function.group(4));
            return new Rgb(Integer.parseInt(function.group(1)) / 255.0, Integer.parseInt(function.group(2)) / 255.0, Integer.parseInt(function.group(3)) / 255.0, alpha);
        }
        return switch (text) {
            case "white" -> new Rgb(1, 1, 1, 1);
            case "black" -> new Rgb(0, 0, 0, 1);
            case "transparent" -> new Rgb(0, 0, 0, 0);
            default -> throw new IllegalArgumentException("not a colour this audit can read: " + text);
        };
    }

    private static double part(String digits, int at) {
        return Integer.parseInt(digits.substring(at, at + 2), 16) / 255.0;
    }

    /** What JavaFX derives with a negative brightness (of all but very dark colours): each part that much less. */
    Rgb darker(double by) {
        return new Rgb(red * (1 - by), green * (1 - by), blue * (1 - by), alpha);
    }

    /** What is seen when this lies on {@code below}. */
    Rgb over(Rgb below) {
        return new Rgb(mix(red, below.red), mix(green, below.green), mix(blue, below.blue), 1);
    }

    private double mix(double mine, double below) {
        return mine * alpha + below * (1 - alpha);
    }

    /** The contrast of two opaque colours, from 1 to 21 (WCAG 2.2, contrast ratio). */
    static double contrast(Rgb one, Rgb other) {
        double lighter = Math.max(one.luminance(), other.luminance());
        double darker = Math.min(one.luminance(), other.luminance());
        return (lighter + 0.05) / (darker + 0.05);
    }

    /** WCAG 2.2, relative luminance. */
    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
