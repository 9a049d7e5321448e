package org.muster.accounts;

import java.nio.charset.StandardCharsets;
import org.muster.texts.Texts;

/** What the browser shows once it has brought its answer: a page that stands alone, without script or anything from elsewhere. */
enum LoopbackPage {
    /** The answer is here. */
    DONE("200 OK"),
    /** The user, or Google, said no. */
    DENIED("200 OK"),
    /** An answer to a question that was not ours. */
    WRONG_STATE("400 Bad Request"),
    /** Nothing is here. */
    NOT_FOUND("404 Not Found");

    private final String status;

    LoopbackPage(String status) {
        this.status = status;
    }

    /** The whole HTTP answer. */
    byte[] answer() {
        Texts texts = Texts.of(LoopbackPage.class);
        byte[] body = html(texts.get("page." + name() + ".title"), texts.get("page." + name() + ".text")).getBytes(StandardCharsets.UTF_8);
        byte[] head = ("HTTP/1.1 " + status + "\r\n"
                        + "Content-Type: text/html; charset=utf-8\r\n"
                        + "Content-Length: " + body.length + "\r\n"
                        + "Cache-Control: no-store\r\n"
                        + "Referrer-Policy: no-referrer\r\n"
                        + "X-Content-Type-Options: nosniff\r\n"
                        + "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'\r\n"
                        + "Connection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] all = new byte[head.length + body.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return all;
    }

    private static String html(String title, String text) {
        return """
                <!doctype html>
                <html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>%1$s</title>
                <style>:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:32rem;margin:20vh auto;padding:0 1rem}</style>
                </head><body><h1>%1$s</h1><p>%2$s</p></body></html>
                """.formatted(escaped(title), escaped(text));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
