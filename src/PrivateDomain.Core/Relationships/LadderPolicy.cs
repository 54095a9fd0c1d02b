using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;

namespace PrivateDomain.Core.Relationships;

/// <summary>What each stage of a relationship asks for (关系阶梯): four stages, each needing its evidence and all the stages below; none is
/// skipped.</summary>
/// <remarks>
/// <para>The same evidence gives the same stage, whoever asks and how often.</para>
/// <para>Equality is that of the options. The policy is immutable, so threads may share it.</para>
/// </remarks>
/// <example>
/// <code>
/// RelationshipFacts facts = RelationshipFacts.From(history.FactsAt(now, shop));
/// StageAssessment assessment = LadderPolicy.Default.Assess(facts);
/// if (assessment.Stage >= RelationshipStage.Interaction) { Promote(); }
/// foreach (Reason missing in LadderPolicy.Default.Explain(facts).Missing) { Show(missing); }
/// </code>
/// </example>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class LadderPolicy : Policy<LadderPolicy, LadderOptions>, IPolicy<LadderPolicy, LadderOptions>
{
    private const int StageCount = (int)RelationshipStage.Alliance;

    private readonly ImmutableArray<ImmutableArray<StageRequirement>> rungs;

    private LadderPolicy(LadderOptions options)
        : base(options)
    {
        rungs = [.. Enumerable.Range(1, StageCount).Select(stage => options[(RelationshipStage)stage])];
        Terms = [.. rungs.SelectMany(static rung => rung).SelectMany(static requirement => requirement.AnyOf)];
        Ages =
        [
            .. Terms
                .Where(static term => term.WithinDays is not null)
                .Select(static term => (term.Kind, Duration.FromDays(term.WithinDays!.Value)))
                .Distinct(),
        ];
    }

    static LadderPolicy IPolicy<LadderPolicy, LadderOptions>.Make(LadderOptions options) => new(options);

    /// <summary>All terms of all stages.</summary>
    internal ImmutableArray<EvidenceTerm> Terms { get; }

    /// <summary>The ages at which evidence of a kind is too old for some stage.</summary>
    internal ImmutableArray<(EvidenceKind Kind, Duration Age)> Ages { get; }

    /// <summary>How far before the instant asked about events are needed one by one (回看时长): what is older may be folded away, and no
    /// stage becomes undecidable. Zero where totals are enough; null where any age is needed, as days of conversation do.</summary>
    public Duration? LookBack => Terms.Any(static term => EvidenceKinds.NeedsDays(term.Kind)) ? null : Duration.Zero;

    /// <summary>The stage that evidence supports. Allocates nothing while it is known; <see cref="Explain"/> says what is
    /// missing.</summary>
    /// <param name="facts">The evidence.</param>
    /// <param name="journey">The customer's moves so far, which know since when; null when not known.</param>
    public StageAssessment Assess(in RelationshipFacts facts, StageJourney? journey = null)
    {
        (RelationshipStage stage, Met next) = Climb(facts);
        if (next == Met.Undecidable)
        {
            return new(null, null, null, Undecidable(stage, facts));
        }

        // A journey that stands elsewhere has yet to be told: the stage begins now.
        return new(stage, IsOutOfOrder(stage, facts), journey is null ? null : journey.Stage == stage ? journey.Since : facts.At, []);
    }

    /// <summary>The stage that evidence supports, exactly what is missing for the next, and what stands out of order.</summary>
    /// <param name="facts">The evidence.</param>
    /// <param name="journey">The customer's moves so far, which know since when; null when not known.</param>
    public StageExplanation Explain(in RelationshipFacts facts, StageJourney? journey = null)
    {
        StageAssessment assessment = Assess(facts, journey);
        var missing = ImmutableArray.CreateBuilder<Reason>();
        var outOfOrder = ImmutableArray.CreateBuilder<Reason>();
        int reached = (int)Climb(facts).Stage;
        for (int i = reached; i < rungs.Length; i++)
        {
            foreach (StageRequirement requirement in rungs[i])
            {
                Met met = facts.MeetsAll(requirement);
                if (i == reached && met != Met.Yes)
                {
                    missing.Add(RelationshipSentences.Missing(requirement, facts));
                }
                else if (i > reached && met == Met.Yes && assessment.Stage is not null)
                {
                    outOfOrder.Add(RelationshipsReasons.EvidenceOutOfOrder.With(
                        RelationshipSentences.Found(requirement, facts), ((RelationshipStage)(reached + 1)).Name()));
                }
            }
        }

        return new(assessment, missing.DrainToImmutable(), outOfOrder.DrainToImmutable());
    }

    /// <summary>The first requirement of the stage above one that evidence does not meet.</summary>
    internal StageRequirement FirstMissing(RelationshipStage stage, RelationshipFacts facts) =>
        rungs[(int)stage].First(requirement => facts.MeetsAll(requirement) != Met.Yes);

    /// <summary>The highest stage of which all is met, and whether the one above is not or might be.</summary>
    internal (RelationshipStage Stage, Met Next) Climb(in RelationshipFacts facts)
    {
        for (int i = 0; i < rungs.Length; i++)
        {
            Met worst = Met.Yes;
            foreach (StageRequirement requirement in rungs[i])
            {
                Met met = facts.MeetsAll(requirement);
                worst = met < worst ? met : worst;
            }

            if (worst != Met.Yes)
            {
                return ((RelationshipStage)i, worst);
            }
        }

        return (RelationshipStage.Alliance, Met.No);
    }

    private bool? IsOutOfOrder(RelationshipStage stage, in RelationshipFacts facts)
    {
        Met best = Met.No;
        for (int i = (int)stage + 1; i < rungs.Length; i++)
        {
            foreach (StageRequirement requirement in rungs[i])
            {
                Met met = facts.MeetsAll(requirement);
                best = met > best ? met : best;
            }
        }

        return best == Met.Undecidable ? null : best == Met.Yes;
    }

    private ImmutableArray<Reason> Undecidable(RelationshipStage stage, in RelationshipFacts facts)
    {
        var reasons = ImmutableArray.CreateBuilder<Reason>();
        foreach (StageRequirement requirement in rungs[(int)stage])
        {
            if (facts.MeetsAll(requirement) == Met.Undecidable)
            {
                reasons.Add(RelationshipSentences.Missing(requirement, facts));
            }
        }

        return reasons.DrainToImmutable();
    }
}
