package org.shoptrace.core.provenance;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.shoptrace.core.file.InputFiles;
import org.shoptrace.core.secret.Addresses;

/// How something is made: the command that makes it, word by word, with the files of this machine. [Provenance] is the same for others.
public record Making(List<Word> words) {
    public Making {
        words = List.copyOf(words);
    }

    /// What a file is to the making.
    public enum Role {
        TASKS,
        ROLLOUTS,
        /// A table of similarities.
        SIMILARITIES,
        /// A suite whose vectors a similarity is held against.
        VECTORS,
        ANNOTATIONS,
        /// A file of a workspace that is none of the others.
        WORKSPACE;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// A word of the command.
    public sealed interface Word {}

    /// One that says the same everywhere. Passwords and values of addresses are not in it: it is handed on.
    public record Text(String text) implements Word {
        public Text {
            text = Addresses.masked(text);
        }
    }

    /// A file.
    ///
    /// @param prefix stands before it in the same word, such as `table:`
    public record Given(Role role, String prefix, Path path) implements Word {}

    /// A folder, of which these files are read.
    public record Folder(Role role, Path path, List<Path> files) implements Word {
        public Folder {
            files = List.copyOf(files);
        }
    }

    /// The directory of the catalogue.
    public record Catalogue() implements Word {}

    /// Where what is made goes.
    ///
    /// @param name of the file or folder
    public record Out(String name) implements Word {}

    /// A making by a command of the program.
    ///
    /// @param command its name, and those of the commands inside it
    public static Making by(String... command) {
        return new Making(List.of()).texts(List.of(command));
    }

    /// With an option and its value.
    public Making option(String name, String value) {
        return texts(List.of(name, value));
    }

    /// With an option and its values; without it when there are none.
    public Making options(String name, List<String> values) {
        return values.isEmpty() ? this : texts(List.of(name)).texts(values);
    }

    /// With an option that has no value, where it is set.
    public Making flag(String name, boolean set) {
        return set ? texts(List.of(name)) : this;
    }

    /// With an option that names files; without it when there are none.
    public Making files(String name, Role role, Collection<Path> paths) {
        return paths.isEmpty() ? this : texts(List.of(name)).and(paths.stream().<Word>map(path -> new Given(role, "", path)).toList());
    }

    /// With an option that names a file behind a prefix, such as `--similarity table:FILE`.
    public Making prefixed(String name, Role role, String prefix, Path path) {
        return texts(List.of(name)).and(List.of(new Given(role, prefix, path)));
    }

    /// With an option that names a folder, of which these files are read.
    public Making folder(String name, Role role, Path folder, List<Path> files) {
        return texts(List.of(name)).and(List.of(new Folder(role, folder, files)));
    }

    /// With `--catalog`.
    public Making catalogue() {
        return texts(List.of("--catalog")).and(List.of(new Catalogue()));
    }

    /// With an option that names what is written.
    public Making out(String name, Path file) {
        return texts(List.of(name)).and(List.of(new Out(String.valueOf(file.getFileName()))));
    }

    /// The same with more words behind.
    public Making and(List<? extends Word> more) {
        List<Word> all = new ArrayList<>(words);
        all.addAll(more);
        return new Making(all);
    }

    /// The command line for this machine, with whole paths; words that a POSIX shell takes apart again.
    ///
    /// @param catalog the catalogue's directory; empty where a person has to fill it in
    public String local(Optional<Path> catalog) {
        List<String> line = new ArrayList<>(List.of("shoptrace"));
        for (Word word : words) {
            line.add(switch (word) {
                case Text(String text) -> text;
                case Given(Role _, String prefix, Path path) -> prefix + absolute(path);
                case Folder folder -> absolute(folder.path());
                case Catalogue _ -> catalog.map(Making::absolute).orElse("CATALOG");
                case Out(String name) -> name;
            });
        }
        return ShellWords.joined(line);
    }

    private static String absolute(Path path) {
        return path.toAbsolutePath().normalize().toString();
    }

    /// The files of a role, in the order of the command.
    public List<Path> files(Role role) {
        List<Path> files = new ArrayList<>();
        for (Word word : words) {
            switch (word) {
                case Given given when given.role() == role -> files.add(given.path());
                case Folder folder when folder.role() == role -> files.addAll(folder.files());
                default -> {
                    // names no file of that role
                }
            }
        }
        return files;
    }

    /// Everything that it is made from, as what is made must not take the place of any.
    public InputFiles inputs() {
        List<Path> paths = new ArrayList<>();
        for (Word word : words) {
            switch (word) {
                case Given given -> paths.add(given.path());
                case Folder folder -> paths.addAll(folder.files());
                default -> {
                    // names no file
                }
            }
        }
        return InputFiles.of(paths);
    }

    /// What all its files are called in what is made.
    public FileNames names() {
        List<Path> paths = new ArrayList<>();
        for (Word word : words) {
            switch (word) {
                case Given given -> paths.add(given.path());
                case Folder folder -> paths.add(folder.path());
                default -> {
                    // names no file
                }
            }
        }
        return FileNames.of(paths);
    }

    private Making texts(List<String> texts) {
        return and(texts.stream().map(Text::new).toList());
    }
}
