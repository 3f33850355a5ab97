package org.shoptrace.core.score;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.json.JsonSyntaxException;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.model.json.Json;

/// Vectors from an OpenAI-compatible `/v1/embeddings`, which is how Qwen3-Embedding-0.6B itself is served.
public final class EndpointEmbedder implements Embedder {
    private static final int BATCH = 64;
    private static final Pattern TOO_LONG = Pattern.compile("too (large|long)|maximum context|exceeds?", Pattern.CASE_INSENSITIVE);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final URI endpoint;
    private final String model;
    private final Optional<String> key;
    private final HttpClient client;

    /// @param base  the server, with or without `/v1` or `/v1/embeddings`
    /// @param model the name that the server knows the model by
    /// @param key   sent as a bearer token
    /// @throws ShoptraceException when `base` is no HTTP address
    public EndpointEmbedder(String base, String model, Optional<String> key) throws ShoptraceException {
        this.endpoint = endpoint(base);
        this.model = model;
        this.key = key;
        this.client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    }

    @Override
    public String model() {
        return model;
    }

    @Override
    public List<float[]> embed(List<String> texts) throws ShoptraceException {
        List<float[]> vectors = new ArrayList<>();
        for (int start = 0; start < texts.size(); start += BATCH) {
            vectors.addAll(request(texts.subList(start, Math.min(start + BATCH, texts.size()))));
        }
        return vectors;
    }

    private static URI endpoint(String base) throws ShoptraceException {
        String address = base.replaceAll("/+$", "");
        if (!address.endsWith("/embeddings")) {
            address += address.endsWith("/v1") ? "/embeddings" : "/v1/embeddings";
        }
        URI uri;
        try {
            uri = URI.create(address);
        } catch (IllegalArgumentException e) {
            throw noAddress(e);
        }
        if (uri.getHost() == null || !List.of("http", "https").contains(uri.getScheme())) {
            throw noAddress(null);
        }
        if (uri.getUserInfo() != null || uri.getQuery() != null) {
            // not told whole: what stands there may be a secret
            throw new ShoptraceException(
                    "the address of the endpoint holds more than an address", uri.getScheme() + "://" + uri.getHost(),
                    "Leave out user names and what stands behind a question mark; a key goes into SHOPTRACE_API_KEY");
        }
        return uri;
    }

    private static ShoptraceException noAddress(@Nullable Throwable cause) {
        return new ShoptraceException(
                "the endpoint is no HTTP address", "--similarity endpoint:URL,MODEL", "Give one such as http://localhost:8000", cause);
    }

    private List<float[]> request(List<String> texts) throws ShoptraceException {
        SequencedMap<String, Json> body = new LinkedHashMap<>();
        body.put("model", Json.of(model));
        body.put("input", Json.texts(texts));
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JsonWriter.compact(new Json.Obj(body))));
        key.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (response.statusCode() != 200) {
                throw refused(response.statusCode(), response.body());
            }
            return vectors(JsonReader.read(response.body()), texts.size());
        } catch (IOException e) {
            throw failure(
                    "does not answer, " + cause(e), "Start the server, or check the address; a model may also be loading still", e);
        } catch (JsonSyntaxException e) {
            throw failure("did not answer with JSON, " + e.getMessage(), "Check the address", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (CancellationException) new CancellationException("cancelled").initCause(e);
        }
    }

    /// What a server says may repeat the key that it was sent.
    private ShoptraceException refused(int status, String body) {
        String all = key.map(secret -> body.replace(secret, "…")).orElse(body);
        String said = all.substring(0, Math.min(200, all.length()));
        boolean tooLong = status == 413 || TOO_LONG.matcher(said).find();
        String remedy = tooLong
                ? "The server takes no title as long as these: raise its limit of tokens (llama.cpp: --ubatch-size 8192)"
                : switch (status) {
                    case 401, 403 -> "Put the server's key into SHOPTRACE_API_KEY";
                    case 404 -> "Check the address, and the name that the server knows the model by";
                    case 429 -> "The server is asked too much: try again later";
                    default -> "Look into the server's own messages; check the model's name and SHOPTRACE_API_KEY";
                };
        return failure("answered with status " + status + ", " + said, remedy);
    }

    /// The vectors in the order of the input; servers may answer in another, and say so by `index`.
    private List<float[]> vectors(Json answer, int count) throws ShoptraceException {
        float[][] vectors = new float[count][];
        List<Json> data = answer instanceof Json.Obj object ? object.items("data") : List.of();
        for (int i = 0; i < data.size(); i++) {
            if (!(data.get(i) instanceof Json.Obj item)) {
                throw failure("did not answer with embeddings", "Check the address");
            }
            double index = item.get("index").orElse(Json.NULL) instanceof Json.Num number ? number.asDouble() : i;
            if (index >= 0 && index < count) {
                vectors[(int) index] = vector(item.items("embedding"));
            }
        }
        int length = vectors.length == 0 || vectors[0] == null ? 0 : vectors[0].length;
        if (length == 0 || Arrays.stream(vectors).anyMatch(vector -> vector == null || vector.length != length)) {
            throw failure("did not answer one vector of one length for each of " + count + " titles", "Check the model");
        }
        if (Arrays.stream(vectors).anyMatch(vector -> !hasDirection(vector))) {
            throw failure("answered a vector without a direction: all zeros, or no finite number", "Check the model");
        }
        return List.of(vectors);
    }

    /// A cosine with such a vector is no number, and every title would silently count as unlike.
    private static boolean hasDirection(float[] vector) {
        double squares = 0;
        for (float number : vector) {
            squares += (double) number * number;
        }
        return squares > 0 && Double.isFinite(squares);
    }

    private float[] vector(List<Json> numbers) throws ShoptraceException {
        float[] vector = new float[numbers.size()];
        for (int i = 0; i < vector.length; i++) {
            if (!(numbers.get(i) instanceof Json.Num number)) {
                throw failure("answered a vector that holds more than numbers", "Check the model");
            }
            vector[i] = (float) number.asDouble();
        }
        return vector;
    }

    /// In words that need no exception's name.
    private static String cause(IOException e) {
        return switch (e) {
            case HttpTimeoutException _ -> "it took too long";
            case ConnectException _ -> "nothing listens there";
            default -> e.getMessage() == null ? "the connection broke" : e.getMessage();
        };
    }

    private ShoptraceException failure(String what, String remedy) {
        return new ShoptraceException("the embeddings endpoint " + what, endpoint + ", model " + model, remedy);
    }

    private ShoptraceException failure(String what, String remedy, Throwable cause) {
        return new ShoptraceException("the embeddings endpoint " + what, endpoint + ", model " + model, remedy, cause);
    }
}
