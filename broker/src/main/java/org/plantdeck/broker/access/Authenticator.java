package org.plantdeck.broker.access;

import org.plantdeck.signal.PartFailure;

import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds out who wants to connect. A certificate comes first: its common name is the user, a device
 * unless the users file says otherwise, and a user name beside it is not looked at. Then the user
 * name and password, of a part or of the users file. Who brings neither is a guest where guests are
 * allowed. The files are read again when they have changed. Threads: any.
 */
public final class Authenticator {

    private final Passwords passwords;
    private final GuestPolicy guests;
    private final Map<Refusal, Long> refusals = new ConcurrentHashMap<>();

    /**
     * Reads who there is.
     *
     * @param files where
     * @param guests whether somebody without credentials may connect
     * @param wallClock tells how long ago a password was wrong
     * @throws PartFailure naming the file and line that is broken
     */
    public Authenticator(AccessFiles files, GuestPolicy guests, InstantSource wallClock) {
        this.guests = guests;
        passwords = new Passwords(files, wallClock);
    }

    /**
     * Admits or refuses. Takes microseconds; for a password that was not verified since the users
     * file changed, the time of its hash, some ten milliseconds, behind those that wait already. So
     * it is not for a thread that serves connections.
     */
    public Admission authenticate(Attempt attempt) {
        Admission admission = admission(attempt);
        if (admission instanceof Admission.Refused(Refusal why)) {
            refusals.merge(why, 1L, Long::sum);
        }
        return admission;
    }

    private Admission admission(Attempt attempt) {
        if (attempt.certificateName().isPresent()) {
            return ofCertificate(attempt, attempt.certificateName().get());
        }
        if (attempt.user().isPresent()) {
            return ofPassword(attempt, attempt.user().get());
        }
        return guests.admits(attempt)
                ? admitted(Identity.guest(attempt.clientId()))
                : new Admission.Refused(Refusal.GUESTS_NOT_ALLOWED);
    }

    private Admission ofCertificate(Attempt attempt, String name) {
        if (!Names.isUsableOfCertificate(name)) {
            return new Admission.Refused(Refusal.UNUSABLE_CERTIFICATE_NAME);
        }
        Role role = passwords.roleOfCertificate(name).orElse(Role.DEVICE);
        return admitted(new Identity(name, role, attempt.clientId(), Optional.of(name)));
    }

    private Admission ofPassword(Attempt attempt, String name) {
        byte[] password = attempt.password().orElse(new byte[0]);
        return switch (passwords.verify(name, password, attempt.from())) {
            case Passwords.Verdict.Right(Role role) ->
                    admitted(new Identity(name, role, attempt.clientId(), Optional.empty()));
            case Passwords.Verdict.Wrong(Refusal why) -> new Admission.Refused(why);
        };
    }

    /**
     * A client id ends the session of whoever had it, so the names of parts and users are for
     * themselves. Parts are trusted with every id, for some speak for several components.
     */
    private Admission admitted(Identity identity) {
        boolean isOthers =
                identity.role() != Role.PART
                        && !identity.clientId().equals(identity.user())
                        && passwords.roleOf(identity.clientId()).isPresent();
        return isOthers
                ? new Admission.Refused(Refusal.CLIENT_ID_OF_ANOTHER)
                : new Admission.Admitted(identity);
    }

    /**
     * Whether somebody who is connected would still be the same by the files as they are now. Who
     * is not any more has been removed or given another role, and should be disconnected. A new
     * password alone changes nobody.
     */
    public boolean isStill(Identity identity) {
        if (identity.role() == Role.GUEST) {
            return true;
        }
        Optional<Role> now =
                identity.certificateName().isPresent()
                        ? passwords
                                .roleOfCertificate(identity.user())
                                .or(() -> Optional.of(Role.DEVICE))
                        : passwords.roleOf(identity.user());
        return now.equals(Optional.of(identity.role()));
    }

    /** How often somebody was refused, by the reason, since this was made. */
    public Map<Refusal, Long> refusals() {
        Map<Refusal, Long> counts = new EnumMap<>(Refusal.class);
        for (Refusal why : Refusal.values()) {
            counts.put(why, refusals.getOrDefault(why, 0L));
        }
        return counts;
    }

    /**
     * How many passwords of users were hashed since this was made; those that were verified before
     * and those of parts are not.
     */
    public long hashed() {
        return passwords.hashed();
    }

    /** Why one of the files as it was last seen does not hold; empty where both do. */
    public Optional<String> complaint() {
        return passwords.complaint();
    }
}
