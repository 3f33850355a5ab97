/// Why a run failed: findings computed from the trajectory, its task and the sandbox, one class a finding. No model is asked
/// but for the similarity of titles.
///
/// Key types: [Diagnostician] (task × run → [org.shoptrace.model.finding.Diagnosis]), [BatchDiagnosis] (many runs, by several workers),
/// on which [FileDiagnosis] (all runs of a file, whole) and [RunsDiagnosis] (what listed runs boil down to) rest, [DiagnosisJson] and
/// [DiagnosisTable], which write diagnoses down, [KeptFindings], which remembers what they boiled down to. The classes behind them
/// share what one run needs: [RunSandbox] remembers answers, [Sightings] says what the agent came across when, [Equivalents] which
/// products answer a reward. Source: `src/site/markdown/findings.md`. All results are immutable.
///
/// May depend on: `core`, `core.file`, `core.grounding`, `core.job`, `core.json`, `core.provenance`, `core.python`, `core.sandbox`,
/// `core.sandbox.tool`, `core.score`, `core.task`, `core.trajectory`, `core.trajectory.format`, `model.catalog`, `model.finding`,
/// `model.json`, `model.score`, `model.task`, `model.trajectory`.
@NullMarked
package org.shoptrace.core.diagnose;

import org.jspecify.annotations.NullMarked;
