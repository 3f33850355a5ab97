/// The sandbox on Lucene, with the analysis and the ranking of the reference. Besides it only `core.search.lucene` knows Lucene (ADR 0016).
///
/// [CatalogIndexer] builds a catalogue directory from documents, [LuceneSandbox] opens one and answers from it; [CatalogDirectory] is
/// what lies on disk. Lucene's document numbers never leave the package: products are known by their ids.
/// Threads: a [LuceneSandbox] may be used by several at once; a [CatalogIndexer] build uses its own.
///
/// May depend on: `core`, `core.catalog`, `core.file`, `core.job`, `core.json`, `core.sandbox`, `model.catalog`, `model.json`, Lucene.
@NullMarked
package org.shoptrace.core.sandbox.lucene;

import org.jspecify.annotations.NullMarked;
