using NodaTime;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Segmentation;

/// <summary>How a number is compared (数值比较).</summary>
public enum NumberOperator
{
    /// <summary>Below (小于).</summary>
    LessThan = 0,

    /// <summary>At most (小于等于).</summary>
    AtMost,

    /// <summary>Equal (等于).</summary>
    Equal,

    /// <summary>Not equal; true when absent (不等于).</summary>
    NotEqual,

    /// <summary>At least (大于等于).</summary>
    AtLeast,

    /// <summary>Above (大于).</summary>
    GreaterThan,

    /// <summary>From <see cref="NumberRule.Value"/> to <see cref="NumberRule.High"/>, both included (介于).</summary>
    Between,
}

/// <summary>A number compared with a constant (数值规则).</summary>
public sealed class NumberRule : SegmentRule
{
    internal NumberRule(NumberFact fact, NumberOperator how, double value, double? high = null)
        : base(HashCode.Combine(Guard.Against.Null(fact), how, value + 0.0, (high ?? value) + 0.0))
    {
        Fact = fact;
        Operator = how;
        Value = Finite(value, nameof(value)) + 0.0; // -0 is 0
        High = Finite(high ?? value, nameof(high)) + 0.0;
        if (High < Value)
        {
            throw new ArgumentOutOfRangeException(nameof(high), high,
                FormattableString.Invariant($"A number not below {value} is needed."));
        }
    }

    /// <summary>What is compared.</summary>
    public NumberFact Fact { get; }

    /// <summary>How.</summary>
    public NumberOperator Operator { get; }

    /// <summary>With which finite number; for <see cref="NumberOperator.Between"/> the lower one.</summary>
    public double Value { get; }

    /// <summary>The higher number of <see cref="NumberOperator.Between"/>; else <see cref="Value"/>.</summary>
    public double High { get; }

    private protected override bool Same(SegmentRule other) =>
        other is NumberRule rule && Operator == rule.Operator && Value.Equals(rule.Value) && High.Equals(rule.High)
            && Fact.Equals(rule.Fact);

    private static double Finite(double value, string name) =>
        double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(name, value, "A finite number is needed.");
}

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
public sealed class DateRule : SegmentRule
{
    /// <summary>The first date a rule may name.</summary>
    internal static readonly LocalDate Earliest = new(1900, 1, 2);

    /// <summary>The last date a rule may name.</summary>
    internal static readonly LocalDate Latest = new(9998, 12, 30);

    // The days of all instants that events may have, whatever the zone.
    private static readonly LocalDate FirstToday = new(1899, 12, 31);
    private static readonly LocalDate LastToday = new(9999, 1, 1);

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
        DateOperator.WithinNextDays => (today, Period.DaysBetween(today, LocalDate.MaxIsoValue) < Days ? LocalDate.MaxIsoValue : today.PlusDays(Days - 1)),
        _ => (Date, LastDate),
    };

    /// <summary>A date that may be today.</summary>
    internal static LocalDate CheckToday(LocalDate today) =>
        today.Calendar == CalendarSystem.Iso && today >= FirstToday && today <= LastToday
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

/// <summary>A fact that is yes, or no (是否规则).</summary>
public sealed class YesNoRule : SegmentRule
{
    internal YesNoRule(YesNoFact fact, bool expected)
        : base(HashCode.Combine(Guard.Against.Null(fact), expected)) =>
        (Fact, Expected) = (fact, expected);

    /// <summary>What is asked.</summary>
    public YesNoFact Fact { get; }

    /// <summary>The answer that fulfils the rule; an absent fact never does.</summary>
    public bool Expected { get; }

    private protected override bool Same(SegmentRule other) =>
        other is YesNoRule rule && Expected == rule.Expected && Fact.Equals(rule.Fact);
}

/// <summary>A fact that is known, or not (已知规则).</summary>
public sealed class KnownRule : SegmentRule
{
    internal KnownRule(Fact fact, bool known)
        : base(HashCode.Combine(nameof(KnownRule), Guard.Against.Null(fact), known)) =>
        (Fact, Known) = (fact, known);

    /// <summary>What is asked.</summary>
    public Fact Fact { get; }

    /// <summary>Whether the fact must be known, or must be unknown.</summary>
    public bool Known { get; }

    private protected override bool Same(SegmentRule other) => other is KnownRule rule && Known == rule.Known && Fact.Equals(rule.Fact);
}
