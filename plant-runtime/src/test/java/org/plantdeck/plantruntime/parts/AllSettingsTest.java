package org.plantdeck.plantruntime.parts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.plantruntime.settings.Setting;
import org.plantdeck.plantruntime.settings.SettingsReader;
import org.plantdeck.plantruntime.settings.SettingsTables;
import org.plantdeck.plantruntime.settings.SettingsTemplate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

final class AllSettingsTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "settings.md");

    @Test
    void everySettingHasAKeyAUnitADefaultAndAMeaning() {
        assertThat(AllSettings.catalogue().all())
                .allSatisfy(setting -> {
                    assertThat(setting.key()).matches("[a-z0-9-]+(\\.[a-z0-9-]+)+");
                    assertThat(setting.unit()).isNotBlank();
                    assertThat(setting.meaning()).matches("[A-Z].*[^.]");
                    assertThat(setting.kind().requirement()).isNotBlank();
                    assertThat(setting.standard().isPresent() || !setting.standardText().isBlank())
                            .isTrue();
                });
    }

    @Test
    void everyDefaultIsReadAsItIsWritten() {
        assertThat(AllSettings.catalogue().all())
                .allSatisfy(AllSettingsTest::assertDefaultIsReadBack);
    }

    private static <T> void assertDefaultIsReadBack(Setting<T> setting) {
        setting.standard()
                .ifPresent(standard ->
                        assertThat(setting.kind().read(setting.kind().write(standard)))
                                .contains(standard));
    }

    @Test
    void everyPasswordIsSecretAndNothingElseIs() {
        assertThat(AllSettings.catalogue().all())
                .allMatch(it -> it.kind().isSecret() == it.key().endsWith("password"));
    }

    @Test
    void everyPortAndAddressIsNamedAsOne() {
        assertThat(AllSettings.catalogue().all())
                .filteredOn(setting -> setting.unit().equals("port"))
                .isNotEmpty()
                .allMatch(it -> it.key().endsWith(".port") || it.key().endsWith("-port"));
    }

    @Test
    void theFileOfAFirstStartCanBeUncommentedAsAWhole(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("plantdeck.yaml");
        String template = SettingsTemplate.of(AllSettings.catalogue());
        Files.writeString(file, template.replaceAll("(?m)^#(\\S+: [^#\\s])", "$1"));

        var settings = SettingsReader.read(AllSettings.catalogue(), file, List.of());

        assertThat(AllSettings.catalogue().all())
                .filteredOn(it -> it.standard().isPresent() && !it.standardText().isEmpty())
                .isNotEmpty()
                .allMatch(settings::isSet);
    }

    @Test
    void theDocumentListsEverySettingAsItIs() throws IOException {
        String document = Files.readString(DOCUMENT);
        String begin = "<!-- settings begin -->\n";
        String tables =
                document.substring(
                        document.indexOf(begin) + begin.length(),
                        document.indexOf("<!-- settings end -->"));

        assertThat(tables)
                .as(
                        "docs/settings.md between its marks; run build/write-settings-tables and"
                                + " read what has changed")
                .isEqualTo(SettingsTables.of(AllSettings.catalogue()));
    }
}
