package org.plantdeck.plantruntime.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code plantdeck certs}: the certificates of the brokers and of their clients. */
@Command(
        name = "certs",
        description = {
            "Certificates of the brokers and of their clients.",
            "They lie in certs/ in the data directory; the first use makes a CA of its own there."
        },
        mixinStandardHelpOptions = true,
        subcommands = {
            CertsIssueCommand.class,
            CertsListCommand.class,
            CertsRevokeCommand.class,
            CertsRenewCommand.class
        })
final class CertsCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set before the command is called
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "certs needs one of issue, list, revoke and renew");
    }
}
