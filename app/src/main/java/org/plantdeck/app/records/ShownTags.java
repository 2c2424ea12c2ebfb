package org.plantdeck.app.records;

import org.plantdeck.app.words.Words;

import java.util.List;
import java.util.Optional;

/** Brings tags into the picture and says above the list what cannot be. Threads: the screen's. */
final class ShownTags {

    private static final Words WORDS = Words.of(ShownTags.class);

    private final TagListModel tags;
    private final TagList list;
    private final List<String> wanted;

    /**
     * @param wanted full names of the tags to begin with
     */
    ShownTags(TagListModel tags, TagList list, List<String> wanted) {
        this.tags = tags;
        this.list = list;
        this.wanted = wanted;
    }

    /** Says what is stored; where that cannot be read, nothing, with the reason. */
    void stored(Optional<StoredContents> contents, String reason) {
        if (contents.isPresent()) {
            tags.stored(contents.get().tags());
        } else if (tags.size() == 0) {
            tags.stored(TagListModel.catalogue());
            list.tell(reason);
        }
        if (tags.chosen().isEmpty()) {
            wanted.forEach(this::choose);
        }
        list.list();
    }

    private void choose(String name) {
        tags.named(name)
                .ifPresentOrElse(tags::toggle, () -> list.tell(WORDS.say("no-such-tag", name)));
    }

    /** Shows these and no others, axis by axis. */
    void show(List<List<String>> axes) {
        list.tell(tags.show(axes));
        list.list();
    }

    /** Shows one that was dropped, on the axis of another where it was dropped onto that. */
    void drop(String name, Optional<TagFacts> onto) {
        tags.named(name)
                .ifPresent(pen -> {
                    boolean could =
                            onto.map(it -> tags.pens().share(pen, it))
                                    .orElseGet(() -> tags.pens().place(pen));
                    list.tell(could ? "" : WORDS.say("most", Pens.MOST));
                    list.list();
                });
    }
}
