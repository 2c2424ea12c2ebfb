package org.plantdeck.app.records;

import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Region;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * Tags that are dragged from a list to the plots: onto an axis to share it, else to have one of
 * their own. Threads: the screen's.
 */
final class TagDrag {

    private static final DataFormat TAG = new DataFormat("application/x-plantdeck-tag");

    private TagDrag() {}

    /** Has a tag dragged from where it is shown; another window takes its name as a text. */
    static void from(Node source, Supplier<Optional<TagFacts>> tag) {
        source.addEventHandler(
                MouseEvent.DRAG_DETECTED,
                event ->
                        tag.get()
                                .ifPresent(it -> {
                                    Dragboard board =
                                            source.startDragAndDrop(TransferMode.COPY_OR_MOVE);
                                    ClipboardContent content = new ClipboardContent();
                                    content.put(TAG, it.stored().name());
                                    content.putString(it.stored().name());
                                    board.setContent(content);
                                    board.setDragView(
                                            source.snapshot(new SnapshotParameters(), null));
                                    event.consume();
                                }));
    }

    /**
     * Takes what is dropped.
     *
     * @param over where it may be dropped
     * @param stack whose axes it may be dropped onto
     * @param drop takes the full name of a tag, and a pen of the axis it was dropped onto
     */
    static void into(Region over, TrendStack stack, BiConsumer<String, Optional<TagFacts>> drop) {
        over.addEventHandler(
                DragEvent.DRAG_OVER,
                event -> {
                    if (event.getDragboard().hasContent(TAG)) {
                        event.acceptTransferModes(TransferMode.COPY_OR_MOVE);
                        stack.offer(axis(event, stack));
                        event.consume();
                    }
                });
        over.addEventHandler(DragEvent.DRAG_EXITED, _ -> stack.offer(Optional.empty()));
        over.addEventHandler(
                DragEvent.DRAG_DROPPED,
                event -> {
                    if (event.getDragboard().hasContent(TAG)) {
                        stack.offer(Optional.empty());
                        drop.accept(
                                String.valueOf(event.getDragboard().getContent(TAG)),
                                axis(event, stack).map(TrendStack.Axis::pen));
                        event.setDropCompleted(true);
                        event.consume();
                    }
                });
    }

    private static Optional<TrendStack.Axis> axis(DragEvent event, TrendStack stack) {
        if (stack.getScene() == null) {
            return Optional.empty();
        }
        return stack.axisAt(stack.sceneToLocal(event.getSceneX(), event.getSceneY()));
    }
}
