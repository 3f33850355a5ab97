package org.shoptrace.core.provenance;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shoptrace.core.sandbox.CatalogInfo;

/// Where an export came from, for whoever gets it: what made it, from what, with what, and how it is made again. Two makings of the same
/// files by the same program have the same one, whatever the folder, the language or the clock of the machine.
///
/// @param words     the command that makes it again, behind the program's name
/// @param catalogue that products were looked up in; empty when none was
/// @param inputs    every file that was read, in the order of the command
/// @param data      when the data is from; empty when there is none
public record Provenance(
        Program program, List<Word> words, Settings settings, Optional<Catalogue> catalogue, List<Input> inputs, Optional<DataDate> data) {
    /// Stands in the command where whoever makes it again writes their catalogue.
    private static final String CATALOGUE = "CATALOG";

    public Provenance {
        words = List.copyOf(words);
        inputs = List.copyOf(inputs);
    }

    /// A word of the command.
    public sealed interface Word {}

    /// One that says the same everywhere.
    public record Text(String text) implements Word {}

    /// An input, or a folder of inputs, by its name.
    ///
    /// @param prefix stands before it in the same word, such as `table:`
    public record Place(String prefix, String name) implements Word {}

    /// The directory of the catalogue.
    public record CatalogueWord() implements Word {}

    /// Where what is made goes.
    public record Out(String name) implements Word {}

    /// What changes figures beside the inputs; what a making does not have is empty.
    ///
    /// @param profile   that scored, by its name in files; `own` where the files judged their runs themselves
    /// @param noThink   whether format looked at tool calls only
    /// @param stepLimit how many steps an agent had
    /// @param seed      of the bootstrap
    /// @param resamples of the bootstrap
    /// @param diagnosed how many runs were diagnosed, where that was not all of them: a report was written while the diagnosis went on
    public record Settings(
            Optional<String> profile,
            Optional<Similarity> similarity,
            Optional<Boolean> noThink,
            OptionalInt stepLimit,
            OptionalLong seed,
            OptionalInt resamples,
            Optional<Diagnosed> diagnosed) {
        public static final Settings NONE = new Settings(
                Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty(), OptionalLong.empty(), OptionalInt.empty(),
                Optional.empty());

        /// Of what scores.
        public Settings scoredBy(String name, Similarity titles, boolean withoutThinking) {
            return new Settings(
                    Optional.of(name), Optional.of(titles), Optional.of(withoutThinking), stepLimit, seed, resamples, diagnosed);
        }

        /// Of runs that their files judge.
        public Settings judgedByFiles() {
            return new Settings(Optional.of("own"), similarity, noThink, stepLimit, seed, resamples, diagnosed);
        }

        /// Of what compares titles.
        public Settings comparedBy(Similarity titles) {
            return new Settings(profile, Optional.of(titles), noThink, stepLimit, seed, resamples, diagnosed);
        }

        /// Of agents that had so many steps.
        public Settings limitedTo(OptionalInt steps) {
            return new Settings(profile, similarity, noThink, steps, seed, resamples, diagnosed);
        }

        /// Of what is drawn at random.
        public Settings drawnBy(long newSeed, int newResamples) {
            return new Settings(profile, similarity, noThink, stepLimit, OptionalLong.of(newSeed), OptionalInt.of(newResamples), diagnosed);
        }

        /// Of a diagnosis that had not come to its end.
        public Settings diagnosed(Diagnosed part) {
            return new Settings(profile, similarity, noThink, stepLimit, seed, resamples, Optional.of(part));
        }
    }

    /// A part of the runs.
    public record Diagnosed(int runs, int of) {
        /// For people: `12 of 40 runs were diagnosed`.
        public String told() {
            return runs + " of " + of + (of == 1 ? " run was diagnosed" : " runs were diagnosed");
        }
    }

    /// What compared titles.
    ///
    /// @param model      its name
    /// @param comparable whether figures made with it may stand beside published ones
    /// @param sha256     of the model itself, where it is known; that of a table is among the inputs
    public record Similarity(String model, boolean comparable, Optional<String> sha256) {
        private static final int BRIEF = 10;

        /// Its name, with the first digits of its hash where that is known.
        public String told() {
            return model + sha256.map(digits -> " (SHA-256 " + digits.substring(0, Math.min(BRIEF, digits.length())) + "…)").orElse("");
        }
    }

    /// A catalogue, by what it was built from.
    ///
    /// @param fingerprint 64 hexadecimal digits
    /// @param products    how many it holds
    /// @param sources     the files that it was built from, as far as they are known
    /// @param changed     the names of those that were changed after it was built
    public record Catalogue(String fingerprint, int products, List<Source> sources, List<String> changed) {
        public Catalogue {
            sources = List.copyOf(sources);
            changed = List.copyOf(changed);
        }

        /// The same as the other has it of its documents: they may have been changed since, or called otherwise when it was indexed anew.
        /// What both know of a file of one name stays.
        Catalogue as(Catalogue other) {
            return new Catalogue(
                    fingerprint, products, other.sources.stream().map(source -> sources.stream()
                            .filter(own -> own.name().equals(source.name()) && own.sha256().isPresent() && source.sha256().isPresent())
                            .findFirst().orElse(source)).toList(),
                    other.changed);
        }

        /// What is wrong with it, a sentence; empty when nothing is.
        public Optional<String> warning() {
            return CatalogInfo.warning(changed).map(sentence -> sentence + ".");
        }
    }

    /// A file that a catalogue was built from.
    ///
    /// @param sha256 of its bytes; empty when it is not known
    public record Source(String name, OptionalLong bytes, Optional<String> sha256) {}

    /// A file that was read.
    ///
    /// @param name   unique among the inputs, with `/` between folders
    /// @param bytes  its size; empty when the file was gone
    /// @param sha256 of its bytes, 64 lower-case hexadecimal digits; empty when the file was gone
    public record Input(Making.Role role, String name, OptionalLong bytes, Optional<String> sha256) {
        /// One that was read.
        public Input(Making.Role role, String name, long bytes, String sha256) {
            this(role, name, OptionalLong.of(bytes), Optional.of(sha256));
        }
    }

    /// When the data is from, to the second.
    public record DataDate(Instant newest, From from) {}

    /// What a date was read off.
    public enum From {
        /// The newest run, by its first step.
        RUNS,
        /// The newest change of an input, where runs carry no time.
        FILES
    }

    /// Of something that this program made, and of which nobody knows more.
    public static Provenance ofNothing() {
        return new Provenance(Program.running(), List.of(), Settings.NONE, Optional.empty(), List.of(), Optional.empty());
    }

    /// The command line that makes it again; files by their names, and `CATALOG` for the catalogue.
    public String command() {
        return ShellWords.joined(Stream.concat(Stream.of("shoptrace"), words.stream().map(Provenance::plain)).toList());
    }

    /// The inputs of a role, in their order.
    public List<Input> of(Making.Role role) {
        return inputs.stream().filter(input -> input.role() == role).toList();
    }

    /// In a line, for people.
    public String line() {
        return Stream.of(
                Optional.of(program.text()),
                settings.profile().map(name -> "profile " + name),
                settings.similarity().map(titles -> "titles by " + titles.model()),
                catalogue.map(one -> "catalogue " + one.fingerprint().substring(0, Math.min(10, one.fingerprint().length()))),
                Optional.of(command()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · "));
    }

    /// The same as that other making of the same thing would have it: made by its build, with its date where both have that of a copy,
    /// with what may be another of the same catalogue, and of as many diagnosed runs.
    public Provenance as(Provenance other) {
        boolean dated = isDatedByFiles() && other.isDatedByFiles();
        return new Provenance(
                other.program, words, other.settings.diagnosed().map(settings::diagnosed).orElse(settings),
                catalogue.map(own -> other.catalogue.filter(of -> of.fingerprint().equals(own.fingerprint())).map(own::as).orElse(own)),
                inputs, dated ? other.data : data);
    }

    /// Whether its date is that of a copy of a file.
    public boolean isDatedByFiles() {
        return data.filter(date -> date.from() == From.FILES).isPresent();
    }

    private static String plain(Word word) {
        return switch (word) {
            case Text(String text) -> text;
            case Place(String prefix, String name) -> prefix + name;
            case CatalogueWord _ -> CATALOGUE;
            case Out(String name) -> name;
        };
    }
}
