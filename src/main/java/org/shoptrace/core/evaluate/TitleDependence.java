package org.shoptrace.core.evaluate;

import java.util.OptionalDouble;

/// What the success of a run hangs on: the comparison of titles, or everything else.
///
/// @param otherwise whether the run would be a success if every title were alike
/// @param lowest    of a run that is so, the lowest of the cosines, -1..1, that its success needs, in the terms of the model that
///     compared; empty when it needs none, and when `otherwise` is false
/// @param equal     whether every title that its success needs is the wanted one, character by character, as nothing else in the
///     evaluator is matched more loosely; true when it needs none
public record TitleDependence(boolean otherwise, OptionalDouble lowest, boolean equal) {
    /// Nothing but its titles can be wrong with such a run, and none was compared.
    public static final TitleDependence NONE = new TitleDependence(true, OptionalDouble.empty(), true);

    /// No similarity of titles makes such a run a success.
    public static final TitleDependence LOST = new TitleDependence(false, OptionalDouble.empty(), false);

    /// Of titles that are not known to be equal.
    public TitleDependence(boolean otherwise, OptionalDouble lowest) {
        this(otherwise, lowest, otherwise && lowest.isEmpty());
    }

    /// Whether the run is a success when titles are alike from that cosine on.
    public boolean success(double threshold) {
        return otherwise && (lowest.isEmpty() || lowest.getAsDouble() >= threshold);
    }
}
