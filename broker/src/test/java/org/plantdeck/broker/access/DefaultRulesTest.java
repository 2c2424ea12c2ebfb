package org.plantdeck.broker.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What the rules of a first start let whom do. */
final class DefaultRulesTest {

    private static final AccessRules RULES =
            RuleReader.read(Path.of("broker-rules"), RuleFile.defaults().lines().toList());

    private static final Map<String, Identity> WHO =
            Map.of(
                    "part", somebody("PLC1", Role.PART, "PLC1"),
                    "admin", somebody("root", Role.ADMIN, "a"),
                    "engineer", somebody("eve", Role.ENGINEER, "e"),
                    "operator", somebody("otto", Role.OPERATOR, "o"),
                    "device", device("dev-1", "whatever"),
                    "disguised", device("dev-1", "dev-2"),
                    "plus", device("dev-1", "+"),
                    "by-password", somebody("dev-1", Role.DEVICE, "x"),
                    "guest", Identity.guest("mosq-1"),
                    "guest-plus", Identity.guest("+"));

    private static Identity somebody(String user, Role role, String clientId) {
        return new Identity(user, role, clientId, Optional.empty());
    }

    private static Identity device(String name, String clientId) {
        return new Identity(name, Role.DEVICE, clientId, Optional.of(name));
    }

    private static Identity who(String name) {
        return Optional.ofNullable(WHO.get(name)).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "part, factory/line1, true",
        "part, factory/line1/cmd/result, true",
        "part, cloud/factory/analytics, true",
        "part, status/PLC1, true",
        "part, field/plc1/in, true",
        "part, spBv1.0/IIoT/NCMD/dev-1, true",
        "part, spBv1.0/STATE/PlantDeck, true",
        "part, lwm2m/dev-1/cmd/read, true",
        "part, plant/lwm2m/rd/dev-1, false",
        "part, test, true",
        "part, $SYS/broker/uptime, false",
        "part, elsewhere, false",
        "admin, anything/at/all, true",
        "admin, $SYS/broker/uptime, true",
        "engineer, factory/line1/cmd, true",
        "engineer, cloud/factory/analytics/resend, true",
        "engineer, field/plc1/in, true",
        "engineer, test/a, true",
        "engineer, factory/line1, false",
        "engineer, status/PLC1, false",
        "engineer, cloud/factory/analytics, false",
        "operator, factory/line1/cmd, true",
        "operator, factory/energy/cmd, true",
        "operator, test, true",
        "operator, factory/line1, false",
        "operator, factory/line1/cmd/result, false",
        "operator, cloud/factory/analytics/resend, false",
        "operator, field/plc1/in, false",
        "operator, status/PLC1, false",
        "operator, lwm2m/dev-1/cmd/write, false",
        "operator, spBv1.0/IIoT/NCMD/dev-1, false",
        "device, spBv1.0/IIoT/NBIRTH/dev-1, true",
        "device, spBv1.0/IIoT/DDATA/dev-1, true",
        "device, spBv1.0/IIoT/DDATA/dev-1/probe, true",
        "device, lwm2m/dev-1/reg, true",
        "device, lwm2m/dev-1/resp/read, true",
        "device, lwm2m/rd/dev-1, true",
        "device, lwm2m/bs/dev-1, true",
        "device, plant/lwm2m/rd/dev-1, false",
        "device, factory/lwm2m/rd/dev-1, false",
        "device, spBv1.0/IIoT/NDATA/dev-2, false",
        "device, spBv1.0/IIoT/NCMD/dev-2, false",
        "device, spBv1.0/IIoT/NDATA, false",
        "device, spBv1.0/STATE/PlantDeck, false",
        "device, spBv1.0/STATE/dev-1, false",
        "device, lwm2m/dev-2/reg, false",
        "device, lwm2m/rd/dev-2, false",
        "device, lwm2m/rd/dev-1/x, false",
        "device, lwm2m/dev-1x/reg, false",
        "device, factory/line1, false",
        "device, factory/line1/cmd, false",
        "device, status/dev-1, false",
        "device, test, false",
        "device, $SYS/x, false",
        "device, dev-1, false",
        "disguised, lwm2m/dev-2/reg, false",
        "disguised, spBv1.0/IIoT/NDATA/dev-2, false",
        "plus, lwm2m/dev-2/reg, false",
        "by-password, lwm2m/dev-1/reg, true",
        "by-password, lwm2m/dev-2/reg, false",
        "guest, test, true",
        "guest, test/a/b, true",
        "guest, testing, false",
        "guest, factory/line1/cmd, false",
        "guest, factory/line1, false",
        "guest, status/PLC1, false",
        "guest, lwm2m/guest/reg, false",
        "guest, spBv1.0/IIoT/NDATA/guest, false",
        "guest, $SYS/x, false",
        "guest-plus, lwm2m/dev-1/reg, false",
    })
    void whoMayPublishWhat(String who, String topic, boolean may) {
        assertThat(RULES.mayPublish(who(who), topic)).isEqualTo(may);
    }

    @ParameterizedTest
    @CsvSource({
        "part, factory/line1/cmd, true",
        "part, cloud/factory/insights, true",
        "part, $SYS/broker/uptime, true",
        "part, lwm2m/bs/dev-1, true",
        "admin, lwm2m/bs/dev-1, true",
        "admin, $SYS/broker/uptime, true",
        "engineer, lwm2m/dev-1/reg, true",
        "engineer, lwm2m/bs/dev-1, false",
        "engineer, $SYS/broker/uptime, true",
        "operator, factory/line1/cmd/result, true",
        "operator, status/PLC1, true",
        "operator, lwm2m/rd/dev-1, true",
        "operator, plant/lwm2m/bs/dev-1, false",
        "device, spBv1.0/IIoT/NCMD/dev-1, true",
        "device, spBv1.0/IIoT/DCMD/dev-1/probe, true",
        "device, spBv1.0/STATE/PlantDeck, true",
        "device, lwm2m/dev-1/cmd/read, true",
        "device, lwm2m/bs/dev-1, true",
        "device, plant/lwm2m/bs/dev-1, false",
        "device, spBv1.0/IIoT/NDATA/dev-2, false",
        "device, spBv1.0/IIoT/NCMD/dev-2, false",
        "device, lwm2m/dev-2/cmd/read, false",
        "device, lwm2m/bs/dev-2, false",
        "device, factory/line1, false",
        "device, status/PLC1, false",
        "device, test, false",
        "device, $SYS/broker/uptime, false",
        "disguised, lwm2m/dev-2/cmd/read, false",
        "plus, lwm2m/dev-2/cmd/read, false",
        "guest, factory/line1, true",
        "guest, cloud/factory/analytics, true",
        "guest, status/PLC1, true",
        "guest, field/plc1/out, true",
        "guest, spBv1.0/IIoT/NDATA/dev-1, true",
        "guest, lwm2m/dev-1/reg, true",
        "guest, lwm2m/bs/dev-1, false",
        "guest, test/a, true",
        "guest, $SYS/broker/uptime, true",
        "guest, elsewhere, false",
    })
    void whoMayReceiveWhat(String who, String topic, boolean may) {
        assertThat(RULES.mayReceive(who(who), topic)).isEqualTo(may);
    }

    @ParameterizedTest
    @CsvSource({
        "guest, #, true",
        "guest, +/+, true",
        "guest, factory/#, true",
        "guest, $SYS/#, true",
        "guest, lwm2m/#, true",
        "guest, lwm2m/bs/#, false",
        "guest, lwm2m/bs/+, false",
        "guest, elsewhere/#, false",
        "guest, $share/group/factory/#, false",
        "guest, $queue/factory/#, false",
        "device, #, true",
        "device, +/+, true",
        "device, lwm2m/#, true",
        "device, lwm2m/+/cmd/#, true",
        "device, lwm2m/dev-1/#, true",
        "device, lwm2m/other/#, false",
        "device, factory/#, false",
        "device, factory/+, false",
        "device, status/+, false",
        "device, spBv1.0/IIoT/+/dev-2/#, false",
        "device, spBv1.0/IIoT/#, true",
        "device, $SYS/#, false",
        "device, $share/group/lwm2m/#, false",
        "plus, lwm2m/dev-2/#, false",
        "operator, #, true",
        "operator, lwm2m/bs/#, false",
        "part, #, true",
        "part, elsewhere/#, false",
    })
    void whoMaySubscribeToWhat(String who, String filter, boolean may) {
        assertThat(RULES.mayReceiveAnyOf(who(who), filter)).isEqualTo(may);
    }
}
