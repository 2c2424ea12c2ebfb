package org.plantdeck.plantruntime.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plantdeck certs issue}: a key and a certificate for a client. */
@Command(
        name = "issue",
        description = {
            "Makes a key and a certificate for a client, whose name is its common name.",
            "Writes NAME.crt.pem, NAME.key.pem and NAME.p12 beside ca.crt.pem in certs/."
        },
        mixinStandardHelpOptions = true)
final class CertsIssueCommand implements Runnable {

    @Parameters(paramLabel = "NAME", description = "1 to 64 letters, digits, - _ and .")
    private String name = "";

    @Mixin private final BundlePasswordOptions bundle = new BundlePasswordOptions();
    @Mixin private final CommonOptions common = new CommonOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // set before the command is called
    private CommandSpec spec;

    @Override
    public void run() {
        char[] password = bundle.password();
        CertsFolder.make(
                common,
                store ->
                        bundle.say(
                                spec.commandLine().getOut(),
                                "issued",
                                store.issue(name, password),
                                password));
    }
}
