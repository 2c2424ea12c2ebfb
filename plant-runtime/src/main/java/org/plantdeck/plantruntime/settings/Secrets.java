package org.plantdeck.plantruntime.settings;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Keeps passwords out of what is shown, exported or handed to others: the values of secret
 * settings, and credentials within addresses. Threads: any.
 */
public final class Secrets {

    /** Stands where something is not shown. */
    public static final String MASK = "***";

    /** What stands between the scheme of an address and its host, up to an @. */
    private static final Pattern USER_INFO = Pattern.compile("(://)[^/@\\s\"']*@");

    private static final Pattern PARAMETER =
            Pattern.compile(
                    "(?i)([?&;](?:[a-z0-9_.-]*(?:password|passwd|secret|token)[a-z0-9_.-]*|pwd)=)"
                            + "[^&;\\s\"',]*");

    /** A mask for shorter ones would take letters out of every word. */
    private static final int LEAST_LENGTH = 4;

    private Secrets() {}

    /** A value as it may be shown. */
    public static String masked(Setting<?> setting, String text) {
        return setting.kind().isSecret() ? MASK : inAddresses(text);
    }

    /** A text with the credentials of its addresses taken out. */
    public static String inAddresses(String text) {
        if (!text.contains("://") && text.indexOf('=') < 0) {
            return text;
        }
        String withoutUser = USER_INFO.matcher(text).replaceAll("$1" + MASK + "@");
        return PARAMETER.matcher(withoutUser).replaceAll("$1" + MASK);
    }

    /**
     * A text with the credentials of its addresses and some words taken out.
     *
     * @param secrets such as {@link Settings#secrets}
     */
    public static String masked(String text, List<String> secrets) {
        String masked = inAddresses(text);
        for (String secret : secrets) {
            if (secret.length() >= LEAST_LENGTH) {
                masked = masked.replace(secret, MASK);
            }
        }
        return masked;
    }
}
