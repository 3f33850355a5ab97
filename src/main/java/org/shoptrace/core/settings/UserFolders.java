package org.shoptrace.core.settings;

import java.nio.file.Path;
import java.util.Map;

/// The user's own folders for this program; nothing is created here.
///
/// @param config what the user chose
/// @param cache  what can be computed again: embedding vectors
/// @param data   what a read-only workspace cannot hold, and the demo workspace
public record UserFolders(Path config, Path cache, Path data) {
    private static final String NAME = "shoptrace";

    /// The folders by the conventions of the operating system: XDG's on Linux, `Library` on macOS, `AppData` on Windows.
    ///
    /// @param environment the process's environment variables
    /// @param home        the user's home folder
    /// @param osName      as in the system property `os.name`
    public static UserFolders of(Map<String, String> environment, Path home, String osName) {
        if (osName.startsWith("Mac")) {
            Path library = home.resolve("Library");
            Path support = library.resolve("Application Support").resolve(NAME);
            return new UserFolders(support, library.resolve("Caches").resolve(NAME), support);
        }
        if (osName.startsWith("Windows")) {
            Path local = folder(environment, "LOCALAPPDATA", home.resolve("AppData").resolve("Local"));
            Path roaming = folder(environment, "APPDATA", home.resolve("AppData").resolve("Roaming"));
            return new UserFolders(roaming.resolve(NAME), local.resolve(NAME).resolve("cache"), local.resolve(NAME));
        }
        return new UserFolders(
                folder(environment, "XDG_CONFIG_HOME", home.resolve(".config")).resolve(NAME),
                folder(environment, "XDG_CACHE_HOME", home.resolve(".cache")).resolve(NAME),
                folder(environment, "XDG_DATA_HOME", home.resolve(".local").resolve("share")).resolve(NAME));
    }

    public static UserFolders ofThisUser() {
        return of(System.getenv(), home(), System.getProperty("os.name"));
    }

    /// Java calls a home that it does not find `?`.
    private static Path home() {
        String home = System.getProperty("user.home", "?");
        return Path.of(home.equals("?") || home.isBlank() ? System.getProperty("java.io.tmpdir") : home).toAbsolutePath();
    }

    private static Path folder(Map<String, String> environment, String variable, Path otherwise) {
        String value = environment.getOrDefault(variable, "");
        Path path = Path.of(value);
        return path.isAbsolute() ? path : otherwise;
    }
}
