package org.shoptrace.core.sandbox;

/// How far a search goes. Both numbers are part of the answer, not a matter of speed.
///
/// @param walked the rank, counted without filters, beyond which no product is returned
/// @param kept   how many products that pass the filters are kept, of which pages are cut
public record Cutoffs(int walked, int kept) {
    /// Those of the benchmark's server.
    public static final Cutoffs REFERENCE = new Cutoffs(100_000, 50);

    public Cutoffs {
        if (walked < 1 || kept < 1) {
            throw new IllegalArgumentException("cut-offs start at 1");
        }
    }
}
