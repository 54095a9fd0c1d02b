using System.Collections.Immutable;

namespace PrivateDomain.Core.Products;

/// <summary>One point of a curve (曲线节点): what a figure is worth.</summary>
/// <remarks>Equality is that of both numbers. The default value is the point 0, 0. A curve checks its points.</remarks>
public readonly record struct FitKnot
{
    /// <summary>Makes a point.</summary>
    /// <param name="at">The figure: money in major units, or a ratio.</param>
    /// <param name="share">What it is worth, from 0 (nothing) to 1 (all points of the criterion).</param>
    public FitKnot(double at, double share)
    {
        At = at;
        Share = share;
    }

    /// <summary>The figure: money in major units, or a ratio.</summary>
    public double At { get; }

    /// <summary>What it is worth, from 0 to 1.</summary>
    public double Share { get; }
}

/// <summary>What a figure is worth, from 0 to 1 (评分曲线): straight between its knots, level before the first and after the last.</summary>
/// <remarks>
/// <para>A falling curve is how a criterion counts inversely. Figures are read in single precision, as the columns are.</para>
/// <para>Equality is that of the knots; there is no ordering.</para>
/// </remarks>
public sealed class FitCurve : IEquatable<FitCurve>
{
    private FitCurve(ImmutableArray<FitKnot> knots) => Knots = knots;

    /// <summary>The knots, by ascending figure; at least two.</summary>
    public ImmutableArray<FitKnot> Knots { get; }

    /// <summary>Makes a curve.</summary>
    /// <param name="knots">At least two; figures finite and strictly ascending in single precision, shares from 0 to 1.</param>
    /// <exception cref="InvalidPolicyException">The knots are otherwise; it names every mistake.</exception>
    public static FitCurve Create(params ReadOnlySpan<FitKnot> knots)
    {
        ImmutableArray<FitKnot> all = [.. knots];
        var check = new PolicyCheck();
        Check(check, "knots", all);
        check.ThrowIfAny("fit curve");
        return new(all);
    }

    /// <summary>What a figure is worth, from 0 to 1; infinity is worth what the nearest end is, and not a number stays so.</summary>
    /// <param name="figure">The figure.</param>
    public double At(double figure)
    {
        if (double.IsNaN(figure) || figure <= Knots[0].At)
        {
            return double.IsNaN(figure) ? figure : Knots[0].Share;
        }

        for (int i = 1; i < Knots.Length; i++)
        {
            if (figure <= Knots[i].At)
            {
                (FitKnot from, FitKnot to) = (Knots[i - 1], Knots[i]);
                return from.Share + ((to.Share - from.Share) * ((figure - from.At) / (to.At - from.At)));
            }
        }

        return Knots[^1].Share;
    }

    /// <inheritdoc/>
    public bool Equals(FitCurve? other) => other is not null && Knots.AsSpan().SequenceEqual(other.Knots.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FitCurve);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Knots.Length, Knots[0], Knots[^1]);

    internal static FitCurve Checked(ImmutableArray<FitKnot> knots) => new(knots);

    internal static void Check(PolicyCheck check, string path, ImmutableArray<FitKnot> knots)
    {
        check.Needs(knots.Length >= 2, path, ProductsReasons.TooFewKnots, knots.Length, 2);
        for (int i = 0; i < knots.Length; i++)
        {
            string at = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{path}[{i}]");
            float figure = (float)knots[i].At;
            check.Needs(float.IsFinite(figure), at + ".at", ProductsReasons.NotFinite, ReasonValue.Of(knots[i].At));
            check.Needs(knots[i].Share is >= 0 and <= 1, at + ".share", ProductsReasons.ShareOutOfRange, ReasonValue.Of(knots[i].Share));
            if (i > 0 && float.IsFinite(figure) && float.IsFinite((float)knots[i - 1].At))
            {
                check.Needs(figure > (float)knots[i - 1].At, at + ".at", ProductsReasons.NotAscending, ReasonValue.Of(knots[i].At), ReasonValue.Of(knots[i - 1].At));
            }
        }
    }
}
