package org.shoptrace.model.finding;

import java.util.Optional;

/// What a verdict rests on.
///
/// @param place      empty when nothing in the run shows it, as for a run without steps
/// @param product    the product that it is about
/// @param constraint the constraint that it is about, as people write it
/// @param text       a short sentence without a full stop
public record Evidence(Optional<Place> place, Optional<String> product, Optional<String> constraint, String text) {
    public static Evidence at(Optional<Place> place, String text) {
        return new Evidence(place, Optional.empty(), Optional.empty(), text);
    }

    public static Evidence of(Optional<Place> place, String product, String text) {
        return new Evidence(place, Optional.of(product), Optional.empty(), text);
    }
}
