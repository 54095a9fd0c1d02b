using PrivateDomain.Core.Costs;

namespace PrivateDomain.Core.Growth;

/// <summary>What the measures are: their link, which way is better, and their figure.</summary>
internal static class GrowthMeasures
{
    internal static GrowthLink LinkOf(GrowthMeasure measure) => measure switch
    {
        GrowthMeasure.PaybackPeriods or GrowthMeasure.AcquisitionShare => GrowthLink.Acquisition,
        GrowthMeasure.ReceptionRate => GrowthLink.Reception,
        GrowthMeasure.InteractionRate or GrowthMeasure.FriendChurn => GrowthLink.Interaction,
        GrowthMeasure.ConversionRate or GrowthMeasure.RepurchaseRate => GrowthLink.Conversion,
        GrowthMeasure.TicketCover => GrowthLink.Cost,
        _ => GrowthLink.None,
    };

    internal static bool IsMost(GrowthMeasure measure) =>
        measure is GrowthMeasure.PaybackPeriods or GrowthMeasure.AcquisitionShare or GrowthMeasure.FriendChurn;

    internal static decimal? TargetOf(GrowthMeasure measure, GrowthOptions options) => measure switch
    {
        GrowthMeasure.PaybackPeriods => options.PaybackPeriodsMax,
        GrowthMeasure.AcquisitionShare => options.AcquisitionShareMax,
        GrowthMeasure.ReceptionRate => options.ReceptionRateMin,
        GrowthMeasure.InteractionRate => options.InteractionRateMin,
        GrowthMeasure.FriendChurn => options.FriendChurnMax,
        GrowthMeasure.ConversionRate => options.ConversionRateMin,
        GrowthMeasure.RepurchaseRate => options.RepurchaseRateMin,
        _ => options.TicketCoverMin,
    };

    /// <summary>The name of a measure's target among the options.</summary>
    internal static string TargetNameOf(GrowthMeasure measure)
    {
        string name = measure.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..] + (IsMost(measure) ? "Max" : "Min");
    }

    /// <summary>The measure whose parts are those of a measure: what a customer costs makes both measures of acquisition.</summary>
    internal static GrowthMeasure PartsOf(GrowthMeasure measure) =>
        measure == GrowthMeasure.PaybackPeriods ? GrowthMeasure.AcquisitionShare : measure;

    /// <summary>The figure as stated, or else that of its parts.</summary>
    internal static Figure Read(GrowthMeasure measure, GrowthFigures figures) => measure switch
    {
        GrowthMeasure.PaybackPeriods => !figures.Payback.TryGet(out Payback? payback) ? Figure.Unknown
            : payback.Periods is { } periods ? Figure.Of(periods)
            : Figure.Loss,
        GrowthMeasure.AcquisitionShare => figures.CustomerCost.TryGet(out Money cost) ? ShareOf(cost, figures)
            : IsLoss(figures.LifetimeValue) ? Figure.Loss
            : OfParts(measure, figures),
        GrowthMeasure.TicketCover => figures.AverageTicket.TryGet(out Money ticket) ? CoverOf(ticket, figures) : OfParts(measure, figures),
        _ => Rate(measure, figures) is { IsKnown: true } rate ? Figure.Of(rate.Value) : OfParts(measure, figures),
    };

    /// <summary>The figure that a numerator and a denominator make, such as those of all parts but one.</summary>
    internal static Figure Of(GrowthMeasure measure, decimal numerator, decimal denominator, GrowthFigures figures)
    {
        if (denominator <= 0m)
        {
            return Figure.Unknown;
        }

        decimal quotient = Quotient(numerator, denominator);
        return measure switch
        {
            GrowthMeasure.PaybackPeriods => AfterPeriods(quotient, figures),
            GrowthMeasure.AcquisitionShare =>
                figures.LifetimeValue.TryGet(out Money value) ? ShareOf(Money.From(quotient, value.Currency), figures) : Figure.Unknown,
            GrowthMeasure.TicketCover =>
                figures.BreakEvenTicket.TryGet(out Money least) ? CoverOf(Money.From(quotient, least.Currency), figures) : Figure.Unknown,
            _ => Figure.Of(quotient),
        };
    }

    /// <summary>A quotient as far as a decimal holds it; the denominator is not 0.</summary>
    internal static decimal Quotient(decimal numerator, decimal denominator)
    {
        try
        {
            return numerator / denominator;
        }
        catch (OverflowException)
        {
            return (numerator < 0m) == (denominator < 0m) ? decimal.MaxValue : decimal.MinValue;
        }
    }

    private static Figure OfParts(GrowthMeasure measure, GrowthFigures figures)
    {
        (decimal numerator, decimal denominator) = (0m, 0m);
        foreach (FigurePart part in figures.Parts.Where(p => p.Measure == measure))
        {
            numerator += part.Numerator;
            denominator += part.Denominator;
        }

        return Of(measure, numerator, denominator, figures);
    }

    private static Ratio Rate(GrowthMeasure measure, GrowthFigures figures) => measure switch
    {
        GrowthMeasure.ReceptionRate => figures.ReceptionRate,
        GrowthMeasure.InteractionRate => figures.InteractionRate,
        GrowthMeasure.FriendChurn => figures.FriendChurn,
        GrowthMeasure.ConversionRate => figures.ConversionRate,
        _ => figures.RepurchaseRate,
    };

    private static bool IsLoss(Answer<Money> lifetimeValue) => lifetimeValue.TryGet(out Money value) && value.Amount <= 0m;

    private static Figure ShareOf(Money cost, GrowthFigures figures)
    {
        if (!figures.LifetimeValue.TryGet(out Money value))
        {
            return Figure.Unknown;
        }

        CheckCurrency(cost, value);
        return value.Amount <= 0m ? Figure.Loss : Figure.Of(Quotient(cost.Amount, value.Amount));
    }

    private static Figure CoverOf(Money ticket, GrowthFigures figures)
    {
        if (!figures.BreakEvenTicket.TryGet(out Money least))
        {
            return Figure.Unknown;
        }

        CheckCurrency(ticket, least);
        return least.Amount > 0m ? Figure.Of(Quotient(ticket.Amount, least.Amount))
            : ticket.Amount >= least.Amount ? Figure.Gain
            : Figure.Loss;
    }

    private static Figure AfterPeriods(decimal cost, GrowthFigures figures)
    {
        if (!figures.Payback.TryGet(out Payback? payback))
        {
            return Figure.Unknown;
        }

        foreach (PaybackPoint point in payback.Curve)
        {
            if (point.Cumulative.Amount >= cost)
            {
                return Figure.Of(point.Period);
            }
        }

        return Figure.Loss;
    }

    private static void CheckCurrency(Money left, Money right)
    {
        if (left.Currency != right.Currency)
        {
            throw new CurrencyMismatchException(left.Currency, right.Currency);
        }
    }

    /// <summary>A figure: a number, or a known loss or gain that no number says, or not known.</summary>
    internal readonly record struct Figure
    {
        private Figure(bool isKnown, bool isGain, decimal? number) => (IsKnown, IsGain, Number) = (isKnown, isGain, number);

        internal static Figure Unknown => default;

        internal static Figure Loss { get; } = new(true, false, null);

        internal static Figure Gain { get; } = new(true, true, null);

        internal bool IsKnown { get; }

        internal bool IsGain { get; }

        internal decimal? Number { get; }

        internal Ratio Ratio => Number is { } number ? Ratio.From(number) : Ratio.Unknown;

        internal static Figure Of(decimal number) => new(true, false, number);
    }
}
