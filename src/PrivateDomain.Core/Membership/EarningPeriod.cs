using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;

namespace PrivateDomain.Core.Membership;

/// <summary>What tiers are earned by (等级依据). A spendable balance is no choice: who spends points would lose the tier they were earned
/// with.</summary>
/// <remarks>The default value is <see cref="None"/>, and no policy can be made with it.</remarks>
public enum EarnedBasis
{
    /// <summary>Not chosen.</summary>
    None = 0,

    /// <summary>What orders that count brought, less refunds, in the shop's currency (累计消费).</summary>
    Spend,

    /// <summary>Orders that count (订单数).</summary>
    Orders,

    /// <summary>Points that were earned, spent or not (获得积分).</summary>
    PointsEarned,
}

/// <summary>In which time earnings count (统计周期): the last days, a calendar year, or a lifetime. Days are the shop's.</summary>
/// <remarks>
/// <para>Equality is that of the kind and its number; there is no ordering.</para>
/// <para>The default value is <see cref="Lifetime"/>.</para>
/// </remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public readonly record struct EarningPeriod
{
    internal const int DaysMin = 2;
    internal const int DaysMax = 36_525;
    private readonly int days; // 0 a lifetime, −1 a calendar year

    private EarningPeriod(int days) => this.days = days;

    /// <summary>All that was ever earned (终身累计).</summary>
    public static EarningPeriod Lifetime => default;

    /// <summary>What was earned in this calendar year, or in the one before if that was more (自然年): a year's earnings count up to the
    /// end of the next.</summary>
    public static EarningPeriod CalendarYear => new(-1);

    /// <summary>What was earned in the last days, today included (滚动天数).</summary>
    /// <param name="days">From 2 to 36,525.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is out of range.</exception>
    public static EarningPeriod RollingDays(int days) => new(Guard.Against.OutOfRange(days, nameof(days), DaysMin, DaysMax));

    /// <summary>How many of the last days count; 0 for a lifetime, −1 for calendar years.</summary>
    internal int Days => days;

    /// <summary>The stretches of days of which the best one counts on a day.</summary>
    internal ImmutableArray<DateInterval> WindowsOn(LocalDate day) => days switch
    {
        0 => [new DateInterval(LocalDate.MinIsoValue, LocalDate.MaxIsoValue)],
        -1 => [Year(day.Year), Year(day.Year - 1)],
        _ => [new DateInterval(day.PlusDays(1 - days), day)],
    };

    /// <summary>The last day on which what counts today still counts, if there is an end; <paramref name="oldest"/> is the first day of
    /// what counts.</summary>
    internal LocalDate? CountsUpTo(LocalDate day, LocalDate? oldest) => days switch
    {
        0 => null,
        -1 => new LocalDate(day.Year, 12, 31),
        _ => oldest?.PlusDays(days - 1),
    };

    /// <summary>The first day after this one on which an earning of a given day counts no more; null: never.</summary>
    internal LocalDate? CountsNoMoreFrom(LocalDate earned) => days switch
    {
        0 => null,
        -1 => new LocalDate(earned.Year + 2, 1, 1),
        _ => earned.PlusDays(days),
    };

    private static DateInterval Year(int year) => new(new LocalDate(year, 1, 1), new LocalDate(year, 12, 31));
}
