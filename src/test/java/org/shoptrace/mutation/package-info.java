/// Damaged input: files of every kind that Shoptrace reads, changed at random by numbered seeds, through every reader and writer.
/// [MutatedInputTest] holds that each gives a result or a message.
@NullMarked
package org.shoptrace.mutation;

import org.jspecify.annotations.NullMarked;
