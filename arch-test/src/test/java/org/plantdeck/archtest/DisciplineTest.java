package org.plantdeck.archtest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What code may not do anywhere, or not where the plant is computed. */
class DisciplineTest {

    private static final Set<String> EXACT =
            Set.of(
                    "abs",
                    "min",
                    "max",
                    "floor",
                    "ceil",
                    "rint",
                    "round",
                    "sqrt",
                    "signum",
                    "clamp",
                    "toIntExact",
                    "floorMod",
                    "floorDiv",
                    "addExact",
                    "multiplyExact",
                    "toRadians",
                    "ceilDiv",
                    "absExact",
                    "fma",
                    "copySign");

    private static DescribedPredicate<JavaAccess<?>> inexactMath() {
        return DescribedPredicate.describe(
                "an inexact function of Math",
                access ->
                        access.getTargetOwner().isEquivalentTo(Math.class)
                                && !EXACT.contains(access.getTarget().getName())
                                && !access.getTarget().getName().equals("PI")
                                && !access.getTarget().getName().equals("E"));
    }

    private static DescribedPredicate<JavaMethodCall> sleep() {
        return DescribedPredicate.describe(
                "a sleep",
                call ->
                        call.getTarget().getName().equals("sleep")
                                && (call.getTargetOwner().isEquivalentTo(Thread.class)
                                        || call.getTargetOwner().isEquivalentTo(TimeUnit.class)));
    }

    private static DescribedPredicate<JavaAccess<?>> wallClock() {
        return DescribedPredicate.describe(
                "the machine's clock",
                access -> {
                    JavaClass owner = access.getTargetOwner();
                    String name = access.getTarget().getName();
                    boolean instant = owner.isEquivalentTo(Instant.class) && name.equals("now");
                    boolean clock = owner.isAssignableTo(Clock.class) && name.startsWith("system");
                    boolean system =
                            owner.isEquivalentTo(System.class)
                                    && (name.equals("currentTimeMillis")
                                            || name.equals("nanoTime"));
                    return instant || clock || system;
                });
    }

    static final ArchRule thePlantComputesAlikeOnEveryMachine =
            noClasses()
                    .that()
                    .resideInAnyPackage("org.plantdeck.plcsim..")
                    .should()
                    .accessTargetWhere(inexactMath())
                    .because(
                            "Math may differ in the last bit between machines; StrictMath does"
                                    + " not");

    static final ArchRule thePlantAsksNobodyForTheTime =
            noClasses()
                    .that()
                    .resideInAnyPackage("org.plantdeck.plcsim..", "org.plantdeck.signal..")
                    .should()
                    .accessTargetWhere(wallClock())
                    .because("simulated time comes from the scheduler and wall time is injected");

    static final ArchRule nobodySleepsOrMakesThreadsByHand =
            noClasses()
                    .should()
                    .callMethodWhere(sleep())
                    .orShould()
                    .callConstructor(Thread.class, Runnable.class)
                    .orShould()
                    .callConstructor(Thread.class, Runnable.class, String.class)
                    .because("executors with named threads are awaited and ended in order");

    static final ArchRule onlyTheCommandLineEndsTheProcess =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("org.plantdeck.plantruntime..", "org.plantdeck.bench")
                    .should()
                    .callMethod(System.class, "exit", int.class)
                    .because("a part ends by itself, not by ending everybody");

    @TestFactory
    Stream<DynamicTest> everyRuleHolds() {
        return ProductionCode.obeys(DisciplineTest.class);
    }
}
