/// The small golden set of `src/test/resources/golden`: where its files are, and the tests by which anybody can see that answers, rankings
/// and scores are those of the reference implementations.
@NullMarked
package org.shoptrace.golden;

import org.jspecify.annotations.NullMarked;
