package org.plantdeck.plantruntime.cli;

import org.plantdeck.broker.access.AccessFiles;
import org.plantdeck.plantruntime.datadir.DataDirectory;
import org.plantdeck.plantruntime.settings.SettingsFailure;
import org.plantdeck.signal.PartFailure;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What the commands about users and credentials share: a data directory and a way to say no. */
abstract class AccessCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set before the command is called
    private CommandSpec spec;

    @Mixin private final CommonOptions common = new CommonOptions();

    @Override
    public final void run() {
        DataDirectory directory = new DataDirectory(common.dataPath());
        var _ = common.settings(directory.settingsFile());
        try {
            carryOut(new AccessFiles(directory.path()));
        } catch (PartFailure e) {
            throw new SettingsFailure(e.sentence(), e);
        }
    }

    /**
     * Does it.
     *
     * @throws PartFailure saying why not
     */
    abstract void carryOut(AccessFiles files);

    /** A line on standard output. */
    final void say(String line) {
        spec.commandLine().getOut().println(line);
    }
}
