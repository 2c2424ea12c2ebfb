package org.plantdeck.plcsim.runner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.signal.FactorySource;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** One simulated day, lived through twice. */
class SameDayTest {

    private static final int READINGS = 86_400;

    @TempDir Path directory;

    @Test
    void aDayIsTheSameByteForByteAtAnySpeed() throws Exception {
        Map<FactorySource, String> hurried = day("hurried", 100);
        Map<FactorySource, String> calm = day("calm", 12.5);

        assertThat(calm).isEqualTo(hurried).hasSize(3);
        assertThat(hurried.values()).doesNotHaveDuplicates();
    }

    private Map<FactorySource, String> day(String folder, double speed) throws Exception {
        Factory factory = new Factory(directory.resolve(folder)).speed(speed).start();
        factory.time.passUntil(() ->
                factory.bodies.values().stream().allMatch(bodies -> bodies.size() >= READINGS));
        Map<FactorySource, String> digests = new EnumMap<>(FactorySource.class);
        for (Map.Entry<FactorySource, List<String>> of : factory.bodies.entrySet()) {
            digests.put(of.getKey(), digest(of.getValue().subList(0, READINGS)));
        }
        assertThat(factory.simulated())
                .isBetween(
                        Factory.WALL.plus(Duration.ofDays(1)),
                        Factory.WALL.plus(Duration.ofDays(1)).plusSeconds(10));
        return digests;
    }

    private static String digest(List<String> bodies) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        bodies.forEach(body -> digest.update(body.getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }
}
