package org.shoptrace.ui.run;

import javafx.beans.property.ReadOnlyObjectProperty;
import org.shoptrace.core.annotate.Annotations;
import org.shoptrace.core.annotate.LabelSet;

/// What people say of runs, as far as the user may see it now.
///
/// @param annotations without what is hidden, such as others' in a blind queue
/// @param labels      the names of labels for people
public record VisibleAnnotations(ReadOnlyObjectProperty<Annotations> annotations, ReadOnlyObjectProperty<LabelSet> labels) {}
