package org.shoptrace.core.export;

import java.util.Optional;

/// What a run was looked at with, for those who get it.
///
/// @param catalogue  the catalogue's fingerprint, 64 hexadecimal digits; empty without one
/// @param similarity what compared titles; empty when nothing did
public record SeenWith(Optional<String> catalogue, Optional<String> similarity) {
    public static final SeenWith UNKNOWN = new SeenWith(Optional.empty(), Optional.empty());
}
