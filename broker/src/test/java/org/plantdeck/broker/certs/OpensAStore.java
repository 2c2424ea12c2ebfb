package org.plantdeck.broker.certs;

import java.io.IOException;
import java.nio.file.Path;

/** A process that opens the folder it is given when it is told to, and prints its CA's serial. */
final class OpensAStore {

    private OpensAStore() {}

    public static void main(String... arguments) throws IOException {
        System.out.println("ready");
        if (System.in.read() != -1) {
            CertificateStore store = new Plant(Path.of(arguments[0])).open();
            System.out.println(store.list().getFirst().serialText());
        }
    }
}
