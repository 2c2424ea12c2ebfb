package org.plantdeck.plantruntime.cli;

import org.plantdeck.plantruntime.parts.PartLogins;
import org.plantdeck.plantruntime.parts.PartName;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who has a generated password.
 *
 * @param name the user name on the brokers: PLC1, Historian, …
 * @param word how a person names it on the command line: plc1, historian, …
 * @param brokers which brokers it connects to
 */
record CredentialHolder(String name, String word, List<PartName> brokers) {

    /** Every screen of a desktop connects by this name, whatever components it speaks for. */
    private static final CredentialHolder DESK =
            new CredentialHolder(
                    PartLogins.DESK, "desk", List.of(PartName.LOCAL_BROKER, PartName.CLOUD_BROKER));

    private static Stream<CredentialHolder> all() {
        return Stream.concat(
                Arrays.stream(PartName.values()).map(CredentialHolder::of), Stream.of(DESK));
    }

    private static CredentialHolder of(PartName part) {
        List<PartName> brokers =
                switch (part) {
                    case CLOUD_BROKER, CLOUD_ANALYTICS -> List.of(PartName.CLOUD_BROKER);
                    case BRIDGE -> List.of(PartName.LOCAL_BROKER, PartName.CLOUD_BROKER);
                    case LOCAL_BROKER, HISTORIAN, PLC1, PLC2, PLC3, PLANT ->
                            List.of(PartName.LOCAL_BROKER);
                };
        return new CredentialHolder(part.component(), part.word(), brokers);
    }

    /** The holder of a word or name, in any case of letters; empty where there is none. */
    static Optional<CredentialHolder> of(String text) {
        return all().filter(it -> it.word.equalsIgnoreCase(text) || it.name.equalsIgnoreCase(text))
                .findFirst();
    }

    /** Every word, in order, for a sentence. */
    static String words() {
        return all().map(CredentialHolder::word).collect(Collectors.joining(", "));
    }

    /** Every name and word, which are nobody else's. */
    static Set<String> names() {
        return all().flatMap(it -> Stream.of(it.name, it.word))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The lines of settings by which it connects from another machine. */
    String settings(String password) {
        StringBuilder lines = new StringBuilder();
        lines.append("# For the plantdeck.yaml of the machine that runs ").append(word);
        lines.append("; whoever has these lines can act as ").append(name).append(".\n");
        for (PartName broker : brokers) {
            String key = broker.word();
            lines.append("# ").append(key).append(".url: where its broker is\n");
            lines.append(key).append(".username: ").append(name).append('\n');
            lines.append(key).append(".password: \"").append(password).append("\"\n");
        }
        return lines.toString();
    }
}
