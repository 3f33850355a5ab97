/// JSON text to values and back, without loss: [JsonReader], [JsonWriter]. The only package that reads or writes JSON text.
///
/// May depend on: `model.json`, Jackson's streaming layer.
@NullMarked
package org.shoptrace.core.json;

import org.jspecify.annotations.NullMarked;
