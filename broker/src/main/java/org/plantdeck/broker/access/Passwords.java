package org.plantdeck.broker.access;

import org.plantdeck.signal.PartFailure;

import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Verifies names and passwords: those of parts, then those of the users file. Who guesses is
 * slowed; a part's own password is always taken, because nobody guesses it and whoever tries must
 * not keep the part out. Threads: any; what was not verified before is verified one at a time.
 */
final class Passwords {

    /** Wrong passwords for one name from one address within a minute. */
    private static final int OF_NAME_MAX = 5;

    /** Wrong passwords from one address within a minute, whatever the names. */
    private static final int OF_ADDRESS_MAX = 20;

    private final WatchedFile<UserList> users;
    private final GeneratedCredentials parts;
    private final InstantSource wallClock;
    private final SecureRandom random = new SecureRandom();
    private final VerifiedPasswords verified = new VerifiedPasswords(random);
    private final FailureLimit<NameAtAddress> ofName = new FailureLimit<>(OF_NAME_MAX);
    private final FailureLimit<InetAddress> ofAddress = new FailureLimit<>(OF_ADDRESS_MAX);
    private final Object verifying = new Object();
    private final AtomicLong hashed = new AtomicLong();

    /** Who fails. */
    private record NameAtAddress(String name, InetAddress address) {}

    /** What came of it. */
    sealed interface Verdict {
        /** It is the password, and who has it is this. */
        record Right(Role role) implements Verdict {}

        /** It is not, or it was not looked at, and why. */
        record Wrong(Refusal why) implements Verdict {}
    }

    /**
     * Reads who there is.
     *
     * @throws PartFailure naming the file and line that is broken
     */
    Passwords(AccessFiles files, InstantSource wallClock) {
        this.wallClock = wallClock;
        OwnerFile file = new OwnerFile(files.users());
        users = new WatchedFile<>(file.path(), () -> UserList.read(file.path(), file.lines()));
        parts = GeneratedCredentials.open(files.credentials());
    }

    /** Whether it is the password of that name. */
    Verdict verify(String name, byte[] password, InetAddress from) {
        if (parts.isOf(name, password)) {
            return new Verdict.Right(Role.PART);
        }
        if (isSlowed(name, from)) {
            return new Verdict.Wrong(Refusal.TOO_MANY_FAILURES);
        }
        UserList list = users.fresh();
        UserList.Entry user = list.named(name);
        if (user != null && verified.has(list, name, password)) {
            return new Verdict.Right(user.role());
        }
        synchronized (verifying) {
            return verifyNow(list, name, password, from);
        }
    }

    /** Of many that came with the same at once, the first has done the work for the others. */
    private Verdict verifyNow(UserList list, String name, byte[] password, InetAddress from) {
        if (isSlowed(name, from)) {
            return new Verdict.Wrong(Refusal.TOO_MANY_FAILURES);
        }
        UserList.Entry user = list.named(name);
        if (user != null && verified.has(list, name, password)) {
            return new Verdict.Right(user.role());
        }
        if (user != null && user.hash().isPresent()) {
            hashed.incrementAndGet();
            if (user.hash().get().isOf(password)) {
                verified.add(list, name, password);
                return new Verdict.Right(user.role());
            }
        } else {
            list.costOfOne().ifPresent(cost -> PasswordHash.of(password, cost, random));
        }
        Instant now = wallClock.instant();
        ofName.failed(new NameAtAddress(name, from), now);
        ofAddress.failed(from, now);
        return new Verdict.Wrong(Refusal.BAD_CREDENTIALS);
    }

    private boolean isSlowed(String name, InetAddress from) {
        Instant now = wallClock.instant();
        return ofAddress.refuses(from, now) || ofName.refuses(new NameAtAddress(name, from), now);
    }

    /** How many passwords of users were hashed since this was made. */
    long hashed() {
        return hashed.get();
    }

    /** The role a name has without its password, by the files alone; empty where it has none. */
    Optional<Role> roleOf(String name) {
        UserList.Entry user = users.fresh().named(name);
        if (user != null) {
            return Optional.of(user.role());
        }
        return parts.names().contains(name) ? Optional.of(Role.PART) : Optional.empty();
    }

    /** The role the users file gives the holder of a certificate; empty where it says nothing. */
    Optional<Role> roleOfCertificate(String name) {
        return Optional.ofNullable(users.fresh().named(name)).map(UserList.Entry::role);
    }

    /** Why a file as it was last seen does not hold; empty where both do. */
    Optional<String> complaint() {
        return users.complaint().or(parts::complaint);
    }
}
