package org.plantdeck.plantruntime.cli;

import picocli.CommandLine.IVersionProvider;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** The version that was built. */
final class Version implements IVersionProvider {

    /** The number alone, as in statuses. */
    static String number() {
        Properties properties = new Properties();
        try (InputStream file =
                Objects.requireNonNull(Version.class.getResourceAsStream("version.properties"))) {
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException("version.properties", e);
        }
        return properties.getProperty("version", "");
    }

    @Override
    public String[] getVersion() {
        return new String[] {"PlantDeck " + number()};
    }
}
