/// The catalogue as files: `documents.jsonl` in and out.
///
/// Key type: [ProductCodec]. Source: `spec/formats.md`, *Catalogue*.
///
/// May depend on: `model`, `core` (failures, json, job).
@NullMarked
package org.shoptrace.core.catalog;

import org.jspecify.annotations.NullMarked;
