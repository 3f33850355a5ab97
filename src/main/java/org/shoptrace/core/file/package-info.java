/// Files as bytes, packed or not: [LineReader] splits them into lines of any length without ever holding more than one;
/// [FileInput] opens and unpacks them, [BytesByOffset] reads them anywhere. [FileTree] removes whole folders.
///
/// Whatever is written as a whole is a [WholeFile], or one of [WholeFiles] that belong together, and nobody else writes (ADR 0046);
/// [InputFiles] are never written over, and a [WriteFailure] says what to do.
/// An [OwnFolder] is made when it is first written into, while the [KnownFolder] that it belongs to is there.
///
/// May depend on: `core`, `core.job`, Commons Compress, Zstd.
@NullMarked
package org.shoptrace.core.file;

import org.jspecify.annotations.NullMarked;
