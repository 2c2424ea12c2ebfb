package org.plantdeck.plantruntime.cli;

import org.jspecify.annotations.Nullable;
import org.plantdeck.broker.access.AccessFiles;
import org.plantdeck.broker.access.HashCost;
import org.plantdeck.broker.access.Role;
import org.plantdeck.broker.access.User;
import org.plantdeck.broker.access.UserFile;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

import java.util.Optional;
import java.util.stream.Collectors;

/** {@code plantdeck users}: who may connect to the brokers by name. */
@Command(
        name = "users",
        description = "Who may connect to the brokers by name. A running broker takes the change.",
        mixinStandardHelpOptions = true,
        subcommands = {
            UsersCommand.Add.class,
            UsersCommand.ListAll.class,
            UsersCommand.Passwd.class,
            UsersCommand.Remove.class
        })
final class UsersCommand {

    /** Reads the word of a role. */
    static final class RoleWord implements ITypeConverter<Role> {
        @Override
        public Role convert(@Nullable String text) {
            return Role.of(String.valueOf(text))
                    .filter(Role.ofUsers()::contains)
                    .orElseThrow(() ->
                            new TypeConversionException(
                                    text + " is no role of a user; must be one of " + roles()));
        }
    }

    private static String roles() {
        return Role.ofUsers().stream().map(Role::word).collect(Collectors.joining(", "));
    }

    private static UserFile users(AccessFiles files) {
        return new UserFile(files.users(), HashCost.USUAL, CredentialHolder.names());
    }

    /** {@code plantdeck users add NAME --role ROLE}. */
    @Command(
            name = "add",
            description = "Adds a user; asks for the password twice unless told where it is.",
            mixinStandardHelpOptions = true)
    static final class Add extends AccessCommand {

        @Parameters(paramLabel = "NAME", description = "Up to 64 letters, digits and - _ . @")
        private String name = "";

        @Option(
                names = "--role",
                paramLabel = "ROLE",
                required = true,
                converter = RoleWord.class,
                description = "operator, engineer, admin, device or part.")
        private Role role = Role.OPERATOR;

        @ArgGroup private Entry entry = new Entry();

        /** What lets the user in. */
        static final class Entry extends NewPassword {
            @Option(
                    names = "--no-password",
                    description = "Only the holder of a certificate of that name is let in.")
            private boolean none;
        }

        @Override
        void carryOut(AccessFiles files) {
            if (entry.none) {
                users(files).add(name, role, Optional.empty());
            } else {
                entry.give(
                        password -> users(files).add(name, role, Optional.of(password)), this::say);
            }
        }
    }

    /** {@code plantdeck users list}. */
    @Command(
            name = "list",
            description = "Every user, one a line: name, role, what lets them in.",
            mixinStandardHelpOptions = true)
    static final class ListAll extends AccessCommand {

        @Override
        void carryOut(AccessFiles files) {
            for (User user : users(files).all()) {
                String by = user.hasPassword() ? "password" : "certificate";
                say("%-24s %-9s %s".formatted(user.name(), user.role().word(), by));
            }
        }
    }

    /** {@code plantdeck users passwd NAME}. */
    @Command(
            name = "passwd",
            description = "Sets another password; asks for it twice unless told where it is.",
            mixinStandardHelpOptions = true)
    static final class Passwd extends AccessCommand {

        @Parameters(paramLabel = "NAME", description = "Whose password.")
        private String name = "";

        @ArgGroup private NewPassword password = new NewPassword();

        @Override
        void carryOut(AccessFiles files) {
            password.give(its -> users(files).changePassword(name, its), this::say);
        }
    }

    /** {@code plantdeck users remove NAME}. */
    @Command(name = "remove", description = "Removes a user.", mixinStandardHelpOptions = true)
    static final class Remove extends AccessCommand {

        @Parameters(paramLabel = "NAME", description = "Who.")
        private String name = "";

        @Override
        void carryOut(AccessFiles files) {
            users(files).remove(name);
        }
    }
}
