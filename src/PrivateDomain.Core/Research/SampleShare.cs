using System.Runtime.InteropServices;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Research;

/// <summary>How many of a sample have something, with Wilson's interval (样本占比与威尔逊区间).</summary>
/// <remarks>
/// <para>The interval is that of the score test without continuity correction (Wilson 1927; method 3 of Newcombe 1998): it stays within 0
/// and 1, holds the share, and is not empty at 0 % or 100 %. It is worked out in floating point, so it is right to about 15 digits.</para>
/// <para>Equality is that of all parts; there is no ordering. The default value is of nobody asked: share and interval are unknown.</para>
/// </remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
[StructLayout(LayoutKind.Auto)]
public readonly record struct SampleShare
{
    private SampleShare(int having, int asked, Ratio share, Ratio lower, Ratio upper)
    {
        Having = having;
        Asked = asked;
        Share = share;
        Lower = lower;
        Upper = upper;
    }

    /// <summary>How many have it.</summary>
    public int Having { get; }

    /// <summary>How many answered.</summary>
    public int Asked { get; }

    /// <summary>The share of those who answered; unknown when nobody did.</summary>
    public Ratio Share { get; }

    /// <summary>The lower end of the interval; unknown when nobody answered.</summary>
    public Ratio Lower { get; }

    /// <summary>The upper end of the interval; unknown when nobody answered.</summary>
    public Ratio Upper { get; }

    /// <summary>Works out a share and its interval.</summary>
    /// <param name="having">How many have it, from 0 to <paramref name="asked"/>.</param>
    /// <param name="asked">How many answered, 0 or more.</param>
    /// <param name="confidence">How often the interval is to hold the true share.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range, or the confidence is no known one.</exception>
    public static SampleShare Of(int having, int asked, ConfidenceLevel confidence = ConfidenceLevel.NinetyFive)
    {
        Guard.Against.Negative(asked);
        Guard.Against.OutOfRange(having, nameof(having), 0, asked);
        double z = Deviate(confidence);
        if (asked == 0)
        {
            return default;
        }

        decimal share = (decimal)having / asked;
        double spread = z * z / asked;
        double p = (double)having / asked;
        double middle = (p + (spread / 2)) / (1 + spread);
        double half = z * Math.Sqrt(((p * (1 - p)) + (spread / 4)) / asked) / (1 + spread);
        decimal lower = having == 0 ? 0m : Math.Clamp((decimal)(middle - half), 0m, share);
        decimal upper = having == asked ? 1m : Math.Clamp((decimal)(middle + half), share, 1m);
        return new SampleShare(having, asked, Ratio.From(share), Ratio.From(lower), Ratio.From(upper));
    }

    // The two-sided deviates of the normal distribution.
    internal static double Deviate(ConfidenceLevel confidence) => confidence switch
    {
        ConfidenceLevel.Ninety => 1.6448536269514722,
        ConfidenceLevel.NinetyFive => 1.959963984540054,
        ConfidenceLevel.NinetyNine => 2.5758293035489004,
        _ => throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "A known confidence level is needed."),
    };
}
