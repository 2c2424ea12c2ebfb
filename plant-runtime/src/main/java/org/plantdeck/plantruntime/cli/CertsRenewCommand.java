package org.plantdeck.plantruntime.cli;

import org.plantdeck.broker.certs.CertificateStore;
import org.plantdeck.broker.certs.IssuedCertificate;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** {@code plantdeck certs renew}: another key and certificate for a client or the brokers. */
@Command(
        name = "renew",
        description = {
            "Replaces a client's key and certificate and revokes the old one.",
            "renew server replaces the brokers', with the names and addresses the machine has now."
        },
        mixinStandardHelpOptions = true)
final class CertsRenewCommand implements Runnable {

    private static final String SERVER = "server";

    @Parameters(paramLabel = "NAME", description = "Whose; server is the brokers'.")
    private String name = "";

    @Mixin private final BundlePasswordOptions bundle = new BundlePasswordOptions();
    @Mixin private final CommonOptions common = new CommonOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // set before the command is called
    private CommandSpec spec;

    @Override
    public void run() {
        char[] password = bundle.password();
        CertsFolder.find(common, store -> renew(store, password));
    }

    private void renew(CertificateStore store, char[] password) {
        PrintWriter out = spec.commandLine().getOut();
        if (!name.equals(SERVER)) {
            bundle.say(out, "renewed", store.renew(name, password), password);
            return;
        }
        IssuedCertificate made = store.renewServer();
        out.println(
                "renewed server, valid until "
                        + LocalDate.ofInstant(made.validUntil(), ZoneOffset.UTC)
                        + ": brokers that run show it from the next connection on");
        out.flush();
    }
}
