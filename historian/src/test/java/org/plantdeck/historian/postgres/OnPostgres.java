package org.plantdeck.historian.postgres;

import static org.assertj.core.api.Assertions.fail;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.plantdeck.fixtures.PostgresCluster;
import org.plantdeck.historian.store.StoreFailure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Gives a test a schema of its own on a server that all tests of a run share. Where PostgreSQL is
 * not installed they are skipped, unless {@code -Dpeers.required=true} wants them run.
 */
public final class OnPostgres implements ParameterResolver {

    private static final ExtensionContext.Namespace OURS =
            ExtensionContext.Namespace.create(OnPostgres.class);
    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    /** The server and where its password stands. */
    private record Shared(PostgresCluster cluster, Path passwordFile) implements AutoCloseable {
        @Override
        public void close() {
            cluster.close();
        }
    }

    /** Where PostgreSQL is installed; ends the test where it is not. */
    public static Path programs() {
        Optional<Path> programs = PostgresCluster.programs();
        if (programs.isEmpty() && Boolean.getBoolean("peers.required")) {
            fail("postgresql is not installed, and -Dpeers.required=true wants its tests run");
        }
        Assumptions.assumeTrue(programs.isPresent(), "postgresql is not installed");
        return programs.orElseThrow();
    }

    /** A file with the administrator's password. */
    public static Path passwordFile() {
        try {
            Path file = Files.createTempFile("password", ".txt");
            Files.writeString(file, PostgresCluster.PASSWORD + "\n");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == PostgresServer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context)
            throws ParameterResolutionException {
        Path programs = programs();
        Shared shared =
                context.getRoot()
                        .getStore(OURS)
                        .computeIfAbsent(
                                "server",
                                _ -> new Shared(PostgresCluster.start(programs), passwordFile()),
                                Shared.class);
        String schema = "test" + SCHEMAS.incrementAndGet();
        PostgresServer server =
                new PostgresServer(
                        shared.cluster().url("postgres") + "?currentSchema=" + schema,
                        Optional.of(PostgresCluster.USER),
                        Optional.of(shared.passwordFile()));
        try (Connection connection = server.openForWriting();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + schema);
            connection.commit();
            return server;
        } catch (SQLException | StoreFailure e) {
            throw new ParameterResolutionException("no schema for the test", e);
        }
    }
}
