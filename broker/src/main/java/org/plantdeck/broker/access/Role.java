package org.plantdeck.broker.access;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What somebody is to the plant; the topic rules say what each role may do. */
public enum Role {
    /** Runs the plant: sees it and gives commands. */
    OPERATOR("operator"),
    /** Works on the plant: what an operator does, and repairs. */
    ENGINEER("engineer"),
    /** May do everything. */
    ADMIN("admin"),
    /** A field device: touches nothing but its own topics. */
    DEVICE("device"),
    /** A part of PlantDeck, or what takes its place. */
    PART("part"),
    /** Came without credentials. Nobody is given this role by name. */
    GUEST("guest");

    private final String word;

    Role(String word) {
        this.word = word;
    }

    /** The word in files and on the command line: {@code operator}. */
    public String word() {
        return word;
    }

    /** The role of a word; empty where there is none. */
    public static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(it -> it.word.equals(word)).findFirst();
    }

    /** The roles a user can be given: all but guest. */
    public static List<Role> ofUsers() {
        return Arrays.stream(values()).filter(it -> it != GUEST).toList();
    }

    static String words(List<Role> roles) {
        return roles.stream().map(Role::word).collect(Collectors.joining(", "));
    }
}
