/// Task files: the benchmark's JSON lines and the suites of the ORO competition, in and out.
///
/// [TaskFileReader] → [TaskFile] → [TaskWriter]; a single task by [TaskCodec]. [TaskIndex] finds the task of a query over several
/// files; [SuiteEmbeddings] are the title vectors that a suite carries. [TaskSynthesis] makes new tasks out of a generated catalogue.
/// Source: `src/site/markdown/formats.md`, *Tasks*.
///
/// May depend on: `core`, `core.catalog`, `core.file`, `core.json`, `core.python`, `model.catalog`, `model.json`, `model.task`,
/// `model.trajectory`.
@NullMarked
package org.shoptrace.core.task;

import org.jspecify.annotations.NullMarked;
