using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace PrivateDomain.Core.Growth;

/// <summary>Whether to scale, hold or repair (增长闸门): from 0 to 1 one failing link breaks the whole, later the model is only
/// scaled.</summary>
/// <remarks>
/// <para>A known loss fails its link; not measured is only what is not known. No figure gets worse and the verdict better.</para>
/// <para>Equality is that of the options. The policy is immutable, so threads may share it.</para>
/// </remarks>
/// <example>
/// <code>
/// GrowthAssessment assessment = GrowthPolicy.Default.Assess(new GrowthFigures { ReceptionRate = Ratio.Known(0.6m) });
/// bool mayScale = assessment.Verdict == GrowthVerdict.Scale; // false: reception fails, and nothing else is measured
/// string why = assessment.Reasons[0].ToString();
/// </code>
/// </example>
public sealed class GrowthPolicy : IEquatable<GrowthPolicy>
{
    private static readonly (GrowthLink Link, GrowthMeasure[] Measures)[] Links =
    [
        .. Enum.GetValues<GrowthMeasure>().Where(static m => m != GrowthMeasure.None).GroupBy(GrowthMeasures.LinkOf)
            .Select(static g => (g.Key, g.ToArray())),
    ];

    private readonly ImmutableArray<(GrowthMeasure Measure, decimal Target)> targets;

    private GrowthPolicy(GrowthOptions options)
    {
        Options = options;
        targets =
        [
            .. Links.SelectMany(static link => link.Measures)
                .Select(measure => (measure, Target: GrowthMeasures.TargetOf(measure, options)))
                .Where(static t => t.Target is not null)
                .Select(static t => (t.measure, t.Target!.Value)),
        ];
    }

    internal static Description<GrowthOptions> Description { get; } = new(
        new("growth policy", "增长闸门"),
        For<GrowthOptions>.Number(static o => o.PaybackPeriodsMax, 0, null, Unit.Periods, Source.Own, above: true),
        For<GrowthOptions>.Number(static o => o.AcquisitionShareMax, 0, null, Unit.Share, Source.Own, above: true),
        For<GrowthOptions>.Share(static o => o.ReceptionRateMin, Source.Own, above: true),
        For<GrowthOptions>.Share(static o => o.InteractionRateMin, Source.Own, above: true),
        For<GrowthOptions>.Share(static o => o.FriendChurnMax, Source.Own, above: true),
        For<GrowthOptions>.Share(static o => o.ConversionRateMin, Source.Own, above: true),
        For<GrowthOptions>.Share(static o => o.RepurchaseRateMin, Source.Own, above: true),
        For<GrowthOptions>.Number(static o => o.TicketCoverMin, 0, null, Unit.Times, Source.Own, above: true),
        For<GrowthOptions>.Whole(static o => o.OneToTenFrom, 1, int.MaxValue, Unit.Customers, Source.Own),
        For<GrowthOptions>.Whole(static o => o.TenToHundredFrom, 1, int.MaxValue, Unit.Customers, Source.Own),
        For<GrowthOptions>.Below<int>(static o => o.OneToTenFrom, static o => o.TenToHundredFrom),
        For<GrowthOptions>.Share(static o => o.ToleranceToTen, Source.Own, below: true),
        For<GrowthOptions>.Share(static o => o.ToleranceToHundred, Source.Own, below: true),
        For<GrowthOptions>.Rules(LinksWithoutTarget));

    /// <summary>The five links of the article on clear goals and how to land them, with the library's own cautious targets, to be replaced
    /// by a shop's own.</summary>
    public static GrowthPolicy Default { get; } = Create(new GrowthOptions());

    /// <summary>The targets, phases and tolerances.</summary>
    public GrowthOptions Options { get; }

    /// <summary>Makes a policy.</summary>
    /// <param name="options">The targets, phases and tolerances.</param>
    /// <exception cref="ArgumentNullException">There are no options.</exception>
    /// <exception cref="InvalidPolicyException">Figures are out of range, or a link has no target; all mistakes are named.</exception>
    public static GrowthPolicy Create(GrowthOptions options)
    {
        Description.ThrowIfWrong(Guard.Against.Null(options));
        return new(options);
    }

    /// <summary>Makes a policy if the options are right.</summary>
    /// <param name="options">The targets, phases and tolerances.</param>
    /// <param name="policy">The policy, or null.</param>
    /// <param name="mistakes">All mistakes; empty when there is a policy.</param>
    /// <exception cref="ArgumentNullException">There are no options.</exception>
    public static bool TryCreate(GrowthOptions options, [NotNullWhen(true)] out GrowthPolicy? policy, out ImmutableArray<Mistake> mistakes)
    {
        mistakes = Description.Check(Guard.Against.Null(options));
        policy = mistakes.IsEmpty ? new(options) : null;
        return policy is not null;
    }

    /// <summary>Judges the links in the phase of the shop, and finds the act that helps most.</summary>
    /// <param name="figures">The figures of the other rooms.</param>
    /// <returns>Repair when a link fails; else hold when one is not measured or falls short within the tolerance; else scale.</returns>
    /// <exception cref="ArgumentNullException">There are no figures.</exception>
    /// <exception cref="ArgumentException">The number of retained customers is negative, or a part is null.</exception>
    /// <exception cref="CurrencyMismatchException">Amounts that are compared have different currencies.</exception>
    public GrowthAssessment Assess(GrowthFigures figures)
    {
        Guard.Against.Null(figures);
        if (figures.RetainedCustomers < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(figures), figures.RetainedCustomers,
                "A number of retained customers of 0 or more is needed.");
        }

        if (figures.Parts.IsDefault || figures.Parts.Contains(null!))
        {
            throw new ArgumentException("The parts of the figures are a list without null.", nameof(figures));
        }

        GrowthPhase phase = PhaseOf(figures.RetainedCustomers);
        decimal least = 1m - (phase switch
        {
            GrowthPhase.OneToTen => Options.ToleranceToTen,
            GrowthPhase.TenToHundred => Options.ToleranceToHundred,
            _ => 0m,
        });
        ImmutableArray<GrowthReading> readings =
        [
            .. targets
                .Select(target => GrowthLevers.Read(target.Measure, target.Target, GrowthMeasures.Read(target.Measure, figures), least))
                .OrderBy(static reading => Place(reading.Standing))
                .ThenBy(static reading => reading.Attainment),
        ];
        GrowthVerdict verdict = readings[0].Standing switch
        {
            GrowthStanding.Fails => GrowthVerdict.Repair,
            GrowthStanding.Holds => GrowthVerdict.Scale,
            _ => GrowthVerdict.Hold,
        };
        return new(
            phase,
            verdict,
            readings,
            [.. readings.Where(static r => r.Standing != GrowthStanding.Holds).Select(r => GrowthSentences.Why(r, figures))],
            GrowthLevers.First(readings, figures, least));
    }

    /// <inheritdoc/>
    public bool Equals(GrowthPolicy? other) => other is not null && Options == other.Options;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as GrowthPolicy);

    /// <inheritdoc/>
    public override int GetHashCode() => Options.GetHashCode();

    private static IEnumerable<Mistake> LinksWithoutTarget(GrowthOptions options)
    {
        foreach ((GrowthLink link, GrowthMeasure[] measures) in Links)
        {
            if (Array.TrueForAll(measures, measure => GrowthMeasures.TargetOf(measure, options) is null))
            {
                Bilingual name = link.Name();
                yield return new Mistake(
                    GrowthMeasures.TargetNameOf(measures[0]),
                    PolicyReasons.Missing.With(
                        required: new Bilingual($"A target for the link \"{name.English}\"", $"“{name.Chinese}”环节的目标")));
            }
        }
    }

    private static int Place(GrowthStanding standing) => standing switch
    {
        GrowthStanding.Fails => 0,
        GrowthStanding.Tolerated => 1,
        GrowthStanding.NotMeasured => 2,
        _ => 3,
    };

    private GrowthPhase PhaseOf(long? retainedCustomers) =>
        retainedCustomers >= Options.TenToHundredFrom ? GrowthPhase.TenToHundred
        : retainedCustomers >= Options.OneToTenFrom ? GrowthPhase.OneToTen
        : GrowthPhase.ZeroToOne;
}
