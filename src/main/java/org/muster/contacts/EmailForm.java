package org.muster.contacts;

import java.util.regex.Pattern;

/** Whether an e-mail address looks like one. Google stores any text; this is for the eye and for lists of what needs attention. */
public final class EmailForm {
    private static final Pattern PLAUSIBLE = Pattern.compile("[^@\\s,;<>\"]+@(?:[^@\\s,;<>\".]+\\.)+[^@\\s,;<>\".]{2,}");

    private EmailForm() {}

    /** Something, an {@code @}, and a domain with a dot in it. */
    public static boolean plausible(String address) {
        return address.length() <= 320 && PLAUSIBLE.matcher(address.strip()).matches();
    }
}
