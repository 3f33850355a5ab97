package org.shoptrace.core.trajectory;

import org.shoptrace.model.trajectory.RunSummary;

/// A run's place in its file.
///
/// @param offset where its line starts, in (unpacked) bytes
/// @param length the line's length in bytes, without the line break
public record RunEntry(RunSummary summary, long offset, int length) {}
