package org.plantdeck.historian.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plantdeck.signal.PartFailure;

import java.util.List;

class ManifestTest {

    private static Manifest of(String name) {
        return new Manifest(
                TestHistory.START,
                "0.1.0",
                List.of(
                        new Manifest.Entry("historian.db", 4_096, "00ff"),
                        new Manifest.Entry(name, 1L << 40, "0a")),
                List.of(new Manifest.Damage("history/day-2026-11-20.db", "it ends too early")));
    }

    private static String refusal(byte[] bytes) {
        return catchThrowableOfType(PartFailure.class, () -> Manifest.of(bytes)).sentence();
    }

    @Test
    void whatIsWrittenIsRead() {
        Manifest manifest = of("history/archive.db");
        assertThat(Manifest.of(manifest.toBytes())).isEqualTo(manifest);
        assertThat(manifest.bytes()).isEqualTo((1L << 40) + 4_096);
    }

    @Test
    void anyFlippedByteIsFound() {
        byte[] sound = of("history/archive.db").toBytes();
        for (int i = 0; i < sound.length; i++) {
            byte[] bytes = sound.clone();
            bytes[i] ^= 0x10;
            assertThat(refusal(bytes)).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../plantdeck.yaml",
                "history/../../etc/passwd",
                "/etc/passwd",
                "history/day-2026-11-20.db-wal",
                "historian.db",
                "history/day-2026-11-20.db/x"
            })
    void aNameThatIsNotOneOfTheFilesIsRefused(String name) {
        assertThat(refusal(of(name).toBytes())).contains("it names " + name);
    }

    @Test
    void aLaterFormIsRefused() {
        String text = new String(of("history/archive.db").toBytes(), UTF_8);
        assertThat(refusal(text.replace("backup 1\n", "backup 2\n").getBytes(UTF_8)))
                .isEqualTo(
                        "The backup is of the form 2, which a later PlantDeck made; use that one");
    }
}
