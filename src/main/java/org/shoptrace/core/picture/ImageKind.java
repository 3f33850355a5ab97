package org.shoptrace.core.picture;

import java.util.Optional;
import java.util.stream.Stream;

/// The kinds of image that can be shown, known by their first bytes: what a file calls them may be wrong.
enum ImageKind {
    PNG("image/png", 0, 0x89, 'P', 'N', 'G'),
    JPEG("image/jpeg", 0, 0xFF, 0xD8, 0xFF),
    GIF("image/gif", 0, 'G', 'I', 'F', '8'),
    BMP("image/bmp", 0, 'B', 'M'),
    /// Pages can show it, the window cannot.
    WEBP("image/webp", 8, 'W', 'E', 'B', 'P');

    private final String mediaType;
    private final int at;
    private final int[] start;

    ImageKind(String mediaType, int at, int... start) {
        this.mediaType = mediaType;
        this.at = at;
        this.start = start;
    }

    String mediaType() {
        return mediaType;
    }

    static Optional<ImageKind> of(byte[] image) {
        return Stream.of(values()).filter(kind -> kind.begins(image)).findFirst();
    }

    private boolean begins(byte[] image) {
        if (image.length < at + start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((image[at + i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
