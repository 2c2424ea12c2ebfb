package org.plantdeck.broker.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.plantdeck.broker.EmbeddedBroker;

import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What docs/mqtt-conformance.md names is there. */
class ConformanceDocumentTest {

    private static final Pattern TEST = Pattern.compile("`(\\w+Test)\\.(\\w+)`");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| (\\d\\.\\d+\\.\\d+-\\d+) \\|[^|]+\\| ([^|]+) \\|(.+)\\|$");
    private static final Pattern FOR_CLIENTS = Pattern.compile("(?m)^For clients only: (.+)\\.$");

    /** How many statements each section of MQTT 3.1.1 has; they are numbered from 1. */
    private static final Map<String, Integer> STATEMENTS = new LinkedHashMap<>();

    static {
        for (String section :
                ("1.5.3 3, 2.2.2 2, 2.3.1 7, 3.1.0 2, 3.1.2 24, 3.1.3 11, 3.1.4 5, 3.2.0 1, 3.2.2"
                     + " 6, 3.3.1 12, 3.3.2 3, 3.3.4 1, 3.3.5 2, 3.6.1 1, 3.8.1 1, 3.8.3 4, 3.8.4"
                     + " 6, 3.9.3 2, 3.10.1 1, 3.10.3 2, 3.10.4 6, 3.12.4 1, 3.14.1 1, 3.14.4 3,"
                     + " 4.1.0 2, 4.3.1 1, 4.3.2 2, 4.3.3 2, 4.4.0 1, 4.5.0 2, 4.6.0 6, 4.7.1 3,"
                     + " 4.7.2 1, 4.7.3 4, 4.8.0 2, 6.0.0 4, 7.0.0 2, 7.1.1 1, 7.1.2 1")
                        .split(", ", -1)) {
            int space = section.indexOf(' ');
            STATEMENTS.put(
                    section.substring(0, space), Integer.valueOf(section.substring(space + 1)));
        }
    }

    private static String document = "";

    @BeforeAll
    static void read() throws Exception {
        document = Files.readString(Path.of("..", "docs", "mqtt-conformance.md"));
    }

    private static List<MatchResult> rows() {
        return ROW.matcher(document).results().toList();
    }

    @Test
    void everyTestThatIsNamedExists() {
        List<String> missing =
                TEST.matcher(document)
                        .results()
                        .filter(it -> !exists(it.group(1), it.group(2)))
                        .map(MatchResult::group)
                        .distinct()
                        .toList();

        assertThat(missing).isEmpty();
    }

    private static boolean exists(String type, String method) {
        for (Class<?> beside : List.of(ConformanceDocumentTest.class, EmbeddedBroker.class)) {
            try {
                Class<?> test = Class.forName(beside.getPackageName() + "." + type);
                return Arrays.stream(test.getDeclaredMethods())
                        .filter(it -> it.getName().equals(method))
                        .anyMatch(ConformanceDocumentTest::isTest);
            } catch (ClassNotFoundException elsewhere) {
                // or nowhere
            }
        }
        return false;
    }

    private static boolean isTest(Method method) {
        return method.isAnnotationPresent(Test.class)
                || method.isAnnotationPresent(ParameterizedTest.class);
    }

    @Test
    void everyStatementIsThereOnce() {
        List<String> all = new ArrayList<>();
        STATEMENTS.forEach((section, count) -> {
            for (int i = 1; i <= count; i++) {
                all.add(section + "-" + i);
            }
        });
        List<String> named = new ArrayList<>(rows().stream().map(it -> it.group(1)).toList());
        FOR_CLIENTS
                .matcher(document)
                .results()
                .forEach(it -> named.addAll(List.of(it.group(1).split(", ", -1))));

        assertThat(named).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void whatIsKeptIsShownAndWhatIsBrokenIsSaid() {
        assertThat(rows())
                .allSatisfy(row -> {
                    String kept = row.group(2);
                    String shown = row.group(3);
                    assertThat(kept)
                            .as(row.group(1))
                            .isIn(Set.of("yes", "partly", "no", "not tested", "does not apply"));
                    assertThat(kept.equals("yes") && !TEST.matcher(shown).find())
                            .as(row.group(1) + " has no test")
                            .isFalse();
                    assertThat(kept.equals("partly") && !shown.contains(". "))
                            .as(row.group(1) + " does not say what is broken")
                            .isFalse();
                });
    }
}
