/// Fixtures that the tests of several screens share.
@NullMarked
package org.shoptrace.ui;

import org.jspecify.annotations.NullMarked;
