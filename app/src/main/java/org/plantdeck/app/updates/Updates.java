package org.plantdeck.app.updates;

import org.plantdeck.app.updates.UpdateState.Answered;
import org.plantdeck.app.updates.UpdateState.Asking;
import org.plantdeck.app.updates.UpdateState.NotAsked;
import org.plantdeck.app.updates.UpdateState.Off;
import org.plantdeck.app.work.LongWork;
import org.plantdeck.plantruntime.desktop.PlantSession;
import org.plantdeck.plantruntime.updates.UpdateAnswer;
import org.plantdeck.plantruntime.updates.UpdateCheck;
import org.plantdeck.plantruntime.updates.UpdateKeys;

import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Asks for a newer version beside the screens, where an address is set. Threads: as {@link
 * LongWork} says.
 */
public final class Updates extends LongWork<UpdateState> {

    private final Optional<Source> source;
    private final InstantSource wallClock;

    private record Source(URI url, UpdateCheck check) {}

    private Updates(Optional<Source> source, InstantSource wallClock) {
        super("update-check", source.map(Updates::notAsked).orElseGet(Off::new));
        this.source = source;
        this.wallClock = wallClock;
    }

    /** For a session, with the address of its settings. */
    public static Updates of(PlantSession session) {
        Optional<URI> url = UpdateKeys.url(session.settings().inForce());
        return new Updates(
                url.map(it -> new Source(it, new UpdateCheck(it, session.version()))),
                session.wallClock());
    }

    private static UpdateState notAsked(Source its) {
        return new NotAsked(its.url());
    }

    /** Begins to ask. Does nothing where no address is set, or while somebody is asked. */
    public void check() {
        source.ifPresent(it -> {
            var _ = begin(new Asking(it.url()), () -> answered(it, it.check().ask()));
        });
    }

    private UpdateState answered(Source its, UpdateAnswer answer) {
        return new Answered(its.url(), answer, wallClock.instant());
    }

    @Override
    protected UpdateState failed(String sentence) {
        return source.map(it -> answered(it, new UpdateAnswer.Unknown(sentence)))
                .orElseGet(Off::new);
    }

    @Override
    protected void wake() {
        source.ifPresent(it -> it.check().giveUp());
    }

    /** What is newer than what runs; empty where nothing is known to be. */
    public Optional<UpdateAnswer.Newer> newer() {
        return state() instanceof Answered(_, UpdateAnswer.Newer newer, _)
                ? Optional.of(newer)
                : Optional.empty();
    }
}
