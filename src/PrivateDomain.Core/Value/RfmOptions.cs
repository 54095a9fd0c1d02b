using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Value;

/// <summary>How customers are scored by recency, frequency and money (RFM 的配置).</summary>
/// <remarks>
/// <para>Each measure has its own fixed thresholds, or is scored by the quantiles of a cohort. The best score is the greatest one in all
/// three directions: recent,
/// often, much.</para>
/// <para>Equality is that of all parts, of the thresholds in their order. They are not checked: <see cref="RfmPolicy"/> does.</para>
/// </remarks>
[JsonConverter(typeof(OptionsJsonConverter<RfmOptions>))]
public sealed record RfmOptions : IPolicyOptions<RfmOptions>
{
    internal const int BinsMax = 10;

    /// <summary>How many scores there are, from 2 to 10; the best is this number, the worst is 1. 5, as is usual.</summary>
    public int Bins { get; init; } = 5;

    /// <summary>Whether a customer's first order is among the orders and the money (首单是否计入). Recency is always that of the last
    /// order, first or not. Yes, the
    /// library's own choice.</summary>
    public bool CountsFirstOrder { get; init; } = true;

    /// <summary>How many of the shop's last days are looked at, today included, from 1 to 36,525; null, the default, is all time.</summary>
    public int? WindowDays { get; init; }

    /// <summary>At most how many days ago the last order must be for the scores 2, 3, …, from worst to best, so descending; null, the
    /// default, is by quantiles.</summary>
    public ImmutableArray<int>? RecencyThresholds { get; init; }

    /// <summary>At least how many orders the scores 2, 3, … need, ascending; null, the default, is by quantiles.</summary>
    public ImmutableArray<int>? FrequencyThresholds { get; init; }

    /// <summary>At least how much money the scores 2, 3, … need, in the shop's currency, ascending; null, the default, is by
    /// quantiles.</summary>
    public ImmutableArray<decimal>? MonetaryThresholds { get; init; }

    static Description<RfmOptions> IPolicyOptions<RfmOptions>.Description { get; } = new(
        new("RFM policy", "RFM 策略"), static () => new(),
        For<RfmOptions>.Whole(
            static o => o.Bins, static (o, v) => o with { Bins = v }, new("scores", "分档数"),
            2, BinsMax, Unit.Points, Source.From("what is usual", "通行做法")),
        For<RfmOptions>.Flag(
            static o => o.CountsFirstOrder, static (o, v) => o with { CountsFirstOrder = v }, new("counts the first order", "首单计入"),
            Source.Own),
        For<RfmOptions>.Whole(
            static o => o.WindowDays, static (o, v) => o with { WindowDays = v }, new("days looked at", "统计天数"),
            1, TimeWindow.DaysMax, Unit.Days, Source.Own),
        For<RfmOptions>.Values(
            static o => o.RecencyThresholds, static (o, v) => o with { RecencyThresholds = v },
            new("thresholds of recency", "最近购买的分界"),
            new WholeForm(0, int.MaxValue, Unit.Days), Source.Own),
        For<RfmOptions>.Rules(static o => WrongThresholds("recencyThresholds", o.Bins, Decimals(o.RecencyThresholds), best: -1)),
        For<RfmOptions>.Values(
            static o => o.FrequencyThresholds, static (o, v) => o with { FrequencyThresholds = v },
            new("thresholds of frequency", "购买次数的分界"), new WholeForm(0, int.MaxValue, Unit.Orders), Source.Own),
        For<RfmOptions>.Rules(static o => WrongThresholds("frequencyThresholds", o.Bins, Decimals(o.FrequencyThresholds), best: 1)),
        For<RfmOptions>.Values(
            static o => o.MonetaryThresholds, static (o, v) => o with { MonetaryThresholds = v },
            new("thresholds of money", "消费金额的分界"),
            new NumberForm(0, null, above: false, below: false, Unit.None), Source.Own),
        For<RfmOptions>.Rules(static o => WrongThresholds("monetaryThresholds", o.Bins, o.MonetaryThresholds, best: 1)));

    /// <inheritdoc/>
    public bool Equals(RfmOptions? other) =>
        other is not null && Bins == other.Bins && CountsFirstOrder == other.CountsFirstOrder && WindowDays == other.WindowDays &&
        Same(RecencyThresholds, other.RecencyThresholds) && Same(FrequencyThresholds, other.FrequencyThresholds) &&
        Same(MonetaryThresholds, other.MonetaryThresholds);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Bins, CountsFirstOrder, WindowDays, Contents.Hash(MonetaryThresholds ?? []));

    internal static ImmutableArray<decimal>? Decimals(ImmutableArray<int>? values) =>
        values is { IsDefault: false } stated ? [.. stated.Select(static v => (decimal)v)] : values is null ? null
            : default(ImmutableArray<decimal>);

    private static bool Same<T>(ImmutableArray<T>? left, ImmutableArray<T>? right) =>
        left is null ? right is null : right is not null && Contents.Equal(left.Value, right.Value);

    private static IEnumerable<Mistake> WrongThresholds(string place, int bins, ImmutableArray<decimal>? thresholds, int best)
    {
        if (thresholds is not { } values)
        {
            yield break;
        }

        if (values.IsDefault)
        {
            yield return new Mistake(place, PolicyReasons.Missing.With(required: Wanted.List));
            yield break;
        }

        if (values.Length != bins - 1)
        {
            yield return new Mistake(place, PolicyReasons.WrongCount.With(values.Length, (long)bins - 1));
        }

        for (int i = 0; i < values.Length; i++)
        {
            string entry = FormattableString.Invariant($"{place}[{i}]");
            if (values[i] < 0m)
            {
                yield return new Mistake(entry, PolicyReasons.OutOfRange.With(values[i], Wanted.ZeroOrMore));
            }

            if (i > 0 && values[i].CompareTo(values[i - 1]) != best)
            {
                yield return new Mistake(entry, PolicyReasons.NotInOrder.With(values[i], best > 0
                    ? Wanted.Range(values[i - 1], null, above: true, below: false)
                    : Wanted.Range(null, values[i - 1], above: false, below: true)));
            }
        }
    }
}
