package org.plantdeck.plantruntime.parts;

import org.plantdeck.historian.postgres.PostgresServer;
import org.plantdeck.plantruntime.datadir.DataDirectory;
import org.plantdeck.plantruntime.settings.Kind;
import org.plantdeck.plantruntime.settings.Setting;
import org.plantdeck.plantruntime.settings.Settings;
import org.plantdeck.plantruntime.settings.SettingsFailure;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The settings of a database server.
 *
 * @param url where it is
 * @param user who connects
 * @param passwordFile has the password in its first line
 */
record ServerKeys(Setting<String> url, Setting<String> user, Setting<Path> passwordFile) {

    /**
     * @param key of the URL, with which the others begin
     * @param standard what holds where it is not set, in words
     */
    static ServerKeys of(String key, String standard, String meaning) {
        return new ServerKeys(
                Setting.unset(key, Kind.text("a database's address"), standard, "URL", meaning),
                Setting.unset(
                        key + "-user",
                        Kind.text("a user name"),
                        "that of the URL, else of the account",
                        "text",
                        "Who connects to " + key),
                Setting.unset(
                        key + "-password-file",
                        Kind.file(),
                        "PGPASSFILE, else ~/.pgpass",
                        "file",
                        "File whose first line is the password there"));
    }

    List<Setting<?>> all() {
        return List.of(url, user, passwordFile);
    }

    /**
     * The server, where one is set.
     *
     * @throws SettingsFailure where the URL is none
     */
    Optional<PostgresServer> server(Settings settings, DataDirectory directory) {
        try {
            return settings.find(url)
                    .map(it ->
                            new PostgresServer(
                                    it,
                                    settings.find(user),
                                    settings.find(passwordFile).map(directory.path()::resolve)));
        } catch (IllegalArgumentException e) {
            // not where it was written: on the command line that is the URL, password and all
            throw new SettingsFailure(url.key() + " " + e.getMessage(), e);
        }
    }
}
