package org.plantdeck.broker.access;

import java.nio.file.Path;

/**
 * Where the brokers of a data directory find who may do what. All of it is readable and writable by
 * its owner alone.
 *
 * @param directory the data directory
 */
public record AccessFiles(Path directory) {

    /** The users with their roles and hashed passwords. */
    public Path users() {
        return directory.resolve("broker-users");
    }

    /** The topic rules. */
    public Path rules() {
        return directory.resolve("broker-rules");
    }

    /** The generated passwords of the parts. */
    public Path credentials() {
        return directory.resolve("broker-credentials");
    }
}
