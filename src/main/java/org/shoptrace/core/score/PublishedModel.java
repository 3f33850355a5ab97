package org.shoptrace.core.score;

import java.util.Locale;
import java.util.regex.Pattern;

/// The model that the benchmark's published figures compare titles with, and how servers call it.
public final class PublishedModel {
    public static final String NAME = "Qwen3-Embedding-0.6B";

    /// How long its vectors are, where nobody has them cut.
    public static final int DIMENSIONS = 1024;

    /// Two vectors of one text by this model are at least so alike: servers round to 16 or 8 bits, and this much they differ.
    static final double SAME = 0.99;

    /// The name with what servers add to it: the file's format, and a precision of 8 bits or more. Builds of fewer bits are other models.
    private static final Pattern NAMES = Pattern.compile(
            "qwen3[-_]embedding[-_:]0\\.6b([-_.:](gguf|onnx|mlx|safetensors|latest|(b|f)?(f|p|fp)?(16|32)|q8_0|q8|8bit|int8))*");

    private PublishedModel() {}

    /// Whether the name is this model's, whatever folder or owner stands before it (`Qwen/`), however it is capitalised, and in the forms
    /// that servers give it: `qwen3-embedding:0.6b`, `Qwen3-Embedding-0.6B-GGUF:Q8_0`, `Qwen3-Embedding-0.6B-f16.gguf`. A name is no proof.
    public static boolean isNamed(String model) {
        String name = model.substring(Math.max(model.lastIndexOf('/'), model.lastIndexOf('\\')) + 1);
        return NAMES.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }
}
