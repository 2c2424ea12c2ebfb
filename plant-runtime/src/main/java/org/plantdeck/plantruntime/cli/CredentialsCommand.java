package org.plantdeck.plantruntime.cli;

import org.jspecify.annotations.Nullable;
import org.plantdeck.broker.access.AccessFiles;
import org.plantdeck.broker.access.GeneratedCredentials;
import org.plantdeck.broker.access.OwnerFile;
import org.plantdeck.signal.PartFailure;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Files;
import java.nio.file.Path;

/** {@code plantdeck credentials}: how a part proves from another machine who it is. */
@Command(
        name = "credentials",
        description = "The generated passwords of the parts.",
        mixinStandardHelpOptions = true,
        subcommands = CredentialsCommand.Export.class)
final class CredentialsCommand {

    /** {@code plantdeck credentials export PART}. */
    @Command(
            name = "export",
            description = {
                "What a part needs to connect from another machine, as settings for the"
                        + " plantdeck.yaml there."
            },
            mixinStandardHelpOptions = true)
    static final class Export extends AccessCommand {

        @Parameters(paramLabel = "PART", description = "Such as plc1, historian or desk.")
        private String part = "";

        @Option(
                names = "--to",
                paramLabel = "FILE",
                description = "A new file that only you may read; without it, standard output.")
        private @Nullable Path file;

        @Override
        void carryOut(AccessFiles files) {
            CredentialHolder holder =
                    CredentialHolder.of(part)
                            .orElseThrow(() ->
                                    new PartFailure(
                                            "\""
                                                    + part
                                                    + "\" is no part; must be one of "
                                                    + CredentialHolder.words()));
            if (file != null && Files.exists(file)) {
                throw new PartFailure(file + " is there already; remove it or choose another name");
            }
            String settings =
                    holder.settings(
                            GeneratedCredentials.open(files.credentials()).password(holder.name()));
            if (file == null) {
                say(settings.stripTrailing());
            } else {
                new OwnerFile(file).write(settings);
            }
        }
    }
}
