package org.shoptrace.core.score;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A sentence-embedding model that comes with the program and stands in for Qwen3-Embedding-0.6B. Each has its own thresholds and vectors.
public enum EmbeddedModel {
    MINILM(
            "minilm", "all-MiniLM-L6-v2-q", "MiniLM-L6",
            "all-MiniLM-L6-v2, quantised: the usual one. It ranks pairs of titles a little more as Qwen3 does than bge-small, decides no"
                    + " better, and takes half the time."),
    BGE(
            "bge", "bge-small-en-v1.5-q", "bge-small",
            "bge-small-en-v1.5, quantised: for figures that stand beside earlier ones made with it.");

    /// The one that is used where none is named.
    public static final EmbeddedModel DEFAULT = MINILM;

    private final String wireName;
    private final String model;
    private final String label;
    private final String note;

    EmbeddedModel(String wireName, String model, String label, String note) {
        this.wireName = wireName;
        this.model = model;
        this.label = label;
        this.note = note;
    }

    /// In options and files.
    public String wireName() {
        return wireName;
    }

    /// The model's own name, as reports show it; its vectors on disk are kept by it.
    public String model() {
        return model;
    }

    /// The SHA-256 of the model's own file, 64 lower-case hexadecimal digits; empty when this installation lacks it. It is read once,
    /// in less than a second.
    public Optional<String> sha256() {
        return Digests.of(this);
    }

    /// For people who choose.
    public String label() {
        return label;
    }

    /// What speaks for it, a sentence or two.
    public String note() {
        return note;
    }

    /// A jar does not change while its program runs.
    private static final class Digests {
        private static final Map<EmbeddedModel, Optional<String>> KNOWN = new EnumMap<>(EmbeddedModel.class);

        static synchronized Optional<String> of(EmbeddedModel model) {
            return KNOWN.computeIfAbsent(model, one -> read(one.model.toLowerCase(Locale.ROOT) + ".onnx"));
        }

        private static Optional<String> read(String resource) {
            try (InputStream in = EmbeddedModel.class.getClassLoader().getResourceAsStream(resource)) {
                if (in == null) {
                    return Optional.empty();
                }
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
                return Optional.of(HexFormat.of().formatHex(digest.digest()));
            } catch (IOException e) {
                // A damaged jar: whoever opens the model is told of it.
                return Optional.empty();
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }
    }
}
