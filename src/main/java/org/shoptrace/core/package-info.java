/// What Shoptrace can do without a window; usable from a terminal and from a test.
///
/// Here: how core fails ([ShoptraceException]) and how bad input is reported ([Rejection]). A package a subject below.
///
/// May depend on: the JDK. Never JavaFX.
@NullMarked
package org.shoptrace.core;

import org.jspecify.annotations.NullMarked;
