package org.shoptrace.core.picture;

/// What can be shown of an image.
public sealed interface ShownPicture {

    /// What the image is, in a few words.
    String says();

    /// The image, made smaller where it is large.
    ///
    /// @param width  in pixels, of what is shown
    /// @param height in pixels, of what is shown
    /// @param argb   a pixel each, by rows from above
    /// @param says   such as `Image, 640 × 480`; the size of the image itself
    record Drawn(int width, int height, int[] argb, String says) implements ShownPicture {
        public Drawn {
            if (argb.length != width * height) {
                throw new IllegalArgumentException(width + " × " + height + " pixels, not " + argb.length);
            }
        }
    }

    /// Why it is not drawn.
    ///
    /// @param says    a sentence
    /// @param address where the file says that the image lies; empty text when the file holds it
    record Told(String says, String address) implements ShownPicture {}
}
