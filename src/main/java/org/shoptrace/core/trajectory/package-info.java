/// Trajectories as files: every spelling of a rollout that the benchmark and its users have on disk, in and out.
///
/// A line is read by [RunCodec], its steps by [StepCodec], the answers in them by [ObservationCodec]; a model's text by
/// [MessageTags]. [StepEncoder] builds new steps in the benchmark's own form and [RunWriter] appends runs to a file.
/// [RolloutFile] finds the runs of a file of any size by offset.
/// Source: `spec/formats.md`, *Rollouts*; `spec/inspection.md`, *Identity*.
///
/// May depend on: `model`, `core` (failures, json, python, file, catalog, job).
@NullMarked
package org.shoptrace.core.trajectory;

import org.jspecify.annotations.NullMarked;
