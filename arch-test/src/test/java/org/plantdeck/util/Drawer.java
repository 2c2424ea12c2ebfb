package org.plantdeck.util;

/** Breaks a rule on purpose: its package says nothing about the plant. */
final class Drawer {}
