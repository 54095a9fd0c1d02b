using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace PrivateDomain.Core.Products;

/// <summary>How well one product suits the private domain (适配结果): score, grade, the part of each criterion, and the words for why.</summary>
/// <remarks>
/// <para>A product of which a criterion is unknown has no score and the grade <see cref="FitGrade.Unknown"/>; nothing unknown is taken for 0.</para>
/// <para>Equality is that of the model and figures it was made of; there is no ordering: sort by <see cref="Points"/>.</para>
/// <para>The default value was never made: grade unknown, no score, and the decision <see cref="Decision"/>'s own default, a refusal.</para>
/// </remarks>
public readonly struct ProductFit : IEquatable<ProductFit>
{
    private readonly ProductFitModel? model;
    private readonly ProductFigures? figures;
    private readonly FitRow parts;
    private readonly float points;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ProductFit(ProductFitModel model, ProductFigures figures, FitRow parts, float points, FitGrade grade)
    {
        this.model = model;
        this.figures = figures;
        this.parts = parts;
        this.points = points;
        Grade = grade;
    }

    /// <summary>The grade; <see cref="FitGrade.Unknown"/> where a criterion is unknown, <see cref="FitGrade.Barred"/> behind a gate.</summary>
    public FitGrade Grade { get; }

    /// <summary>The score from 0 to 100 exactly as <see cref="ProductFitModel.ScoreAll"/> gives it; NaN where a criterion is unknown. A barred product has its score.</summary>
    public float Points => model is null ? float.NaN : points;

    /// <summary>The score; null where a criterion is unknown.</summary>
    public Score? Score => float.IsNaN(Points) ? null : PrivateDomain.Core.Score.From(Points);

    /// <summary>Whether the product may be sold in the private domain: denied by a gate, undecidable where a criterion is unknown. A low score denies nothing.</summary>
    public Decision Decision
    {
        get
        {
            if (model is null)
            {
                return default;
            }

            ImmutableArray<Reason> reasons = Obstacles();
            return reasons.IsEmpty ? Decision.Allowed
                : IsBarred ? Decision.Denied(reasons.AsSpan())
                : Decision.Undecidable(reasons.AsSpan());
        }
    }

    /// <summary>The points a criterion adds to the score, from 0 to <see cref="ProductFitModel.PointsOf"/>; NaN where it is unknown.</summary>
    /// <param name="criterion">The criterion.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the four.</exception>
    public double Contribution(FitCriterion criterion)
    {
        float part = parts[criterion];
        return model is null ? double.NaN : part;
    }

    /// <summary>Why: first the gate and what is unknown, then what each known criterion earned, the one that costs most points first.</summary>
    public ImmutableArray<Reason> Explain()
    {
        if (model is null)
        {
            return [];
        }

        ProductFit fit = this;
        IEnumerable<Reason> earned = Enum.GetValues<FitCriterion>()
            .Where(criterion => !double.IsNaN(fit.Contribution(criterion)))
            .OrderByDescending(criterion => fit.model!.PointsOf(criterion) - fit.Contribution(criterion))
            .Select(fit.Earned);
        return [.. Obstacles(), .. earned];
    }

    /// <inheritdoc/>
    public bool Equals(ProductFit other) => ReferenceEquals(model, other.model) && Equals(figures, other.figures);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ProductFit other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(model, figures);

    /// <summary>Whether both are equal.</summary>
    public static bool operator ==(ProductFit left, ProductFit right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(ProductFit left, ProductFit right) => !left.Equals(right);

    /// <summary>The grade and the score, such as <c>Good 72.5</c>.</summary>
    public override string ToString() => Score is { } score ? $"{Grade} {score}" : Grade.ToString();

    private bool IsBarred => figures!.Columns.Repurchase <= model!.Table.BarredUpTo;

    private ImmutableArray<Reason> Obstacles()
    {
        ImmutableArray<Reason>.Builder reasons = ImmutableArray.CreateBuilder<Reason>();
        if (IsBarred)
        {
            reasons.Add(ProductsReasons.NotBoughtAgain.With(figures!.RepurchaseRate, model!.Gates.RepurchaseLimit));
        }

        foreach (FitCriterion criterion in Enum.GetValues<FitCriterion>())
        {
            if (double.IsNaN(Contribution(criterion)))
            {
                reasons.Add(Unknown(criterion).With());
            }
        }

        return reasons.ToImmutable();
    }

    private static ReasonDefinition Unknown(FitCriterion criterion) => criterion switch
    {
        FitCriterion.TicketSize => ProductsReasons.TicketUnknown,
        FitCriterion.Repurchase => ProductsReasons.RepurchaseUnknown,
        FitCriterion.Loyalty => ProductsReasons.LoyaltyUnknown,
        _ => ProductsReasons.BrandPowerUnknown,
    };

    private Reason Earned(FitCriterion criterion)
    {
        string got = Math.Max(0, Contribution(criterion)).ToString("0.0", CultureInfo.InvariantCulture);
        string most = model!.PointsOf(criterion).ToString("0.0", CultureInfo.InvariantCulture);
        var earned = new Bilingual($"{got} of {most} points", $"{got} 分（满分 {most} 分）");
        return criterion switch
        {
            FitCriterion.TicketSize => ProductsReasons.TicketEarned.With(figures!.Ticket!.Value, earned),
            FitCriterion.Repurchase => ProductsReasons.RepurchaseEarned.With(figures!.RepurchaseRate, earned),
            FitCriterion.Loyalty => ProductsReasons.LoyaltyEarned.With(figures!.LoyaltyRate, earned),
            _ => ProductsReasons.BrandPowerEarned.With(figures!.BrandPower, earned),
        };
    }
}
