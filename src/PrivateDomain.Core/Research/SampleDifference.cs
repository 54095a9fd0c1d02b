using System.Runtime.InteropServices;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Research;

/// <summary>The difference of two shares of independent samples, with Newcombe's interval (两组占比之差与纽科姆区间).</summary>
/// <remarks>
/// <para>The interval is the hybrid score interval without continuity correction (method 10 of Newcombe 1998), made of the two Wilson
/// intervals. It is worked out in
/// floating point, so it is right to about 15 digits.</para>
/// <para>Equality is that of all parts; there is no ordering. The default value is of nobody asked: all is unknown.</para>
/// </remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
[StructLayout(LayoutKind.Auto)]
public readonly record struct SampleDifference
{
    private SampleDifference(SampleShare left, SampleShare right, Ratio difference, Ratio lower, Ratio upper)
    {
        Left = left;
        Right = right;
        Difference = difference;
        Lower = lower;
        Upper = upper;
    }

    /// <summary>The share of the first sample.</summary>
    public SampleShare Left { get; }

    /// <summary>The share of the second sample.</summary>
    public SampleShare Right { get; }

    /// <summary>The first share less the second; unknown when a sample is empty.</summary>
    public Ratio Difference { get; }

    /// <summary>The lower end of the interval, −1 or more; unknown when a sample is empty.</summary>
    public Ratio Lower { get; }

    /// <summary>The upper end of the interval, at most 1; unknown when a sample is empty.</summary>
    public Ratio Upper { get; }

    /// <summary>Works out a difference and its interval.</summary>
    /// <param name="leftHaving">How many of the first sample have it.</param>
    /// <param name="leftAsked">The size of the first sample.</param>
    /// <param name="rightHaving">How many of the second sample have it.</param>
    /// <param name="rightAsked">The size of the second sample.</param>
    /// <param name="confidence">How often the interval is to hold the true difference.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range, or the confidence is no known one.</exception>
    public static SampleDifference Of(
        int leftHaving, int leftAsked, int rightHaving, int rightAsked, ConfidenceLevel confidence = ConfidenceLevel.NinetyFive)
    {
        SampleShare left = SampleShare.Of(leftHaving, leftAsked, confidence);
        SampleShare right = SampleShare.Of(rightHaving, rightAsked, confidence);
        if (!left.Share.IsKnown || !right.Share.IsKnown)
        {
            return new SampleDifference(left, right, Ratio.Unknown, Ratio.Unknown, Ratio.Unknown);
        }

        decimal difference = left.Share.Value - right.Share.Value;
        decimal down = Length(left.Share.Value - left.Lower.Value, right.Upper.Value - right.Share.Value);
        decimal up = Length(left.Upper.Value - left.Share.Value, right.Share.Value - right.Lower.Value);
        return new SampleDifference(
            left, right, Ratio.From(difference), Ratio.From(Math.Max(-1m, difference - down)),
                Ratio.From(Math.Min(1m, difference + up)));
    }

    /// <summary>How many are needed in each group to tell two shares apart, with a power of 80 %, two-sided (所需样本量).</summary>
    /// <param name="left">One share, from 0 to 1.</param>
    /// <param name="right">The other share, from 0 to 1.</param>
    /// <param name="confidence">How sure a difference is to be.</param>
    /// <returns>The number, rounded up; no value when a share is unknown, the two are the same, or so near that no number of ours holds
    /// it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A share is not from 0 to 1, or the confidence is no known one.</exception>
    public static Answer<int> SizeOf(Ratio left, Ratio right, ConfidenceLevel confidence = ConfidenceLevel.NinetyFive)
    {
        const double Power80 = 0.8416212335729143;
        double z = SampleShare.Deviate(confidence);
        double p = (double)Guard.Against.OutOfRange(left.ValueOr(0m), nameof(left), 0m, 1m);
        double q = (double)Guard.Against.OutOfRange(right.ValueOr(0m), nameof(right), 0m, 1m);
        if (!left.IsKnown || !right.IsKnown)
        {
            return Answer<int>.Refused(ResearchReasons.ShareUnknown.With());
        }

        double middle = (p + q) / 2;
        double root = (z * Math.Sqrt(2 * middle * (1 - middle))) + (Power80 * Math.Sqrt((p * (1 - p)) + (q * (1 - q))));
        double size = Math.Ceiling(root * root / ((p - q) * (p - q)));
        return size is >= 1 and <= int.MaxValue ? (int)size : Answer<int>.Refused(ResearchReasons.SharesTooNear.With(left, right));
    }

    private static decimal Length(decimal one, decimal other) => (decimal)Math.Sqrt((double)((one * one) + (other * other)));
}
