/// Files that are no text but hold texts of JSON: zip files, one text an entry, and parquet files, one text a group of rows. A [Container]
/// is a way from a file to such texts, so that whoever reads a text of JSON reads these as well. Source:
/// `src/site/markdown/formats.md`, *Files that hold texts*. The only package that knows Hardwood.
///
/// May depend on: `core.file`, `core.json`, `model.json`, Commons Compress, Hardwood.
@NullMarked
package org.shoptrace.core.container;

import org.jspecify.annotations.NullMarked;
