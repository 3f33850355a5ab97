/// What people say of the open run: the form below the inspector ([AnnotateViewModel], [AnnotatePane]), and a sheet with the queues to work
/// through, how far annotators agree, and files to take in and write ([AnnotationDeskViewModel], [AnnotationDesk]).
///
/// May depend on: `ui.kit`, `ui.run`, `ui.session`, `core.annotate`, `core.statistics`, `core.job`, `core.workspace`, `model`.
@NullMarked
package org.shoptrace.ui.annotate;

import org.jspecify.annotations.NullMarked;
