package org.shoptrace.core.export;

import java.util.Optional;
import org.shoptrace.core.provenance.Provenance;

/// What a run was looked at with, for those who get it.
///
/// @param catalogue  the catalogue's fingerprint, 64 hexadecimal digits; empty without one
/// @param similarity what compared titles; empty when nothing did
/// @param origin     where what is written comes from; empty where nobody told
public record SeenWith(Optional<String> catalogue, Optional<String> similarity, Optional<Provenance> origin) {
    public static final SeenWith UNKNOWN = new SeenWith(Optional.empty(), Optional.empty());

    /// Of something whose making nobody told.
    public SeenWith(Optional<String> catalogue, Optional<String> similarity) {
        this(catalogue, similarity, Optional.empty());
    }

    /// The same with where it comes from.
    public SeenWith from(Provenance provenance) {
        return new SeenWith(catalogue, similarity, Optional.of(provenance));
    }
}
