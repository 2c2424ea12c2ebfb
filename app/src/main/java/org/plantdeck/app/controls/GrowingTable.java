package org.plantdeck.app.controls;

import javafx.scene.control.Skin;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.TableViewSkin;

/**
 * A table whose first rows come over several pulses. Threads: the screen's.
 *
 * @param <R> a row
 */
public class GrowingTable<R> extends TableView<R> {

    @Override
    protected Skin<?> createDefaultSkin() {
        return new GrowingSkin<>(this);
    }

    private static final class GrowingSkin<R> extends TableViewSkin<R> implements Gradual {

        private final Growth growth;

        GrowingSkin(TableView<R> table) {
            super(table);
            growth = new Growth(table);
        }

        /** To know better, the toolkit would make the headings before there is time for them. */
        @Override
        protected double computeMinHeight(
                double width, double top, double right, double bottom, double left) {
            return top + bottom;
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
