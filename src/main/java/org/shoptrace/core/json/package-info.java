/// JSON text to values and back, without loss: [JsonReader], [JsonWriter]. The only package that knows Jackson, and so the only one that
/// reads or writes JSON text.
///
/// May depend on: `model.json`, Jackson.
@NullMarked
package org.shoptrace.core.json;

import org.jspecify.annotations.NullMarked;
