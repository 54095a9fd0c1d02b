using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Segmentation;

/// <summary>Behaviour over time, as rules (行为规则): short ways to write comparisons of <see cref="Facts.Count"/>,
/// <see cref="Facts.First"/>,
/// <see cref="Facts.Last"/>,
/// <see cref="Facts.Periods"/> and <see cref="Facts.Gap"/>.</summary>
public static class BehaviourRules
{
    /// <summary>Done at least once in a window (做过).</summary>
    /// <param name="behaviour">What.</param>
    /// <param name="window">When; by default ever.</param>
    public static SegmentRule Done(this Behaviour behaviour, TimeWindow window = default) => Facts.Count(behaviour, window).AtLeast(1);

    /// <summary>Not done in a window (未做过): the complement of <see cref="Done"/>, so true when it is not known.</summary>
    /// <param name="behaviour">What.</param>
    /// <param name="window">When; by default ever.</param>
    public static SegmentRule NotDone(this Behaviour behaviour, TimeWindow window = default) => SegmentRule.Not(Done(behaviour, window));

    /// <summary>Done so many times in a window (做过 N 至 M 次).</summary>
    /// <param name="behaviour">What.</param>
    /// <param name="least">The least number of times.</param>
    /// <param name="most">The greatest number of times.</param>
    /// <param name="window">When; by default ever.</param>
    /// <exception cref="ArgumentOutOfRangeException">The numbers are in the wrong order.</exception>
    public static SegmentRule DoneTimes(this Behaviour behaviour, int least, int most, TimeWindow window = default) =>
        Facts.Count(behaviour, window).Between(least, most);

    /// <summary>Done for the first time within the last days, today included (首次).</summary>
    /// <param name="behaviour">What.</param>
    /// <param name="days">1 for today only.</param>
    public static SegmentRule FirstDoneWithin(this Behaviour behaviour, int days) => Facts.First(behaviour).WithinDays(days);

    /// <summary>Done in at least some of the last periods (规律).</summary>
    /// <param name="behaviour">What.</param>
    /// <param name="least">In how many periods at least.</param>
    /// <param name="periods">Of how many.</param>
    /// <param name="days">How long a period is.</param>
    public static SegmentRule DoneRegularly(this Behaviour behaviour, int least, int periods, int days) =>
        Facts.Periods(behaviour, days, Guard.Against.OutOfRange(periods, nameof(periods), least, Facts.PeriodsMax)).AtLeast(least);

    /// <summary>Done once, but not for more than a number of days (停止).</summary>
    /// <param name="behaviour">What.</param>
    /// <param name="days">The number of days.</param>
    public static SegmentRule StoppedFor(this Behaviour behaviour, int days) => Facts.Last(behaviour).MoreThanDaysAgo(days);

    /// <summary>Done again within the last days after a pause (恢复).</summary>
    /// <param name="behaviour">What.</param>
    /// <param name="days">Within how many days, today included, the pause ended.</param>
    /// <param name="pauseDays">How many days at least lay between the two days on which it was done.</param>
    public static SegmentRule RestartedWithin(this Behaviour behaviour, int days, int pauseDays) =>
        Facts.Gap(behaviour, TimeWindow.LastDays(days)).AtLeast(pauseDays);
}
