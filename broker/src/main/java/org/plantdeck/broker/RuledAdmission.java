package org.plantdeck.broker;

import org.jspecify.annotations.Nullable;
import org.plantdeck.broker.access.AccessFiles;
import org.plantdeck.broker.access.AccessRules;
import org.plantdeck.broker.access.Attempt;
import org.plantdeck.broker.access.Authenticator;
import org.plantdeck.broker.access.GeneratedCredentials;
import org.plantdeck.broker.access.GuestPolicy;
import org.plantdeck.broker.access.Identity;
import org.plantdeck.broker.access.Refusal;
import org.plantdeck.broker.access.RuleFile;
import org.plantdeck.broker.guard.Admission;
import org.plantdeck.broker.guard.Rights;
import org.plantdeck.signal.PartFailure;

import java.time.InstantSource;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Lets in whom the users, certificates and generated passwords of a data directory name, and gives
 * each what the rules there allow. Threads: any; passwords are hashed on one of its own.
 */
public final class RuledAdmission implements Admission {

    private final Authenticator authenticator;
    private final RuleFile rules;
    private final boolean isOpen;
    private final ExecutorService hashing;

    /**
     * Reads the files, and draws the passwords that are missing.
     *
     * @param parts who gets a generated password
     * @param isOpen whether the broker listens to other machines
     * @throws PartFailure naming the file and the line that is broken
     */
    public RuledAdmission(
            AccessFiles files,
            Collection<String> parts,
            GuestPolicy guests,
            boolean isOpen,
            InstantSource wallClock) {
        GeneratedCredentials credentials = GeneratedCredentials.open(files.credentials());
        parts.forEach(credentials::password);
        authenticator = new Authenticator(files, guests, wallClock);
        rules = RuleFile.open(files.rules());
        this.isOpen = isOpen;
        hashing =
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().name("broker-passwords").daemon().factory());
    }

    @Override
    public CompletionStage<Decision> admit(Candidate candidate) {
        Attempt attempt =
                new Attempt(
                        candidate.clientId(),
                        candidate.user(),
                        candidate.password(),
                        candidate.commonName(),
                        candidate.from().getAddress(),
                        isOpen);
        boolean mayHash = candidate.user().isPresent() && candidate.commonName().isEmpty();
        return mayHash
                ? CompletableFuture.supplyAsync(() -> decide(attempt), hashing)
                : CompletableFuture.completedFuture(decide(attempt));
    }

    private Decision decide(Attempt attempt) {
        return switch (authenticator.authenticate(attempt)) {
            case org.plantdeck.broker.access.Admission.Admitted(Identity identity) ->
                    new Decision.Admitted(new Ruled(identity));
            case org.plantdeck.broker.access.Admission.Refused(Refusal why) ->
                    new Decision.Refused(why == Refusal.BAD_CREDENTIALS, why.sentence());
        };
    }

    @Override
    public void refresh() {
        var _ = rules.refresh();
    }

    @Override
    public void close() {
        hashing.shutdownNow();
    }

    /** What rules said of a topic. */
    private record Said(AccessRules rules, String topic, boolean may) {

        boolean isOf(AccessRules those, String asked) {
            return rules == those && topic.equals(asked);
        }
    }

    /** What the rules allow somebody, as they are now; the last answer is at hand. */
    private final class Ruled implements Rights {

        private final Identity identity;
        private volatile @Nullable Said ofPublishing;
        private volatile @Nullable Said ofReceiving;

        Ruled(Identity identity) {
            this.identity = identity;
        }

        @Override
        public String user() {
            return identity.user();
        }

        @Override
        public boolean mayPublish(String topic) {
            AccessRules now = rules.rules();
            Said last = ofPublishing;
            if (last == null || !last.isOf(now, topic)) {
                last = new Said(now, topic, now.mayPublish(identity, topic));
                ofPublishing = last;
            }
            return last.may();
        }

        @Override
        public boolean mayReceive(String topic) {
            AccessRules now = rules.rules();
            Said last = ofReceiving;
            if (last == null || !last.isOf(now, topic)) {
                last = new Said(now, topic, now.mayReceive(identity, topic));
                ofReceiving = last;
            }
            return last.may();
        }

        @Override
        public boolean mayReceiveAnyOf(String filter) {
            return rules.rules().mayReceiveAnyOf(identity, filter);
        }

        @Override
        public boolean hold() {
            return authenticator.isStill(identity);
        }
    }
}
