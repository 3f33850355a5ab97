package org.shoptrace.model.finding;

/// Pairs of titles that the similarity had no value for, of products that were merely seen and hold all else that a reward asks for:
/// whether they answer it is not known.
///
/// @param pairs    how many
/// @param deciding those of them on which a stage rests: no other product that answers the reward was found, or looked at
public record NotCompared(int pairs, int deciding) {
    public static final NotCompared NONE = new NotCompared(0, 0);
}
