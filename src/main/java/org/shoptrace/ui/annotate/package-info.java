/// What people say of the open run: the form below the inspector ([AnnotateViewModel], [AnnotatePane]), and a sheet with the queues to work
/// through, how far annotators agree, and files to take in and write ([AnnotationDeskViewModel], [AnnotationDesk]).
///
/// May depend on: `core.annotate`, `core.markup`, `core.statistics`, `core.workspace`, `model.annotation`, `model.finding`, `model.task`,
/// `model.trajectory`, `ui.kit`, `ui.kit.control`, `ui.room`, `ui.run`, `ui.session`, Ikonli, JavaFX.
@NullMarked
package org.shoptrace.ui.annotate;

import org.jspecify.annotations.NullMarked;
