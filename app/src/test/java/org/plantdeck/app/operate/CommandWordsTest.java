package org.plantdeck.app.operate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plantdeck.app.commands.CommandEntry;
import org.plantdeck.app.commands.CommandEntry.Phase;
import org.plantdeck.signal.Command;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Value;

import java.time.Duration;
import java.time.Instant;

/** What stands in the commands log. */
class CommandWordsTest {

    private static final Instant AT = Instant.parse("2026-11-21T18:50:59Z");

    private static CommandEntry entry(Phase phase, String reason) {
        return new CommandEntry(
                FactorySource.ENERGY,
                new Command("1", "capacitor_stages", Value.of(4L), AT, "maria"),
                AT,
                phase,
                reason,
                Duration.ofMillis(38));
    }

    @Test
    void aRefusalReadsAsASentenceAndNotAsAProgram() {
        assertThat(
                        CommandWords.line(
                                entry(
                                        Phase.REFUSED,
                                        "capacitor_stages is allowed in manual only; allowed:"
                                                + " capacitor_mode manual")))
                .isEqualTo(
                        "Last: capacitor stages 4, maria, 18:50:59 · refused: capacitor stages is"
                                + " allowed in manual only; allowed: capacitor mode manual");
    }

    @Test
    void whatIsDoneSaysHowSoonItWasAccepted() {
        assertThat(CommandWords.line(entry(Phase.DONE, "")))
                .isEqualTo("Last: capacitor stages 4, maria, 18:50:59 · done, accepted in 38 ms");
    }
}
