package org.shoptrace.ui.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.shoptrace.core.job.JobRunner;
import org.shoptrace.core.picture.PictureReader;
import org.shoptrace.core.picture.ShownPicture;
import org.shoptrace.model.trajectory.Picture;
import org.shoptrace.ui.kit.Notices;

/// Reads the images of cards in jobs, and keeps the last few, since a card is made anew whenever its look changes.
final class PictureReadings {
    private static final int KEPT = 24;

    private final JobRunner jobs;
    private final Notices notices;
    private final Map<Picture, ShownPicture> read = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Picture, ShownPicture> eldest) {
            return size() > KEPT;
        }
    };
    private final Map<Picture, List<Consumer<ShownPicture>>> waiting = new HashMap<>();

    PictureReadings(JobRunner jobs, Notices notices) {
        this.jobs = jobs;
        this.notices = notices;
    }

    /// @param show told once: at once for an image that was read before, else when it has been
    void read(Picture picture, Consumer<ShownPicture> show) {
        ShownPicture known = read.get(picture);
        if (known != null) {
            show.accept(known);
            return;
        }
        List<Consumer<ShownPicture>> others = waiting.get(picture);
        if (others != null) {
            others.add(show);
            return;
        }
        waiting.put(picture, new ArrayList<>(List.of(show)));
        jobs.run("Reading an image", _ -> PictureReader.read(picture), now -> {
            read.put(picture, now);
            tell(picture, now);
        }, failure -> {
            tell(picture, new ShownPicture.Told("An image that could not be read.", ""));
            notices.report(failure);
        }, () -> tell(picture, new ShownPicture.Told("An image whose reading was cancelled.", "")));
    }

    private void tell(Picture picture, ShownPicture now) {
        List<Consumer<ShownPicture>> told = waiting.remove(picture);
        if (told != null) {
            told.forEach(show -> show.accept(now));
        }
    }
}
