package org.plantdeck.broker.certs;

import java.nio.file.Path;

/**
 * What a client is given.
 *
 * @param issued the certificate
 * @param certificate it alone, as PEM
 * @param key its private key as PEM, readable by the owner only
 * @param bundle key, certificate and CA as PKCS #12 behind the password, readable by the owner only
 */
public record IssuedFiles(IssuedCertificate issued, Path certificate, Path key, Path bundle) {}
