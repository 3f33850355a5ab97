/// Rules about the whole code base, each with its reason.
@NullMarked
package org.shoptrace.architecture;

import org.jspecify.annotations.NullMarked;
