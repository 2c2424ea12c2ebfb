package org.plantdeck.broker.certs;

import org.plantdeck.signal.PartFailure;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a client's certificate may be called. The name becomes a common name, part of topics and of
 * file names, so it holds nothing that means something in one of them.
 */
final class ClientName {

    static final String CA = "ca";
    static final String SERVER = "server";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Set<String> OWN = Set.of(CA, SERVER);

    private ClientName() {}

    /**
     * The name, if it is one.
     *
     * @throws PartFailure if it is not
     */
    static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new PartFailure(
                    printable(name)
                            + " cannot be the name of a certificate: use 1 to 64 letters, digits,"
                            + " - _ and . with a letter or a digit first");
        }
        if (OWN.contains(name.toLowerCase(Locale.ROOT))) {
            throw new PartFailure(
                    name
                            + " is the name of a certificate of PlantDeck itself: choose another"
                            + " (plantdeck certs renew server renews the broker's)");
        }
        return name;
    }

    /** A text of unknown origin so that it can stand in a sentence: short and on one line. */
    static String printable(String text) {
        String line = text.replaceAll("[^\\x20-\\x7e]", "?");
        return '"' + (line.length() > 64 ? line.substring(0, 64) + "…" : line) + '"';
    }
}
