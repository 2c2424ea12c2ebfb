package org.plantdeck.plantruntime.datadir;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

class DoorbellTest {

    @TempDir private Path folder;

    private DataDirectory directory() {
        DataDirectory directory = DataDirectory.open(folder.resolve("data"));
        directory.lock("plant").close();
        return directory;
    }

    @Test
    void whoRingsIsHeardEachTimeUntilItIsClosed() throws Exception {
        DataDirectory directory = directory();
        assertThat(Doorbell.ring(directory.path())).isFalse();
        Semaphore rung = new Semaphore(0);
        try (Doorbell _ = directory.answer(rung::release)) {
            assertThat(Doorbell.ring(directory.path())).isTrue();
            assertThat(Doorbell.ring(directory.path())).isTrue();
            assertThat(rung.tryAcquire(2, 30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(Doorbell.ring(directory.path())).isFalse();
        assertThat(Doorbell.fileIn(directory.path())).doesNotExist();
    }

    @Test
    void whatAKilledProcessLeftIsNobodyAndIsTakenOver() throws Exception {
        DataDirectory directory = directory();
        Files.writeString(Doorbell.fileIn(directory.path()), "");
        assertThat(Doorbell.ring(directory.path())).isFalse();
        Semaphore rung = new Semaphore(0);
        try (Doorbell _ = directory.answer(rung::release)) {
            assertThat(Doorbell.ring(directory.path())).isTrue();
            assertThat(rung.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void whereThePathIsTooLongASecondStartRingsInVain() {
        DataDirectory directory = DataDirectory.open(folder.resolve("long".repeat(40)));
        directory.lock("plant").close();
        try (Doorbell _ = directory.answer(() -> {})) {
            assertThat(Doorbell.ring(directory.path())).isFalse();
        }
    }

    @Test
    void aDirectoryThatIsNotThereHasNobody() {
        assertThat(Doorbell.ring(folder.resolve("nowhere"))).isFalse();
    }
}
