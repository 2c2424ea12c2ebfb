package org.plantdeck.bench.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/**
 * Whom is measured: one of a {@link Kind}, or an engine that is on the class path beside them.
 * Threads: any.
 */
interface Subject {

    /** Its name in the results. */
    String subject();

    /**
     * Makes an empty history.
     *
     * @param folder for it alone
     * @throws Exception where the engine cannot be started there
     */
    History open(Path folder, Layout layout) throws Exception;

    /** Ours, the layouts it is held against, and the engines there are. */
    static List<Subject> all() {
        List<Subject> all = new ArrayList<>(List.of(Kind.values()));
        ServiceLoader.load(Subject.class).forEach(all::add);
        return all;
    }
}
