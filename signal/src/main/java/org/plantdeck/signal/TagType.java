package org.plantdeck.signal;

/** The kinds of value a tag holds. */
public enum TagType {
    /** A measured or computed number. */
    NUMBER("a number"),
    /** A whole number that counts. */
    COUNT("a whole number"),
    /** True or false. */
    FLAG("true or false"),
    /** A word of a fixed vocabulary, or a time. */
    TEXT("a text");

    private final String description;

    TagType(String description) {
        this.description = description;
    }

    /** The type in words, for a sentence such as "pressure is not a number". */
    public String description() {
        return description;
    }

    /** The type a value speaks for where nobody has said it; a text for an absent one. */
    public static TagType of(Value value) {
        return switch (value) {
            case Value.Real _ -> NUMBER;
            case Value.Whole _ -> COUNT;
            case Value.Flag _ -> FLAG;
            case Value.Text _, Value.Absent _ -> TEXT;
        };
    }

    /**
     * Whether a value from the wire can stand in a tag of this type; whole numbers are numbers too.
     */
    public boolean accepts(Value value) {
        return switch (this) {
            case NUMBER -> value instanceof Value.Real || value instanceof Value.Whole;
            case COUNT -> value instanceof Value.Whole;
            case FLAG -> value instanceof Value.Flag;
            case TEXT -> value instanceof Value.Text;
        };
    }
}
