/// Where the program starts: [Launcher], the commands, and the one file that wires everything by hand.
///
/// May depend on: everything.
@NullMarked
package org.shoptrace.app;

import org.jspecify.annotations.NullMarked;
