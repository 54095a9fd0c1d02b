using System.Collections.Immutable;
using System.Numerics;
using PrivateDomain.Core.Products;

namespace PrivateDomain.Core.Benchmarks;

/// <summary>Made-up products, the same in every run, and the plain code a user would write instead of the library.</summary>
internal sealed class FitInputs
{
    internal FitInputs(int count)
    {
        // A fixed generator: the same products for all competitors and in every run; all figures are floats exactly.
        uint state = 2463534242;
        Columns = [new float[count], new float[count], new float[count], new float[count]];
        for (int row = 0; row < count; row++)
        {
            Columns[0][row] = Next() / 4f;
            Columns[1][row] = Next() / 2048f;
            Columns[2][row] = Next() / 2048f;
            Columns[3][row] = Next() / 2048f;
        }

        Records = [.. Enumerable.Range(0, count).Select(i => new Record(Columns[0][i], Columns[1][i], Columns[2][i], Columns[3][i]))];

        float Next()
        {
            unchecked
            {
                state ^= state << 13;
                state ^= state >> 17;
                state ^= state << 5;
                return state % 2049;
            }
        }
    }

    /// <summary>Ticket, repurchase, loyalty, brand power.</summary>
    internal float[][] Columns { get; }

    internal Record[] Records { get; }

    internal static ProductFitPolicy Policy => ProductFitPolicy.Default;

    /// <summary>The curves as the plain code reads them: figures, shares and the points of each criterion.</summary>
    internal static Plain[] PlainCurves { get; } =
    [
        Curve(FitCriterion.TicketSize, Policy.Options.Ticket, 100f), // tickets in yuan: the default anchor
        Curve(FitCriterion.Repurchase, Policy.Options.Repurchase),
        Curve(FitCriterion.Loyalty, Policy.Options.Loyalty),
        Curve(FitCriterion.BrandPower, Policy.Options.BrandPower),
    ];

    /// <summary>The columns as the library takes them.</summary>
    internal ProductColumns Products => new()
    {
        Currency = Currency.Cny,
        Ticket = Columns[0],
        RepurchaseRate = Columns[1],
        LoyaltyRate = Columns[2],
        BrandPower = Columns[3],
    };

    /// <summary>The best plain curve we know: a loop over few knots.</summary>
    internal static float PlainCurve(Plain curve, float figure)
    {
        float[] at = curve.At;
        float[] share = curve.Share;
        if (figure <= at[0])
        {
            return share[0] * curve.Points;
        }

        for (int i = 1; i < at.Length; i++)
        {
            if (figure <= at[i])
            {
                return (share[i - 1] + ((share[i] - share[i - 1]) * (figure - at[i - 1]) / (at[i] - at[i - 1]))) * curve.Points;
            }
        }

        return share[^1] * curve.Points;
    }

    /// <summary>The best plain code over columns: one loop, the criteria in turn.</summary>
    internal void ColumnLoop(float[] scores, FitGrade[] grades)
    {
        (float[] ticket, float[] repurchase, float[] loyalty, float[] brandPower) = (Columns[0], Columns[1], Columns[2], Columns[3]);
        Plain[] curves = PlainCurves;
        for (int i = 0; i < scores.Length; i++)
        {
            float score = PlainCurve(curves[0], ticket[i]) + PlainCurve(curves[1], repurchase[i])
                + PlainCurve(curves[2], loyalty[i]) + PlainCurve(curves[3], brandPower[i]);
            scores[i] = score;
            grades[i] = PlainGrade(score, repurchase[i]);
        }
    }

    /// <summary>The floor: reads the same four columns, writes nothing.</summary>
    internal float ReadColumns()
    {
        (float[] ticket, float[] repurchase, float[] loyalty, float[] brandPower) = (Columns[0], Columns[1], Columns[2], Columns[3]);
        int lanes = Vector<float>.Count;
        Vector<float> even = Vector<float>.Zero;
        Vector<float> odd = Vector<float>.Zero;
        for (int i = 0; i <= ticket.Length - lanes; i += lanes)
        {
            even += new Vector<float>(ticket, i) + new Vector<float>(repurchase, i);
            odd += new Vector<float>(loyalty, i) + new Vector<float>(brandPower, i);
        }

        return Vector.Sum(even + odd);
    }

    /// <summary>Score and grade of one record with a tight LINQ query over its criteria.</summary>
    internal static (float Score, FitGrade Grade) Linq(Record record)
    {
        float score = PlainCurves.Select((curve, i) => PlainCurve(curve, record.Figure(i))).Sum();
        return (score, PlainGrade(score, record.Repurchase));
    }

    private static Plain Curve(FitCriterion criterion, ImmutableArray<FitKnot> knots, float unit = 1f) => new(
        [.. knots.Select(k => (float)k.At * unit)], [.. knots.Select(static k => (float)k.Share)], (float)Policy.PointsOf(criterion));

    internal static FitGrade PlainGrade(float score, float repurchase) =>
        float.IsNaN(score) ? FitGrade.Unknown
        : repurchase <= 0 ? FitGrade.Barred
        : score >= 80 ? FitGrade.Excellent
        : score >= 60 ? FitGrade.Good
        : score >= 40 ? FitGrade.Fair
        : FitGrade.Poor;

    /// <summary>Throws where two competitors disagree: scores by more than a thousandth, or grades away from a line.</summary>
    internal static void Check(float expected, FitGrade expectedGrade, float score, FitGrade grade)
    {
        bool onLine = Math.Abs(expected % 20) < 1e-3 || Math.Abs(expected % 20) > 20 - 1e-3;
        if (!(Math.Abs(expected - score) < 1e-3) || (grade != expectedGrade && !onLine))
        {
            throw new InvalidOperationException($"The competitors disagree: {expected} {expectedGrade}, {score} {grade}.");
        }
    }

    internal sealed record Record(float Ticket, float Repurchase, float Loyalty, float BrandPower)
    {
        internal float Figure(int criterion) => criterion switch
        {
            0 => Ticket,
            1 => Repurchase,
            2 => Loyalty,
            _ => BrandPower,
        };
    }

    internal sealed record Plain(float[] At, float[] Share, float Points);
}
