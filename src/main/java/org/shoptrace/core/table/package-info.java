/// Tables as values, and how they are written: CSV and JSON. What their cells are about is not known here.
///
/// Key types: [Table].
///
/// May depend on: `model.json`.
@NullMarked
package org.shoptrace.core.table;

import org.jspecify.annotations.NullMarked;
