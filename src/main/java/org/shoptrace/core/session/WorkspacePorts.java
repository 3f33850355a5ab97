package org.shoptrace.core.session;

import java.nio.file.Path;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.sandbox.Catalogs;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.score.Profile;

/// What a session needs from outside.
///
/// @param userData where a read-only workspace's index goes
public record WorkspacePorts(Catalogs catalogs, Demo demo, DefaultProfile profile, Path userData) {

    /// Makes the built-in demo workspace, or finds the one made before. Called in a job.
    @FunctionalInterface
    public interface Demo {
        Path folder(Progress progress) throws ShoptraceException;
    }

    /// The profile that runs are scored with when a workspace is opened. Called in a job.
    @FunctionalInterface
    public interface DefaultProfile {
        Profile over(Sandbox sandbox) throws ShoptraceException;
    }
}
