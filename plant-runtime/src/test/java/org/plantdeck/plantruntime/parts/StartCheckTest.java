package org.plantdeck.plantruntime.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plantdeck.plantruntime.datadir.DataDirectory;
import org.plantdeck.plantruntime.settings.Settings;
import org.plantdeck.plantruntime.settings.SettingsFailure;
import org.plantdeck.plantruntime.settings.SettingsReader;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** What would end a start is told before it. */
final class StartCheckTest {

    @TempDir private Path directory;

    private void check(String... overrides) {
        DataDirectory its = new DataDirectory(directory);
        Settings settings =
                SettingsReader.read(
                        AllSettings.catalogue(), its.settingsFile(), List.of(overrides));
        StartCheck.of(its, InstantSource.system()).accept(settings);
    }

    @Test
    void theDefaultsAreSoundAndNothingIsWrittenToSeeIt() {
        assertThatCode(this::check).doesNotThrowAnyException();
        assertThat(directory).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plc1.publish-interval=250ms | must be a multiple of 100 ms",
                "simulation.faults=press-jam | simulation.faults names a",
                "historian.thinning=nonsense | historian.thinning",
                "historian.store=mysql://db/x | must be a database's address",
                "local-broker.port=7;cloud-broker.port=7 | give each its own port",
                "local-broker.bind=no.such.host.invalid | which is no address of this machine",
                "local-broker.url=tcp://h:1;cloud-broker.url=tcp://h:1 | must be two brokers",
                "local-broker.url=ssl://h:1;local-broker.ca-file=none.pem | cannot be used",
            })
    void whatEachSettingAllowsAndAllOfThemForbidIsTold(String overrides, String sentence) {
        String[] each = Stream.of(overrides.split(";", -1)).toArray(String[]::new);

        assertThat(catchThrowableOfType(SettingsFailure.class, () -> check(each)).sentence())
                .contains(sentence);
    }
}
