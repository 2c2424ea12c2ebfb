package org.plantdeck.app.controls;

import javafx.scene.control.ListView;
import javafx.scene.control.Skin;
import javafx.scene.control.skin.ListViewSkin;

/**
 * A list whose first rows come over several pulses. Threads: the screen's.
 *
 * @param <R> a row
 */
public class GrowingList<R> extends ListView<R> {

    /** What the toolkit takes for the width of a list, once it has made ten rows to see. */
    private static final double USUAL_WIDTH = 248;

    @Override
    protected Skin<?> createDefaultSkin() {
        return new GrowingSkin<>(this);
    }

    private static final class GrowingSkin<R> extends ListViewSkin<R> implements Gradual {

        private final Growth growth;

        GrowingSkin(ListView<R> list) {
            super(list);
            growth = new Growth(list);
        }

        @Override
        protected double computePrefWidth(
                double height, double top, double right, double bottom, double left) {
            return left + USUAL_WIDTH + right;
        }

        @Override
        protected void layoutChildren(double x, double y, double width, double height) {
            growth.layOut(
                    height,
                    getItemCount(),
                    it -> {
                        super.layoutChildren(x, y, width, it);
                        getVirtualFlow().layout();
                    });
        }

        @Override
        public boolean isWhole() {
            return getItemCount() == 0 || growth.isOver();
        }

        @Override
        public void dispose() {
            growth.stop();
            super.dispose();
        }
    }
}
