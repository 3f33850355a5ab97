package org.shoptrace.model.trajectory;

import java.util.Optional;
import org.shoptrace.model.trajectory.Interjection.Speaker;

/// An image that somebody shows in a step.
///
/// @param call    the number of the call in whose answer it stands; empty where it stands in a message
/// @param speaker who shows it in a message; empty where it is the agent, or a call's answer
/// @param address a `data:` URL with the image itself, or where the file says that it lies
public record Picture(Optional<Integer> call, Optional<Speaker> speaker, String address) {

    /// Whether the file holds the image itself.
    public boolean isEmbedded() {
        return address.regionMatches(true, 0, "data:image/", 0, 11);
    }
}
