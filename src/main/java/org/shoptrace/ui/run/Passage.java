package org.shoptrace.ui.run;

import org.shoptrace.model.trajectory.Span;

/// A piece of a step's text that the user is led to.
///
/// @param step from 1
public record Passage(int step, Span span) {}
