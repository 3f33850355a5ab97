/// The products of the sandbox.
///
/// Key types: [Product], the [Document] that makes it searchable, its [Variant]s, the four known [Service]s.
/// Source: `documents.jsonl` as the benchmark publishes it.
///
/// May depend on: `model.json`.
@NullMarked
package org.shoptrace.model.catalog;

import org.jspecify.annotations.NullMarked;
