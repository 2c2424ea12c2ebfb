package org.plantdeck.broker.access;

/**
 * Somebody in the users file.
 *
 * @param name who
 * @param role what they are to the plant
 * @param hasPassword whether a password lets them in; without one only a certificate does
 */
public record User(String name, Role role, boolean hasPassword) {}
