package org.plantdeck.plcsim.physics;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What there is to know of one parameter of the physics, beside the record component it is. */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
@interface Quantity {

    /** The value unless it is set. */
    double value();

    /** The unit as shown to people; empty for a ratio or a count. */
    String unit() default "";

    /** The least that can be set. */
    double min();

    /** The most that can be set. */
    double max();

    /** What it means for the plant, one phrase in sentence case. */
    String meaning();
}
