package org.shoptrace.core.score;

import java.util.Locale;
import java.util.Optional;
import org.shoptrace.core.ShoptraceException;

/// What a server of embeddings turned out to be.
///
/// @param model      the name that it was asked for
/// @param dimensions how long its vectors are
/// @param same       what its vectors are beside those that Qwen3-Embedding-0.6B made of the same titles; empty where no task carries any
public record EndpointCheck(String model, int dimensions, Optional<Beside> same) {

    /// Its vectors beside the published model's, text by text.
    ///
    /// @param titles how many were compared
    /// @param lowest the cosine of the two vectors that differ most, -1..1
    public record Beside(int titles, double lowest) {
        /// Whether it is that model, up to rounding.
        public boolean isSame() {
            return lowest >= PublishedModel.SAME;
        }
    }

    /// Whether figures made with it stand beside published ones.
    public boolean comparable() {
        return PublishedModel.isNamed(model) && same.map(Beside::isSame).orElse(true);
    }

    /// Refuses another model that goes by the published one's name.
    ///
    /// @throws ShoptraceException when it does
    public void requireWhatItIsCalled() throws ShoptraceException {
        if (PublishedModel.isNamed(model) && same.filter(beside -> !beside.isSame()).isPresent()) {
            throw new ShoptraceException(
                    told().replaceFirst("\\.$", ""), model,
                    "Serve " + PublishedModel.NAME + " (pooling by the last token, texts whole), or call the model by its own name");
        }
    }

    /// In a sentence or two, for people.
    public String told() {
        String vectors = "The server answers as " + model + " with vectors of " + String.format(Locale.ROOT, "%,d", dimensions)
                + " numbers. ";
        if (same.isPresent()) {
            return vectors + told(same.get());
        }
        return vectors + (PublishedModel.isNamed(model)
                ? "By its name it is the published model; no task here carries vectors to check that with."
                : "Figures made with it are not comparable with published ones, and nothing says how its thresholds should be.");
    }

    private String told(Beside beside) {
        String compared = String.format(
                Locale.ROOT, "its vectors of %d titles are %s's that the tasks carry (lowest cosine %.4f)", beside.titles(),
                PublishedModel.NAME, beside.lowest());
        if (!beside.isSame()) {
            return "It is another model than " + PublishedModel.NAME + String.format(
                    Locale.ROOT, ": the vectors that the tasks carry of %d titles are not its own (lowest cosine %.4f).", beside.titles(),
                    beside.lowest());
        }
        return PublishedModel.isNamed(model)
                ? "It is the published model: " + compared + ". Figures made with it are comparable with published ones."
                : "It seems to be the published model: " + compared + ". Call it by that name to have its figures compared.";
    }
}
