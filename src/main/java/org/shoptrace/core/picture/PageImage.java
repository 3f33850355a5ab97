package org.shoptrace.core.picture;

import java.util.Base64;
import java.util.Optional;
import org.shoptrace.model.trajectory.Picture;

/// An image as a page holds it: written anew from its bytes, so that nothing else of an address comes into the page.
public final class PageImage {
    private PageImage() {}

    /// A `data:` URL; empty when the file does not hold the image, or it is broken, of an unknown kind, or longer than 20 million
    /// characters.
    public static Optional<String> of(Picture picture) {
        return DataUrl.image(picture.address())
                .flatMap(image -> ImageKind.of(image)
                        .map(kind -> "data:" + kind.mediaType() + ";base64," + Base64.getEncoder().encodeToString(image)));
    }
}
