package org.shoptrace.app;

import java.util.List;
import java.util.OptionalInt;
import org.shoptrace.core.diagnose.Diagnostician;
import org.shoptrace.core.settings.KeySettings;
import org.shoptrace.ui.kit.KeyMap;
import org.shoptrace.ui.kit.control.SettingSheet.Decimal;
import org.shoptrace.ui.kit.control.SettingSheet.Line;
import org.shoptrace.ui.kit.control.SettingSheet.OnOff;
import org.shoptrace.ui.kit.control.SettingSheet.Setting;
import org.shoptrace.ui.kit.control.SettingSheet.Whole;
import org.shoptrace.ui.room.Surroundings;

/// What can be set of the features, for the sheet of settings. Each is kept where the feature keeps it.
final class FeatureSettings {
    private static final int LONGEST = 999_999;

    private FeatureSettings() {}

    static List<Setting<?>> of(Surroundings.Opened opened, KeyMap keys) {
        return List.of(
                new Setting<>(
                        "setting-annotator", "Your name", "Annotations carry the name of who made them.", new Line("as an annotator"),
                        opened.annotations().authorProperty(),
                        opened.annotations()::setAuthor),
                new Setting<>(
                        "setting-truth", "Hide the truth", "For blind annotation, and for an audience.",
                        new OnOff("Targets, scores and classes are hidden"),
                        opened.run().truthHiddenProperty(),
                        _ -> opened.run().toggleTruth()),
                new Setting<>(
                        "setting-step-limit", "Step limit", "How many steps the agents of this workspace had; every run is diagnosed anew.",
                        new Whole(1, LONGEST),
                        opened.workspace().identityProperty().map(_ -> opened.workspace().stepLimit()),
                        limit -> limitSteps(opened, limit)),
                new Setting<>(
                        "setting-own-threshold", "Success by score", "From which score on a run of this workspace passed, where its file"
                                + " gives a score alone.",
                        new Decimal(),
                        opened.workspace().identityProperty().map(_ -> opened.workspace().ownThreshold()),
                        threshold -> succeedFrom(opened, threshold)),
                new Setting<>(
                        "setting-bare-keys", "Letters and signs", "Whether letters and signs without Ctrl are keys.",
                        new OnOff("Work as keys"),
                        keys.settingsProperty().map(KeySettings::bareKeys),
                        keys::setBareKeys));
    }

    private static void succeedFrom(Surroundings.Opened opened, double threshold) {
        opened.session().answer(opened.workspace().identityProperty().get().succeedingFrom(threshold));
    }

    private static void limitSteps(Surroundings.Opened opened, int limit) {
        opened.session().answer(opened.workspace().identityProperty().get()
                .withStepLimit(limit == Diagnostician.USUAL_STEP_LIMIT ? OptionalInt.empty() : OptionalInt.of(limit)));
    }
}
