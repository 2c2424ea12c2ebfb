package javafx.offence;

/** Stands for any class of the screen library, which is not here to be seen. */
public final class Pane {}
