package org.shoptrace.shared;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.Tag;

/// A test over the whole reference set, which lies beside the project and not in it. Where it is absent, Maven leaves these tests out, and
/// `WholeReferenceTest` says so once.
@Tag("needs-shared")
@Retention(RetentionPolicy.RUNTIME)
public @interface NeedsShared {}
