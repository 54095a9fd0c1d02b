using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
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
public sealed class LadderPolicy : IEquatable<LadderPolicy>
{
    private const int StageCount = (int)RelationshipStage.Alliance;

    private readonly ImmutableArray<ImmutableArray<StageRequirement>> rungs;

    private LadderPolicy(LadderOptions options)
    {
        Options = options;
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

    internal static Description<LadderOptions> Description { get; } = LadderDescription.Of();

    /// <summary>
    /// The ladder of the article on the underlying logic of private domains: acquaintance is a link; interaction is one within the last 90
    /// days; rapport is a purchase, and
    /// volunteered feedback or conversations on 3 days; alliance is a second purchase, and an effective recommendation, a promoter's NPS
    /// answer or a rival declined.
    /// </summary>
    public static LadderPolicy Default { get; } = Create(new LadderOptions());

    /// <summary>What each stage asks for.</summary>
    public LadderOptions Options { get; }

    /// <summary>All terms of all stages.</summary>
    internal ImmutableArray<EvidenceTerm> Terms { get; }

    /// <summary>The ages at which evidence of a kind is too old for some stage.</summary>
    internal ImmutableArray<(EvidenceKind Kind, Duration Age)> Ages { get; }

    /// <summary>How old an event may be and still be needed by itself: what is older may be folded away, and no stage becomes undecidable.
    /// Null: however old.</summary>
    internal Duration? LooksBack => Terms.Any(static term => EvidenceKinds.NeedsDays(term.Kind)) ? null : Duration.Zero;

    /// <summary>Makes a ladder.</summary>
    /// <param name="options">What each stage asks for.</param>
    /// <exception cref="ArgumentNullException">There are no options.</exception>
    /// <exception cref="InvalidPolicyException">
    /// A stage asks for nothing, or for nothing beyond those below; a requirement asks for less than a stage below does; a term is of no
    /// kind, out of range, or more
    /// than there can be. All mistakes are named together.
    /// </exception>
    public static LadderPolicy Create(LadderOptions options)
    {
        Description.ThrowIfWrong(Guard.Against.Null(options));
        return new(options);
    }

    /// <summary>Makes a ladder if the options are right.</summary>
    /// <param name="options">What each stage asks for.</param>
    /// <param name="policy">The policy, or null.</param>
    /// <param name="mistakes">All mistakes; empty when there is a policy.</param>
    /// <exception cref="ArgumentNullException">There are no options.</exception>
    public static bool TryCreate(LadderOptions options, [NotNullWhen(true)] out LadderPolicy? policy, out ImmutableArray<Mistake> mistakes)
    {
        mistakes = Description.Check(Guard.Against.Null(options));
        policy = mistakes.IsEmpty ? new(options) : null;
        return policy is not null;
    }

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

    /// <inheritdoc/>
    public bool Equals(LadderPolicy? other) => other is not null && Options == other.Options;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LadderPolicy);

    /// <inheritdoc/>
    public override int GetHashCode() => Options.GetHashCode();

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
