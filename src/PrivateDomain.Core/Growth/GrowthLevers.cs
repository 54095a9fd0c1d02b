using System.Collections.Immutable;
using Figure = PrivateDomain.Core.Growth.GrowthMeasures.Figure;

namespace PrivateDomain.Core.Growth;

/// <summary>How figures stand against their targets, and which part moves a failing one most.</summary>
internal static class GrowthLevers
{
    internal static GrowthReading Read(GrowthMeasure measure, decimal target, Figure figure, decimal least)
    {
        GrowthStanding standing = StandingOf(measure, target, figure, least);
        return new(measure, target, figure.Ratio, Attainment(measure, target, figure), standing);
    }

    /// <summary>The act for the weakest failing figure that has one.</summary>
    internal static GrowthAct? First(ImmutableArray<GrowthReading> readings, GrowthFigures figures, decimal least)
    {
        foreach (GrowthReading reading in readings)
        {
            if (reading.Standing == GrowthStanding.Fails && Best(reading, figures, least) is { } act)
            {
                return act;
            }
        }

        return null;
    }

    private static GrowthAct? Best(GrowthReading reading, GrowthFigures figures, decimal least)
    {
        GrowthMeasure kind = GrowthMeasures.PartsOf(reading.Measure);
        FigurePart[] parts = [.. figures.Parts.Where(p => p.Measure == kind).OrderBy(static p => p.Name, StringComparer.Ordinal)];
        (decimal numerator, decimal denominator) = (parts.Sum(static p => p.Numerator), parts.Sum(static p => p.Denominator));
        FigurePart? best = null;
        Figure without = GrowthMeasures.Of(reading.Measure, numerator, denominator, figures);
        foreach (FigurePart part in parts)
        {
            Figure rest = GrowthMeasures.Of(reading.Measure, numerator - part.Numerator, denominator - part.Denominator, figures);
            if (IsBetter(rest, without, reading.IsMost))
            {
                (best, without) = (part, rest);
            }
        }

        if (best is null)
        {
            return null;
        }

        GrowthStanding standing = StandingOf(reading.Measure, reading.Target, without, least);
        Ratio own = best.Denominator == 0m ? Ratio.Unknown : Ratio.From(GrowthMeasures.Quotient(best.Numerator, best.Denominator));
        Reason reason = GrowthSentences.Act(reading.Measure, best, numerator, without.Ratio, figures);
        return new(reading.Measure, best, own, without.Ratio, standing, reason);
    }

    // A number is better than none of a loss, and no number is compared with what is not known.
    private static bool IsBetter(Figure rest, Figure than, bool isMost) => rest.Number is { } number &&
        (than.Number is { } other ? isMost ? number < other : number > other : !than.IsGain);

    private static GrowthStanding StandingOf(GrowthMeasure measure, decimal target, Figure figure, decimal least)
    {
        if (!figure.IsKnown)
        {
            return GrowthStanding.NotMeasured;
        }

        if (figure.Number is not { } number)
        {
            return figure.IsGain ? GrowthStanding.Holds : GrowthStanding.Fails;
        }

        bool isMost = GrowthMeasures.IsMost(measure);
        bool holds = isMost ? number <= target : number >= target;
        bool isTolerated = isMost ? number * least <= target : number >= target * least;
        return holds ? GrowthStanding.Holds : isTolerated ? GrowthStanding.Tolerated : GrowthStanding.Fails;
    }

    private static Ratio Attainment(GrowthMeasure measure, decimal target, Figure figure) =>
        !figure.IsKnown ? Ratio.Unknown
        : figure.Number is not { } number ? Ratio.From(figure.IsGain ? 1m : 0m)
        : !GrowthMeasures.IsMost(measure) ? Ratio.From(GrowthMeasures.Quotient(number, target))
        : number <= 0m ? Ratio.From(1m)
        : Ratio.From(GrowthMeasures.Quotient(target, number));
}
