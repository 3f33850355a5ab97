/// The command line, one class a command; each reads its options, calls core and prints the answer.
///
/// Standard output carries the answer and nothing else; progress and messages go to standard error.
///
/// May depend on: everything.
@NullMarked
package org.shoptrace.app.command;

import org.jspecify.annotations.NullMarked;
