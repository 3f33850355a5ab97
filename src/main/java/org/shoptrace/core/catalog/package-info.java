/// The catalogue as files: `documents.jsonl` in and out; and catalogues made up for demos and tests.
///
/// [CatalogGenerator] makes products out of a [Vocabulary], which [VocabularyReader] reads from the program's resources; [SeededChoice] makes
/// it repeatable.
/// Key type: [ProductCodec]. Source: `spec/formats.md`, *Catalogue*.
///
/// May depend on: `model`, `core` (failures, json, job).
@NullMarked
package org.shoptrace.core.catalog;

import org.jspecify.annotations.NullMarked;
