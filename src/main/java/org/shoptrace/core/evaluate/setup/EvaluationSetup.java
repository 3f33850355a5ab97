package org.shoptrace.core.evaluate.setup;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.shoptrace.core.score.ScoringProfile;
import org.shoptrace.core.score.SimilarityChoice;

/// What is to be scored, and by what: the window's form and the command line's options alike.
///
/// @param files   rollout files, in the order in which they are scored
/// @param models  what their models are called: one name for all, or one for each; none where the files' names tell it
/// @param asked   which of the tasks each file was asked
/// @param judge   who says whether a run is a success
public record EvaluationSetup(List<Path> files, List<String> models, Asked asked, Judge judge) {
    /// Which of the tasks a rollout file was asked.
    public enum Asked {
        /// Those of the task files that its runs were made from, as far as the profile scores them. A file of none is left out.
        ITS_OWN,
        /// All of them; a file that has no run of any is refused, and so is a task that the profile does not score.
        ALL
    }

    /// Who says whether a run is a success.
    public sealed interface Judge {}

    /// The benchmark's rules.
    ///
    /// @param noThink whether the runs were made without thinking, so that the format looks at the calls alone
    public record Rules(ScoringProfile profile, SimilarityChoice similarity, boolean noThink) implements Judge {
        /// What a workspace is scored by unasked.
        public static final Rules USUAL = new Rules(ScoringProfile.SHOPPINGBENCH, SimilarityChoice.usual(), false);
    }

    /// The file that the run stands in; neither tasks nor a catalogue are looked at.
    ///
    /// @param threshold from which score on a run is a success whose file does not say whether it is one
    public record OwnVerdict(double threshold) implements Judge {}

    /// @throws IllegalArgumentException when there are several names of models, and not one for each file
    public EvaluationSetup {
        files = List.copyOf(files);
        models = List.copyOf(models);
        if (models.size() > 1 && models.size() != files.size()) {
            throw new IllegalArgumentException(models.size() + " models of " + files.size() + " files");
        }
    }

    /// By the benchmark's rules.
    public EvaluationSetup(
            List<Path> files, List<String> models, Asked asked, ScoringProfile profile, SimilarityChoice similarity, boolean noThink) {
        this(files, models, asked, new Rules(profile, similarity, noThink));
    }

    /// Of files whose names tell their models, each held against its own tasks.
    public EvaluationSetup(List<Path> files, ScoringProfile profile, SimilarityChoice similarity, boolean noThink) {
        this(files, List.of(), Asked.ITS_OWN, profile, similarity, noThink);
    }

    /// By what the files say themselves.
    ///
    /// @param threshold from which score on a run is a success whose file does not say whether it is one
    public static EvaluationSetup byOwn(List<Path> files, List<String> models, double threshold) {
        return new EvaluationSetup(files, models, Asked.ITS_OWN, new OwnVerdict(threshold));
    }

    /// The rules that judge; the usual ones where the files do.
    public Rules rules() {
        return judge instanceof Rules rules ? rules : Rules.USUAL;
    }

    /// Where the files judge, from which score on a run is a success.
    public OptionalDouble own() {
        return judge instanceof OwnVerdict(double threshold) ? OptionalDouble.of(threshold) : OptionalDouble.empty();
    }

    public ScoringProfile profile() {
        return rules().profile();
    }

    public SimilarityChoice similarity() {
        return rules().similarity();
    }

    public boolean noThink() {
        return rules().noThink();
    }

    /// The model's name where the file's name does not tell it.
    ///
    /// @param file its place, from 0
    public Optional<String> model(int file) {
        return models.isEmpty() ? Optional.empty() : Optional.of(models.get(models.size() == 1 ? 0 : file));
    }

    /// Whether it scores as a workspace does unasked, so that what is found out there holds here.
    public boolean isUsual() {
        return judge.equals(Rules.USUAL);
    }

    /// The same by another profile.
    public EvaluationSetup by(ScoringProfile other) {
        return new EvaluationSetup(files, models, asked, other, similarity(), noThink());
    }
}
