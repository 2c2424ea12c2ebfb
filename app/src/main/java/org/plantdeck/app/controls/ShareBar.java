package org.plantdeck.app.controls;

import javafx.css.PseudoClass;
import javafx.scene.layout.Region;

/** A bar that is filled to a share, in equipment grey; a mark may say where it should be. */
public final class ShareBar extends Region {

    private static final PseudoClass TOTAL = PseudoClass.getPseudoClass("total");

    private final Region fill = new Region();
    private final Region mark = new Region();
    private double share;
    private double markAt = Double.NaN;

    /**
     * @param total whether it is the total of others, which is drawn darker
     */
    public ShareBar(boolean total) {
        getStyleClass().add("share-bar");
        fill.getStyleClass().add("share-fill");
        fill.pseudoClassStateChanged(TOTAL, total);
        mark.getStyleClass().add("share-mark");
        mark.setVisible(false);
        getChildren().addAll(fill, mark);
        getChildren().forEach(it -> it.setManaged(false));
    }

    /** Fills it; 0 to 1, more is cut, not-a-number is empty. */
    public void share(double of) {
        share = Double.isFinite(of) ? Math.clamp(of, 0, 1) : 0;
        requestLayout();
    }

    /** Sets the mark; 0 to 1, not-a-number for none. */
    public void mark(double at) {
        markAt = at;
        mark.setVisible(Double.isFinite(at));
        requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        return 16;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 10;
    }

    @Override
    protected void layoutChildren() {
        fill.resizeRelocate(0, 0, Math.rint(getWidth() * share), getHeight());
        if (mark.isVisible()) {
            double x = Math.round(getWidth() * Math.clamp(markAt, 0, 1));
            mark.resizeRelocate(x - 1, -3, 2, getHeight() + 6);
        }
    }
}
