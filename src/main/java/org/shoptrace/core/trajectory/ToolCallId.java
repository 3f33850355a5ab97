package org.shoptrace.core.trajectory;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.shoptrace.core.python.PythonText;
import org.shoptrace.model.json.Json;

/// The `tool_call_id` that the benchmark gives a call: two calls alike in name and parameters share it.
public final class ToolCallId {
    private static final int LENGTH = 8;

    private ToolCallId() {}

    /// The first eight characters of the URL-safe base64 of the MD5 of the name, a line break and Python's
    /// `str(parameters)`.
    public static String of(String name, Json parameters) {
        byte[] text = (name + "\n" + PythonText.str(parameters)).getBytes(StandardCharsets.UTF_8);
        // Sixteen bytes make 22 characters before any `=`, so the padding that the benchmark removes never shows.
        return Base64.getUrlEncoder().encodeToString(md5(text)).substring(0, LENGTH);
    }

    private static byte[] md5(byte[] text) {
        try {
            return MessageDigest.getInstance("MD5").digest(text);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }
}
