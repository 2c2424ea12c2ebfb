package org.plantdeck.broker.certs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Whoever comes first makes the CA; everybody else finds it. */
final class FirstUseTest {

    @TempDir Path folder;

    private static String caOf(CertificateStore store) {
        return store.list().getFirst().serialText();
    }

    private static String caAtOnce(Plant plant, CyclicBarrier together) throws Exception {
        together.await(30, TimeUnit.SECONDS);
        return caOf(plant.open());
    }

    @Test
    void twoStoresThatOpenAtOnceHaveOneCa() throws Exception {
        Plant plant = new Plant(folder);
        CyclicBarrier together = new CyclicBarrier(2);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<String> one = threads.submit(() -> caAtOnce(plant, together));
            Future<String> other = threads.submit(() -> caAtOnce(plant, together));

            assertThat(one.get(30, TimeUnit.SECONDS)).isEqualTo(other.get(30, TimeUnit.SECONDS));
        }
    }

    @Test
    void twoProcessesThatOpenAtOnceHaveOneCa() throws Exception {
        Process other = openElsewhere();
        try {
            assertThat(other.inputReader().readLine()).isEqualTo("ready");
            other.outputWriter().append("go\n").flush();
            String here = caOf(new Plant(folder).open());

            assertThat(other.inputReader().readLine()).isEqualTo(here);
        } finally {
            other.destroyForcibly();
        }
    }

    private Process openElsewhere() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OpensAStore.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
