/// Files as bytes, packed or not: [LineReader] splits them into lines of any length without ever holding more than one;
/// [FileInput] opens them. [WholeFile] replaces a file at once, [FileTree] removes whole folders.
///
/// May depend on: `core`, `core.job`.
@NullMarked
package org.shoptrace.core.file;

import org.jspecify.annotations.NullMarked;
