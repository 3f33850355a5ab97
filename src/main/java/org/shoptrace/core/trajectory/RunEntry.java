package org.shoptrace.core.trajectory;

import java.util.List;
import java.util.Optional;
import org.shoptrace.model.trajectory.Envelope;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunSource;
import org.shoptrace.model.trajectory.RunSummary;

/// A run's place in its file.
///
/// @param offset where its line starts, in (unpacked) bytes
/// @param length the line's length in bytes, without the line break
/// @param holder where the run stands in whose document of ATIF this one's stands as it is, so that whoever writes that one has written
///               this one too; empty for all others
public record RunEntry(RunSummary summary, long offset, int length, Optional<RunSource> holder) {
    static RunEntry of(Run run, List<Run> line, long offset, int length) {
        Optional<RunSource> holder = Optional.ofNullable(run.own().metadata().get(RunCodec.SUB_AGENT_OF))
                .filter(_ -> run.source().part() > 0 && run.envelope() instanceof Envelope.Atif)
                .flatMap(place -> line.stream().filter(other -> other.source().place().equals(place)).findFirst())
                .filter(other -> other.envelope() instanceof Envelope.Atif)
                .map(Run::source);
        return new RunEntry(RunSummary.of(run, length), offset, length, holder);
    }
}
