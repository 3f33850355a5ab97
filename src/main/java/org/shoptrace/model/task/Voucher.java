package org.shoptrace.model.task;

import java.util.Optional;
import org.shoptrace.model.json.Json;

/// The voucher and budget of a voucher task, in Philippine peso. What does not apply is empty.
///
/// @param type               `platform` (all products) or `shop` (all products of one shop)
/// @param threshold          the total from which it may be used
/// @param discountType       `fixed` or `percentage`
/// @param faceValue          what a fixed voucher takes off
/// @param discount           the share, 0..1, that a percentage voucher takes off
/// @param cap                the most that a percentage voucher takes off
/// @param priceAfterVoucher  what the targets cost with it
/// @param budget             what the user can pay
public record Voucher(
        String type,
        Optional<Json.Num> threshold,
        String discountType,
        Optional<Json.Num> faceValue,
        Optional<Json.Num> discount,
        Optional<Json.Num> cap,
        Optional<Json.Num> priceAfterVoucher,
        Optional<Json.Num> budget) {
    public static final String PLATFORM = "platform";
    public static final String SHOP = "shop";
    public static final String FIXED = "fixed";
    public static final String PERCENTAGE = "percentage";
}
