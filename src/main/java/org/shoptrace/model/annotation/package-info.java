/// What people say of runs and tasks: a [org.shoptrace.model.annotation.Statement] of one author about one
/// [org.shoptrace.model.annotation.Subject], and the [org.shoptrace.model.annotation.AnnotationEvent]s by which it came to stand,
/// which are never changed or taken away.
///
/// May depend on: `model.finding`, `model.trajectory`.
@NullMarked
package org.shoptrace.model.annotation;

import org.jspecify.annotations.NullMarked;
