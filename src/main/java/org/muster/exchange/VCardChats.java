package org.muster.exchange;

import java.util.Locale;
import java.util.Map;

/** Chat services as URI schemes and as Google's words. */
final class VCardChats {
    private static final Map<String, String> BY_SCHEME = Map.of("xmpp", "jabber", "ymsgr", "yahoo", "gtalk", "googleTalk", "msnim", "msn");

    private VCardChats() {}

    /** Google's word for a scheme, or the scheme itself. */
    static String protocolOf(String scheme) {
        return scheme == null || scheme.equals("im") ? "" : BY_SCHEME.getOrDefault(scheme.toLowerCase(Locale.ROOT), scheme);
    }

    /** A scheme for a service: the letters and digits of its name, which is kept beside it. */
    static String schemeOf(String protocol) {
        String plain = protocol.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return plain.isEmpty() || !Character.isLetter(plain.charAt(0)) || plain.startsWith("sip") ? "im" : plain;
    }
}
