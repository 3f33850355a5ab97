/// The index behind [org.shoptrace.core.search.RunSearch]: a Lucene document a step, one for every product that a run came across, one
/// a run.
///
/// Unlike the sandbox's index it has nothing to do with the reference's search: words are cut by
/// [org.shoptrace.core.search.Words], nothing is stemmed, nothing is scored (ADR 0016).
///
/// May depend on: `core`, `core.file`, `core.job`, `core.search`, `core.trajectory`, `model.catalog`, `model.trajectory`, Lucene.
@NullMarked
package org.shoptrace.core.search.lucene;

import org.jspecify.annotations.NullMarked;
