/// The catalogue as files, `documents.jsonl` and `documents.jsonl.gz`, in and out; and catalogues made up for demos and tests.
///
/// [DocumentLines] gives the raw lines and their fingerprint, [DocumentCodec] reads one, [ProductCodec] the product in it;
/// [DocumentReader] puts them together, [DocumentWriter] is the way back. Source: `src/site/markdown/formats.md`, *Catalogue*.
///
/// [CatalogGenerator] makes products out of a [Vocabulary], which [VocabularyReader] reads from the program's resources; [SeededChoice]
/// makes it repeatable.
///
/// May depend on: `core`, `core.file`, `core.json`, `model.catalog`, `model.json`.
@NullMarked
package org.shoptrace.core.catalog;

import org.jspecify.annotations.NullMarked;
