package org.shoptrace.core.trajectory;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.shoptrace.core.Rejection;

/// The runs of a rollout file as they were found at one moment.
///
/// @param entries    in the order of the file
/// @param rejections lines that are no runs
/// @param halfLine   the last line when it is not complete, which is no error: its writer may still be at it
/// @param end        how far the file was read, to go on from there
public record RolloutIndex(
        Path file, String model, List<RunEntry> entries, List<Rejection> rejections, Optional<Rejection> halfLine, End end) {

    /// How far a file was read.
    ///
    /// @param offset     where reading goes on, in bytes, unpacked where the file is packed
    /// @param lines      how many lines lie before it
    /// @param insideLine whether the last line read is a run but has no line break yet
    /// @param asWhole    whether the file is no lines, so that whatever is added to it makes another file of it
    /// @param rewritten  whether offsets are those of other bytes than the file's, as of a packed file, so that it is always read anew
    /// @param mark       a hash of bytes around both ends of what was read, or for a rewritten file its size and time: differs when
    ///                   the file was replaced
    public record End(long offset, long lines, boolean insideLine, boolean asWhole, boolean rewritten, String mark) {
        /// Of a file of which nothing was read.
        static final End START = new End(0, 0, false, false, false, "");

        End marked(String newMark) {
            return new End(offset, lines, insideLine, asWhole, rewritten, newMark);
        }
    }

    public RolloutIndex {
        entries = List.copyOf(entries);
        rejections = List.copyOf(rejections);
    }
}
