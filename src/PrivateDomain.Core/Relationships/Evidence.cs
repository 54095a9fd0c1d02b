using System.Text.Json.Serialization;
using NodaTime;

namespace PrivateDomain.Core.Relationships;

/// <summary>How often something was seen, and when last (证据).</summary>
/// <remarks>
/// <para>Where events were folded away, only a least number may be known: then <see cref="IsComplete"/> is false, and what the least number
/// does not decide is undecidable.</para>
/// <para>Equality is that of all parts; there is no ordering. The default value is <see cref="Nothing"/>.</para>
/// </remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public readonly record struct Evidence
{
    private readonly Certainty certainty;

    private Evidence(int count, Instant last, Certainty certainty)
    {
        Count = count;
        Last = last;
        this.certainty = certainty;
    }

    private enum Certainty : byte
    {
        Exact,
        AtLeastSoMany,
        AtLeastSoManyAndSoLate,
    }

    /// <summary>Never seen: the default value.</summary>
    public static Evidence Nothing => default;

    /// <summary>How often, or at least how often: 0 or more.</summary>
    public int Count { get; }

    /// <summary>When last, or not before when; of no meaning when <see cref="Count"/> is 0.</summary>
    public Instant Last { get; }

    /// <summary>Whether the count and the instant are exact; false where there may be more that was folded away.</summary>
    public bool IsComplete => certainty == Certainty.Exact;

    /// <summary>Whether the instant is exact, although the count may be a least one.</summary>
    internal bool IsLastExact => certainty == Certainty.Exact || (certainty == Certainty.AtLeastSoMany && Count > 0);

    /// <summary>Something seen.</summary>
    /// <param name="count">How often: 0 or more. With 0 the instant is dropped.</param>
    /// <param name="last">When last.</param>
    /// <param name="isComplete">False when it may have been seen more often, and later.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public static Evidence From(int count, Instant last, bool isComplete = true) =>
        Make(Guard.Against.Negative(count), last, isComplete ? Certainty.Exact : Certainty.AtLeastSoManyAndSoLate);

    /// <summary>At least so often, but no later than that.</summary>
    internal static Evidence AtLeast(int count, Instant last) => Make(count, last, Certainty.AtLeastSoMany);

    /// <summary>Both together: the counts added as far as a number holds them, the later instant.</summary>
    internal static Evidence Sum(Evidence left, Evidence right)
    {
        Instant last = left.Count == 0 ? right.Last : right.Count == 0 ? left.Last : Instant.Max(left.Last, right.Last);
        bool isExact = left.IsComplete && right.IsComplete;
        int count = (int)Math.Min(int.MaxValue, (long)left.Count + right.Count);
        return Make(count, last, isExact ? Certainty.Exact : Certainty.AtLeastSoManyAndSoLate);
    }

    private static Evidence Make(int count, Instant last, Certainty certainty) => new(count, count == 0 ? default : last, certainty);
}
