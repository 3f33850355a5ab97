/// Tables as values, and how they are written: for people into a page, for programs as CSV and JSON. What their cells are about is not
/// known here.
///
/// Key types: [Table]; [HtmlTable] and [TableFiles] write it.
///
/// May depend on: `core.json`, `core.markup`, `model.json`.
@NullMarked
package org.shoptrace.core.table;

import org.jspecify.annotations.NullMarked;
