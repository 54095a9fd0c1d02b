using System.Collections.Immutable;

namespace PrivateDomain.Core.Products;

/// <summary>How products are judged (选品模型): curves, weights, gates and grades as data.</summary>
/// <remarks>Scores are single precision, the same bits for one product and for columns. Equality is that of the object.</remarks>
public sealed class ProductFitModel
{
    private const double Accuracy = 1e-3;

    private static readonly ImmutableArray<FitKnot> DefaultTicket = [new(0, 0), new(50, 0.2), new(100, 0.5), new(200, 0.8), new(400, 1)];
    private static readonly ImmutableArray<FitKnot> DefaultRepurchase = [new(0, 0), new(0.1, 0.25), new(0.2, 0.5), new(0.35, 0.8), new(0.5, 1)];
    private static readonly ImmutableArray<FitKnot> DefaultLoyalty = [new(0, 0), new(0.1, 0.2), new(0.25, 0.5), new(0.4, 0.8), new(0.6, 1)];
    private static readonly ImmutableArray<FitKnot> DefaultBrandPower = [new(0, 1), new(0.25, 0.9), new(0.5, 0.6), new(0.75, 0.25), new(1, 0)];

    private readonly ImmutableArray<FitCurve> curves;
    private readonly ImmutableArray<double> points;
    private readonly FitTable table;

    private ProductFitModel(Currency currency, ImmutableArray<FitCurve> curves, FitWeights weights, FitGates gates, FitGradeLines grades, FitTable table)
    {
        Currency = currency;
        this.curves = curves;
        Weights = weights;
        Gates = gates;
        Grades = grades;
        points = Points(weights);
        this.table = table;
    }

    /// <summary>Default from [A], D18, for tickets in yuan. D18 gives the criteria and their direction; the numbers are a taste: anchor the ticket where costs are known.</summary>
    public static ProductFitModel Default { get; } = Create();

    /// <summary>What a ticket is worth by default, as multiples of the break-even ticket (保本客单价, D33): half at break-even, all at four times it.</summary>
    public static ImmutableArray<FitKnot> DefaultTicketMultiples { get; } = [new(0, 0), new(1, 0.5), new(2, 0.8), new(4, 1)];

    /// <summary>The currency of tickets.</summary>
    public Currency Currency { get; }

    /// <summary>How much each criterion counts.</summary>
    public FitWeights Weights { get; }

    /// <summary>What keeps a product out.</summary>
    public FitGates Gates { get; }

    /// <summary>Where the grades begin.</summary>
    public FitGradeLines Grades { get; }

    /// <summary>Makes a model; what is left out is that of <see cref="Default"/>.</summary>
    /// <param name="currency">The currency of tickets; yuan when left out.</param>
    /// <param name="ticketSize">The curve of tickets, in major units.</param>
    /// <param name="repurchase">The curve of repurchase rates.</param>
    /// <param name="loyalty">The curve of loyalty rates.</param>
    /// <param name="brandPower">The curve of brand power; falling, because it counts inversely.</param>
    /// <param name="weights">How much each criterion counts.</param>
    /// <param name="gates">What keeps a product out.</param>
    /// <param name="grades">Where the grades begin.</param>
    /// <exception cref="InvalidPolicyException">A part is invalid; it names every mistake.</exception>
    public static ProductFitModel Create(
        Currency? currency = null,
        ImmutableArray<FitKnot> ticketSize = default,
        ImmutableArray<FitKnot> repurchase = default,
        ImmutableArray<FitKnot> loyalty = default,
        ImmutableArray<FitKnot> brandPower = default,
        FitWeights? weights = null,
        FitGates? gates = null,
        FitGradeLines? grades = null)
    {
        currency ??= Currency.Cny;
        weights ??= FitWeights.Default;
        gates ??= FitGates.Default;
        grades ??= FitGradeLines.Default;
        ReadOnlySpan<ImmutableArray<FitKnot>> knots =
        [
            ticketSize.IsDefault ? DefaultTicket : ticketSize,
            repurchase.IsDefault ? DefaultRepurchase : repurchase,
            loyalty.IsDefault ? DefaultLoyalty : loyalty,
            brandPower.IsDefault ? DefaultBrandPower : brandPower,
        ];

        PolicyCheck check = new PolicyCheck().Needs(!currency.Value.IsNone, "currency", ProductsReasons.NoCurrency, currency.Value.Code);
        for (int i = 0; i < knots.Length; i++)
        {
            FitCurve.Check(check, Path((FitCriterion)i), knots[i]);
        }

        Check(check, weights);
        decimal limit = gates.RepurchaseLimit.ValueOr(0m);
        check.Needs(limit is >= 0 and <= 1, "gates.repurchaseLimit", ProductsReasons.ShareOutOfRange, limit);
        Check(check, grades);
        check.ThrowIfAny("product fit model");

        ImmutableArray<FitCurve> made = [FitCurve.Checked(knots[0]), FitCurve.Checked(knots[1]), FitCurve.Checked(knots[2]), FitCurve.Checked(knots[3])];
        ImmutableArray<double> shares = Points(weights);
        var coefficients = new FitTable(made.AsSpan(), shares.AsSpan(), gates.RepurchaseLimit, grades);
        CheckAccuracy(check, made, shares, coefficients);
        check.ThrowIfAny("product fit model");
        return new(currency.Value, made, weights, gates, grades, coefficients);
    }

    /// <summary>This model with the ticket judged by what it must pay for (保本客单价, D33) instead of by taste, in the currency of that ticket.</summary>
    /// <param name="breakEvenTicket">The ticket at which a year's gross profit of a customer pays a year's upkeep; above 0.</param>
    /// <param name="multiples">The curve, its figures in multiples of the break-even ticket; <see cref="DefaultTicketMultiples"/> when left out.</param>
    /// <exception cref="ArgumentOutOfRangeException">The ticket is not above 0.</exception>
    /// <exception cref="InvalidPolicyException">The curve is invalid.</exception>
    public ProductFitModel AnchoredOn(Money breakEvenTicket, ImmutableArray<FitKnot> multiples = default)
    {
        if (breakEvenTicket.Amount <= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(breakEvenTicket), breakEvenTicket, "A break-even ticket above 0 is needed.");
        }

        double unit = (double)breakEvenTicket.Amount;
        ImmutableArray<FitKnot> source = multiples.IsDefault ? DefaultTicketMultiples : multiples;
        return Create(
            breakEvenTicket.Currency,
            [.. source.Select(knot => new FitKnot(knot.At * unit, knot.Share))],
            curves[1].Knots,
            curves[2].Knots,
            curves[3].Knots,
            Weights,
            Gates,
            Grades);
    }

    /// <summary>The curve of a criterion.</summary>
    /// <param name="criterion">The criterion.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the four.</exception>
    public FitCurve Curve(FitCriterion criterion) => curves[Index(criterion)];

    /// <summary>The most points a criterion can earn: its weight as points of 100.</summary>
    /// <param name="criterion">The criterion.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the four.</exception>
    public double PointsOf(FitCriterion criterion) => points[Index(criterion)];

    /// <summary>Judges one product. Allocates nothing.</summary>
    /// <param name="figures">What is known of it.</param>
    /// <exception cref="ArgumentNullException">There are no figures.</exception>
    /// <exception cref="CurrencyMismatchException">The ticket is in another currency than the model's.</exception>
    public ProductFit Assess(ProductFigures figures)
    {
        Guard.Against.Null(figures);
        if (figures.Ticket is { } ticket && ticket.Currency != Currency)
        {
            throw new CurrencyMismatchException(ticket.Currency, Currency);
        }

        float score = FitKernel.ScoreLanes(table, figures.Columns, out FitRow parts, out FitGrade grade);
        return new ProductFit(this, figures, parts, score, grade);
    }

    /// <summary>Judges many products in columns, a row a product. Allocates nothing, and gives the same scores as <see cref="Assess"/>.</summary>
    /// <remarks>NaN is unknown: such a row scores NaN and has the grade <see cref="FitGrade.Unknown"/>. Infinity is worth what the nearest end of the curve is.</remarks>
    /// <param name="ticketSize">Tickets in major units of <see cref="Currency"/>.</param>
    /// <param name="repurchase">Repurchase rates, from 0 to 1.</param>
    /// <param name="loyalty">Loyalty rates, from 0 to 1.</param>
    /// <param name="brandPower">Brand power, from 0 to 1.</param>
    /// <param name="scores">Receives the scores, from 0 to 100. Its length is the number of products.</param>
    /// <param name="grades">Receives the grades.</param>
    /// <exception cref="ArgumentException">A column has another length, or an output shares memory with another column.</exception>
    public void ScoreAll(
        ReadOnlySpan<float> ticketSize,
        ReadOnlySpan<float> repurchase,
        ReadOnlySpan<float> loyalty,
        ReadOnlySpan<float> brandPower,
        Span<float> scores,
        Span<FitGrade> grades)
    {
        FitColumnChecks.Check(ticketSize, scores, grades, nameof(ticketSize));
        FitColumnChecks.Check(repurchase, scores, grades, nameof(repurchase));
        FitColumnChecks.Check(loyalty, scores, grades, nameof(loyalty));
        FitColumnChecks.Check(brandPower, scores, grades, nameof(brandPower));
        FitColumnChecks.Check(scores, grades);
        unsafe
        {
            fixed (float* t = ticketSize, r = repurchase, l = loyalty, b = brandPower, s = scores)
            fixed (FitGrade* g = grades)
            {
                FitBatch.Score(table, new FitColumns(t, r, l, b, s, (byte*)g), scores.Length, 1, null, default);
            }
        }
    }

    internal FitTable Table => table;

    private static int Index(FitCriterion criterion) =>
        criterion is >= FitCriterion.TicketSize and <= FitCriterion.BrandPower
            ? (int)criterion
            : throw new ArgumentOutOfRangeException(nameof(criterion), criterion, "A criterion of product fit is needed.");

    private static string Path(FitCriterion criterion) => criterion switch
    {
        FitCriterion.TicketSize => "ticketSize",
        FitCriterion.Repurchase => "repurchase",
        FitCriterion.Loyalty => "loyalty",
        _ => "brandPower",
    };

    private static ImmutableArray<double> Points(FitWeights weights)
    {
        double sum = (double)weights.TicketSize + (double)weights.Repurchase + (double)weights.Loyalty + (double)weights.BrandPower;
        return [Part(weights.TicketSize), Part(weights.Repurchase), Part(weights.Loyalty), Part(weights.BrandPower)];

        double Part(decimal weight) => 100 * ((double)weight / sum);
    }

    private static void Check(PolicyCheck check, FitWeights weights)
    {
        ReadOnlySpan<decimal> all = [weights.TicketSize, weights.Repurchase, weights.Loyalty, weights.BrandPower];
        decimal most = 0m;
        for (int i = 0; i < all.Length; i++)
        {
            check.Needs(all[i] >= 0, $"weights.{Path((FitCriterion)i)}", ProductsReasons.NegativeWeight, all[i]);
            most = Math.Max(most, all[i]);
        }

        check.Needs(most > 0, "weights", ProductsReasons.NoWeight, most);
    }

    private static void Check(PolicyCheck check, FitGradeLines grades)
    {
        Line(grades.Fair, 0, "grades.fair");
        Line(grades.Good, grades.Fair, "grades.good");
        Line(grades.Excellent, grades.Good, "grades.excellent");

        void Line(double value, double above, string path) => check
            .Needs(value is > 0 and <= Score.Max, path, ProductsReasons.LineOutOfRange, ReasonValue.Of(value))
            .Needs(!((float)value <= (float)above) || value <= 0, path, ProductsReasons.NotAscending, ReasonValue.Of(value), ReasonValue.Of(above));
    }

    // A table is used only where it hits every knot of every curve: a check of the arithmetic itself.
    private static void CheckAccuracy(PolicyCheck check, ImmutableArray<FitCurve> curves, ImmutableArray<double> points, FitTable table)
    {
        for (int i = 0; i < curves.Length; i++)
        {
            double worst = 0;
            foreach (FitKnot knot in curves[i].Knots)
            {
                float at = (float)knot.At;
                FitKernel.ScoreOne(table, new FitRow(at, at, at, at), out FitRow parts, out _);
                double error = Math.Abs(parts[(FitCriterion)i] - (knot.Share * points[i]));
                worst = error <= worst ? worst : error; // NaN is the worst of all
            }

            check.Needs(worst <= Accuracy, Path((FitCriterion)i), ProductsReasons.TooSteep, ReasonValue.Of(worst), ReasonValue.Of(Accuracy));
        }
    }
}
