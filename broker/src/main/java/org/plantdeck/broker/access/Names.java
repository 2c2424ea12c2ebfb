package org.plantdeck.broker.access;

import org.plantdeck.signal.PartFailure;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which names can be somebody's. */
final class Names {

    static final int LENGTH_MAX = 64;

    private static final Pattern USER = Pattern.compile("[A-Za-z0-9_.@-]{1," + LENGTH_MAX + "}");

    /**
     * Nobody's, in any case of letters: the first is everybody's, the others are levels beside
     * which devices have their names in {@code lwm2m/{name}/#} and {@code lwm2m/(bs|rd)/{name}}, so
     * that who had one would own the topics of all.
     */
    private static final Set<String> NOBODYS = Set.of(Identity.GUEST, "bs", "rd");

    private Names() {}

    /**
     * Sees that a name can stand in the users file.
     *
     * @throws PartFailure saying what a name is made of
     */
    static void requireForUser(String name) {
        if (!USER.matcher(name).matches()) {
            throw new PartFailure(
                    "\""
                            + name
                            + "\" is no user name; a name has up to "
                            + LENGTH_MAX
                            + " letters, digits and - _ . @");
        }
        if (isNobodys(name)) {
            throw new PartFailure(
                    "\"" + name + "\" can be no user's name; the brokers give it a meaning");
        }
    }

    /** Whether the common name of a certificate can be somebody's name in topics. */
    static boolean isUsableOfCertificate(String name) {
        return name.length() <= LENGTH_MAX
                && isOneLevel(name)
                && !isNobodys(name)
                && name.chars().noneMatch(Character::isISOControl);
    }

    /** Whether a text, put into a pattern, stays one literal level of an ordinary topic. */
    static boolean isOneLevel(String text) {
        if (text.isEmpty() || text.charAt(0) == '$') {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '+' || letter == '#' || letter == '/' || letter == 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNobodys(String name) {
        return NOBODYS.contains(name.toLowerCase(Locale.ROOT));
    }
}
