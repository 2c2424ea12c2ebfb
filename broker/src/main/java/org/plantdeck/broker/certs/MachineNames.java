package org.plantdeck.broker.certs;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What clients may call this machine: the names in the certificate of its broker.
 *
 * @param hosts host names, each a valid DNS name
 * @param addresses its addresses
 */
record MachineNames(Set<String> hosts, Set<InetAddress> addresses) {

    /** What a certificate can carry as a DNS name; a reader may refuse a whole one over others. */
    private static final Pattern DNS_NAME =
            Pattern.compile(
                    "(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,62})(\\.[a-z0-9]([a-z0-9-]{0,62}))*");

    MachineNames {
        hosts = Set.copyOf(hosts);
        addresses = Set.copyOf(addresses);
    }

    /** Of this machine, now. Whatever cannot be found out is left out; loopback never is. */
    static MachineNames ofThisMachine() {
        Set<InetAddress> addresses = new LinkedHashSet<>();
        try {
            NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLinkLocalAddress())
                    .forEach(addresses::add);
        } catch (IOException noneKnown) {
            addresses.clear();
        }
        return withLoopback(hostName(), addresses);
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (IOException unknown) {
            return "localhost";
        }
    }

    /** A host by its full name, its first label, and that in the local domain of mDNS. */
    static MachineNames withLoopback(String hostName, Set<InetAddress> others) {
        String full = hostName.toLowerCase(Locale.ROOT);
        Set<String> hosts = new LinkedHashSet<>(List.of("localhost"));
        if (DNS_NAME.matcher(full).matches() && !full.equals("localhost")) {
            String label = full.split("\\.", 2)[0];
            hosts.addAll(List.of(full, label, label + ".local"));
        }
        Set<InetAddress> addresses = new LinkedHashSet<>(loopback());
        others.forEach(address -> addresses.add(withoutZone(address)));
        return new MachineNames(hosts, addresses);
    }

    private static List<InetAddress> loopback() {
        List<InetAddress> loopback = new ArrayList<>();
        loopback.add(ofBytes(new byte[] {127, 0, 0, 1}));
        byte[] six = new byte[16];
        six[15] = 1;
        loopback.add(ofBytes(six));
        return loopback;
    }

    /** The network card an address of version 6 belongs to is no part of it outside. */
    private static InetAddress withoutZone(InetAddress address) {
        return ofBytes(address.getAddress());
    }

    private static InetAddress ofBytes(byte[] address) {
        try {
            return InetAddress.getByAddress(address);
        } catch (IOException e) {
            throw new IllegalArgumentException("not an address", e);
        }
    }

    /**
     * What goes in as DNS names: the hosts, and the addresses of version 4 as text. Small TLS
     * libraries of devices (mbedTLS before 3.5) compare the name they connect to with the DNS names
     * alone, so that a device told "192.168.1.20" would refuse a certificate that has it as an
     * address only. The others take an address from the address entries and pass these by. Version
     * 6 has colons, which no reader accepts there.
     */
    List<String> dnsNames() {
        List<String> names = new ArrayList<>(hosts.stream().sorted().toList());
        addresses.stream()
                .filter(Inet4Address.class::isInstance)
                .map(InetAddress::getHostAddress)
                .sorted()
                .forEach(names::add);
        return names;
    }
}
