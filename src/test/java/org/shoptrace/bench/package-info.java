/// Benchmarks, run by hand with `packaging/bench NAME`; their figures are in `src/site/markdown/benchmarks.md`.
@NullMarked
package org.shoptrace.bench;

import org.jspecify.annotations.NullMarked;
