/// What a diagnosis says about a run, as values: each finding names the step, call and product that show it.
///
/// Key types: [Diagnosis] (everything about one run), its [FailureClass] of [Stage] and [Fault] with their [Evidence], the
/// [ConstraintMatrix] with its [NearMiss]es, [TargetTrack], [HealthFinding], [Reexecution], [Claim], [Budget], [Milestones].
/// Steps and calls count from 1. Source: `src/site/markdown/findings.md`. They are computed in `core.diagnose`.
///
/// May depend on: `model.score`, `model.task`, `model.trajectory`.
@NullMarked
package org.shoptrace.model.finding;

import org.jspecify.annotations.NullMarked;
