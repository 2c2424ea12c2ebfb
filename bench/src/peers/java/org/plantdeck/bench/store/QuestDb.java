package org.plantdeck.bench.store;

import io.questdb.griffin.SqlException;
import io.questdb.log.LogFactory;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** QuestDB, in this process. Threads: any. */
public final class QuestDb implements Subject {

    @Override
    public String subject() {
        return "questdb";
    }

    @Override
    public History open(Path folder, Layout layout) throws IOException, SqlException {
        silence(Files.writeString(folder.resolve("log.conf"), "writers=\n"));
        return new QuestDbHistory(folder, layout);
    }

    /** It would log between the results, and say there from where it knows how to log. */
    private static synchronized void silence(Path howToLog) {
        System.setProperty(LogFactory.CONFIG_SYSTEM_PROPERTY, howToLog.toString());
        PrintStream out = System.out;
        PrintStream err = System.err;
        PrintStream nobody =
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        System.setOut(nobody);
        System.setErr(nobody);
        try {
            LogFactory.getInstance(); // reads it once in the life of the process
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }
}
