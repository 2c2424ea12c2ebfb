package org.plantdeck.plantruntime.cli;

import org.plantdeck.broker.certs.CertificateStore;
import org.plantdeck.plantruntime.datadir.DataDirectory;
import org.plantdeck.plantruntime.logging.LogKeys;
import org.plantdeck.plantruntime.logging.Logging;
import org.plantdeck.plantruntime.settings.SettingsFailure;
import org.plantdeck.signal.PartFailure;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Consumer;

/** Opens the certificates of a data directory for one sub-command. */
final class CertsFolder {

    private CertsFolder() {}

    /** Works on the certificates; those that are not there yet are made. */
    static void make(CommonOptions common, Consumer<CertificateStore> work) {
        open(DataDirectory.open(common.dataPath()), common, work);
    }

    /**
     * Works on the certificates that are there.
     *
     * @throws SettingsFailure if there are none
     */
    static void find(CommonOptions common, Consumer<CertificateStore> work) {
        DataDirectory directory = new DataDirectory(common.dataPath());
        if (!CertificateStore.isIn(directory.certificates())) {
            throw new SettingsFailure(
                    "there are no certificates in "
                            + directory.certificates()
                            + "; plantdeck certs issue NAME makes some, or choose another directory"
                            + " with --data DIR");
        }
        open(directory, common, work);
    }

    private static void open(
            DataDirectory directory, CommonOptions common, Consumer<CertificateStore> work) {
        Path folder = directory.certificates();
        try (Logging _ =
                Logging.toStandardError(LogKeys.read(common.settings(directory.settingsFile())))) {
            work.accept(CertificateStore.open(folder, InstantSource.system()));
        } catch (PartFailure e) {
            throw new SettingsFailure(e.sentence(), e);
        }
    }
}
