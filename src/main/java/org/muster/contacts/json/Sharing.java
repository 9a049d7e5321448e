package org.muster.contacts.json;

import com.google.api.client.json.GenericJson;
import com.google.api.services.people.v1.model.FieldMetadata;
import com.google.api.services.people.v1.model.Source;
import java.util.Objects;

/**
 * Lets what is said again and again within one answer (types, labels, the source of every value of a contact) be kept once. Whoever changes a contact
 * changes a copy of it, so nobody notices.
 */
final class Sharing {
    private static final int FEWEST_TEXTS = 1 << 5;
    private static final int MOST_TEXTS = 1 << 12;
    /** A contact has one source, seldom more, and its values are the first of their kind or not. */
    private static final int MODELS = 4;

    private final String[] texts;
    /** Where each of them stands. */
    private final int[] begins;
    private final int[] ends;
    private final Source[] sources = new Source[MODELS];
    private final FieldMetadata[] metadata = new FieldMetadata[MODELS];
    private int nextSource;
    private int nextMetadata;

    /** @param bytes how long the answer is */
    Sharing(int bytes) {
        int places = Integer.highestOneBit(Math.clamp(bytes / 16, FEWEST_TEXTS, MOST_TEXTS));
        texts = new String[places];
        begins = new int[places];
        ends = new int[places];
    }

    /** The text that was passed last, perhaps the same object as before. */
    String of(Scan json) {
        int place = (json.hash() ^ json.hash() >>> 12) & texts.length - 1;
        if (texts[place] == null || !json.isAsAt(begins[place], ends[place])) {
            texts[place] = json.text();
            begins[place] = json.from();
            ends[place] = json.to();
        }
        return texts[place];
    }

    /** The same model, perhaps the same object as before. */
    GenericJson of(GenericJson model) {
        return switch (model) {
            case Source source -> of(source);
            case FieldMetadata of -> of(of);
            default -> model;
        };
    }

    private Source of(Source source) {
        for (Source known : sources) {
            if (known != null && same(known, source)) {
                return known;
            }
        }
        sources[nextSource++ % MODELS] = source;
        return source;
    }

    private FieldMetadata of(FieldMetadata of) {
        for (FieldMetadata known : metadata) {
            if (known != null && same(known, of)) {
                return known;
            }
        }
        metadata[nextMetadata++ % MODELS] = of;
        return of;
    }

    private static boolean same(Source a, Source b) {
        return Objects.equals(a.getId(), b.getId())
                && Objects.equals(a.getType(), b.getType())
                && Objects.equals(a.getEtag(), b.getEtag())
                && Objects.equals(a.getUpdateTime(), b.getUpdateTime())
                && a.getProfileMetadata() == b.getProfileMetadata();
    }

    /** Their sources are shared already: equal ones are the same object, or are not worth the comparing. */
    private static boolean same(FieldMetadata a, FieldMetadata b) {
        return a.getSource() == b.getSource()
                && Objects.equals(a.getPrimary(), b.getPrimary())
                && Objects.equals(a.getSourcePrimary(), b.getSourcePrimary())
                && Objects.equals(a.getVerified(), b.getVerified());
    }
}
