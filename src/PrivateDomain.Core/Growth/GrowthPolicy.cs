using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Growth;

/// <summary>Whether to scale, hold or repair (增长闸门): from 0 to 1 one failing link breaks the whole, later the model is only
/// scaled.</summary>
/// <remarks>
/// <para>A known loss fails its link; not measured is only what is not known. No figure gets worse and the verdict better.</para>
/// <para>Equality is that of the options. The policy is immutable, so threads may share it.</para>
/// </remarks>
/// <example>
/// <code>
/// GrowthAssessment assessment = GrowthPolicy.Default.Assess(new GrowthFigures { ReceptionRate = Ratio.From(0.6m) });
/// bool mayScale = assessment.Verdict == GrowthVerdict.Scale; // false: reception fails, and nothing else is measured
/// string why = assessment.Reasons[0].ToString();
/// </code>
/// </example>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class GrowthPolicy : Policy<GrowthPolicy, GrowthOptions>, IPolicy<GrowthPolicy, GrowthOptions>
{
    private static readonly (GrowthLink Link, GrowthMeasure[] Measures)[] Links =
    [
        .. Enum.GetValues<GrowthMeasure>().Where(static m => m != GrowthMeasure.None).GroupBy(GrowthMeasures.LinkOf)
            .Select(static g => (g.Key, g.ToArray())),
    ];

    private readonly ImmutableArray<(GrowthMeasure Measure, decimal Target)> targets;

    private GrowthPolicy(GrowthOptions options)
        : base(options)
    {
        targets =
        [
            .. Links.SelectMany(static link => link.Measures)
                .Select(measure => (measure, Target: GrowthMeasures.TargetOf(measure, options)))
                .Where(static t => t.Target is not null)
                .Select(static t => (t.measure, t.Target!.Value)),
        ];
    }

    static GrowthPolicy IPolicy<GrowthPolicy, GrowthOptions>.Make(GrowthOptions options) => new(options);

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

    internal static IEnumerable<Mistake> LinksWithoutTarget(GrowthOptions options)
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
