package org.shoptrace.core.evaluate.setup;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.shoptrace.core.score.ScoringProfile;
import org.shoptrace.core.score.SimilarityChoice;

/// What is to be scored, and by what: the window's form and the command line's options alike.
///
/// @param files   rollout files, in the order in which they are scored
/// @param models  what their models are called: one name for all, or one for each; none where the files' names tell it
/// @param asked   which of the tasks each file was asked
/// @param noThink whether the runs were made without thinking, so that the format looks at the calls alone
public record EvaluationSetup(
        List<Path> files, List<String> models, Asked asked, ScoringProfile profile, SimilarityChoice similarity, boolean noThink) {
    /// Which of the tasks a rollout file was asked.
    public enum Asked {
        /// Those of the task files that its runs were made from, as far as the profile scores them. A file of none is left out.
        ITS_OWN,
        /// All of them; a file that has no run of any is refused, and so is a task that the profile does not score.
        ALL
    }

    /// @throws IllegalArgumentException when there are several names of models, and not one for each file
    public EvaluationSetup {
        files = List.copyOf(files);
        models = List.copyOf(models);
        if (models.size() > 1 && models.size() != files.size()) {
            throw new IllegalArgumentException(models.size() + " models of " + files.size() + " files");
        }
    }

    /// Of files whose names tell their models, each held against its own tasks.
    public EvaluationSetup(List<Path> files, ScoringProfile profile, SimilarityChoice similarity, boolean noThink) {
        this(files, List.of(), Asked.ITS_OWN, profile, similarity, noThink);
    }

    /// The model's name where the file's name does not tell it.
    ///
    /// @param file its place, from 0
    public Optional<String> model(int file) {
        return models.isEmpty() ? Optional.empty() : Optional.of(models.get(models.size() == 1 ? 0 : file));
    }

    /// Whether it scores as a workspace does unasked, so that what is found out there holds here.
    public boolean isUsual() {
        return profile == ScoringProfile.SHOPPINGBENCH && similarity.equals(SimilarityChoice.usual()) && !noThink;
    }

    /// The same by another profile.
    public EvaluationSetup by(ScoringProfile other) {
        return new EvaluationSetup(files, models, asked, other, similarity, noThink);
    }
}
