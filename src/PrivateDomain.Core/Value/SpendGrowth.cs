using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json.Serialization;
using NodaTime;

namespace PrivateDomain.Core.Value;

/// <summary>How a buyer's spend changed from one period to the next (消费变化); every buyer of either has exactly one.</summary>
/// <remarks>The default value is <see cref="None"/>, which no buyer has. Names for people: <see cref="ValueNames"/>.</remarks>
public enum SpendChange
{
    /// <summary>Bought in neither period (两期均未购买).</summary>
    None = 0,

    /// <summary>The first order ever lies in the second period, own or by referral (新增).</summary>
    Won,

    /// <summary>Bought again in the second period, after none in the first (回流).</summary>
    Returned,

    /// <summary>Spent more than in the first period (增长).</summary>
    Grown,

    /// <summary>Spent the same as in the first period (持平).</summary>
    Kept,

    /// <summary>Spent less than in the first period (下降).</summary>
    Shrunk,

    /// <summary>Bought in the first period and not in the second (停购).</summary>
    Stopped,
}

/// <summary>The buyers of one kind of change, and what they brought (消费变化分项).</summary>
/// <remarks>Equality is that of all parts; there is no ordering. The default value counts nobody.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
[StructLayout(LayoutKind.Auto)]
public readonly record struct SpendGrowthPart
{
    internal SpendGrowthPart(SpendChange change, int customers, int retained, Money first, Money second)
    {
        Change = change;
        Customers = customers;
        Retained = retained;
        First = first;
        Second = second;
    }

    /// <summary>The kind of change.</summary>
    public SpendChange Change { get; }

    /// <summary>How many buyers.</summary>
    public int Customers { get; }

    /// <summary>How many of them were retained customers at the end of the first period.</summary>
    public int Retained { get; }

    /// <summary>What they brought in the first period.</summary>
    public Money First { get; }

    /// <summary>What they brought in the second period.</summary>
    public Money Second { get; }

    /// <summary>What they add to the change in sales; below 0 when they take from it.</summary>
    public Money Difference => Second - First;
}

/// <summary>How the change in sales between two periods comes about (从 10 元到 20 元): won, returned, grown, kept, shrunk and stopped
/// buyers.</summary>
/// <remarks>Immutable. The parts add up to the change exactly, in all and by segment and by first channel. Equality is that of all
/// parts.</remarks>
/// <example>
/// <code>
/// SpendGrowth growth = SpendGrowth.Measure(histories.Select(h => SpendGrowthFacts.From(h, shop, may, june, now)), may, june,
/// shop.Currency);
/// Money lost = growth[SpendChange.Stopped].Difference;
/// </code>
/// </example>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record SpendGrowth
{
    private static readonly ImmutableSortedDictionary<string, SpendGrowth> Undivided = ImmutableSortedDictionary.Create<string,
        SpendGrowth>(StringComparer.Ordinal);

    private SpendGrowth(
        ImmutableArray<SpendGrowthPart> parts, int referred, int buyersFirst, int buyersSecond, int retained, ImmutableArray<Reason> notes,
        ImmutableSortedDictionary<string, SpendGrowth> bySegment, ImmutableSortedDictionary<string, SpendGrowth> byChannel)
    {
        Parts = parts;
        WonByReferral = referred;
        BuyersFirst = buyersFirst;
        BuyersSecond = buyersSecond;
        Retained = retained;
        Notes = notes;
        BySegment = bySegment;
        ByChannel = byChannel;
    }

    /// <summary>The six parts, in the order of <see cref="SpendChange"/>.</summary>
    public ImmutableArray<SpendGrowthPart> Parts { get; }

    /// <summary>How many of the won were referred by another customer.</summary>
    public int WonByReferral { get; }

    /// <summary>How many bought in the first period.</summary>
    public int BuyersFirst { get; }

    /// <summary>How many bought in the second period.</summary>
    public int BuyersSecond { get; }

    /// <summary>How many were retained customers at the end of the first period, who bought in it or before.</summary>
    public int Retained { get; }

    /// <summary>What to know: <c>spend_growth.unequal_periods</c> when one period is longer. Empty when nothing is to be said.</summary>
    public ImmutableArray<Reason> Notes { get; }

    /// <summary>The same for each segment, ordinal by name; who has none stands under the empty name. Empty within a division.</summary>
    public ImmutableSortedDictionary<string, SpendGrowth> BySegment { get; }

    /// <summary>The same for each first channel, ordinal by code; who has none stands under the empty code. Empty within a
    /// division.</summary>
    public ImmutableSortedDictionary<string, SpendGrowth> ByChannel { get; }

    /// <summary>Sales of the first period.</summary>
    public Money First => Parts.Aggregate(Money.Zero(Parts[0].First.Currency), static (sum, part) => sum + part.First);

    /// <summary>Sales of the second period.</summary>
    public Money Second => Parts.Aggregate(Money.Zero(Parts[0].First.Currency), static (sum, part) => sum + part.Second);

    /// <summary>The change in sales: exactly the sum of the parts' differences.</summary>
    public Money Change => Second - First;

    /// <summary>Spend per buyer of the first period; no value without buyers.</summary>
    public Answer<Money> SpendPerBuyerFirst => First.Per(BuyersFirst);

    /// <summary>Spend per buyer of the second period; no value without buyers.</summary>
    public Answer<Money> SpendPerBuyerSecond => Second.Per(BuyersSecond);

    /// <summary>The part of a kind of change.</summary>
    /// <param name="change">The kind; not none.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none there is.</exception>
    public SpendGrowthPart this[SpendChange change] => change is >= SpendChange.Won and <= SpendChange.Stopped
        ? Parts[(int)change - 1]
        : throw new ArgumentOutOfRangeException(nameof(change), change, "One of the six kinds of change is needed.");

    /// <summary>The share of those retained at the end of the first period whose spend changed in a way; unknown when nobody was retained.
    /// Who was retained and bought in
    /// neither period is among them.</summary>
    /// <param name="change">The kind; not none.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none there is.</exception>
    public Ratio ShareOf(SpendChange change) => Ratio.From(this[change].Retained, Retained);

    /// <summary>Splits the change in sales between two periods.</summary>
    /// <param name="customers">Each customer once, of one currency: the buyers of either period, and who was retained at the end of the
    /// first.</param>
    /// <param name="first">The days of the first period.</param>
    /// <param name="second">The days of the second period; it begins after the first one ends.</param>
    /// <param name="currency">The currency of the money.</param>
    /// <exception cref="ArgumentNullException">Something is null.</exception>
    /// <exception cref="ArgumentException">Facts are null, a customer is there twice, the periods overlap or stand in the wrong order, or
    /// there is no currency.</exception>
    /// <exception cref="CurrencyMismatchException">Money is in another currency.</exception>
    public static SpendGrowth Measure(IEnumerable<SpendGrowthFacts> customers, DateInterval first, DateInterval second, Currency currency)
    {
        Guard.Against.Null(customers);
        (int firstDays, int secondDays) = DaysOf(first, second);
        if (currency.IsNone)
        {
            throw new ArgumentException("Money needs a currency.", nameof(currency));
        }

        SpendGrowthFacts[] all = [.. customers];
        Check(all, currency, nameof(customers));
        ImmutableArray<Reason> notes = firstDays == secondDays ? [] : [ValueReasons.UnequalPeriods.With(secondDays, firstDays)];
        return Split(
            all, currency, notes,
            all.GroupBy(static one => one.Segment ?? "", StringComparer.Ordinal).ToImmutableSortedDictionary(
                static group => group.Key, group => Split([.. group], currency, notes, Undivided, Undivided), StringComparer.Ordinal),
            all.GroupBy(static one => one.Channel ?? "", StringComparer.Ordinal).ToImmutableSortedDictionary(
                static group => group.Key, group => Split([.. group], currency, notes, Undivided, Undivided), StringComparer.Ordinal));
    }

    /// <inheritdoc/>
    public bool Equals(SpendGrowth? other) =>
        other is not null && WonByReferral == other.WonByReferral && BuyersFirst == other.BuyersFirst
            && BuyersSecond == other.BuyersSecond &&
        Retained == other.Retained && Contents.Equal(Parts, other.Parts) && Contents.Equal(Notes, other.Notes) &&
        BySegment.SequenceEqual(other.BySegment) && ByChannel.SequenceEqual(other.ByChannel);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(WonByReferral, BuyersFirst, BuyersSecond, Retained, Contents.Hash(Parts));

    /// <summary>How a customer's spend changed.</summary>
    internal static SpendChange ChangeOf(SpendGrowthFacts one) => one switch
    {
        { First: null, Second: null } => SpendChange.None,
        { First: null, BoughtBeforeSecond: false } => SpendChange.Won,
        { First: null } => SpendChange.Returned,
        { Second: null } => SpendChange.Stopped,
        { First: { } first, Second: { } second } => second > first ? SpendChange.Grown : second < first ? SpendChange.Shrunk
            : SpendChange.Kept,
    };

    /// <summary>The days of both periods, when they stand in order.</summary>
    internal static (int First, int Second) DaysOf(DateInterval first, DateInterval second)
    {
        Guard.Against.Null(first);
        Guard.Against.Null(second);
        return second.Start > first.End
            ? (first.Length, second.Length)
            : throw new ArgumentException("The second period begins after the first one ends.", nameof(second));
    }

    private static void Check(SpendGrowthFacts[] all, Currency currency, string parameterName)
    {
        var seen = new HashSet<CustomerId>();
        foreach (SpendGrowthFacts one in all)
        {
            if (one is null)
            {
                throw new ArgumentException("The facts of a customer are null.", parameterName);
            }

            if (!seen.Add(one.Customer))
            {
                throw new ArgumentException($"Each customer is counted once, but {Quoted.Of(one.Customer.Text)} is there twice.",
                    parameterName);
            }

            foreach (Money? money in new[] { one.First, one.Second })
            {
                if (money is { } stated && stated.Currency != currency)
                {
                    throw new CurrencyMismatchException(currency, stated.Currency);
                }
            }
        }
    }

    private static SpendGrowth Split(
        SpendGrowthFacts[] all, Currency currency, ImmutableArray<Reason> notes,
        ImmutableSortedDictionary<string, SpendGrowth> bySegment, ImmutableSortedDictionary<string, SpendGrowth> byChannel)
    {
        const int Kinds = (int)SpendChange.Stopped;
        (int Customers, int Retained, decimal First, decimal Second)[] sums = new (int, int, decimal, decimal)[Kinds + 1];
        int referred = 0;
        foreach (SpendGrowthFacts one in all)
        {
            SpendChange change = ChangeOf(one);
            ref (int Customers, int Retained, decimal First, decimal Second) sum = ref sums[(int)change];
            sum.Customers++;
            sum.Retained += one.WasRetained ? 1 : 0;
            sum.First += one.First?.Amount ?? 0m;
            sum.Second += one.Second?.Amount ?? 0m;
            referred += change == SpendChange.Won && one.IsReferred ? 1 : 0;
        }

        return new SpendGrowth(
            [
                .. sums.Select((sum, kind) => new SpendGrowthPart(
                    (SpendChange)kind, sum.Customers, sum.Retained, Money.From(sum.First, currency),
                    Money.From(sum.Second, currency))).Skip(1),
            ],
            referred, all.Count(static one => one.First is not null), all.Count(static one => one.Second is not null),
                all.Count(static one => one.WasRetained),
            notes, bySegment, byChannel);
    }
}
