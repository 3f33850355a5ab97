package org.shoptrace.core.sandbox.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Locale;

/// The names by which a server that only this machine can reach may be asked for. A page on the web can have its own name point at this
/// machine, and read what is served here as if it were its own; its requests then carry that name.
///
/// @param onlyHere whether only this machine can reach it
/// @param given    the name that it was told to listen on
record OwnNames(boolean onlyHere, String given) {

    static OwnNames of(InetSocketAddress address, String given) {
        InetAddress where = address.getAddress();
        return new OwnNames(where != null && where.isLoopbackAddress(), given);
    }

    /// @param host as a request has it, with or without a port
    boolean allows(String host) {
        return !onlyHere || isOwn(bare(host));
    }

    private boolean isOwn(String name) {
        return name.isEmpty() || name.equals("localhost") || name.endsWith(".localhost") || name.equals(bare(given)) || name.equals("::1")
        // Containers call the machine that they run on so; nobody can own that name.
                || name.equals("host.docker.internal")
                || isLoopback(name);
    }

    private static boolean isLoopback(String name) {
        return name.startsWith("127.") && name.chars().allMatch(c -> c == '.' || c >= '0' && c <= '9');
    }

    private static String bare(String host) {
        String name = host.strip().toLowerCase(Locale.ROOT);
        int end = name.startsWith("[") ? name.indexOf(']') : -1;
        if (end > 0) {
            return name.substring(1, end);
        }
        int colon = name.indexOf(':');
        name = colon >= 0 && colon == name.lastIndexOf(':') ? name.substring(0, colon) : name;
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
