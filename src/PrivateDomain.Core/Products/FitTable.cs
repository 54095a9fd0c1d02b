using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace PrivateDomain.Core.Products;

/// <summary>The four figures of one product in single precision, or the four parts of its score, by <see cref="FitCriterion"/>; NaN is
/// unknown.</summary>
internal readonly record struct FitRow(float TicketSize, float Repurchase, float Loyalty, float BrandPower)
{
    /// <summary>The figure of a criterion.</summary>
    internal float this[FitCriterion criterion] => criterion switch
    {
        FitCriterion.TicketSize => TicketSize,
        FitCriterion.Repurchase => Repurchase,
        FitCriterion.Loyalty => Loyalty,
        FitCriterion.BrandPower => BrandPower,
        _ => throw new ArgumentOutOfRangeException(nameof(criterion), criterion, "A criterion of product fit is needed."),
    };
}

/// <summary>A policy as the kernel reads it: one table of coefficients for one product and for columns.</summary>
/// <remarks>
/// A criterion's part of the score is <c>C + Σ Dᵢ·max(min(x, last), kᵢ)</c> in points, its weight folded into C and D.
/// Rows of four, one lane a criterion: last, C, then k₀, D₀, k₁, D₁ … padded with D = 0 to a multiple of four terms.
/// </remarks>
internal sealed class FitTable
{
    internal const int Criteria = 4;
    internal const int TermsATurn = 4;

    /// <summary>From one term's knot of a criterion to the next term's.</summary>
    internal const int Stride = 2 * Criteria;

    /// <summary>How many figures ahead a kernel fetches: 4 KiB.</summary>
    internal const int Ahead = 1024;

    private const int First = 2 * Criteria;
    private const double Accuracy = 1e-3; // points

    private readonly float[] cells;

    /// <summary>Makes the table of options that were checked.</summary>
    /// <param name="options">The options.</param>
    /// <param name="unit">The anchor ticket in major units: what 1 on the curve of tickets stands for.</param>
    internal FitTable(ProductFitOptions options, double unit)
    {
        Terms = (CurvesOf(options, unit).Max(static curve => curve.Knots.Length) - 1 + TermsATurn - 1) / TermsATurn * TermsATurn;
        cells = new float[First + (Stride * Terms)];
        foreach ((_, FitCriterion criterion, ImmutableArray<FitKnot> knots) in CurvesOf(options, unit))
        {
            Fill((int)criterion, knots, FitWeights.Of(options).PointsOf(criterion));
        }

        BarredUpTo = options.BarredUpTo is { } limit ? (float)limit : float.NaN;
        Fair = (float)options.FairFrom;
        Good = (float)options.GoodFrom;
        Excellent = (float)options.ExcellentFrom;
    }

    /// <summary>How many terms each criterion has, a multiple of <see cref="TermsATurn"/>.</summary>
    internal int Terms { get; }

    /// <summary>A repurchase rate up to this is barred; NaN bars nothing.</summary>
    internal float BarredUpTo { get; }

    internal float Fair { get; }

    internal float Good { get; }

    internal float Excellent { get; }

    /// <summary>The coefficients, laid out as the remarks say.</summary>
    internal ReadOnlySpan<float> Cells => cells;

    /// <summary>Where the last knots start.</summary>
    internal const int Last = 0;

    /// <summary>Where the constants C start.</summary>
    internal const int Constant = Criteria;

    /// <summary>Where the knots kᵢ of a term start; its factors Dᵢ follow.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int Term(int term) => First + (Stride * term);

    /// <inheritdoc cref="Term(int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static nint Term(nint term) => First + (Stride * term);

    /// <summary>The curves of which single precision misses a knot: a table is used only where it hits every knot of every curve.</summary>
    internal IEnumerable<Mistake> MistakesOf(ProductFitOptions options, double unit)
    {
        foreach ((string place, FitCriterion criterion, ImmutableArray<FitKnot> knots) in CurvesOf(options, unit))
        {
            double points = FitWeights.Of(options).PointsOf(criterion);
            double worst = 0;
            foreach (FitKnot knot in knots)
            {
                float at = (float)knot.At;
                FitKernel.ScoreOne(this, new FitRow(at, at, at, at), out FitRow parts, out _);
                double error = Math.Abs(parts[criterion] - (knot.Share * points));
                worst = error <= worst ? worst : error; // not a number is the worst of all
            }

            if (!(worst <= Accuracy))
            {
                yield return new Mistake(place, ProductsReasons.TooSteep.With(ReasonValue.From(worst), ReasonValue.From(Accuracy)));
            }
        }
    }

    private static (string Place, FitCriterion Criterion, ImmutableArray<FitKnot> Knots)[] CurvesOf(
        ProductFitOptions options, double unit) =>
    [
        ("ticket", FitCriterion.TicketSize, [.. options.Ticket.Select(knot => new FitKnot(knot.At * unit, knot.Share))]),
        ("repurchase", FitCriterion.Repurchase, options.Repurchase),
        ("loyalty", FitCriterion.Loyalty, options.Loyalty),
        ("brandPower", FitCriterion.BrandPower, options.BrandPower),
    ];

    private void Fill(int criterion, ImmutableArray<FitKnot> knots, double points)
    {
        double constant = points * knots[0].Share;
        double slope = 0;
        float last = (float)knots[^1].At;
        cells[Last + criterion] = last;
        for (int i = 0; i < Terms; i++)
        {
            int cell = Term(i) + criterion;
            bool used = i < knots.Length - 1;
            double next = used ? points * (knots[i + 1].Share - knots[i].Share) / ((float)knots[i + 1].At - (float)knots[i].At) : slope;
            cells[cell] = used ? (float)knots[i].At : last;
            cells[cell + Criteria] = (float)(next - slope);
            constant -= (double)cells[cell + Criteria] * cells[cell]; // of the rounded factors, so that rounding does not add up
            slope = next;
        }

        cells[Constant + criterion] = (float)constant + 0f; // never −0, so that no sum depends on the sign of a zero
    }
}
