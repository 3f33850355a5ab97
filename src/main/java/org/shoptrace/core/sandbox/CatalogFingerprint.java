package org.shoptrace.core.sandbox;

/// A catalogue's identity: the SHA-256 over its unpacked lines in file order, 64 lower-case hexadecimal digits.
public record CatalogFingerprint(String sha256) {
    /// The first ten digits, for people.
    public String brief() {
        return sha256.substring(0, Math.min(10, sha256.length()));
    }
}
