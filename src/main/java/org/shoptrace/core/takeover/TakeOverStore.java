package org.shoptrace.core.takeover;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.file.OwnFolder;
import org.shoptrace.core.file.ShortName;
import org.shoptrace.core.file.WriteFailure;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.trajectory.RolloutFile;
import org.shoptrace.core.trajectory.RunCodec;
import org.shoptrace.core.trajectory.RunWriter;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunSource;

/// Where the take-overs of a workspace go: `rollout_takeover_<model>+<author>.jsonl`, a line each, in the benchmark's own form.
public final class TakeOverStore {
    private static final String ENDING = ".jsonl";

    private final OwnFolder folder;

    /// @param folder created when something is saved
    public TakeOverStore(OwnFolder folder) {
        this.folder = folder;
    }

    /// Where the take-overs that are not finished are kept.
    public TakeOverDrafts drafts() {
        return new TakeOverDrafts(folder.folder("drafts"));
    }

    /// Writes a run that was taken over, and gives it back as it stands in its file. Saving it once more, as after a crash between the
    /// saving and the removal of the draft, writes nothing.
    ///
    /// @throws ShoptraceException when it has no step of its own, or the file cannot be written
    public Run save(TakeOver takeOver) throws ShoptraceException {
        Path file = folder.path()
                .resolve(ShortName.of("rollout_takeover_" + inFileName(takeOver.model()), ShortName.LONGEST - ENDING.length()) + ENDING);
        if (takeOver.own().isEmpty()) {
            throw new ShoptraceException("the take-over has no step of its own yet", file.toString(), "Make a step first");
        }
        Run run = RunCodec.ofSteps(takeOver.steps(), new RunSource(file, 1), takeOver.model());
        try {
            folder.made();
            if (Files.exists(file)) {
                Optional<RunSource> there = find(run.id(), file);
                if (there.isPresent()) {
                    return run.at(there.get());
                }
            }
            try (RunWriter writer = new RunWriter(file)) {
                Run saved = writer.append(run);
                onDisk(file);
                return saved;
            }
        } catch (IOException e) {
            throw WriteFailure.of("the take-over cannot be saved", file, e);
        }
    }

    private static Optional<RunSource> find(RunId run, Path file) throws ShoptraceException {
        List<RunSource> places = new ArrayList<>();
        RolloutFile.forEachRun(file, known -> {
            if (known.id().equals(run)) {
                places.add(known.source());
            }
        }, Progress.NONE);
        return places.stream().findFirst();
    }

    private static void onDisk(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static String inFileName(String model) {
        return model.replaceAll("[^\\p{L}\\p{N}.+-]+", "-");
    }
}
