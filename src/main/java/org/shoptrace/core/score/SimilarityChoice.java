package org.shoptrace.core.score;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;
import org.shoptrace.core.secret.Addresses;
import org.shoptrace.core.secret.Secret;

/// How the likeness of two titles is to be computed.
public sealed interface SimilarityChoice {
    /// The forms of [#parse], for people.
    String FORMS = "embedded, embedded:minilm, embedded:bge, table:FILE, endpoint:URL,MODEL";

    /// Before a model's name.
    String EMBEDDED = "embedded:";

    /// In the form of the command line's `--similarity`: `embedded:MODEL`, `table:FILE` or `endpoint:URL,MODEL`.
    default String written() {
        return switch (this) {
            case Embedded(EmbeddedModel model) -> EMBEDDED + model.wireName();
            case Table(Path file) -> "table:" + file;
            case Endpoint(URI url, String model) -> "endpoint:" + url + "," + model;
        };
    }

    /// The SHA-256 of a model that comes with the program; empty for what is a file of its own or a server's.
    default Optional<String> sha256() {
        return this instanceof Embedded(EmbeddedModel model) ? model.sha256() : Optional.empty();
    }

    /// What is used where nothing is chosen.
    static SimilarityChoice usual() {
        return new Embedded(EmbeddedModel.DEFAULT);
    }

    /// What a text of that form asks for; `embedded` alone is the default of the embedded models.
    ///
    /// @throws IllegalArgumentException when it is of no such form; the message says which there are
    static SimilarityChoice parse(String text) {
        if (text.equals("embedded")) {
            return new Embedded(EmbeddedModel.DEFAULT);
        }
        for (EmbeddedModel model : EmbeddedModel.values()) {
            if (text.equals(EMBEDDED + model.wireName())) {
                return new Embedded(model);
            }
        }
        if (text.startsWith("table:") && text.length() > "table:".length()) {
            return new Table(Path.of(text.substring("table:".length())));
        }
        int comma = text.lastIndexOf(',');
        if (text.startsWith("endpoint:") && comma > "endpoint:".length() && comma < text.length() - 1) {
            return new Endpoint(address(text.substring("endpoint:".length(), comma)), text.substring(comma + 1));
        }
        // What looks like an address is not told whole: it may hold a password or a key.
        throw new IllegalArgumentException(
                "one of " + FORMS + " is expected, not " + (text.startsWith("endpoint:") ? "endpoint:…" : Addresses.masked(text)));
    }

    private static URI address(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("the address of the endpoint cannot be read; one such as http://localhost:8000 is expected");
        }
    }

    /// A sentence-embedding model inside the program.
    record Embedded(EmbeddedModel model) implements SimilarityChoice {}

    /// A file of computed similarities.
    record Table(Path file) implements SimilarityChoice {}

    /// An OpenAI-compatible server.
    ///
    /// @param url   the address of its embeddings, and nothing but an address: it is written into reports and kept
    /// @param model the name to ask it for
    record Endpoint(URI url, String model) implements SimilarityChoice {
        /// @throws IllegalArgumentException when the address has a user's name, a query, a fragment or in its path a parameter or key
        public Endpoint {
            if (!isAddress(url)) {
                throw new IllegalArgumentException("the address of the endpoint is to be only an address: leave out user names and what"
                        + " stands behind a question mark; a key goes into " + Secret.API_KEY);
            }
        }

        /// Whether it holds nothing besides an address, which a key could be.
        public static boolean isAddress(URI url) {
            return url.getRawUserInfo() == null && url.getRawQuery() == null && url.getRawFragment() == null
                    && (url.getRawPath() == null || !Addresses.hasKey(url.getRawPath()))
                    && (url.isOpaque() || url.getRawAuthority() == null || url.getRawAuthority().indexOf('@') < 0)
                    && (!url.isOpaque() || url.getRawSchemeSpecificPart().indexOf('@') < 0);
        }
    }

    /// The kinds, as they are offered.
    enum Kind {
        EMBEDDED(
                "Embedded model",
                "Runs here, offline. A stand-in for Qwen3-Embedding-0.6B with calibrated thresholds: its figures are not comparable "
                        + "with published ones."),
        TABLE(
                "Table of similarities",
                "A JSON file of title pairs. Which model made it is not known, so figures are not called comparable with published "
                        + "ones. A pair that is not there stops the evaluation and is named."),
        ENDPOINT(
                "Embeddings server",
                "Any OpenAI-compatible address; titles are sent there, with the key in SHOPTRACE_API_KEY if it is set. Comparable with "
                        + "published figures when it serves Qwen3-Embedding-0.6B.");

        private final String label;
        private final String note;

        Kind(String label, String note) {
            this.label = label;
            this.note = note;
        }

        public String label() {
            return label;
        }

        public String note() {
            return note;
        }
    }
}
