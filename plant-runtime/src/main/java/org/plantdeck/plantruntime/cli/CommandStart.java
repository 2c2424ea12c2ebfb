package org.plantdeck.plantruntime.cli;

import org.plantdeck.plantruntime.datadir.DataDirectory;
import org.plantdeck.plantruntime.desktop.PlantSession;
import org.plantdeck.plantruntime.desktop.SessionFailure;
import org.plantdeck.plantruntime.desktop.SessionStart;
import org.plantdeck.plantruntime.desktop.StartView;
import org.plantdeck.plantruntime.logging.LogKeys;
import org.plantdeck.plantruntime.logging.Logging;
import org.plantdeck.plantruntime.parts.FirstChoice;
import org.plantdeck.plantruntime.settings.SettingsFailure;
import org.plantdeck.plantruntime.settings.SettingsStart;

import java.time.InstantSource;
import java.util.Optional;

/**
 * Begins a process for a desktop, which gets its failures in the words of the command line.
 *
 * @param launch what to begin
 * @param common what the command line says
 * @param asks whether a first start asks before it begins
 */
record CommandStart(RunningProcess.Launch launch, CommonOptions common, boolean asks)
        implements SessionStart {

    @Override
    public Optional<FirstChoice> firstChoice() throws SessionFailure {
        if (!asks) {
            return Optional.empty();
        }
        try {
            DataDirectory directory = DataDirectory.open(common.dataPath());
            SettingsStart start = common.start(directory.settingsFile());
            var _ = Logging.toStandardError(LogKeys.read(start.inForce()));
            return FirstChoice.find(directory, start, InstantSource.system(), Version.number());
        } catch (RuntimeException e) {
            throw failure(e);
        }
    }

    @Override
    public PlantSession begin(StartView view) throws SessionFailure {
        try {
            return RunningProcess.begin(launch, common, view);
        } catch (RuntimeException e) {
            throw failure(e);
        }
    }

    private SessionFailure failure(RuntimeException e) {
        SessionFailure failure = Failures.ofSession(e);
        return e instanceof SettingsFailure wrong
                ? new StartRemedy(common).of(wrong).map(failure::with).orElse(failure)
                : failure;
    }
}
