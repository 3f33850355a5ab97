package org.shoptrace.model.trajectory;

/// A run where it stands. The same line may stand in two files, or twice in one: that is one content, with one [RunId], and two runs,
/// which have two places. What is said or found of a run hangs on its content; what is listed, selected and opened is a place.
///
/// @param source where; what lies elsewhere by now is still found by its id
public record RunPlace(RunId id, RunSource source) {}
