package org.shoptrace.ui.evaluate;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.shoptrace.core.evaluate.setup.EvaluationSetup;
import org.shoptrace.core.score.EmbeddedModel;
import org.shoptrace.core.score.ScoringProfile;
import org.shoptrace.core.score.SimilarityChoice;
import org.shoptrace.core.score.SimilarityChoice.Kind;
import org.shoptrace.ui.kit.Decimals;

/// The inputs of an evaluation apart from the files: they are bound to controls both ways.
final class EvaluationForm {
    private final ObjectProperty<JudgedBy> judge = new SimpleObjectProperty<>(JudgedBy.RULES);
    private final StringProperty threshold = new SimpleStringProperty("");
    private final ObjectProperty<ScoringProfile> profile = new SimpleObjectProperty<>(ScoringProfile.SHOPPINGBENCH);
    private final ObjectProperty<Kind> similarity = new SimpleObjectProperty<>(Kind.EMBEDDED);
    private final ObjectProperty<EmbeddedModel> embedded = new SimpleObjectProperty<>(EmbeddedModel.DEFAULT);
    private final StringProperty tableFile = new SimpleStringProperty("");
    private final StringProperty endpointUrl = new SimpleStringProperty("");
    private final StringProperty endpointModel = new SimpleStringProperty("Qwen3-Embedding-0.6B");
    private final BooleanProperty noThink = new SimpleBooleanProperty(false);

    // Properties

    /// Who says whether a run is a success.
    ObjectProperty<JudgedBy> judgeProperty() {
        return judge;
    }

    /// From which score on a run is a success whose file does not say whether it is one.
    StringProperty thresholdProperty() {
        return threshold;
    }

    ObjectProperty<ScoringProfile> profileProperty() {
        return profile;
    }

    ObjectProperty<Kind> similarityProperty() {
        return similarity;
    }

    /// Which of the embedded models.
    ObjectProperty<EmbeddedModel> embeddedProperty() {
        return embedded;
    }

    StringProperty tableFileProperty() {
        return tableFile;
    }

    StringProperty endpointUrlProperty() {
        return endpointUrl;
    }

    StringProperty endpointModelProperty() {
        return endpointModel;
    }

    BooleanProperty noThinkProperty() {
        return noThink;
    }

    /// Everything that a setup is made of.
    List<Property<?>> inputs() {
        return List.of(judge, threshold, profile, similarity, embedded, tableFile, endpointUrl, endpointModel, noThink);
    }

    /// Puts the inputs as they were for a setup, but for the score from which runs are a success: that is the workspace's.
    void choose(EvaluationSetup setup) {
        judge.set(setup.own().isPresent() ? JudgedBy.OWN : JudgedBy.RULES);
        if (setup.own().isPresent()) {
            return;
        }
        profile.set(setup.profile());
        noThink.set(setup.noThink());
        switch (setup.similarity()) {
            case SimilarityChoice.Embedded(EmbeddedModel model) -> {
                similarity.set(Kind.EMBEDDED);
                embedded.set(model);
            }
            case SimilarityChoice.Table(Path file) -> {
                similarity.set(Kind.TABLE);
                tableFile.set(file.toString());
            }
            case SimilarityChoice.Endpoint(URI url, String model) -> {
                similarity.set(Kind.ENDPOINT);
                endpointUrl.set(url.toString());
                endpointModel.set(model);
            }
        }
    }

    /// The threshold that the inputs describe; empty where they have no number.
    OptionalDouble ownThreshold() {
        return Decimals.read(threshold.get()).map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }

    /// The similarity that the inputs describe; empty while [#problem()] says what is missing.
    Optional<SimilarityChoice> choice() {
        return switch (similarity.get()) {
            case EMBEDDED -> Optional.of(new SimilarityChoice.Embedded(embedded.get()));
            case TABLE -> path().filter(Files::isRegularFile).map(SimilarityChoice.Table::new);
            case ENDPOINT -> uri()
                    .filter(_ -> !endpointModel.get().isBlank())
                    .map(uri -> new SimilarityChoice.Endpoint(uri, endpointModel.get().strip()));
        };
    }

    /// What is missing in the inputs; empty text when nothing is.
    String problem() {
        if (judge.get() == JudgedBy.OWN) {
            return ownThreshold().isPresent() ? "" : "Give a number from which a score is a success, such as 1 or 0.5";
        }
        if (choice().isPresent()) {
            return "";
        }
        return switch (similarity.get()) {
            case EMBEDDED -> "";
            case TABLE -> tableFile.get().isBlank() ? "Choose the file of similarities" : "There is no such file of similarities";
            case ENDPOINT -> uri().isEmpty()
                    ? "Give the address of the embeddings server alone, such as http://localhost:8000/v1/embeddings, without user names "
                            + "and what stands behind a question mark; a key goes into SHOPTRACE_API_KEY"
                    : "Give the name of the server's model";
        };
    }

    private Optional<Path> path() {
        try {
            return tableFile.get().isBlank() ? Optional.empty() : Optional.of(Path.of(tableFile.get().strip()));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private Optional<URI> uri() {
        try {
            URI uri = new URI(endpointUrl.get().strip());
            boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            return http && uri.getHost() != null && SimilarityChoice.Endpoint.isAddress(uri) ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
