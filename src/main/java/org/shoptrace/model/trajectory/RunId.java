package org.shoptrace.model.trajectory;

/// A run's name: the SHA-256 of its line's bytes (without the line break), 64 lower-case hexadecimal digits.
/// It survives appending to, moving and renaming the file.
public record RunId(String sha256) {
    /// The first ten digits, for people.
    public String brief() {
        return sha256.substring(0, Math.min(10, sha256.length()));
    }
}
