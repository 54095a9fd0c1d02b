using System.Text.Json.Serialization;
using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Segmentation.Forms;

namespace PrivateDomain.Core.Segmentation;

/// <summary>How a date is compared (日期比较).</summary>
public enum DateOperator
{
    /// <summary>Before (早于).</summary>
    Before = 0,

    /// <summary>On or before (不晚于).</summary>
    OnOrBefore,

    /// <summary>On (在当日).</summary>
    On,

    /// <summary>Not on; true when absent (不在当日).</summary>
    NotOn,

    /// <summary>On or after (不早于).</summary>
    OnOrAfter,

    /// <summary>After (晚于).</summary>
    After,

    /// <summary>From <see cref="DateRule.Date"/> to <see cref="DateRule.LastDate"/>, both included (介于).</summary>
    Between,

    /// <summary>From the day <see cref="DateRule.Days"/> − 1 before today up to today (最近 N 天).</summary>
    WithinLastDays,

    /// <summary>Before the day <see cref="DateRule.Days"/> before today (N 天以前).</summary>
    MoreThanDaysAgo,

    /// <summary>From today to the day <see cref="DateRule.Days"/> − 1 after it (未来 N 天).</summary>
    WithinNextDays,
}

/// <summary>A date compared with constants or with today (日期规则).</summary>
[JsonConverter(typeof(SegmentRuleJsonConverter))]
public sealed class DateRule : SegmentRule
{
    /// <summary>The first date a rule may name.</summary>
    internal static readonly LocalDate Earliest = new(1900, 1, 2);

    /// <summary>The last date a rule may name.</summary>
    internal static readonly LocalDate Latest = new(9998, 12, 30);

    /// <summary>The first day that an event may have, whatever the zone.</summary>
    internal static readonly LocalDate FirstDay = new(1899, 12, 31);

    private static readonly LocalDate LastDay = new(9999, 1, 1);

    internal DateRule(DateFact fact, DateOperator how, LocalDate date, LocalDate? last = null)
        : base(HashCode.Combine(Guard.Against.Null(fact), how, date, last ?? date))
    {
        Fact = fact;
        Operator = how;
        Date = Check(date, nameof(date), Earliest);
        LastDate = Check(last ?? date, nameof(last), date);
    }

    internal DateRule(DateFact fact, DateOperator how, int days)
        : base(HashCode.Combine(Guard.Against.Null(fact), how, days))
    {
        Fact = fact;
        Operator = how;
        Days = Guard.Against.OutOfRange(days, nameof(days), how == DateOperator.MoreThanDaysAgo ? 0 : 1, TimeWindow.DaysMax);
    }

    /// <summary>What is compared.</summary>
    public DateFact Fact { get; }

    /// <summary>How.</summary>
    public DateOperator Operator { get; }

    /// <summary>With which date; for <see cref="DateOperator.Between"/> the first one. Only where <see cref="IsRelative"/> is
    /// false.</summary>
    public LocalDate Date { get; }

    /// <summary>The last date of <see cref="DateOperator.Between"/>; else <see cref="Date"/>.</summary>
    public LocalDate LastDate { get; }

    /// <summary>The number of days where <see cref="IsRelative"/>; else 0.</summary>
    public int Days { get; }

    /// <summary>Whether the rule is relative to today.</summary>
    public bool IsRelative => Operator >= DateOperator.WithinLastDays;

    /// <summary>The dates that fulfil the rule, both ends included, an open end being null. For <see cref="DateOperator.NotOn"/> the dates
    /// that do not: the rule is
    /// the complement, absent included.</summary>
    /// <param name="today">The shop's date, on which relative rules depend.</param>
    internal (LocalDate? From, LocalDate? To) BoundsAt(LocalDate today) => Operator switch
    {
        DateOperator.Before => (null, Date.PlusDays(-1)),
        DateOperator.OnOrBefore => (null, Date),
        DateOperator.OnOrAfter => (Date, null),
        DateOperator.After => (Date.PlusDays(1), null),
        DateOperator.WithinLastDays => (today.PlusDays(1 - Days), today),
        DateOperator.MoreThanDaysAgo => (null, today.PlusDays(-Days - 1)),
        DateOperator.WithinNextDays =>
            (today, Period.DaysBetween(today, LocalDate.MaxIsoValue) < Days ? LocalDate.MaxIsoValue : today.PlusDays(Days - 1)),
        _ => (Date, LastDate),
    };

    /// <summary>A date that may be today.</summary>
    internal static LocalDate CheckToday(LocalDate today) =>
        today.Calendar == CalendarSystem.Iso && today >= FirstDay && today <= LastDay
            ? today
            : throw new ArgumentOutOfRangeException(nameof(today), today, "An ISO date from 1899-12-31 to 9999-01-01 is needed.");

    private protected override bool Same(SegmentRule other) =>
        other is DateRule rule && Operator == rule.Operator && Days == rule.Days && Date == rule.Date && LastDate == rule.LastDate
            && Fact.Equals(rule.Fact);

    private static LocalDate Check(LocalDate date, string name, LocalDate least) =>
        date.Calendar == CalendarSystem.Iso && date >= least && date <= Latest
            ? date
            : throw new ArgumentOutOfRangeException(name, date,
                FormattableString.Invariant($"An ISO date from {least:yyyy-MM-dd} to {Latest:yyyy-MM-dd} is needed."));
}
