/// Says whether an export can be made again, and whether it comes out the same.
///
/// Key types: [Exported] is an export as it was found, with its provenance; [InputSearch] finds what it was made from by hashes, [Remake]
/// lays that out as it was called and has it made again by a [Maker]; [RemadeFiles] holds all files of the export against those made again,
/// [ExportComparison] tells precisely what differs in one, and [ChartComparison] holds the numbers of charts against each other.
/// [Verification] does all of it. Source: `src/site/markdown/provenance.md`, *Making it again*.
///
/// May depend on: `core`, `core.chart`, `core.file`, `core.job`, `core.json`, `core.markup`, `core.provenance`, `core.sandbox`,
/// `core.table`, `model.json`.
@NullMarked
package org.shoptrace.core.verify;

import org.jspecify.annotations.NullMarked;
