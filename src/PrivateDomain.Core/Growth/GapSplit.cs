using System.Collections.Immutable;

namespace PrivateDomain.Core.Growth;

/// <summary>The exact parts of one channel's gap.</summary>
internal sealed class GapSplit
{
    private static readonly FunnelStep[] Steps =
    [
        FunnelStep.Volume, FunnelStep.AddRate, FunnelStep.Acceptance, FunnelStep.FirstPurchase, FunnelStep.OrdersPerBuyer,
        FunnelStep.Ticket,
    ];

    private GapSplit(string channel, decimal was, Money gap, ImmutableArray<Factor> factors)
    {
        Channel = channel;
        Was = was;
        Gap = gap;
        Factors = factors;
    }

    internal string Channel { get; }

    internal Money Gap { get; }

    // The channel's actual sales, or what its margin left of them.
    private decimal Was { get; }

    private ImmutableArray<Factor> Factors { get; }

    /// <summary>Splits the gap of a channel; null is one that stands in the other only.</summary>
    internal static Answer<GapSplit> Of(
        string channel, Currency currency, FunnelFigures? plan, FunnelFigures? actual, decimal? planMargin, decimal? actualMargin)
    {
        decimal wanted = (plan?.Sales.Amount ?? 0m) * (planMargin ?? 1m);
        decimal was = (actual?.Sales.Amount ?? 0m) * (actualMargin ?? 1m);
        List<(ImmutableArray<FunnelStep> Steps, decimal? Planned, decimal? Actual)> measured = Measured(plan, actual);
        if (planMargin is not null) // and then the actual one is known, too
        {
            measured.Add(([FunnelStep.GrossMargin], planMargin, actualMargin));
        }

        int[] zeros = [.. Enumerable.Range(0, measured.Count).Where(i => measured[i].Planned == 0m || measured[i].Actual == 0m)];
        if (zeros.Length > 1)
        {
            return Answer<GapSplit>.Refused(GrowthReasons.TwoFactorsOfNothing.With(
                PlanSentences.NameOf(measured[zeros[0]].Steps), PlanSentences.NameOf(measured[zeros[1]].Steps)));
        }

        var factors = ImmutableArray.CreateBuilder<Factor>();
        for (int i = 0; i < measured.Count; i++)
        {
            (ImmutableArray<FunnelStep> steps, decimal? planned, decimal? actualFactor) = measured[i];
            double exact = zeros.Length == 1 ? (zeros[0] == i ? (double)(was - wanted) : 0d) : Part(planned, actualFactor, wanted, was);
            factors.Add(new Factor(steps, planned, actualFactor, exact));
        }

        return new GapSplit(channel, was, Money.From(was - wanted, currency), factors.ToImmutable());
    }

    /// <summary>The parts of several channels as money: the gap by largest remainder of the exact parts, and the cost lines as they
    /// are.</summary>
    internal static ImmutableArray<GapPart> Together(
        ImmutableArray<GapSplit> channels, Money gap, ReadOnlySpan<(string Name, Money Planned, Money Actual)> costs)
    {
        bool isOne = channels.Length == 1;
        (ImmutableArray<FunnelStep> Steps, double Exact, Factor Only)[] exact =
        [
            .. channels.SelectMany(static channel => channel.Factors).GroupBy(static factor => (factor.Steps[0], factor.Steps.Length))
                .Select(static same => (same.First().Steps, same.Sum(static factor => factor.Exact), same.First()))
                .OrderBy(static each => each.Steps[0]).ThenBy(static each => each.Steps.Length),
        ];
        Money shared = gap;
        var parts = new List<GapPart>();
        foreach ((string name, Money planned, Money actual) in costs)
        {
            Money needed = actual + gap;
            parts.Add(new GapPart(
                [], name, planned.Amount, actual.Amount, planned - actual, needed.Amount, null, isEnoughAlone: !needed.IsNegative));
            shared -= planned - actual;
        }

        Money[] amounts = Shared(shared, exact);
        for (int i = 0; i < exact.Length; i++)
        {
            Factor only = exact[i].Only;
            (decimal? times, decimal most) = Times(channels, exact[i].Steps, gap.Amount);
            decimal? needed = isOne && only.Actual is { } factor ? Scaled(factor, times) : null;
            parts.Add(new GapPart(
                exact[i].Steps, null, isOne ? only.Planned : null, isOne ? only.Actual : null, amounts[i], needed, times,
                times is not null && (!exact[i].Steps.All(GapPart.IsShare) || Scaled(most, times) <= 1m)));
        }

        return
        [
            .. parts.OrderByDescending(static part => Math.Abs(part.Part.Amount))
                .ThenBy(static part => part.Name.English, StringComparer.Ordinal),
        ];
    }

    // Floors of the exact parts in minor units, and the units left to the largest remainders, equals by name.
    private static Money[] Shared(Money gap, (ImmutableArray<FunnelStep> Steps, double Exact, Factor Only)[] exact)
    {
        Currency currency = gap.Currency;
        decimal unit = PayableAmounts.UnitOf(currency).Amount;
        decimal[] floors = [.. exact.Select(each => decimal.Floor((decimal)each.Exact / unit) * unit)];
        decimal left = gap.Amount - floors.Sum();
        int[] order =
        [
            .. Enumerable.Range(0, exact.Length).OrderByDescending(i => ((decimal)exact[i].Exact) - floors[i])
                .ThenBy(i => PlanSentences.NameOf(exact[i].Steps).English, StringComparer.Ordinal),
        ];
        for (int i = 0; left >= unit && exact.Length > 0; i = (i + 1) % exact.Length)
        {
            floors[order[i]] += unit;
            left -= unit;
        }

        if (exact.Length > 0)
        {
            floors[order[0]] += left; // sales need not be whole minor units: what is less than one stays with the first
        }

        return [.. floors.Select(amount => Money.From(amount, currency))];
    }

    // A factor a level that both counted: the level over the one before it.
    private static List<(
        ImmutableArray<FunnelStep> Steps, decimal? Planned, decimal? Actual)> Measured(FunnelFigures? plan, FunnelFigures? actual)
    {
        var measured = new List<(ImmutableArray<FunnelStep> Steps, decimal? Planned, decimal? Actual)>();
        var open = ImmutableArray.CreateBuilder<FunnelStep>();
        (decimal planBefore, decimal actualBefore) = (1m, 1m);
        foreach (FunnelStep step in Steps)
        {
            open.Add(step);
            decimal? planned = plan is null ? 0m : plan.At(step);
            decimal? found = actual is null ? 0m : actual.At(step);
            if (planned is { } wanted && found is { } was)
            {
                measured.Add((open.ToImmutable(), Factored(wanted, planBefore), Factored(was, actualBefore)));
                (planBefore, actualBefore) = (wanted, was);
                open.Clear();
            }
        }

        return measured;
    }

    // Behind a level of 0 all are 0, and there is nothing to divide: the factor is not known, and takes no part.
    private static decimal? Factored(decimal level, decimal before) => before == 0m ? null : GrowthMeasures.Quotient(level, before);

    private static double Part(decimal? planned, decimal? actual, decimal wanted, decimal was)
    {
        if (planned is not { } p || actual is not { } a || p == a)
        {
            return 0d;
        }

        return LogarithmicMean(was, wanted) * LogOfQuotient(a, p);
    }

    // (u − 1) ÷ ln u, at the u that is near the quotient, is right to the last digits also where both are nearly equal; the difference of
    // the
    // two ÷ the logarithm of their quotient is not.
    private static double LogarithmicMean(decimal a, decimal b)
    {
        double quotient = Quotient(a, b);
        return quotient == 1d ? (double)b : (double)b * ((quotient - 1d) / Math.Log(quotient));
    }

    // Of the difference, where the quotient would lose its digits.
    private static double LogOfQuotient(decimal a, decimal b)
    {
        double quotient = Quotient(a, b);
        return quotient is > 0.5 and < 2d && quotient != 1d
            ? (double)((a - b) / b) * (Math.Log(quotient) / (quotient - 1d))
            : quotient == 1d ? (double)((a - b) / b) : Math.Log(quotient);
    }

    // In decimal, which keeps more digits, where it cannot overflow.
    private static double Quotient(decimal a, decimal b)
    {
        double quotient = (double)a / (double)b;
        return quotient is > 0.5 and < 2d ? (double)(a / b) : quotient;
    }

    // The channels that have the factor bring so much more or less as it is multiplied: all together bring the goal at 1 − gap ÷ theirs.
    private static (decimal? Times, decimal MostActual) Times(
        ImmutableArray<GapSplit> channels, ImmutableArray<FunnelStep> steps, decimal gap)
    {
        decimal theirs = 0m;
        decimal most = 0m;
        foreach (GapSplit channel in channels)
        {
            Factor? same = channel.Factors.FirstOrDefault(factor => factor.Steps.AsSpan().SequenceEqual(steps.AsSpan()));
            if (same?.Actual is > 0m and var actual)
            {
                theirs += channel.Was;
                most = Math.Max(most, actual);
            }
        }

        return theirs > 0m && Math.Abs((double)gap / (double)theirs) < (double)FunnelFigures.LevelMax
            && (theirs - gap) / theirs is >= 0m and var times
            ? (times, most)
            : (null, most);
    }

    private static decimal? Scaled(decimal factor, decimal? times) =>
        times is { } by && (double)factor * (double)by < 1e20 ? factor * by : null;

    private sealed record Factor(ImmutableArray<FunnelStep> Steps, decimal? Planned, decimal? Actual, double Exact);
}
