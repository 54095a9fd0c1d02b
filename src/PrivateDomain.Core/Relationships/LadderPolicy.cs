using System.Collections.Immutable;

namespace PrivateDomain.Core.Relationships;

/// <summary>What each stage of a relationship asks for (关系阶梯): four rungs, each needing its evidence and all the rungs below. D5.</summary>
/// <remarks>The policy belongs to no customer and no instance: the same evidence gives the same stage, whoever asks and how often.</remarks>
public sealed class LadderPolicy
{
    private LadderPolicy(ImmutableArray<LadderRung> rungs) => Rungs = rungs;

    /// <summary>
    /// The ladder of the article. Default from [E], D5: acquaintance is a link; interaction is taking part within the last 90 days; rapport is a purchase, and
    /// volunteered feedback or conversations on 3 days; alliance is a second purchase, and an effective recommendation, a promoter's NPS answer or a rival declined.
    /// The figure of 3 days is this library's reading of "real conversations".
    /// </summary>
    public static LadderPolicy Default { get; } = Create(
        new(RelationshipStage.Acquaintance, new StageRequirement(new EvidenceTerm(EvidenceKind.Link))),
        new(RelationshipStage.Interaction, new StageRequirement(new EvidenceTerm(EvidenceKind.Participation, withinDays: 90))),
        new(
            RelationshipStage.Rapport,
            new StageRequirement(new EvidenceTerm(EvidenceKind.Purchase)),
            new StageRequirement(new EvidenceTerm(EvidenceKind.Feedback), new EvidenceTerm(EvidenceKind.Conversation, min: 3))),
        new(
            RelationshipStage.Alliance,
            new StageRequirement(new EvidenceTerm(EvidenceKind.Purchase, min: 2)),
            new StageRequirement(
                new EvidenceTerm(EvidenceKind.EffectiveRecommendation), new EvidenceTerm(EvidenceKind.Promoter), new EvidenceTerm(EvidenceKind.RivalDeclined))));

    /// <summary>The rungs, the lowest first.</summary>
    public ImmutableArray<LadderRung> Rungs { get; }

    /// <summary>Makes a ladder.</summary>
    /// <param name="rungs">One rung for each stage from acquaintance to alliance, in this order.</param>
    /// <exception cref="ArgumentNullException">A rung is null.</exception>
    /// <exception cref="InvalidPolicyException">
    /// Rungs are missing, too many or out of order; one asks for nothing, or for nothing beyond those below; a requirement asks for less than a rung below does;
    /// a term is of no kind, negative, or more than there can be. All mistakes are named together.
    /// </exception>
    public static LadderPolicy Create(params ReadOnlySpan<LadderRung> rungs)
    {
        foreach (LadderRung rung in rungs)
        {
            Guard.Against.Null(rung, nameof(rungs));
        }

        ImmutableArray<LadderRung> all = [.. rungs];
        LadderCheck.ThrowIfWrong(all);
        return new(all);
    }

    /// <summary>The stage that evidence supports. Allocates nothing; <see cref="Explain"/> says what is missing.</summary>
    /// <param name="evidence">The evidence.</param>
    /// <param name="journey">The customer's moves so far, which know since when; null when not known.</param>
    public StageAssessment Assess(in StageEvidence evidence, StageJourney? journey = null)
    {
        var stage = RelationshipStage.None;
        int missing = 0;
        int outOfOrder = 0;
        foreach (LadderRung rung in Rungs)
        {
            int met = MetOf(rung, evidence);
            if (missing > 0)
            {
                outOfOrder += met;
            }
            else if (met == rung.Requirements.Length)
            {
                stage = rung.Stage;
            }
            else
            {
                missing = rung.Requirements.Length - met;
            }
        }

        // A journey that stands elsewhere has yet to be told: the stage begins now.
        return new(stage, missing, outOfOrder, journey is null ? null : journey.Stage == stage ? journey.Since : evidence.At);
    }

    /// <summary>The stage that evidence supports, exactly what is missing for the next, and what stands out of order.</summary>
    /// <param name="evidence">The evidence.</param>
    /// <param name="journey">The customer's moves so far, which know since when; null when not known.</param>
    public StageExplanation Explain(in StageEvidence evidence, StageJourney? journey = null)
    {
        StageAssessment assessment = Assess(evidence, journey);
        var missing = ImmutableArray.CreateBuilder<Reason>(assessment.MissingCount);
        var outOfOrder = ImmutableArray.CreateBuilder<Reason>(assessment.OutOfOrderCount);
        for (int i = (int)assessment.Stage; i < Rungs.Length; i++)
        {
            bool isNext = i == (int)assessment.Stage;
            foreach (StageRequirement requirement in Rungs[i].Requirements)
            {
                bool isMet = requirement.IsMetBy(evidence);
                if (isNext && !isMet)
                {
                    missing.Add(RelationshipWords.Missing(requirement, evidence));
                }
                else if (!isNext && isMet)
                {
                    outOfOrder.Add(RelationshipsReasons.EvidenceOutOfOrder.With(
                        RelationshipWords.Found(requirement, evidence), RelationshipWords.NameOf(Rungs[(int)assessment.Stage].Stage)));
                }
            }
        }

        return new(assessment, missing.MoveToImmutable(), outOfOrder.MoveToImmutable());
    }

    /// <summary>The first requirement of the rung above a stage that evidence does not meet.</summary>
    internal StageRequirement FirstMissing(RelationshipStage stage, StageEvidence evidence) =>
        Rungs[(int)stage].Requirements.First(requirement => !requirement.IsMetBy(evidence));

    private static int MetOf(LadderRung rung, in StageEvidence evidence)
    {
        int met = 0;
        foreach (StageRequirement requirement in rung.Requirements)
        {
            met += requirement.IsMetBy(evidence) ? 1 : 0;
        }

        return met;
    }
}
