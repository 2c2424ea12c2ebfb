package org.plantdeck.app.records;

import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.transform.Scale;

import java.time.ZoneId;
import java.util.List;

/**
 * The trend as a picture to keep: title, stretch of time with its zone, the plots as they are on
 * the screen, and their figures as the legend, twice as fine as on the screen. Threads: the
 * screen's.
 */
final class TrendPicture {

    /** Pixels of the picture for one of the screen. */
    static final int FINENESS = 2;

    private static final double LEAST_WIDTH = 640;

    /** Some sizes are known only when others have been laid out. */
    private static final int PASSES = 3;

    private TrendPicture() {}

    /**
     * Draws it.
     *
     * @param sheets the style sheets of its theme
     */
    static WritableImage of(TrendPane trend, List<String> sheets) {
        PictureModel.Subject subject = trend.subject();
        TrendStack stack = new TrendStack();
        ValuesTable values = new ValuesTable();
        double width = Math.max(LEAST_WIDTH, trend.stack().getWidth());
        double height = Math.max(trend.stack().minHeight(-1), trend.stack().getHeight());
        stack.setMinSize(width, height);
        stack.setMaxSize(width, height);
        VBox page =
                new VBox(
                        8,
                        label("panel-title", PictureModel.title(subject)),
                        label("note", PictureModel.stretch(subject, ZoneId.systemDefault())));
        if (!subject.cursors().isEmpty()) {
            page.getChildren().add(label("note", subject.cursors()));
        }
        page.getChildren().addAll(stack, values);
        page.getStyleClass().add("trend-picture");
        page.getTransforms().add(new Scale(FINENESS, FINENESS));
        Group root = new Group(page);
        new Scene(root).getStylesheets().setAll(sheets);
        trend.readInto(values);
        for (int pass = 0; pass < PASSES; pass++) {
            trend.drawInto(stack);
            root.applyCss();
            root.layout();
        }
        SnapshotParameters all = new SnapshotParameters();
        all.setViewport(
                new Rectangle2D(0, 0, page.getWidth() * FINENESS, page.getHeight() * FINENESS));
        return root.snapshot(all, null);
    }

    private static Label label(String style, String text) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
