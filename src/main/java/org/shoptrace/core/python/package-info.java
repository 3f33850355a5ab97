/// What the reference's Python does to text and numbers, so that answers and ids come out the same: [PythonFloat] reads as `float()`
/// does, [PythonLiteral] reads what `str()` wrote, [PythonNumber] writes as `repr()` and `json.dumps` do, [PythonText] writes whole
/// values as `str()` and `repr()` do.
///
/// May depend on: `model.json`.
@NullMarked
package org.shoptrace.core.python;

import org.jspecify.annotations.NullMarked;
