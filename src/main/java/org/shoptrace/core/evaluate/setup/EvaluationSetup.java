package org.shoptrace.core.evaluate.setup;

import java.nio.file.Path;
import java.util.List;
import org.shoptrace.core.score.ScoringProfile;
import org.shoptrace.core.score.SimilarityChoice;

/// What the user chose.
///
/// @param files   rollout files, in the order of the list
/// @param noThink whether the runs were made without thinking, so that the format looks at the calls alone
public record EvaluationSetup(List<Path> files, ScoringProfile profile, SimilarityChoice similarity, boolean noThink) {
    public EvaluationSetup {
        files = List.copyOf(files);
    }
}
