package org.plantdeck.app.words;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The words of one feature: {@code words.properties} beside its classes, with {@code %s} where
 * something is filled in. A missing key is an error of the program. Threads: any.
 */
public final class Words {

    private static final ConcurrentMap<String, Words> KNOWN = new ConcurrentHashMap<>();

    private final ResourceBundle bundle;

    private Words(String feature) {
        bundle = ResourceBundle.getBundle(feature + ".words", Locale.ROOT);
    }

    /** The words of the feature a class belongs to. */
    public static Words of(Class<?> member) {
        return KNOWN.computeIfAbsent(member.getPackageName(), Words::new);
    }

    /** A text as it stands. */
    public String say(String key) {
        return bundle.getString(key);
    }

    /** A text with its places filled in. */
    public String say(String key, Object... fillings) {
        return bundle.getString(key).formatted(fillings);
    }
}
