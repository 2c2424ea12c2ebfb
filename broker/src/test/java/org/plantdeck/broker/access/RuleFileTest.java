package org.plantdeck.broker.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plantdeck.signal.PartFailure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

final class RuleFileTest {

    private static final Identity GUEST = Identity.guest("g");

    @TempDir Path directory;

    private Path path() {
        return new AccessFiles(directory).rules();
    }

    private void write(String text) throws IOException {
        new OwnerFile(path()).write(text);
    }

    @Test
    void aFirstStartWritesTheDefaultsAndALaterOneLeavesTheFileAlone() throws IOException {
        assertThat(RuleFile.open(path()).rules().mayReceive(GUEST, "factory/line1")).isTrue();
        assertThat(Files.readString(path())).isEqualTo(RuleFile.defaults());

        write("role guest read only/this\n");
        AccessRules rules = RuleFile.open(path()).rules();
        assertThat(rules.mayReceive(GUEST, "factory/line1")).isFalse();
        assertThat(rules.mayReceive(GUEST, "only/this")).isTrue();
        assertThat(Files.readString(path())).isEqualTo("role guest read only/this\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rule guest read a/#  | \"rule guest read a/#\" is no rule; a rule is `role ROLE`",
                "role guest read      | \"role guest read\" is no rule",
                "everyone read        | \"everyone read\" is no rule",
                "nonsense             | \"nonsense\" is no rule",
                "role opertor read a  | \"opertor\" is no role; must be one of operator, engineer",
                "role guest reads a   | \"reads\" is nothing a rule can do; must be one of read,",
                "role guest read a/#/b | # must be the last level of a pattern",
                "role guest read a#   | \"a#\" is no level of a pattern; +, #, %u, %c and %cn",
                "role guest read a+/b | \"a+\" is no level of a pattern",
                "role guest read a/%user | \"%user\" is no level of a pattern",
            })
    void aBrokenLineIsNamedWithItsNumberAndWhatIsExpected(String line, String why)
            throws IOException {
        write("# the plant's rules\n\nrole admin readwrite #\n" + line + "\n");

        PartFailure failure = catchThrowableOfType(PartFailure.class, () -> RuleFile.open(path()));
        assertThat(failure.sentence()).startsWith(path() + ", line 4: " + why);
        assertThat(failure.sentence().lines()).hasSize(1);
    }

    @Test
    void aPatternMayHoldSpacesAndEmptyLevels() throws IOException {
        write("  role   guest  read   hall 2//air \neveryone deny-read hall 3/#\n");
        AccessRules rules = RuleFile.open(path()).rules();

        assertThat(rules.mayReceive(GUEST, "hall 2//air")).isTrue();
        assertThat(rules.mayReceive(GUEST, "hall 2/air")).isFalse();
    }

    @Test
    void aChangeHoldsAtTheNextLookAndABrokenOneLeavesTheRulesBefore() throws IOException {
        RuleFile file = RuleFile.open(path());
        AccessRules first = file.rules();
        assertThat(file.refresh()).isSameAs(first);

        write("role guest read new/#\n");
        assertThat(file.rules()).isSameAs(first);
        assertThat(file.refresh().mayReceive(GUEST, "new/a")).isTrue();
        AccessRules second = file.rules();

        write("role guest read new/#\nrole gest read b\n");
        assertThat(file.refresh()).isSameAs(second);
        assertThat(file.complaint())
                .contains(
                        path()
                                + ", line 2: \"gest\" is no role; must be one of operator,"
                                + " engineer, admin, device, part, guest; what held before"
                                + " stays");

        write("role guest read newer/#\n");
        assertThat(file.refresh().mayReceive(GUEST, "newer/a")).isTrue();
        assertThat(file.complaint()).isEmpty();
    }

    @Test
    void aFileThatIsGoneLeavesTheRulesBefore() throws IOException {
        RuleFile file = RuleFile.open(path());
        Files.delete(path());

        assertThat(file.refresh().mayReceive(GUEST, "factory/line1")).isTrue();
        assertThat(file.complaint().orElseThrow()).startsWith(path() + " is gone; put it back");
    }

    @Test
    void aFileThatIsNoTextIsNamed() throws IOException {
        Files.write(path(), new byte[] {(byte) 0xff, (byte) 0xfe, 0});

        assertThat(catchThrowableOfType(PartFailure.class, () -> RuleFile.open(path())).sentence())
                .isEqualTo(path() + " is no text in UTF-8; write it anew");
    }
}
