package org.shoptrace.core.provenance;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.util.Optional;
import java.util.jar.Attributes;

/// The program that made something.
///
/// @param version of the release, such as `1.0.0`
/// @param commit  that it was built from, where the build knew it; with `-changed` where the sources differed from it
public record Program(String version, Optional<String> commit) {
    /// The version of this program; a test holds it to that of the build.
    public static final String VERSION = "1.0.0";

    private static final Attributes.Name COMMIT = new Attributes.Name("Build-Commit");

    /// The running one.
    public static Program running() {
        return Running.PROGRAM;
    }

    /// For people: `Shoptrace 1.0.0 (3f2a…)`.
    public String text() {
        return "Shoptrace " + version + commit.map(one -> " (" + one + ")").orElse("");
    }

    /// Read once: a jar does not change while its program runs.
    private static final class Running {
        private static final Program PROGRAM = new Program(VERSION, commit());

        /// The build writes it into the manifest; classes in a folder have none.
        private static Optional<String> commit() {
            URL here = Program.class.getResource("Program.class");
            try {
                if (here != null && here.openConnection() instanceof JarURLConnection jar && jar.getManifest() != null) {
                    return Optional.ofNullable(jar.getManifest().getMainAttributes().getValue(COMMIT)).filter(text -> !text.isBlank());
                }
            } catch (IOException e) {
                // Then the commit is not known, and the version says what there is to say.
                return Optional.empty();
            }
            return Optional.empty();
        }
    }
}
