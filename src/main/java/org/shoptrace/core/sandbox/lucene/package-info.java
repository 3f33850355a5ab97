/// The sandbox on Lucene, and the only package that knows Lucene.
///
/// [CatalogIndexer] builds a catalogue directory from documents, [LuceneSandbox] opens one and answers from it; [CatalogDirectory] is
/// what lies on disk. Lucene's document numbers never leave the package: products are known by their ids.
/// Threads: a [LuceneSandbox] may be used by several at once; a [CatalogIndexer] build uses its own.
///
/// May depend on: `model`, `core` (failures, catalog, job, json, sandbox).
@NullMarked
package org.shoptrace.core.sandbox.lucene;

import org.jspecify.annotations.NullMarked;
