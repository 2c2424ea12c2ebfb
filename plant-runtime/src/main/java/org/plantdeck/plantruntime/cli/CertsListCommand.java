package org.plantdeck.plantruntime.cli;

import org.plantdeck.broker.certs.IssuedCertificate;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code plantdeck certs list}: every certificate of the data directory. */
@Command(
        name = "list",
        description = "Every certificate: name, serial, valid until, state.",
        mixinStandardHelpOptions = true)
final class CertsListCommand implements Runnable {

    @Mixin private final CommonOptions common = new CommonOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // set before the command is called
    private CommandSpec spec;

    @Override
    public void run() {
        CertsFolder.find(
                common,
                store -> {
                    PrintWriter out = spec.commandLine().getOut();
                    table(store.list(), InstantSource.system().instant()).forEach(out::println);
                    out.flush();
                });
    }

    /** The lines of the table; names take the room the longest one needs. */
    static List<String> table(List<IssuedCertificate> all, Instant now) {
        int width = all.stream().mapToInt(it -> it.name().length()).max().orElse(0);
        String form = "%-" + Math.max(width, "name".length()) + "s  %-32s  %-11s  %s";
        List<String> lines =
                new ArrayList<>(List.of(line(form, "name", "serial", "valid until", "state")));
        all.forEach(it ->
                lines.add(
                        line(
                                form,
                                it.name(),
                                it.serialText(),
                                day(it.validUntil()),
                                state(it, now))));
        return lines;
    }

    private static String line(String form, String... cells) {
        return String.format(Locale.ROOT, form, (Object[]) cells);
    }

    private static String state(IssuedCertificate one, Instant now) {
        return one.revokedAt()
                .map(at -> "revoked " + day(at))
                .orElse(one.isValidAt(now) ? "valid" : "expired");
    }

    private static String day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC).toString();
    }
}
