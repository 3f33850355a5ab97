package org.shoptrace.core.export;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.evaluate.setup.SetupMaking;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.provenance.ExportOrigin;
import org.shoptrace.core.provenance.Making;
import org.shoptrace.core.provenance.Provenance;
import org.shoptrace.core.provenance.Provenance.Settings;
import org.shoptrace.core.provenance.ProvenanceOf;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.score.Profile;
import org.shoptrace.core.score.ScoringProfile;
import org.shoptrace.core.score.SimilarityChoice;

/// Writes a run that is open, with what is known of it already.
public final class SingleExport {
    private SingleExport() {}

    /// What the run was looked at with.
    ///
    /// @param similarity the choice that the profile's similarity was opened by
    /// @param steps      how many the agent had
    public record LookedAt(Sandbox sandbox, Profile profile, SimilarityChoice similarity, int steps) {}

    /// Writes it; what cannot carry where it comes from has it beside it.
    ///
    /// @param with empty without a catalogue
    /// @return what was written
    /// @throws ShoptraceException when it cannot be written
    public static List<Path> write(RunExport run, ExportFormat format, ExportMaking made, Optional<LookedAt> with, Path file)
            throws ShoptraceException {
        Optional<ExportMaking.Findings> findings = with.map(looked -> new ExportMaking.Findings(
                ScoringProfile.of(looked.profile().name()).orElse(ScoringProfile.SHOPPINGBENCH), looked.similarity(), looked.steps()));
        Settings settings = with.map(looked -> Settings.NONE
                .scoredBy(looked.profile().name(), SetupMaking.told(looked.similarity(), looked.profile().similarity()), false)
                .limitedTo(OptionalInt.of(looked.steps()))).orElse(Settings.NONE);
        Making making = made.making(format, 1, findings, run.truthHidden());
        Provenance origin = ExportOrigin.of(
                making, settings,
                with.map(looked -> ProvenanceOf.catalogue(looked.sandbox().info())), Progress.NONE).provenance();
        SeenWith seen = with.map(looked -> new SeenWith(
                Optional.of(looked.sandbox().fingerprint().sha256()), Optional.of(looked.profile().similarity().name())))
                .orElse(run.seen());
        return ExportFile.write(format, List.of(run.seenWith(seen.from(origin)).succeedingFrom(made.threshold())), file, making.inputs());
    }
}
