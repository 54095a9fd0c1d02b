using System.Globalization;

namespace PrivateDomain.Core.Growth;

/// <summary>The reasons of readings and acts.</summary>
internal static class GrowthSentences
{
    /// <summary>Why a reading does not hold.</summary>
    internal static Reason Why(GrowthReading reading, GrowthFigures figures)
    {
        if (reading.Standing == GrowthStanding.NotMeasured)
        {
            return GrowthReasons.NotMeasured.With(reading.Measure.Name());
        }

        ReasonValue target = reading.Measure == GrowthMeasure.PaybackPeriods ? reading.Target : Ratio.From(reading.Target);
        return !reading.Found.IsKnown && reading.Measure == GrowthMeasure.AcquisitionShare && figures.LifetimeValue.TryGet(out Money worth)
            ? GrowthReasons.WorthNothing.With(worth)
            : Definition(reading).With(Found(reading), target);
    }

    /// <summary>What a part does to a figure, and what the figure would be without it.</summary>
    internal static Reason Act(GrowthMeasure measure, FigurePart part, decimal whole, Ratio without, GrowthFigures figures) =>
        measure switch
        {
            GrowthMeasure.PaybackPeriods => GrowthReasons.WithoutIt.With(
                Spent(part, whole, new("", "")),
                new Bilingual($"{Amount(without.Value)} {(without.Value == 1m ? "period" : "periods")}", $"{Amount(without.Value)} 期")),
            GrowthMeasure.AcquisitionShare => GrowthReasons.WithoutIt.With(
                Spent(part, whole, Worth(figures.LifetimeValue)), Percent(without)),
            GrowthMeasure.TicketCover => GrowthReasons.WithoutIt.With(Ticket(part, figures.BreakEvenTicket), Percent(without)),
            _ => GrowthReasons.WithoutIt.With(Counted(measure, part), Percent(without)),
        };

    private static ReasonValue Found(GrowthReading reading) =>
        !reading.Found.IsKnown ? default
        : reading.Measure == GrowthMeasure.PaybackPeriods ? reading.Found.Value
        : reading.Found;

    private static ReasonDefinition Definition(GrowthReading reading) => reading.Measure switch
    {
        GrowthMeasure.PaybackPeriods => reading.Found.IsKnown ? GrowthReasons.PaybackTooLong : GrowthReasons.NeverPaidBack,
        GrowthMeasure.AcquisitionShare => GrowthReasons.AcquisitionTooDear,
        GrowthMeasure.ReceptionRate => GrowthReasons.ReceptionTooLow,
        GrowthMeasure.InteractionRate => GrowthReasons.InteractionTooLow,
        GrowthMeasure.FriendChurn => GrowthReasons.ChurnTooHigh,
        GrowthMeasure.ConversionRate => GrowthReasons.ConversionTooLow,
        GrowthMeasure.RepurchaseRate => GrowthReasons.RepurchaseTooLow,
        _ => GrowthReasons.TicketTooLow,
    };

    // "Douyin videos: 9,000 of 12,380 spent, 257 a retained customer".
    private static Bilingual Spent(FigurePart part, decimal whole, Bilingual worth)
    {
        Bilingual each = part.Denominator == 0m
            ? new("nobody retained", "没有留下客户")
            : new($"{Each(part)} a retained customer{worth.English}", $"每位留量客户 {Each(part)}{worth.Chinese}");
        return new(
            $"{part.Name}: {Amount(part.Numerator)} of {Amount(whole)} spent, {each.English}",
            $"{part.Name}：花费 {Amount(part.Numerator)}（共 {Amount(whole)}），{each.Chinese}");
    }

    private static Bilingual Worth(Answer<Money> value) => value.TryGet(out Money worth)
        ? new($" against a lifetime value of {Amount(worth.Amount)}", $"，客户终身价值 {Amount(worth.Amount)}")
        : new("", "");

    private static Bilingual Ticket(FigurePart part, Answer<Money> breakEven)
    {
        string least = breakEven.TryGet(out Money ticket) ? Amount(ticket.Amount) : "";
        return new(
            $"{part.Name}: orders of {Each(part)} on average against a break-even ticket of {least}",
            $"{part.Name}：客单价 {Each(part)}，保本客单价 {least}");
    }

    private static Bilingual Counted(GrowthMeasure measure, FigurePart part)
    {
        Bilingual what = measure switch
        {
            GrowthMeasure.ReceptionRate => new("newcomers received well", "位新客承接良好"),
            GrowthMeasure.InteractionRate => new("friends interacted", "位好友有互动"),
            GrowthMeasure.FriendChurn => new("friends left", "位好友流失"),
            GrowthMeasure.ConversionRate => new("friends bought first", "位好友首购"),
            _ => new("buyers bought again", "位买家复购"),
        };
        string own = Ratio.From(part.Numerator, part.Denominator) is { IsKnown: true } share ? Percent(share).English : "–";
        return new(
            $"{part.Name}: {Amount(part.Numerator)} of {Amount(part.Denominator)} {what.English} ({own})",
            $"{part.Name}：{Amount(part.Denominator)} 位中有 {Amount(part.Numerator)} {what.Chinese}（{own}）");
    }

    // What is asked for has a denominator: without one the figure would be no better without the part.
    private static string Each(FigurePart part) => Amount(GrowthMeasures.Quotient(part.Numerator, part.Denominator));

    // Whole where the cents are noise.
    private static string Amount(decimal amount) =>
        decimal.Round(amount, Math.Abs(amount) >= 100m ? 0 : 2, MidpointRounding.AwayFromZero)
            .ToString("#,0.##", CultureInfo.InvariantCulture);

    private static Bilingual Percent(Ratio share)
    {
        decimal percent = share.Value > decimal.MaxValue / 100m ? decimal.MaxValue : share.Value * 100m;
        string text = decimal.Round(percent, 1, MidpointRounding.AwayFromZero).ToString("#,0.#", CultureInfo.InvariantCulture) + " %";
        return new(text, text);
    }
}
