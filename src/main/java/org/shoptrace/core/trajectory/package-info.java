/// Trajectories as files: every spelling of a rollout that the benchmark and its users have on disk, in and out; and the formats of
/// other agents, in. [RunFormats] has them all, a [RunFormat] each: the benchmark's lines, ORO's, ATIF, the conversations of
/// `core.trajectory.format`, and what is known and not read.
///
/// The runs of a line are read by [RunCodec]: the benchmark's and ORO's steps by [StepCodec], the answers in them by [ObservationCodec];
/// documents of ATIF by [AtifCodec], conversations by [MessageReader]; a model's text by [MessageTags]. [StepEncoder] builds new steps in
/// the benchmark's own form and [RunWriter] appends runs to a file.
/// [RolloutFile] finds the runs of a file of any size by offset, however they lie in it ([ContainedRuns], [RunFileLayout]). Source:
/// `src/site/markdown/formats.md`, *Rollouts* and *Identity of a run*.
///
/// May depend on: `core`, `core.catalog`, `core.container`, `core.file`, `core.job`, `core.json`, `core.python`, `core.trajectory.format`,
/// `model.json`, `model.trajectory`.
@NullMarked
package org.shoptrace.core.trajectory;

import org.jspecify.annotations.NullMarked;
