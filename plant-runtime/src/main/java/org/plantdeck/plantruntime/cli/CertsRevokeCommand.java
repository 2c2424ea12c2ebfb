package org.plantdeck.plantruntime.cli;

import org.plantdeck.broker.certs.IssuedCertificate;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;

/** {@code plantdeck certs revoke}: a client's certificate is good no longer. */
@Command(
        name = "revoke",
        description =
                "Revokes a client's certificate: brokers refuse it and end the sessions it opened.",
        mixinStandardHelpOptions = true)
final class CertsRevokeCommand implements Runnable {

    @Parameters(paramLabel = "NAME", description = "Whose.")
    private String name = "";

    @Mixin private final CommonOptions common = new CommonOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // set before the command is called
    private CommandSpec spec;

    @Override
    public void run() {
        CertsFolder.find(
                common,
                store -> {
                    IssuedCertificate revoked = store.revoke(name);
                    PrintWriter out = spec.commandLine().getOut();
                    out.println(
                            "revoked "
                                    + revoked.name()
                                    + ", serial "
                                    + revoked.serialText()
                                    + ": "
                                    + store.revocations());
                    out.flush();
                });
    }
}
