package org.shoptrace.core.sandbox;

import java.time.Instant;
import java.util.List;

/// What a catalogue was built from.
///
/// @param documents how many products it holds
/// @param rejected  how many lines of its sources were not used
/// @param built     when the build ended
/// @param sources   the names of the files it was built from, in order
public record CatalogInfo(int documents, long rejected, CatalogFingerprint fingerprint, Instant built, List<String> sources) {
    public CatalogInfo {
        sources = List.copyOf(sources);
    }
}
