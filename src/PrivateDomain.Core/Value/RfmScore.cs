using System.Runtime.InteropServices;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Value;

/// <summary>A customer's scores for recency, frequency and money (RFM 评分): 1 is the worst of each, <see cref="Bins"/> the best.</summary>
/// <remarks>Equality is that of the scores and their number; there is no ordering. The default value is no score: all parts are
/// 0.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
[StructLayout(LayoutKind.Auto)]
public readonly record struct RfmScore
{
    private readonly byte recency;
    private readonly byte frequency;
    private readonly byte monetary;
    private readonly byte bins;

    /// <summary>Makes a score.</summary>
    /// <param name="recency">From 1 to <paramref name="bins"/>.</param>
    /// <param name="frequency">From 1 to <paramref name="bins"/>.</param>
    /// <param name="monetary">From 1 to <paramref name="bins"/>.</param>
    /// <param name="bins">From 2 to 10.</param>
    /// <exception cref="ArgumentOutOfRangeException">A part is out of range.</exception>
    public RfmScore(int recency, int frequency, int monetary, int bins = 5)
    {
        Guard.Against.OutOfRange(bins, nameof(bins), 2, RfmOptions.BinsMax);
        this.recency = (byte)Guard.Against.OutOfRange(recency, nameof(recency), 1, bins);
        this.frequency = (byte)Guard.Against.OutOfRange(frequency, nameof(frequency), 1, bins);
        this.monetary = (byte)Guard.Against.OutOfRange(monetary, nameof(monetary), 1, bins);
        this.bins = (byte)bins;
    }

    /// <summary>How recently, the greater the more recently.</summary>
    public int Recency => recency;

    /// <summary>How often, the greater the more often.</summary>
    public int Frequency => frequency;

    /// <summary>How much, the greater the more.</summary>
    public int Monetary => monetary;

    /// <summary>How many scores there are.</summary>
    public int Bins => bins;

    /// <summary>All three together.</summary>
    public int Sum => recency + frequency + monetary;

    /// <summary>The scores with hyphens, such as <c>5-4-3</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{recency}-{frequency}-{monetary}");
}
