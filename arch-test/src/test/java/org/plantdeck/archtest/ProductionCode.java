package org.plantdeck.archtest;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

import org.junit.jupiter.api.DynamicTest;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.stream.Stream;

/** The classes of PlantDeck without their tests, and rules checked against them. */
final class ProductionCode {

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.plantdeck");

    private ProductionCode() {}

    /** A test for each rule a class holds, named after its field. */
    static Stream<DynamicTest> obeys(Class<?> rules) {
        return fields(rules)
                .map(field ->
                        DynamicTest.dynamicTest(field.getName(), () -> rule(field).check(CLASSES)));
    }

    /** The fields of a class that are rules. */
    static Stream<Field> fields(Class<?> rules) {
        return Arrays.stream(rules.getDeclaredFields())
                .filter(field -> field.getType() == ArchRule.class);
    }

    /** The rule a field holds. */
    static ArchRule rule(Field field) throws IllegalAccessException {
        return (ArchRule) field.get(null);
    }
}
