using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Value;

/// <summary>A range of scores, both ends included (分数范围).</summary>
/// <remarks>Equality is that of both ends; there is no ordering. The default value has no score in it.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public readonly record struct ScoreRange
{
    /// <summary>Makes a range.</summary>
    /// <param name="from">1 or more.</param>
    /// <param name="to">Not below <paramref name="from"/>, and at most 10.</param>
    /// <exception cref="ArgumentOutOfRangeException">An end is out of range.</exception>
    public ScoreRange(int from, int to)
    {
        From = Guard.Against.OutOfRange(from, nameof(from), 1, RfmOptions.BinsMax);
        To = Guard.Against.OutOfRange(to, nameof(to), from, RfmOptions.BinsMax);
    }

    /// <summary>The worst score in it.</summary>
    public int From { get; }

    /// <summary>The best score in it.</summary>
    public int To { get; }

    /// <summary>Whether a score is in the range.</summary>
    /// <param name="score">The score.</param>
    public bool Has(int score) => score >= From && score <= To && score > 0;

    /// <summary>Both ends with a hyphen, such as <c>4-5</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{From}-{To}");
}

/// <summary>A named set of scores (RFM 分组).</summary>
/// <remarks>Immutable. Two cells are equal when all parts are.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record RfmCell
{
    /// <summary>The name for programs, such as <c>champions</c>.</summary>
    /// <exception cref="ArgumentException">It is empty.</exception>
    public required string Name { get; init => field = Guard.Against.NullOrWhiteSpace(value); }

    /// <summary>The name for people.</summary>
    public required Bilingual Label { get; init; }

    /// <summary>The scores for recency; null is any.</summary>
    public ScoreRange? Recency { get; init; }

    /// <summary>The scores for frequency; null is any.</summary>
    public ScoreRange? Frequency { get; init; }

    /// <summary>The scores for money; null is any.</summary>
    public ScoreRange? Monetary { get; init; }

    /// <summary>Whether a score is in the cell.</summary>
    /// <param name="score">The score.</param>
    public bool Has(RfmScore score) => Has(score.Recency, score.Frequency, score.Monetary);

    internal bool Has(int recency, int frequency, int monetary) =>
        Recency?.Has(recency) != false && Frequency?.Has(frequency) != false && Monetary?.Has(monetary) != false;
}

/// <summary>How many customers have a cell of a map, and what they brought (分组人数).</summary>
/// <remarks>Immutable. Two counts are equal when all parts are.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record RfmCellCount
{
    internal RfmCellCount(RfmCell cell, int count, Money monetary, Ratio share)
    {
        Cell = cell;
        Count = count;
        Monetary = monetary;
        Share = share;
    }

    /// <summary>The cell.</summary>
    public RfmCell Cell { get; }

    /// <summary>How many customers.</summary>
    public int Count { get; }

    /// <summary>What they brought together.</summary>
    public Money Monetary { get; }

    /// <summary>Their share among all who have a score; unknown when nobody has.</summary>
    public Ratio Share { get; }
}
