/// One run written for others: in the benchmark's own form ([BenchmarkExport]), in ATIF ([AtifExport]), as a message list
/// ([MessageExport]), and as a page to read without any program ([RunPage]). What a format has no field for is said in its own
/// extension fields or left out; the run itself is never changed.
/// Source: `src/site/markdown/formats.md`; Harbor's RFC 0001 for ATIF.
///
/// [FileExport] writes runs of a file, each with what is known of it; [RunChoice] says which. [Conversion] writes whole files. Both write
/// through [ExportWriter], run by run; [LeftOut] counts what a format has no place for.
///
/// May depend on: `core`, `core.annotate`, `core.diagnose`, `core.evaluate`, `core.evaluate.setup`, `core.file`, `core.job`, `core.json`,
/// `core.markup`, `core.picture`, `core.provenance`, `core.runs`, `core.sandbox`, `core.score`, `core.trajectory`,
/// `core.trajectory.format`, `core.transcript`, `core.workspace`, `model.annotation`, `model.catalog`, `model.finding`, `model.json`,
/// `model.score`, `model.task`, `model.trajectory`.
@NullMarked
package org.shoptrace.core.export;

import org.jspecify.annotations.NullMarked;
