/// JSON as plain values: what the benchmark's files hold, kept without loss.
///
/// Key type: [Json]. Numbers keep the text they were written with, because the agents' tools
/// tell `1` from `1.0` and a file that is read and written again must be equal.
/// Reading and writing is `core.json`.
///
/// May depend on: the JDK.
@NullMarked
package org.shoptrace.model.json;

import org.jspecify.annotations.NullMarked;
