/// Programs that measure: speed, size, and how far a stand-in agrees with what it stands for. Not run by the tests.
@NullMarked
package org.shoptrace.bench;

import org.jspecify.annotations.NullMarked;
