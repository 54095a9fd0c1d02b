using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Products;

/// <summary>How well one product suits the private domain (适配结果): grade, score, the part of each criterion, and what stands in the
/// way.</summary>
/// <remarks>
/// <para>A product of which a criterion is unknown has no score and the grade
/// <see cref="FitGrade.Unknown"/>; nothing unknown is taken for 0.</para>
/// <para>Equality is that of the policy and the figures it was made of; there is no ordering: sort by <see cref="Points"/>.</para>
/// <para>The default value was never made: grade unknown, no score, and the reason <c>decision.never_made</c>.</para>
/// </remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public readonly struct ProductFitAssessment : IEquatable<ProductFitAssessment>
{
    private static readonly ImmutableArray<Reason> NeverMade = [default];

    private readonly ProductFitPolicy? policy;
    private readonly ProductFigures figures;
    private readonly FitRow parts;
    private readonly float points;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ProductFitAssessment(ProductFitPolicy policy, in ProductFigures figures, FitRow parts, float points, FitGrade grade)
    {
        this.policy = policy;
        this.figures = figures;
        this.parts = parts;
        this.points = points;
        Grade = grade;
    }

    /// <summary>The grade; <see cref="FitGrade.Unknown"/> where a criterion is unknown, <see cref="FitGrade.Barred"/> behind the
    /// gate.</summary>
    public FitGrade Grade { get; }

    /// <summary>The score from 0 to 100 in single precision, as columns have it; not a number where a criterion is unknown. A barred
    /// product has its score.</summary>
    public float Points => policy is null ? float.NaN : points;

    /// <summary>The score; null where a criterion is unknown.</summary>
    public Score? Score => float.IsNaN(Points) ? null : Core.Score.From(Points);

    /// <summary>What it was judged by.</summary>
    public ProductFigures Figures => figures;

    /// <summary>What stands in the way: the gate, then each figure that is unknown. Empty where there is a grade from <see
    /// cref="FitGrade.Poor"/> on.</summary>
    public ImmutableArray<Reason> Reasons => policy is null ? NeverMade : Found().ToReasons();

    /// <summary>The points a criterion adds to the score, from 0 to <see cref="ProductFitPolicy.PointsOf"/>; not a number where it is
    /// unknown.</summary>
    /// <param name="criterion">The criterion.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the four.</exception>
    public double Contribution(FitCriterion criterion)
    {
        float part = parts[criterion];
        return policy is null ? double.NaN : part;
    }

    /// <inheritdoc/>
    public bool Equals(ProductFitAssessment other) => Equals(policy, other.policy) && figures == other.figures;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ProductFitAssessment other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(policy, figures);

    /// <summary>Whether both are equal.</summary>
    public static bool operator ==(ProductFitAssessment left, ProductFitAssessment right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(ProductFitAssessment left, ProductFitAssessment right) => !left.Equals(right);

    /// <summary>The grade and the score, such as <c>Good 72.5</c>.</summary>
    public override string ToString() => Score is { } score ? $"{Grade} {score}" : Grade.ToString();

    internal Decision ToDecision() => Grade > FitGrade.Barred ? Decision.Allowed : Found().ToDecision();

    /// <summary>What each known criterion earned, the one that costs most points first.</summary>
    internal IEnumerable<Reason> Earned()
    {
        ProductFitAssessment fit = this;
        return Enum.GetValues<FitCriterion>()
            .Where(criterion => !double.IsNaN(fit.Contribution(criterion)))
            .OrderByDescending(criterion => fit.policy!.PointsOf(criterion) - fit.Contribution(criterion))
            .Select(fit.Earned);
    }

    private Findings Found()
    {
        var findings = default(Findings);
        if (figures.RepurchaseRate.IsKnown && figures.Columns.Repurchase <= policy!.Table.BarredUpTo)
        {
            findings.Deny(ProductsReasons.NotBoughtAgain.With(figures.RepurchaseRate, Ratio.From(policy.Options.BarredUpTo!.Value)));
        }

        foreach (FitCriterion criterion in Enum.GetValues<FitCriterion>())
        {
            if (double.IsNaN(Contribution(criterion)))
            {
                findings.Lack(Unknown(criterion));
            }
        }

        return findings;
    }

    private Reason Unknown(FitCriterion criterion) => criterion switch
    {
        FitCriterion.TicketSize when figures.Ticket is { } ticket => ProductsReasons.TicketNotAnchored.With(ticket, ticket.Currency.Code),
        FitCriterion.TicketSize => ProductsReasons.TicketUnknown.With(),
        FitCriterion.Repurchase => ProductsReasons.RepurchaseUnknown.With(),
        FitCriterion.Loyalty => ProductsReasons.LoyaltyUnknown.With(),
        _ => ProductsReasons.BrandPowerUnknown.With(),
    };

    private Reason Earned(FitCriterion criterion)
    {
        string got = Math.Max(0, Contribution(criterion)).ToString("0.0", CultureInfo.InvariantCulture);
        string most = policy!.PointsOf(criterion).ToString("0.0", CultureInfo.InvariantCulture);
        var earned = new Bilingual($"{got} of {most} points", $"{got} 分（满分 {most} 分）");
        return criterion switch
        {
            FitCriterion.TicketSize => ProductsReasons.TicketEarned.With(figures.Ticket!.Value, earned),
            FitCriterion.Repurchase => ProductsReasons.RepurchaseEarned.With(figures.RepurchaseRate, earned),
            FitCriterion.Loyalty => ProductsReasons.LoyaltyEarned.With(figures.LoyaltyRate, earned),
            _ => ProductsReasons.BrandPowerEarned.With(figures.BrandPower, earned),
        };
    }
}
