package org.plantdeck.archtest;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.stream.Stream;

/** The allowed arrows between modules, and who may see which library. */
class ArrowsTest {

    private static final String ROOT = "org.plantdeck.";
    private static final String EVERYTHING = "org.plantdeck..";

    /** A module may see itself, what is named, and whatever is not PlantDeck's. */
    private static ArchRule seesOnly(String module, String... others) {
        String[] allowed = new String[others.length + 1];
        allowed[0] = ROOT + module + "..";
        for (int i = 0; i < others.length; i++) {
            allowed[i + 1] = ROOT + others[i] + "..";
        }
        return noClasses()
                .that()
                .resideInAPackage(ROOT + module + "..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage(EVERYTHING).and(not(resideInAnyPackage(allowed))))
                .because(
                        "the arrows of the architecture let "
                                + module
                                + " see only "
                                + (others.length == 0 ? "itself" : String.join(", ", others)));
    }

    static final ArchRule signalSeesNothing = seesOnly("signal");

    static final ArchRule mqttLinkSeesSignal = seesOnly("mqttlink", "signal");

    static final ArchRule brokerSeesSignal = seesOnly("broker", "signal");

    static final ArchRule physicsSeesSignal = seesOnly("plcsim.physics", "signal");

    static final ArchRule plcSimSeesSignalAndLink = seesOnly("plcsim", "signal", "mqttlink");

    static final ArchRule historianSeesSignalAndLink = seesOnly("historian", "signal", "mqttlink");

    static final ArchRule theParquetExtensionSeesTheHistorian =
            seesOnly("historianparquet", "historian", "signal");

    static final ArchRule onlyTheParquetExtensionSeesParquet =
            noClasses()
                    .that(
                            resideInAPackage(EVERYTHING)
                                    .and(not(resideInAPackage(ROOT + "historianparquet.."))))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.apache.parquet..", "com.jerolba..", ROOT + "historianparquet..")
                    .because("an installation is complete without the extension");

    static final ArchRule bridgeSeesSignalAndLink = seesOnly("bridge", "signal", "mqttlink");

    static final ArchRule cloudAnalyticsSeesSignalAndLink =
            seesOnly("cloudanalytics", "signal", "mqttlink");

    static final ArchRule theBenchesSeeAllButTheDesktop =
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + "bench..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(ROOT + "app..")
                    .because("what is measured runs without a screen");

    static final ArchRule nobodySeesTheBenches =
            noClasses()
                    .that(resideInAPackage(EVERYTHING).and(not(resideInAPackage(ROOT + "bench.."))))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(ROOT + "bench..")
                    .because("an installation has no benchmarks in it");

    static final ArchRule onlyTheLinkSeesAnMqttClient =
            noClasses()
                    .that(
                            resideInAPackage(EVERYTHING)
                                    .and(not(resideInAPackage(ROOT + "mqttlink.."))))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.eclipse.paho..", "com.hivemq.client..")
                    .because(
                            "one module knows the client library, so that another can take its"
                                    + " place");

    static final ArchRule onlyTheBrokerSeesMoquette =
            noClasses()
                    .that(
                            resideInAPackage(EVERYTHING)
                                    .and(not(resideInAPackage(ROOT + "broker.."))))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("io.moquette..")
                    .because("any broker may take the embedded one's place");

    static final ArchRule onlyTheBrokerSeesBouncyCastle =
            noClasses()
                    .that(
                            resideInAPackage(EVERYTHING)
                                    .and(not(resideInAPackage(ROOT + "broker.."))))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.bouncycastle..")
                    .because(
                            "certificates and hashes of passwords are made in one place, so that"
                                    + " another library can take its place");

    static final ArchRule onlyBrokersAndLoadsSeeNetty =
            noClasses()
                    .that(
                            resideInAPackage(EVERYTHING)
                                    .and(
                                            not(
                                                    resideInAnyPackage(
                                                            ROOT + "broker..",
                                                            ROOT + "loadlab..",
                                                            ROOT + "bench.."))))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("io.netty..")
                    .because("only who serves or feigns thousands of clients counts packets");

    static final ArchRule jdbcStaysWithTheStores =
            noClasses()
                    .that(
                            resideInAPackage(EVERYTHING)
                                    .and(
                                            not(
                                                    resideInAnyPackage(
                                                            ROOT + "historian..",
                                                            ROOT + "cloudanalytics..",
                                                            "..store.."))))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "java.sql..", "javax.sql..", "org.sqlite..", "org.postgresql..")
                    .because("SQL belongs to the stores");

    static final ArchRule onlyTheDesktopSeesTheDesktop =
            noClasses()
                    .that(resideInAPackage(EVERYTHING).and(not(resideInAPackage(ROOT + "app.."))))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(ROOT + "app..")
                    .because("the screens are found, not known: everything runs without them");

    static final ArchRule theDesktopSeesNoPartAtWork =
            noClasses()
                    .that(resideInAPackage(ROOT + "app.."))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            ROOT + "broker..",
                            ROOT + "historian.ingest..",
                            ROOT + "bridge.assembly..",
                            ROOT + "bridge.windows..",
                            ROOT + "bridge.trends..")
                    .because("screens see parts through brokers and queries alone");

    static final ArchRule viewModelsKnowNoView =
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + "app..")
                    .and()
                    .haveSimpleNameEndingWith("Model")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("javafx.scene..", "javafx.stage..")
                    .because("what a screen decides is tested without a screen");

    static final ArchRule noScreenOutsideTheDesktop =
            noClasses()
                    .that(resideInAPackage(EVERYTHING).and(not(resideInAPackage(ROOT + "app.."))))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("javafx..")
                    .because("every part runs without a display");

    static final ArchRule packagesFormNoCycle =
            SlicesRuleDefinition.slices()
                    .matching("org.plantdeck.(**)")
                    .should()
                    .beFreeOfCycles()
                    .because("packages are features; two that need each other are one");

    static final ArchRule packagesAreNamedAfterFeatures =
            noClasses()
                    .should()
                    .resideInAnyPackage(
                            "..util..",
                            "..utils..",
                            "..common..",
                            "..helper..",
                            "..manager..",
                            "..impl..")
                    .because("such a name says nothing about the plant");

    @TestFactory
    Stream<DynamicTest> everyRuleHolds() {
        return ProductionCode.obeys(ArrowsTest.class);
    }
}
