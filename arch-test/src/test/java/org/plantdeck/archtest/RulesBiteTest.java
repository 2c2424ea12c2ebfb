package org.plantdeck.archtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.stream.Stream;

/** Each rule is broken by a class made for it, so none of them is a rule that cannot fail. */
class RulesBiteTest {

    private static final JavaClasses OFFENCES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.OnlyIncludeTests())
                    .importPackages("org.plantdeck");

    @TestFactory
    Stream<DynamicTest> everyRuleFindsItsOffender() {
        return Stream.of(ArrowsTest.class, DisciplineTest.class)
                .flatMap(ProductionCode::fields)
                .map(field ->
                        DynamicTest.dynamicTest(
                                field.getName(),
                                () ->
                                        assertThat(
                                                        ProductionCode.rule(field)
                                                                .evaluate(OFFENCES)
                                                                .hasViolation())
                                                .isTrue()));
    }
}
