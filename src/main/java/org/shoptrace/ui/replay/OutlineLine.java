package org.shoptrace.ui.replay;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// A step in the outline.
///
/// @param number   from 1
/// @param icon     of the first thing that the agent did in it
/// @param headline what it did, in a few words
/// @param marks    what there is to notice about it
record OutlineLine(int number, Ikon icon, String headline, List<Mark> marks) {

    /// Something to notice.
    ///
    /// @param kind how it looks: `trouble`, `sight`, `milestone`, `said`
    record Mark(Ikon icon, String kind, String words) {
        /// What went wrong in the step.
        static Mark ofTrouble(String words) {
            return new Mark(Feather.ALERT_TRIANGLE, "trouble", words);
        }

        /// A target that the step showed first.
        static Mark ofSight(String words) {
            return new Mark(Feather.TARGET, "sight", words);
        }

        /// What people say of the step.
        static Mark ofRemarks(String words) {
            return new Mark(Feather.BOOKMARK, "said", words);
        }

        static Mark of(StepMark milestone) {
            return new Mark(milestone.icon(), "milestone", milestone.words());
        }
    }

    OutlineLine {
        marks = List.copyOf(marks);
    }

    /// All of it, for assistive technology and the tooltip.
    String words() {
        return Stream.concat(Stream.of("Step " + number + ": " + headline), marks.stream().map(Mark::words))
                .collect(Collectors.joining("; "));
    }
}
