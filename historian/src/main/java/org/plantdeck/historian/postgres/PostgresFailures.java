package org.plantdeck.historian.postgres;

import org.jspecify.annotations.Nullable;
import org.plantdeck.historian.store.StoreFailure;
import org.plantdeck.historian.store.StoreFailure.Kind;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Optional;

/** What the errors of a server mean for an operator, by their SQLSTATE. Threads: any. */
final class PostgresFailures {

    private static final String NO_DATABASE = "3D000";
    private static final String NO_RIGHT = "42501";
    private static final String DISK_FULL = "53100";
    private static final String TOO_MANY_CONNECTIONS = "53300";
    private static final String READ_ONLY = "25006";
    private static final String LOCKED = "55P03";
    private static final String CANCELLED = "57014";

    private PostgresFailures() {}

    static StoreFailure of(PostgresServer server, SQLException e) {
        String state = Optional.ofNullable(e.getSQLState()).orElse("");
        String name = server.name();
        return switch (state) {
            case NO_DATABASE ->
                    lasting("There is no database at " + name + "; make it with createdb", e);
            case NO_RIGHT ->
                    lasting(
                            "%s does not let the historian: %s; grant it, as docs/historian.md says"
                                    .formatted(name, words(e)),
                            e);
            case DISK_FULL ->
                    passing(
                            "The disk of %s is full; free some space there, it goes on then"
                                    .formatted(name),
                            e);
            case TOO_MANY_CONNECTIONS ->
                    passing(name + " has too many connections; it goes on when one is free", e);
            case READ_ONLY ->
                    passing(name + " is read-only, as a standby is; it goes on when it is not", e);
            case LOCKED, CANCELLED ->
                    passing(
                            "Another program keeps the history on %s locked, or it is too slow (%s); it goes on then"
                                    .formatted(name, words(e)),
                            e);
            default -> byClass(server, state, e);
        };
    }

    private static StoreFailure byClass(PostgresServer server, String state, SQLException e) {
        String name = server.name();
        return switch (state.length() < 2 ? "" : state.substring(0, 2)) {
            case "28" -> lasting(credentials(server, e), e);
            case "08", "57" ->
                    passing(
                            "PostgreSQL at %s cannot be reached (%s); start it or check its address, it goes on then"
                                    .formatted(name, words(e)),
                            e);
            case "22", "23", "54" ->
                    new StoreFailure(Kind.CONTENT, name + " does not take this: " + words(e), e);
            default -> passing(name + " cannot be written or read: " + words(e), e);
        };
    }

    private static String credentials(PostgresServer server, SQLException e) {
        String file =
                server.passwordFile()
                        .map(it -> "the first line of " + it)
                        .orElse("~/.pgpass, or the setting that names a password file");
        String user =
                server.user()
                        .or(server::userOfUrl)
                        .map(it -> "user " + it)
                        .orElse("this account's name");
        return "%s does not let %s in: %s; check the user's name and the password in %s"
                .formatted(server.name(), user, words(e), file);
    }

    /** What the server or the driver said, in one line. */
    private static String words(SQLException e) {
        @Nullable ServerErrorMessage said =
                e instanceof PSQLException ours ? ours.getServerErrorMessage() : null;
        if (said != null && said.getMessage() != null) {
            return said.getMessage();
        }
        if (e.getCause() instanceof UnknownHostException unknown) {
            return "the host " + unknown.getMessage() + " is not known";
        }
        String message = String.valueOf(e.getMessage());
        int end = message.indexOf(". "); // after it the driver says what it supposes
        return (end < 0 ? message : message.substring(0, end)).replace('\n', ' ');
    }

    private static StoreFailure passing(String sentence, SQLException cause) {
        return new StoreFailure(Kind.PASSING, sentence, cause);
    }

    private static StoreFailure lasting(String sentence, SQLException cause) {
        return new StoreFailure(Kind.LASTING, sentence, cause);
    }
}
