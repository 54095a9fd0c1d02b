using NodaTime;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Segmentation;

/// <summary>Reads what a customer did over time, from the history: how often, on which days, how long the pauses were.</summary>
/// <remarks>Where events that it takes were folded into totals, and the totals do not tell, the answer is folded.</remarks>
internal static class BehaviourReading
{
    /// <summary>The shop's day of an instant; absent for none.</summary>
    internal static FactReading<LocalDate> DateOf(CustomerFacts facts, Instant? instant)
    {
        if (instant is not { } at)
        {
            return default;
        }

        ShopDays days = facts.Clock;
        return FactReading<LocalDate>.Of(ShopDays.DateOf(days.Of(at)));
    }

    internal static FactReading<double> CountOf(CustomerFacts facts, Behaviour behaviour, TimeWindow window)
    {
        return facts.CountOf(behaviour, window) is { } count ? FactReading<double>.Of(count) : FactReading<double>.Folded;
    }

    internal static FactReading<double> DaysOf(CustomerFacts facts, Behaviour behaviour, TimeWindow window)
    {
        (int from, int to) = DaysIn(facts, window);
        if (BehaviourCounts.DaysUpTo(facts, behaviour, from, to) is not { } days)
        {
            return FactReading<double>.Folded;
        }

        int count = 0;
        foreach (int day in days)
        {
            count += day >= from ? 1 : 0;
        }

        return FactReading<double>.Of(count);
    }

    internal static FactReading<double> GapOf(CustomerFacts facts, Behaviour behaviour, TimeWindow window)
    {
        (int from, int to) = DaysIn(facts, window);
        if (BehaviourCounts.DaysUpTo(facts, behaviour, from, to) is not { } days)
        {
            return FactReading<double>.Folded;
        }

        int longest = 0; // no pause is shorter than a day
        for (int i = 1; i < days.Count; i++)
        {
            longest = days[i] >= from ? Math.Max(longest, days[i] - days[i - 1]) : longest;
        }

        return longest == 0 ? default : FactReading<double>.Of(longest);
    }

    internal static FactReading<double> PeriodsOf(CustomerFacts facts, Behaviour behaviour, int length, int periods)
    {
        (int from, int to) = DaysIn(facts, TimeWindow.LastDays(length * periods));
        if (BehaviourCounts.DaysUpTo(facts, behaviour, from, to) is not { } days)
        {
            return FactReading<double>.Folded;
        }

        (int count, int before) = (0, -1);
        foreach (int day in days)
        {
            int period = (to - day) / length; // days ascend, so that the days of a period follow each other
            count += day >= from && period != before ? 1 : 0;
            before = day >= from ? period : before;
        }

        return FactReading<double>.Of(count);
    }

    /// <summary>The day of the first or the last time.</summary>
    internal static FactReading<LocalDate> EndOf(CustomerFacts facts, Behaviour behaviour, bool last) =>
        last && facts.CountOf(behaviour) is null ? FactReading<LocalDate>.Folded
        : DateOf(facts, last ? facts.LastOf(behaviour) : facts.FirstOf(behaviour));

    // The first and the last day of a window, as numbers.
    private static (int From, int To) DaysIn(CustomerFacts facts, TimeWindow window)
    {
        int today = facts.Today;
        (TimeWindow.Shape shape, int days, LocalDate first, LocalDate last) = window.Parts;
        return shape switch
        {
            TimeWindow.Shape.LastDays => (today - days + 1, today),
            TimeWindow.Shape.MoreThanDaysAgo => (int.MinValue, today - days - 1),
            TimeWindow.Shape.Between => (ShopDays.NumberOf(first), Math.Min(today, ShopDays.NumberOf(last))),
            _ => (int.MinValue, today),
        };
    }
}
