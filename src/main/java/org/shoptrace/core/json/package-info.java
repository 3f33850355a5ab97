/// JSON text to values and back, without loss: [JsonReader], [JsonFile], [JsonWriter]. How much is held, [JsonBounds] says.
/// The only package that knows Jackson, and so the only one that reads or writes JSON text.
///
/// May depend on: `core.file`, `model.json`, Jackson.
@NullMarked
package org.shoptrace.core.json;

import org.jspecify.annotations.NullMarked;
