namespace PrivateDomain.Core.Benchmarks;

/// <summary>The tags of the customers: a bit for plain code, a name for the library.</summary>
internal static class SegmentTags
{
    internal const int OptOut = 1 << 0;
    internal const int Blacklisted = 1 << 1;
    internal const int Complaint = 1 << 2;
    internal const int Referrer = 1 << 3;
    internal const int Reviewer = 1 << 4;
    internal const int Mother = 1 << 5;
    internal const int Baby = 1 << 6;
    internal const int Coupon = 1 << 7;
    internal const int Bargain = 1 << 8;
    internal const int Vip = 1 << 9;
    internal const int Gold = 1 << 10;

    /// <summary>Names, in the order of the bits; no rule reads the last.</summary>
    internal static readonly string[] Names =
    [
        "opt-out", "blacklisted", "complaint", "referrer", "reviewer", "mother", "baby", "coupon", "bargain", "vip", "gold", "birthday",
    ];

    /// <summary>How many of the customers bear each.</summary>
    internal static readonly double[] Shares = [.08, .01, .04, .1, .08, .12, .06, .2, .15, .05, .04, .08];

    // Every set there can be, made once: a table of a million customers does not hold a million of them.
    private static readonly string[][] Sets =
        [.. Enumerable.Range(0, 1 << Names.Length).Select(static bits => Names.Where((_, tag) => (bits >> tag & 1) == 1).ToArray())];

    /// <summary>The names of the bits.</summary>
    internal static string[] Of(int bits) => Sets[bits];
}
