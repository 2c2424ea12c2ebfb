package org.plantdeck.broker.certs;

import org.plantdeck.signal.PartFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The certificates of one data directory: an own CA, the broker's certificate and those of clients.
 * Every failure is a {@link PartFailure}. Threads: any, and any number of processes; whoever
 * changes the folder does so alone.
 */
public final class CertificateStore {

    private static final Logger LOG = LoggerFactory.getLogger(CertificateStore.class);

    /** How long before its end the broker's own certificate is renewed by a start. */
    private static final Duration RENEWED_BEFORE_END = Duration.ofDays(30);

    private final CertificateFolder files;
    private final AuthorityFiles ca;
    private final InstantSource clock;
    private final Supplier<MachineNames> machine;

    private CertificateStore(
            CertificateFolder files,
            AuthorityFiles ca,
            InstantSource clock,
            Supplier<MachineNames> machine) {
        this.files = files;
        this.ca = ca;
        this.clock = clock;
        this.machine = machine;
    }

    /**
     * The certificates of a folder. The first time, the folder, the CA and the broker's certificate
     * are made; a certificate of the broker that this CA made is renewed from 30 days before its
     * end on.
     *
     * @throws PartFailure if something in it cannot be read, written or used any more
     */
    public static CertificateStore open(Path folder, InstantSource clock) {
        return open(folder, clock, MachineNames::ofThisMachine);
    }

    static CertificateStore open(Path folder, InstantSource clock, Supplier<MachineNames> machine) {
        CertificateFolder files = CertificateFolder.of(folder);
        return FolderLock.alone(
                files,
                () -> {
                    Instant now = clock.instant();
                    AuthorityFiles ca = AuthorityFiles.open(files, now);
                    CertificateStore store = new CertificateStore(files, ca, clock, machine);
                    store.makeServerWhereDue(now);
                    ca.matchRevocations(Register.read(files.register()), now);
                    return store;
                });
    }

    /** Whether a folder has a CA already. */
    public static boolean isIn(Path folder) {
        return Files.exists(CertificateFolder.of(folder).caCertificate());
    }

    private void makeServerWhereDue(Instant now) {
        if (Files.notExists(files.serverCertificate())) {
            makeServer(now);
            return;
        }
        X509Certificate there = Pem.certificates(files.serverCertificate()).getFirst();
        if (!ServerFiles.isBy(ca.certificate(), there)) {
            return; // somebody put it there, and replaces it
        }
        Instant end = there.getNotAfter().toInstant();
        boolean ending =
                now.isAfter(end.minus(RENEWED_BEFORE_END))
                        && end.isBefore(ca.certificate().getNotAfter().toInstant());
        boolean lost = Files.notExists(files.serverKey());
        if (lost || (ending && (ca.canSign() || now.isAfter(end)))) {
            makeServer(now);
        } else if (ending) {
            LOG.atWarn()
                    .addKeyValue("file", files.serverCertificate())
                    .addKeyValue("end", end)
                    .addKeyValue("missing", files.caKey())
                    .log("The broker's certificate ends soon; its CA's key is needed to renew it");
        }
    }

    private IssuedCertificate makeServer(Instant now) {
        KeyedCertificate server = ca.authority().server(machine.get(), now);
        ServerFiles.write(files.serverCertificate(), files.serverKey(), server);
        IssuedCertificate made = entry(ClientName.SERVER, server.certificate());
        LOG.atInfo()
                .addKeyValue("file", files.serverCertificate())
                .addKeyValue("serial", made.serialText())
                .addKeyValue("end", made.validUntil())
                .log("Made the broker's certificate");
        return made;
    }

    /** What clients need to trust the broker. */
    public Path caCertificate() {
        return files.caCertificate();
    }

    /** The list of revoked certificates as other programs read it: PEM, signed by the CA. */
    public Path revocations() {
        return files.revocations();
    }

    /**
     * Makes a key and a certificate for a client.
     *
     * @param name its common name: 1 to 64 letters, digits, - _ and .
     * @param password opens the PKCS #12 file
     * @throws PartFailure if the name cannot be one or has a certificate already
     */
    public IssuedFiles issue(String name, char[] password) {
        ClientName.checked(name);
        return FolderLock.alone(
                files,
                () -> {
                    Register register = Register.read(files.register());
                    requireFree(name, register);
                    return make(name, register, password);
                });
    }

    private void requireFree(String name, Register register) {
        if (register.current(name).isPresent()) {
            throw new PartFailure(
                    name
                            + " has a certificate already; plantdeck certs renew "
                            + name
                            + " replaces it, plantdeck certs revoke "
                            + name
                            + " ends it");
        }
        register.lookalike(name)
                .ifPresent(other -> {
                    throw new PartFailure(
                            name
                                    + " is too much like "
                                    + other
                                    + ", which has a certificate: their files would be the same on"
                                    + " some systems; choose another name");
                });
        if (register.entries().stream().noneMatch(it -> it.name().equals(name))) {
            Stream.of(files.certificate(name), files.key(name), files.bundle(name))
                    .filter(Files::exists)
                    .findFirst()
                    .ifPresent(another -> {
                        throw new PartFailure(
                                another
                                        + " is there already and none that PlantDeck issued; move"
                                        + " it away or choose another name");
                    });
        }
    }

    /** In the register first: none is ever out that could not be revoked. */
    private IssuedFiles make(String name, Register register, char[] password) {
        Instant now = clock.instant();
        KeyedCertificate pair = ca.authority().client(name, now);
        IssuedCertificate issued = entry(name, pair.certificate());
        Register all = register.with(issued);
        all.write(files.register());
        ca.matchRevocations(all, now);
        ClientFiles.write(files, name, pair, ca.certificate(), password);
        return new IssuedFiles(
                issued, files.certificate(name), files.key(name), files.bundle(name));
    }

    /**
     * Replaces a client's key and certificate and revokes the old one.
     *
     * @param name whose
     * @param password opens the new PKCS #12 file
     * @throws PartFailure if the client has none that is not revoked
     */
    public IssuedFiles renew(String name, char[] password) {
        ClientName.checked(name);
        return FolderLock.alone(
                files,
                () -> {
                    Register register = Register.read(files.register());
                    IssuedCertificate old = current(name, register);
                    return make(name, register.withRevoked(old, clock.instant()), password);
                });
    }

    /** Replaces the broker's key and certificate, with the names this machine has now. */
    public IssuedCertificate renewServer() {
        return FolderLock.alone(files, () -> makeServer(clock.instant()));
    }

    /**
     * Revokes a client's certificate: brokers that run refuse it from the next connect on.
     *
     * @param name whose
     * @return the certificate that was revoked
     * @throws PartFailure if the client has none that is not revoked
     */
    public IssuedCertificate revoke(String name) {
        ClientName.checked(name);
        return FolderLock.alone(
                files,
                () -> {
                    Instant now = clock.instant();
                    Register register = Register.read(files.register());
                    IssuedCertificate one = current(name, register);
                    Register fewer = register.withRevoked(one, now);
                    ca.authority(); // nothing is half revoked for want of the key
                    fewer.write(files.register());
                    ca.matchRevocations(fewer, now);
                    return one.revoked(now);
                });
    }

    private static IssuedCertificate current(String name, Register register) {
        return register.current(name)
                .orElseThrow(() -> {
                    boolean was =
                            register.entries().stream().anyMatch(it -> it.name().equals(name));
                    return new PartFailure(
                            was
                                    ? "the certificate of "
                                            + name
                                            + " is revoked already; plantdeck certs issue "
                                            + name
                                            + " makes a new one"
                                    : "there is no certificate for "
                                            + name
                                            + "; plantdeck certs list shows those there are");
                });
    }

    /** The CA, the broker's certificate, then every client certificate in the order of issue. */
    public List<IssuedCertificate> list() {
        List<IssuedCertificate> all = new ArrayList<>();
        all.add(entry(ClientName.CA, ca.certificate()));
        all.add(entry(ClientName.SERVER, Pem.certificates(files.serverCertificate()).getFirst()));
        all.addAll(Register.read(files.register()).entries());
        return all;
    }

    private static IssuedCertificate entry(String name, X509Certificate certificate) {
        return new IssuedCertificate(
                name,
                certificate.getSerialNumber(),
                certificate.getNotAfter().toInstant(),
                Optional.empty());
    }

    /** What a broker of this data directory shows, and how it judges its clients. */
    public ServerIdentity serverIdentity() {
        return serverIdentity(files.serverCertificate(), files.serverKey());
    }

    /**
     * The same with a certificate from elsewhere; clients are judged by this folder's CA.
     *
     * @param certificate PEM: the certificate, then those that lead to its root
     * @param key its private key as PEM, without a passphrase
     * @throws PartFailure if they cannot be read, do not belong together or are past their end
     */
    public ServerIdentity serverIdentity(Path certificate, Path key) {
        ClientTrust clients =
                new ClientTrust(
                        ca.certificate(),
                        new RevokedSerials(files.revocations(), ca.certificate()),
                        clock);
        return new ServerIdentity(certificate, key, clients, clock);
    }
}
