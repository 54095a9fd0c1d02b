using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Products;

/// <summary>Judges how well products suit the private domain (选品模型): one product, or columns of millions.</summary>
/// <remarks>
/// <para>Scores are single precision, the same bits for one product and for columns on every machine. Nothing unknown is taken for
/// 0.</para>
/// <para>Immutable, so safe to share between threads. Equality is that of the options; there is no ordering.</para>
/// </remarks>
/// <example>
/// <code>
/// ProductFitPolicy policy = ProductFitPolicy.Create(new ProductFitOptions { AnchorTicket = Money.Yuan(122m) });
/// ProductFitAssessment tea = policy.Assess(new ProductFigures
/// {
///     Ticket = Money.Yuan(244m), RepurchaseRate = Ratio.From(0.35m), LoyaltyRate = Ratio.From(0.25m), BrandPower = Ratio.From(0.5m),
/// });
/// Console.WriteLine($"{tea.Grade} {tea.Score}"); // Good 70.0
/// </code>
/// </example>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class ProductFitPolicy : IEquatable<ProductFitPolicy>
{
    private static readonly Money YuanAnchor = Money.Yuan(100m);

    private readonly FitTable table;
    private readonly Currency anchored;

    private ProductFitPolicy(ProductFitOptions options, FitTable table)
    {
        Options = options;
        this.table = table;
        anchored = (options.AnchorTicket ?? YuanAnchor).Currency;
    }

    /// <summary>The policy of the default options. It judges tickets in yuan; in another currency state <see
    /// cref="ProductFitOptions.AnchorTicket"/>.</summary>
    public static ProductFitPolicy Default { get; } = Create(new ProductFitOptions());

    /// <summary>The options it was made of.</summary>
    public ProductFitOptions Options { get; }

    internal FitTable Table => table;

    /// <summary>Makes a policy.</summary>
    /// <param name="options">The figures.</param>
    /// <exception cref="ArgumentNullException">There are no options.</exception>
    /// <exception cref="InvalidPolicyException">Options are wrong; all mistakes are named.</exception>
    public static ProductFitPolicy Create(ProductFitOptions options) =>
        TryCreate(options, out ProductFitPolicy? policy, out ImmutableArray<Mistake> mistakes)
            ? policy
            : throw new InvalidPolicyException(Descriptions.Of<ProductFitOptions>().Name.English, mistakes);

    /// <summary>Makes a policy of options from outside.</summary>
    /// <param name="options">The figures.</param>
    /// <param name="policy">The policy, or null.</param>
    /// <param name="mistakes">All mistakes of the options.</param>
    /// <exception cref="ArgumentNullException">There are no options.</exception>
    public static bool TryCreate(
        ProductFitOptions options, [NotNullWhen(true)] out ProductFitPolicy? policy, out ImmutableArray<Mistake> mistakes)
    {
        Guard.Against.Null(options);
        mistakes = Descriptions.Of<ProductFitOptions>().Check(options);
        policy = mistakes.IsEmpty ? new ProductFitPolicy(options, new FitTable(options, UnitOf(options))) : null;
        return policy is not null;
    }

    /// <summary>The most points a criterion can earn: its weight as points of 100.</summary>
    /// <param name="criterion">The criterion.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the four.</exception>
    public double PointsOf(FitCriterion criterion) => FitWeights.Of(Options).PointsOf(criterion);

    /// <summary>How well one product suits. Allocates nothing.</summary>
    /// <param name="figures">What is known of it; what is unknown leaves it without a score.</param>
    /// <exception cref="CurrencyMismatchException">The ticket is in another currency than the anchor ticket.</exception>
    public ProductFitAssessment Assess(in ProductFigures figures)
    {
        FitRow row = figures.Columns;
        if (!JudgesTicketsIn(figures.TicketCurrency))
        {
            row = row with { TicketSize = float.NaN };
        }

        float score = FitKernel.ScoreLanes(table, row, out FitRow parts, out FitGrade grade);
        return new ProductFitAssessment(this, figures, parts, score, grade);
    }

    /// <summary>How well many products suit, a row a product, with the same scores as for one. Allocates nothing on one thread.</summary>
    /// <remarks>
    /// Rows are scored in blocks of 65,536. After a cancellation some blocks are written and others are not. The rows of one block are
    /// never divided between
    /// threads, so that the result does not depend on their number.
    /// </remarks>
    /// <param name="columns">What is known of them.</param>
    /// <param name="scores">Receives the scores, from 0 to 100; not a number where a figure is unknown.</param>
    /// <param name="grades">Receives the grades; <see cref="FitGrade.Unknown"/> where a figure is unknown.</param>
    /// <param name="threads">How many threads may score at once, 1 or more; 1 is the caller's alone.</param>
    /// <param name="progress">Is told how many rows are done after each block, by the thread that did it; must not throw. Null tells
    /// nobody.</param>
    /// <param name="cancellationToken">Stops between blocks.</param>
    /// <exception cref="ArgumentException">A column has another length than the scores, shares memory with an output, or has no currency;
    /// the message names
    /// it.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are no threads.</exception>
    /// <exception cref="CurrencyMismatchException">The tickets are in another currency than the anchor ticket.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public unsafe void Assess(
        in ProductColumns columns, Span<float> scores, Span<FitGrade> grades, int threads = 1,
        IProgress<long>? progress = null, CancellationToken cancellationToken = default)
    {
        ProductColumns.Check(columns, scores, grades);
        Guard.Against.NegativeOrZero(threads);
        if (!JudgesTicketsIn(columns.Currency))
        {
            scores.Fill(float.NaN);
            grades.Clear();
            return;
        }

        fixed (float* ticket = columns.Ticket, repurchase = columns.RepurchaseRate)
        fixed (float* loyalty = columns.LoyaltyRate, brandPower = columns.BrandPower)
        fixed (float* score = scores)
        fixed (FitGrade* grade = grades)
        {
            var pinned = new FitColumns(ticket, repurchase, loyalty, brandPower, score, (byte*)grade);
            FitBatch.Score(table, pinned, scores.Length, threads, progress, cancellationToken);
        }
    }

    /// <summary>Whether a product may be sold in the private domain (能否准入): denied by the gate, undecidable where a figure is unknown.
    /// A low score denies
    /// nothing.</summary>
    /// <param name="figures">What is known of it.</param>
    /// <exception cref="CurrencyMismatchException">The ticket is in another currency than the anchor ticket.</exception>
    public Decision Decide(in ProductFigures figures) => Assess(figures).ToDecision();

    /// <summary>Why: first the gate and what is unknown, then what each known criterion earned, the one that costs most points
    /// first.</summary>
    /// <param name="figures">What is known of the product.</param>
    /// <exception cref="CurrencyMismatchException">The ticket is in another currency than the anchor ticket.</exception>
    public ImmutableArray<Reason> Explain(in ProductFigures figures)
    {
        ProductFitAssessment fit = Assess(figures);
        return [.. fit.Reasons, .. fit.Earned()];
    }

    /// <inheritdoc/>
    public bool Equals(ProductFitPolicy? other) => other is not null && Options.Equals(other.Options);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ProductFitPolicy);

    /// <inheritdoc/>
    public override int GetHashCode() => Options.GetHashCode();

    /// <summary>Whether tickets of a currency can be judged; no currency stands for an unknown ticket.</summary>
    internal bool JudgesTicketsIn(Currency currency)
    {
        if (currency == anchored)
        {
            return true;
        }

        return !currency.IsNone && Options.AnchorTicket is not null ? throw new CurrencyMismatchException(currency, anchored) : false;
    }

    internal static double UnitOf(ProductFitOptions options) => (double)(options.AnchorTicket ?? YuanAnchor).Amount;
}
