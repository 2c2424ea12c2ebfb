package org.plantdeck.broker.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.signal.PartFailure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

final class GeneratedCredentialsTest {

    @TempDir Path directory;

    private GeneratedCredentials open() {
        return GeneratedCredentials.open(new AccessFiles(directory).credentials());
    }

    @Test
    void aPasswordIsDrawnOnceAndTheSameForEverybody() throws IOException {
        GeneratedCredentials broker = open();
        String plc = open().password("PLC1");

        assertThat(plc).matches("[A-Za-z0-9_-]{32}");
        assertThat(open().password("PLC1")).isEqualTo(plc);
        assertThat(broker.isOf("PLC1", plc.getBytes(UTF_8))).isTrue();
        assertThat(broker.password("Historian")).isNotEqualTo(plc);
        assertThat(broker.names()).containsExactly("PLC1", "Historian");
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(
                                        new AccessFiles(directory).credentials())))
                .isEqualTo("rw-------");
    }

    @Test
    void anotherPasswordAnotherNameAndNothingAreNotIt() {
        GeneratedCredentials credentials = open();
        byte[] plc1 = credentials.password("PLC1").getBytes(UTF_8);
        credentials.password("PLC2");

        assertThat(credentials.isOf("PLC2", plc1)).isFalse();
        assertThat(credentials.isOf("plc1", plc1)).isFalse();
        assertThat(credentials.isOf("nobody", plc1)).isFalse();
        assertThat(credentials.isOf("PLC1", new byte[0])).isFalse();
    }

    @Test
    void whoAskAtOnceGetTheSame() throws Exception {
        Set<String> drawn = new HashSet<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            List<Future<String>> all = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                all.add(pool.submit(() -> open().password("Bridge")));
            }
            for (Future<String> one : all) {
                drawn.add(one.get());
            }
        }
        assertThat(drawn).hasSize(1);
    }

    @Test
    void aBrokenLineIsNamed() throws IOException {
        Path path = new AccessFiles(directory).credentials();
        open().password("PLC1");
        Files.writeString(path, Files.readString(path) + "PLC2:short\n");

        assertThat(catchThrowableOfType(PartFailure.class, this::open).sentence())
                .startsWith(path + ", line 2: this is not the name and password of one part");
    }

    @Test
    void aNameThatCouldBreakTheFileIsRefused() {
        assertThat(
                        catchThrowableOfType(
                                        PartFailure.class, () -> open().password("PLC1:x\nPLC2"))
                                .sentence())
                .contains("is no user name");
    }
}
