package org.plantdeck.plcsim.physics;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Lists and fills records of parameters from the {@link Quantity} on each component, so that no
 * second list of them exists. The key of a parameter is the name of its group and its own, in kebab
 * case.
 */
final class ParameterRecords {

    private static final String PREFIX = "physics.";
    private static final Pattern CAPITAL = Pattern.compile("\\p{Lu}");

    private ParameterRecords() {}

    /** The parameters of a record of groups, in their order. */
    static List<PhysicsParameter> catalogue(Class<? extends Record> groups) {
        return Arrays.stream(groups.getRecordComponents())
                .flatMap(ParameterRecords::parametersOf)
                .toList();
    }

    private static Stream<PhysicsParameter> parametersOf(RecordComponent group) {
        return Arrays.stream(group.getType().getRecordComponents())
                .map(component -> parameter(group, component));
    }

    private static PhysicsParameter parameter(RecordComponent group, RecordComponent component) {
        Quantity quantity = component.getAnnotation(Quantity.class);
        return new PhysicsParameter(
                PREFIX + kebab(group.getName()) + "." + kebab(component.getName()),
                quantity.value(),
                quantity.unit(),
                quantity.min(),
                quantity.max(),
                quantity.meaning());
    }

    /** A record of groups with the standard values but for those that are overridden. */
    static <T extends Record> T fill(Class<T> groups, Map<String, Double> overrides) {
        ToDoubleFunction<PhysicsParameter> valueOf =
                it -> it.checked(overrides.getOrDefault(it.key(), it.standard()));
        Object[] filled =
                Arrays.stream(groups.getRecordComponents())
                        .map(group -> fillGroup(group, valueOf))
                        .toArray();
        return create(groups, filled);
    }

    private static Object fillGroup(
            RecordComponent group, ToDoubleFunction<PhysicsParameter> valueOf) {
        Object[] values =
                parametersOf(group).map(it -> (Object) valueOf.applyAsDouble(it)).toArray();
        return create(group.getType(), values);
    }

    private static <T> T create(Class<T> type, Object[] values) {
        Class<?>[] types =
                Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getType)
                        .toArray(Class<?>[]::new);
        try {
            Constructor<T> canonical = type.getDeclaredConstructor(types);
            return canonical.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(type.getSimpleName(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getSimpleName(), e);
        }
    }

    private static String kebab(String camel) {
        return CAPITAL.matcher(camel).replaceAll("-$0").toLowerCase(Locale.ROOT);
    }
}
