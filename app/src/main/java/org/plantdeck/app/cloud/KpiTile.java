package org.plantdeck.app.cloud;

import eu.hansolo.tilesfx.Tile;
import eu.hansolo.tilesfx.Tile.SkinType;
import eu.hansolo.tilesfx.fonts.Fonts;
import eu.hansolo.tilesfx.skins.CustomTileSkin;

import javafx.css.CssMetaData;
import javafx.css.PseudoClass;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.control.Label;
import javafx.scene.control.Skin;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;

import java.util.List;
import java.util.Objects;

/**
 * A key figure as a TilesFX tile. The skins of TilesFX scale their texts with the tile, which at
 * the height of a row of key figures is 10 pixels or less; so the tile carries a face of ours, with
 * type from the style sheet, and its own colours follow the theme. Threads: the screen's.
 */
final class KpiTile extends Region {

    private static final StyleablePropertyFactory<KpiTile> STYLES =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    private static final CssMetaData<KpiTile, Color> GROUND =
            STYLES.createColorCssMetaData("-deck-tile-ground", it -> it.ground, Color.GRAY, false);
    private static final CssMetaData<KpiTile, Color> INK =
            STYLES.createColorCssMetaData("-deck-tile-ink", it -> it.ink, Color.GRAY, false);
    private static final CssMetaData<KpiTile, Color> FIGURE =
            STYLES.createColorCssMetaData("-deck-tile-figure", it -> it.figure, Color.GRAY, false);
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private final Tile tile = new DrawnTile();
    private final Label value = new Label();
    private final Label note = new Label();
    private final StyleableObjectProperty<Color> ground = follow(GROUND, "ground");
    private final StyleableObjectProperty<Color> ink = follow(INK, "ink");
    private final StyleableObjectProperty<Color> figure = follow(FIGURE, "figure");

    /**
     * A tile lays itself out and changes its colours only in a window that shows; a picture is
     * drawn without one.
     */
    private static final class DrawnTile extends Tile {

        DrawnTile() {
            super(SkinType.CUSTOM);
        }

        @Override
        public boolean isShowing() {
            return true;
        }

        @Override
        protected Skin<?> createDefaultSkin() {
            return new FaceSkin(this);
        }

        /** TilesFX looks for it beside the class of the tile, which is this one. */
        @Override
        public String getUserAgentStylesheet() {
            String name = "tilesfx.css";
            return Objects.requireNonNull(Tile.class.getResource(name), name).toExternalForm();
        }
    }

    /** The skin that shows a face, told to take the colours of the tile at once. */
    private static final class FaceSkin extends CustomTileSkin {

        FaceSkin(Tile tile) {
            super(tile);
        }

        void dress() {
            redraw();
        }
    }

    KpiTile(String name) {
        getStyleClass().add("kpi-tile");
        Label heading = new Label(name);
        heading.getStyleClass().add("kpi-name");
        heading.setMinWidth(USE_PREF_SIZE);
        value.getStyleClass().add("kpi-value");
        value.setMinWidth(USE_PREF_SIZE);
        note.getStyleClass().add("kpi-note");
        note.setWrapText(true);
        note.setMaxHeight(Double.MAX_VALUE);
        VBox.setVgrow(note, Priority.ALWAYS);
        VBox face = new VBox(heading, value, note);
        face.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        face.getStyleClass().add("kpi-face");
        tile.setGraphic(face);
        tile.setTextVisible(false);
        tile.setAnimated(false);
        tile.setRoundedCorners(false);
        tile.setBorderWidth(0);
        tile.setFocusTraversable(false);
        tile.setAccessibleText(name);
        getChildren().add(tile);
    }

    /** Reads the fonts of TilesFX, which the first tile of all would read else. */
    static void loadFonts() {
        var _ = Fonts.latoRegular(1);
    }

    private StyleableObjectProperty<Color> follow(CssMetaData<KpiTile, Color> style, String name) {
        return new SimpleStyleableObjectProperty<>(style, this, name, Color.GRAY) {
            @Override
            protected void invalidated() {
                dress();
            }
        };
    }

    /** The colours of the theme, where TilesFX has its own. */
    private void dress() {
        tile.setBackgroundColor(ground.get());
        tile.setBorderColor(ground.get());
        tile.setForegroundBaseColor(ink.get());
        tile.setTitleColor(ink.get());
        tile.setTextColor(ink.get());
        tile.setValueColor(figure.get());
        if (tile.getSkin() instanceof FaceSkin skin) {
            skin.dress();
        }
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return STYLES.getCssMetaData();
    }

    void show(CloudModel.Kpi kpi) {
        value.pseudoClassStateChanged(STALE, kpi.stale());
        if (!kpi.value().equals(value.getText()) || !kpi.note().equals(note.getText())) {
            value.setText(kpi.value());
            note.setText(kpi.note());
            tile.setAccessibleHelp(kpi.value() + ", " + kpi.note());
        }
    }

    @Override
    protected double computeMinHeight(double width) {
        return 112;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 132;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 120;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 180;
    }

    @Override
    protected void layoutChildren() {
        tile.resizeRelocate(0, 0, getWidth(), getHeight());
    }
}
