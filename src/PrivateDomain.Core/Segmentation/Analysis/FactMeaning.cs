using NodaTime;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Segmentation.Analysis;

/// <summary>What a fact is made of, as far as it hangs together with others.</summary>
internal enum MeaningKind
{
    /// <summary>The caller's own: it hangs together with nothing.</summary>
    Own = 0,

    /// <summary>Assessed by a policy from the same history.</summary>
    Assessed,
    Count,
    DayCount,
    Gap,
    Periods,
    Spend,
    First,
    Last,
    LastActive,
    DaysSince,
    AverageTicket,
    Cycle,
    Nps,
    Links,
    Linked,
    Reachable,
    Carriers,
    Channel,
    Tags,
    Groups,
    Ratio,
    Bucket,
}

/// <summary>What a fact means on a day: the behaviour and the days that it looks at, from the first to the last, both included; of periods
/// also how many there are, and how many days each has.</summary>
internal readonly record struct FactMeaning(
    MeaningKind Kind, Behaviour Behaviour = Behaviour.None, int From = 0, int To = 0, int Most = 0, int Length = 0)
{
    /// <summary>No event is earlier: 1900-01-01.</summary>
    internal static readonly int FirstDay = ShopDays.NumberOf(DateRule.FirstDay);

    /// <summary>Whether it follows from the customer's history.</summary>
    internal bool IsOfHistory => Kind > MeaningKind.Assessed && Kind != MeaningKind.Bucket;

    internal static FactMeaning Of(Fact fact, int today)
    {
        if (!fact.IsRead)
        {
            return new(fact.IsAssessed ? MeaningKind.Assessed : MeaningKind.Own);
        }

        return fact.Name switch
        {
            "orders" => Over(MeaningKind.Count, Behaviour.Order, today),
            "interactions" => Over(MeaningKind.Count, Behaviour.Interaction, today),
            "purchase_days" => Over(MeaningKind.DayCount, Behaviour.Order, today),
            "spend" => Over(MeaningKind.Spend, Behaviour.Order, today),
            "average_ticket" => Over(MeaningKind.AverageTicket, Behaviour.Order, today),
            "repurchase_days" => Over(MeaningKind.Cycle, Behaviour.Order, today),
            "days_since_order" => Over(MeaningKind.DaysSince, Behaviour.Order, today),
            "first_order" => Over(MeaningKind.First, Behaviour.Order, today),
            "last_order" => Over(MeaningKind.Last, Behaviour.Order, today),
            "last_interaction" => Over(MeaningKind.Last, Behaviour.Interaction, today),
            "last_active" => Over(MeaningKind.LastActive, Behaviour.None, today),
            "nps" => Over(MeaningKind.Nps, Behaviour.NpsAnswered, today),
            "links" => Over(MeaningKind.Links, Behaviour.LinkMade, today),
            "linked" => Over(MeaningKind.Linked, Behaviour.LinkMade, today),
            "reachable" => Over(MeaningKind.Reachable, Behaviour.LinkMade, today),
            "carrier" => Over(MeaningKind.Carriers, Behaviour.LinkMade, today),
            "channel" => Over(MeaningKind.Channel, Behaviour.LinkMade, today),
            "tag" => new(MeaningKind.Tags),
            "community" => new(MeaningKind.Groups),
            var name => OfFunction(name, today),
        };
    }

    private static FactMeaning Over(MeaningKind kind, Behaviour behaviour, int today) => new(kind, behaviour, FirstDay, today);

    private static FactMeaning OfFunction(string name, int today)
    {
        int open = name.IndexOf('(', StringComparison.Ordinal);
        string function = open < 0 ? "" : name[..open];
        if (function is "ratio" or "bucket")
        {
            return new(function is "ratio" ? MeaningKind.Ratio : MeaningKind.Bucket);
        }

        string[] parts = open < 0 ? [] : name[(open + 1)..^1].Split(',', StringSplitOptions.TrimEntries);
        if (function is "spend")
        {
            return Within(MeaningKind.Spend, Behaviour.Order, parts[0], today);
        }

        if (parts.Length == 0 || SnakeNames<Behaviour>.From(parts[0]) is not { } behaviour)
        {
            return new(MeaningKind.Assessed); // read from history in a way not known here
        }

        if (function is "periods")
        {
            int days = FactNotation.ReadDays(parts[1], 1) ?? 1;
            int most = FactNotation.ReadNumber(parts[2], 1, Facts.PeriodsMax) ?? 1;
            return new(MeaningKind.Periods, behaviour, Math.Max(FirstDay, today - (days * most) + 1), today, most, days);
        }

        MeaningKind kind = function switch
        {
            "count" => MeaningKind.Count,
            "days" => MeaningKind.DayCount,
            "gap" => MeaningKind.Gap,
            "first" => MeaningKind.First,
            _ => MeaningKind.Last,
        };
        return parts.Length < 2 ? Over(kind, behaviour, today) : Within(kind, behaviour, parts[1], today);
    }

    private static FactMeaning Within(MeaningKind kind, Behaviour behaviour, string window, int today)
    {
        (TimeWindow.Shape shape, int days, LocalDate first, LocalDate last) = (FactNotation.ReadWindow(window) ?? default).Parts;
        (int from, int to) = shape switch
        {
            TimeWindow.Shape.LastDays => (today - days + 1, today),
            TimeWindow.Shape.MoreThanDaysAgo => (FirstDay, today - days - 1),
            TimeWindow.Shape.Between => (ShopDays.NumberOf(first), Math.Min(today, ShopDays.NumberOf(last))),
            _ => (FirstDay, today),
        };
        return new(kind, behaviour, Math.Max(FirstDay, from), to);
    }
}
