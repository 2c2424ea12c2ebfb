package org.plantdeck.broker.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** How rules of every form decide. */
final class AccessRulesTest {

    private static AccessRules rules(String... lines) {
        return RuleReader.read(Path.of("broker-rules"), List.of(lines));
    }

    private static Identity somebody(String user, Role role, String clientId) {
        return new Identity(user, role, clientId, Optional.empty());
    }

    private static final Identity ANNA = somebody("anna", Role.OPERATOR, "tablet-7");

    @ParameterizedTest
    @CsvSource({
        "#, a, true",
        "#, a/b/c, true",
        "#, $SYS/uptime, false",
        "+/b, a/b, true",
        "+/b, $SYS/b, false",
        "$SYS/#, $SYS/uptime, true",
        "$SYS/#, $SYS, true",
        "$SYS/+, $SYS/uptime, true",
        "a/+/c, a/b/c, true",
        "a/+/c, a//c, true",
        "a/+/c, a/b/b/c, false",
        "a/+, a, false",
        "a/+, a/, true",
        "a/#, a, true",
        "a/#, a/, true",
        "a/#, ab, false",
        "a, a/b, false",
        "a/b, a, false",
        "/a, /a, true",
        "/a, a, false",
        "+/a, /a, true",
        "a/$b, a/$b, true",
        "%u/x, anna/x, true",
        "%c/x, tablet-7/x, true",
        "%u/x, bert/x, false",
        "%u, annas, false",
        "%u, ann, false",
        "%cn/x, anna/x, false",
        "a/%u/#, a/anna, true",
        "a/%u/#, a/anna/b, true",
    })
    void aPatternTakesATopicLevelByLevel(String pattern, String topic, boolean taken) {
        AccessRules rules = rules("role operator readwrite " + pattern);

        assertThat(rules.mayPublish(ANNA, topic)).isEqualTo(taken);
        assertThat(rules.mayReceive(ANNA, topic)).isEqualTo(taken);
        assertThat(rules.mayReceiveAnyOf(ANNA, topic)).isEqualTo(taken);
    }

    @ParameterizedTest
    @CsvSource({
        "factory/#, #, true",
        "factory/#, +, true",
        "factory/#, +/+, true",
        "factory/#, factory/#, true",
        "factory/#, factory, true",
        "factory/#, factory/line1/cmd, true",
        "factory/#, cloud/#, false",
        "factory/#, +/line1, true",
        "lvl/+, lvl/#, true",
        "lvl/+, +, false",
        "lvl/+, +/+/+, false",
        "lvl/a, lvl/a/#, true",
        "lvl/a, lvl/a/+, false",
        "lvl/a/b, lvl/+/c, false",
        "lvl/+/b, lvl/a/+, true",
        "lwm2m/%u/#, lwm2m/#, true",
        "lwm2m/%u/#, lwm2m/anna/#, true",
        "lwm2m/%u/#, lwm2m/other/#, false",
        "lwm2m/%u/#, +/+/+, true",
        "lwm2m/%cn/#, #, false",
        "lwm2m/%cn/#, lwm2m/#, false",
        "#, $SYS/#, false",
        "+/a, $SYS/+, false",
        "$SYS/#, #, false",
        "$SYS/#, +/uptime, false",
        "$SYS/#, $SYS/#, true",
        "$SYS/#, $SYS/+, true",
        "#, $share/g/factory/#, false",
        "#, '', false",
        "#, a#, false",
        "#, #/a, false",
        "#, a+/b, false",
        "#, a/#/b, false",
        "#, ++, false",
    })
    void aFilterIsTakenWhereSomethingOfItMayBeRead(String pattern, String filter, boolean taken) {
        assertThat(rules("role operator read " + pattern).mayReceiveAnyOf(ANNA, filter))
                .isEqualTo(taken);
    }

    @ParameterizedTest
    @CsvSource({
        "a/#, a/#, false",
        "a/#, a/b, false",
        "a/#, a/+/c, false",
        "a/#, #, true",
        "a/#, +/b, true",
        "a/+, a/+, false",
        "a/+, a/#, true",
        "+/b, a/b, false",
        "+/b, +/b, false",
        "+/b, $x/b, true",
        "#, $x/b, true",
        "#, #, false",
        "a/%u, a/anna, false",
        "a/%cn, a/+, true",
    })
    void aFilterThatIsDeniedAsAWholeIsRefused(String denied, String filter, boolean taken) {
        AccessRules rules =
                rules(
                        "role operator read #",
                        "role operator read $x/#",
                        "role operator deny-read " + denied);

        assertThat(rules.mayReceiveAnyOf(ANNA, filter)).isEqualTo(taken);
    }

    @Test
    void denyWinsWhereverItStandsAndWhomeverItNames() {
        AccessRules rules =
                rules(
                        "user anna deny factory/secret",
                        "role operator deny-write factory/energy",
                        "role operator readwrite #",
                        "user anna readwrite factory/#",
                        "everyone deny-read factory/line1");

        assertThat(rules.mayReceive(ANNA, "factory/secret")).isFalse();
        assertThat(rules.mayPublish(ANNA, "factory/secret")).isFalse();
        assertThat(rules.mayReceive(ANNA, "factory/energy")).isTrue();
        assertThat(rules.mayPublish(ANNA, "factory/energy")).isFalse();
        assertThat(rules.mayReceive(ANNA, "factory/line1")).isFalse();
        assertThat(rules.mayPublish(ANNA, "factory/line1")).isTrue();
        assertThat(rules.mayPublish(somebody("bert", Role.OPERATOR, "b"), "factory/secret"))
                .isTrue();
    }

    @Test
    void aRuleOfAUserIsForThatNameInAnyRole() {
        AccessRules rules = rules("user press-4 read orders/#", "role device write out/%u");
        Identity press = somebody("press-4", Role.DEVICE, "x");

        assertThat(rules.mayReceive(press, "orders/1")).isTrue();
        assertThat(rules.mayPublish(press, "out/press-4")).isTrue();
        assertThat(rules.mayReceive(somebody("press-5", Role.DEVICE, "x"), "orders/1")).isFalse();
        assertThat(rules.mayReceive(ANNA, "orders/1")).isFalse();
    }

    @Test
    void withoutALineNothingIsAllowed() {
        assertThat(rules().mayReceive(ANNA, "factory/line1")).isFalse();
        assertThat(rules("role admin readwrite #").mayReceiveAnyOf(ANNA, "#")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"+", "#", "a/b", "''", "$SYS", "a+", "b#", "a/#"})
    void aNameThatIsNoPlainLevelMatchesNothing(String name) {
        AccessRules rules =
                rules(
                        "role device readwrite out/%c/#",
                        "role device readwrite out/%u",
                        "role device readwrite %u/#",
                        "role device readwrite out/%cn/#");
        Identity intruder = new Identity(name, Role.DEVICE, name, Optional.of(name));

        for (String topic : List.of("out/a", "out/a/b", "out/" + name, name, "out/", "$SYS/x")) {
            assertThat(rules.mayPublish(intruder, topic)).as(topic).isFalse();
            assertThat(rules.mayReceive(intruder, topic)).as(topic).isFalse();
        }
        for (String filter : List.of("#", "out/#", "+/+", "out/+/#", "$SYS/#")) {
            assertThat(rules.mayReceiveAnyOf(intruder, filter)).as(filter).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"''", "a/+", "#", "a\0b"})
    void whatIsNoTopicIsPublishedByNobody(String topic) {
        assertThat(rules("everyone readwrite #").mayPublish(ANNA, topic)).isFalse();
        assertThat(rules("everyone readwrite #").mayReceive(ANNA, topic)).isFalse();
    }

    @Test
    void aNameAfterACertificateIsOnlyThatOfACertificate() {
        AccessRules rules = rules("role device write out/%cn");
        Identity byPassword = somebody("press-4", Role.DEVICE, "press-4");
        Identity byCertificate = new Identity("press-4", Role.DEVICE, "x", Optional.of("press-4"));

        assertThat(rules.mayPublish(byPassword, "out/press-4")).isFalse();
        assertThat(rules.mayPublish(byCertificate, "out/press-4")).isTrue();
        assertThat(rules.mayPublish(byCertificate, "out/press-5")).isFalse();
    }
}
