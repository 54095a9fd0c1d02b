using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Segmentation.Analysis;

/// <summary>What facts of one history ask of each other: how often which behaviour is seen in which days, and what orders bring.</summary>
/// <remarks>Every condition here is one that each history fulfils. Not all such conditions are here: that a history exists is shown by
/// making one.</remarks>
internal sealed class Timelines
{
    private const double Slack = 1e-9; // quotients of doubles
    private const int PeriodsLookedAt = 40;
    private readonly IReadOnlyList<Variable> variables;
    private readonly int[] points;
    private readonly Behaviour[] behaviours;
    private readonly int today;
    private readonly bool isNeeded;

    internal Timelines(RuleModel model, int today)
    {
        variables = model.Variables;
        this.today = today;
        var all = new SortedSet<int> { FactMeaning.FirstDay, today + 1 };
        foreach (Variable variable in variables.Where(static v => v.Meaning.IsOfHistory))
        {
            isNeeded = true;
            all.Add(variable.Meaning.From);
            all.Add(variable.Meaning.To + 1);
            foreach ((double low, double high) in variable.Cells.Skip(1))
            {
                AddEnds(all, variable.Meaning, low, high);
            }
        }

        points = [.. all.Where(day => day >= FactMeaning.FirstDay && day <= today + 1)];
        behaviours = [.. variables.Where(static v => v.Meaning.IsOfHistory).Select(static v => v.Meaning.Behaviour)
            .Where(static b => b != Behaviour.None).Distinct()];
        if (variables.Any(static v => v.Meaning.Kind == MeaningKind.LastActive))
        {
            behaviours = [.. behaviours.Union([Behaviour.Order, Behaviour.Interaction])];
        }
    }

    internal int[] Points => points;

    internal Behaviour[] Behaviours => behaviours;

    internal static bool IsInteraction(Behaviour behaviour) =>
        behaviour is not (Behaviour.Order or Behaviour.Interaction or Behaviour.None)
            && Customers.Behaviours.IsInteraction(Customers.Behaviours.KindsOf(behaviour).First);

    /// <summary>Whether the cells left may be those of one history.</summary>
    internal bool MayBe(ReadOnlySpan<ulong> left)
    {
        if (!isNeeded)
        {
            return true;
        }

        if (!LinksMayBe(left) || !QuotientsMayBe(left))
        {
            return false;
        }

        foreach (Behaviour behaviour in behaviours)
        {
            if (CountsOf(behaviour, left).Least() is null || DaysOf(behaviour, left).Least() is null)
            {
                return false;
            }
        }

        return SpendOf(left).Least() is not null;
    }

    /// <summary>How often a behaviour is seen.</summary>
    internal Sums CountsOf(Behaviour behaviour, ReadOnlySpan<ulong> left)
    {
        var sums = new Sums(points);
        for (int i = 0; i < variables.Count; i++)
        {
            FactMeaning meaning = variables[i].Meaning;
            if (meaning.IsOfHistory && variables[i].Bounds(left[i]) is var (low, high))
            {
                bool isOwn = meaning.Behaviour == behaviour;
                if (isOwn || (behaviour == Behaviour.Interaction && IsInteraction(meaning.Behaviour)))
                {
                    Count(sums, variables[i], low, isOwn ? high : double.MaxValue, isOwn);
                }
                else if (meaning.Kind == MeaningKind.LastActive && behaviour is Behaviour.Order or Behaviour.Interaction)
                {
                    sums.Between((int)high + 1, today + 1, 0, 0);
                }
            }
        }

        return sums;
    }

    /// <summary>On how many days it is seen.</summary>
    internal Sums DaysOf(Behaviour behaviour, ReadOnlySpan<ulong> left)
    {
        var sums = new Sums(points);
        for (int i = 0; i < variables.Count; i++)
        {
            FactMeaning meaning = variables[i].Meaning;
            if (meaning.Kind == MeaningKind.LastActive && behaviour is Behaviour.Order or Behaviour.Interaction
                && variables[i].Bounds(left[i]) is var (_, last))
            {
                sums.Between((int)last + 1, today + 1, 0, 0);
            }

            if (meaning.IsOfHistory && meaning.Behaviour == behaviour && variables[i].Bounds(left[i]) is var (low, high))
            {
                switch (meaning.Kind)
                {
                    case MeaningKind.DayCount:
                        sums.Between(meaning.From, meaning.To + 1, low, high);
                        break;
                    case MeaningKind.Periods:
                        sums.Between(meaning.From, meaning.To + 1, low, high == 0 ? 0 : double.MaxValue);
                        break;
                    case MeaningKind.Cycle:
                        sums.Between(meaning.From, meaning.To + 1, 3, double.MaxValue);
                        break;
                    case MeaningKind.Count:
                        sums.Between(meaning.From, meaning.To + 1, low > 0 ? 1 : 0, high);
                        break;
                    case MeaningKind.Links:
                        sums.Between(meaning.From, meaning.To + 1, Math.Min(low, 1), double.MaxValue);
                        break;
                    default:
                        Count(sums, variables[i], low, high, isOwn: true);
                        break;
                }
            }
        }

        for (int i = 1; i < points.Length && sums.Points.Length > 2; i++)
        {
            sums.Between(points[i - 1], points[i], 0, points[i] - points[i - 1]);
        }

        return sums;
    }

    /// <summary>What orders bring; in whole minor units, where it is told how many make one.</summary>
    internal Sums SpendOf(ReadOnlySpan<ulong> left, double units = 0)
    {
        var sums = new Sums(points);
        for (int i = 0; i < variables.Count; i++)
        {
            FactMeaning meaning = variables[i].Meaning;
            if (variables[i].Bounds(left[i]) is var (low, high))
            {
                if (meaning.Kind == MeaningKind.Spend)
                {
                    (low, high) = units == 0 ? (low, high)
                        : (Math.Ceiling(low * units), Math.Min(double.MaxValue, Math.Floor(high * units)));
                    sums.Between(meaning.From, meaning.To + 1, low, high);
                }
                else if (meaning is { Kind: MeaningKind.Count, Behaviour: Behaviour.Order } && high == 0)
                {
                    sums.Between(meaning.From, meaning.To + 1, 0, 0);
                }
            }
        }

        return sums;
    }

    private void Count(Sums sums, Variable variable, double low, double high, bool isOwn)
    {
        FactMeaning meaning = variable.Meaning;
        (int from, int end) = (meaning.From, meaning.To + 1);
        switch (meaning.Kind)
        {
            case MeaningKind.Count:
                sums.Between(from, end, low, high);
                break;
            case MeaningKind.DayCount or MeaningKind.Periods:
                sums.Between(from, end, low, high == 0 ? 0 : double.MaxValue);
                break;
            case MeaningKind.Gap:
                sums.Between(from, end, 1, double.MaxValue);
                sums.Between(FactMeaning.FirstDay, end, 2, double.MaxValue);
                sums.Between(FactMeaning.FirstDay, end - (int)Math.Min(low, today - FactMeaning.FirstDay), 1, double.MaxValue);
                break;
            case MeaningKind.Spend:
                sums.Between(from, end, low > 0 ? 1 : 0, double.MaxValue);
                break;
            case MeaningKind.Last:
                sums.Between((int)low, (int)high + 1, 1, double.MaxValue);
                if (isOwn)
                {
                    sums.Between((int)high + 1, end, 0, 0);
                }

                break;
            case MeaningKind.First:
                sums.Between((int)low, (int)high + 1, 1, double.MaxValue);
                if (isOwn)
                {
                    sums.Between(from, (int)low, 0, 0);
                }

                break;
            case MeaningKind.DaysSince:
                sums.Between(today - (int)high, today - (int)low + 1, 1, double.MaxValue);
                sums.Between(today - (int)low + 1, today + 1, 0, 0);
                break;
            case MeaningKind.Links or MeaningKind.Linked or MeaningKind.Reachable:
                sums.Between(from, end, low, double.MaxValue);
                break;
            case MeaningKind.Carriers:
                sums.Between(from, end, variable.Text is not null && low > 0 ? 1 : 0, double.MaxValue);
                break;
            default:
                sums.Between(from, end, meaning.Kind == MeaningKind.Cycle ? 3 : 1, double.MaxValue);
                break;
        }
    }

    private static void AddEnds(SortedSet<int> all, FactMeaning meaning, double low, double high)
    {
        if (meaning.Kind is MeaningKind.First or MeaningKind.Last or MeaningKind.LastActive)
        {
            all.Add((int)low);
            all.Add((int)high + 1);
        }
        else if (meaning.Kind == MeaningKind.DaysSince)
        {
            all.Add(meaning.To - (int)high);
            all.Add(meaning.To - (int)low + 1);
        }
        else if (meaning.Kind == MeaningKind.Periods)
        {
            for (int i = 1; i <= Math.Min(low, PeriodsLookedAt); i++)
            {
                all.Add(meaning.To + 1 - (i * meaning.Length));
            }
        }
        else if (meaning.Kind == MeaningKind.Gap)
        {
            all.Add(meaning.To + 1 - (int)low);
        }
    }

    // Linked, on how many carriers and on which are one thing; who is reachable is linked.
    private bool LinksMayBe(ReadOnlySpan<ulong> left)
    {
        (bool isLinked, bool isNot, int has, double most) = (false, false, 0, double.MaxValue);
        for (int i = 0; i < variables.Count; i++)
        {
            if (variables[i].Meaning.Kind is MeaningKind.Links or MeaningKind.Linked or MeaningKind.Reachable or MeaningKind.Carriers
                && variables[i].Bounds(left[i]) is var (low, high))
            {
                if (variables[i].Meaning.Kind == MeaningKind.Carriers)
                {
                    if (variables[i].Text is { } carrier && low > 0)
                    {
                        if (SnakeNames<Carrier>.From(carrier) is not { } known || known == Carrier.None)
                        {
                            return false;
                        }

                        has++;
                    }

                    continue;
                }

                isLinked |= low > 0;
                isNot |= high == 0 && variables[i].Meaning.Kind != MeaningKind.Reachable;
                most = variables[i].Meaning.Kind == MeaningKind.Links ? high : most;
            }
        }

        // A text counts only where the set is known: whether it is, is a variable of its own.
        bool isSetKnown = false;
        for (int i = 0; i < variables.Count; i++)
        {
            isSetKnown |= variables[i] is { Meaning.Kind: MeaningKind.Carriers, Text: null } && left[i] == 2;
        }

        has = isSetKnown ? has : 0;
        return !(isNot && (isLinked || has > 0)) && has <= most;
    }

    private bool QuotientsMayBe(ReadOnlySpan<ulong> left)
    {
        (double Low, double High) orders = (0, double.MaxValue);
        (double Low, double High) spend = orders;
        (double Low, double High)? ticket = null;
        for (int i = 0; i < variables.Count; i++)
        {
            if (variables[i].Bounds(left[i]) is { } bounds)
            {
                FactMeaning meaning = variables[i].Meaning;
                bool isEver = meaning.From == FactMeaning.FirstDay && meaning.To == today;
                orders = isEver && meaning is { Kind: MeaningKind.Count, Behaviour: Behaviour.Order } ? bounds : orders;
                spend = isEver && meaning.Kind == MeaningKind.Spend ? bounds : spend;
                ticket = meaning.Kind == MeaningKind.AverageTicket ? bounds : ticket;
                if (meaning.Kind == MeaningKind.Ratio && !RatioMayBe((NumberFact)variables[i].Fact, bounds, left))
                {
                    return false;
                }
            }
        }

        return ticket is not var (low, high)
            || (spend.High >= low * (1 - Slack) && spend.Low <= high * orders.High * (1 + Slack) && orders.High > 0);
    }

    private bool RatioMayBe(NumberFact ratio, (double Low, double High) found, ReadOnlySpan<ulong> left)
    {
        (double Low, double High) part = BoundsOf(ratio.Parts[0], left);
        (double Low, double High) whole = BoundsOf(ratio.Parts[1], left);
        if (part.Low < 0 || whole.Low < 0)
        {
            return true;
        }

        double most = whole.Low == 0 ? double.MaxValue : part.High / whole.Low;
        double least = part.Low / whole.High;
        return whole.High > 0 && found.High >= least * (1 - Slack) && found.Low <= most * (1 + Slack);
    }

    private (double Low, double High) BoundsOf(Fact fact, ReadOnlySpan<ulong> left)
    {
        for (int i = 0; i < variables.Count; i++)
        {
            if (variables[i].Text is null && variables[i].Fact.Equals(fact))
            {
                return variables[i].Bounds(left[i]) ?? (FactMeaning.Of(fact, today).IsOfHistory ? 0 : double.MinValue, double.MaxValue);
            }
        }

        return (FactMeaning.Of(fact, today).IsOfHistory ? 0 : double.MinValue, double.MaxValue);
    }
}
