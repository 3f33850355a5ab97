/// Files as bytes, packed or not: [LineReader] splits them into lines of any length without ever holding more than one;
/// [FileInput] opens and unpacks them. [WholeFile] replaces a file at once, [FileTree] removes whole folders.
///
/// May depend on: `core`, `core.job`, Commons Compress, Zstd.
@NullMarked
package org.shoptrace.core.file;

import org.jspecify.annotations.NullMarked;
