package org.plantdeck.app.commands;

import org.plantdeck.signal.Command;
import org.plantdeck.signal.FactorySource;

import java.time.Duration;
import java.time.Instant;

/**
 * One line of the commands log.
 *
 * @param plc who was asked
 * @param command what was asked, by whom
 * @param askedAt wall time at which the command was seen on its topic
 * @param phase how far it has come
 * @param reason why it was refused or failed; empty where nothing needs saying
 * @param answeredIn time from asking to the first answer; zero until then
 */
public record CommandEntry(
        FactorySource plc,
        Command command,
        Instant askedAt,
        Phase phase,
        String reason,
        Duration answeredIn) {

    /** How far a command has come. */
    public enum Phase {
        /** Sent, not answered yet. */
        ASKED,
        /** The PLC has accepted it and is on its way. */
        ACCEPTED,
        /** The PLC has refused it. */
        REFUSED,
        /** It is done. */
        DONE,
        /** It was accepted and could not be done. */
        FAILED,
        /** No answer came in time. */
        UNANSWERED
    }

    /** Whether nothing more is to come. */
    public boolean isSettled() {
        return phase != Phase.ASKED && phase != Phase.ACCEPTED;
    }

    CommandEntry with(Phase next, String why, Instant now) {
        Duration answered = phase == Phase.ASKED ? Duration.between(askedAt, now) : answeredIn;
        return new CommandEntry(plc, command, askedAt, next, why, answered);
    }
}
