package org.muster.texts;

import java.text.MessageFormat;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.Set;

/**
 * The words of one package: the bundle {@code texts.properties} beside the given class, falling back, key by key, to
 * the bundles of the packages above it. A key that is nowhere is a bug and throws, so that no screen ever shows a raw key.
 */
public final class Texts {
    private final Layered bundle;
    private final Locale locale;

    private Texts(Layered bundle, Locale locale) {
        this.bundle = bundle;
        this.locale = locale;
    }

    /**
     * The words for the package of {@code anchor} in the default locale.
     *
     * @throws MissingResourceException when neither the package nor any package above it has a bundle
     */
    public static Texts of(Class<?> anchor) {
        Locale locale = Locale.getDefault();
        return new Texts(Layered.load(anchor.getPackageName(), anchor.getClassLoader(), locale), locale);
    }

    /**
     * The words under {@code key}, with {@code args} put in by {@link MessageFormat} (numbers grouped as the locale does,
     * plurals by its {@code choice} form).
     *
     * @throws MissingResourceException when the key is nowhere
     */
    public String get(String key, Object... args) {
        String pattern = bundle.getString(key);
        return new MessageFormat(pattern, locale).format(args);
    }

    /** Whether {@code key} is known. */
    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    /** The same words as FXML's {@code %key} reads them. They are taken as they stand: a text used by FXML has no arguments and no doubled quotes. */
    public ResourceBundle bundle() {
        return bundle;
    }

    /** One package's bundle with the bundles above it as parents. */
    private static final class Layered extends ResourceBundle {
        private final ResourceBundle own;

        private Layered(ResourceBundle own, ResourceBundle above) {
            this.own = own;
            if (above != null) {
                setParent(above);
            }
        }

        static Layered load(String packageName, ClassLoader loader, Locale locale) {
            int dot = packageName.lastIndexOf('.');
            Layered above = dot > 0 && packageName.startsWith("org.muster.") ? loadOrNull(packageName.substring(0, dot), loader, locale) : null;
            try {
                ResourceBundle own = getBundle(packageName + ".texts", locale, loader, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
                return new Layered(own, above);
            } catch (MissingResourceException e) {
                if (above != null) {
                    return above;
                }
                throw e;
            }
        }

        private static Layered loadOrNull(String packageName, ClassLoader loader, Locale locale) {
            try {
                return load(packageName, loader, locale);
            } catch (MissingResourceException e) {
                return null;
            }
        }

        @Override
        protected Object handleGetObject(String key) {
            return own.containsKey(key) ? own.getString(key) : null;
        }

        @Override
        public Enumeration<String> getKeys() {
            Set<String> keys = new LinkedHashSet<>(own.keySet());
            if (parent != null) {
                keys.addAll(parent.keySet());
            }
            return Collections.enumeration(keys);
        }
    }
}
