using System.Collections.Immutable;

namespace PrivateDomain.Core.Relationships;

/// <summary>What the options of a ladder mean, and what must hold between its stages.</summary>
internal static class LadderDescription
{
    private static readonly Description<EvidenceTerm> Term = new(
        new("evidence term", "证据条件"),
        For<EvidenceTerm>.Choice<EvidenceKind>(static t => t.Kind, RelationshipNames.Name, Source.UnderlyingLogic, notZero: true),
        For<EvidenceTerm>.Whole(static t => t.Min, 1, int.MaxValue, Unit.Times, Source.UnderlyingLogic),
        For<EvidenceTerm>.Whole(static t => t.WithinDays, 1, EvidenceKinds.DaysMax, Unit.Days, Source.Own),
        For<EvidenceTerm>.Rule("min", TwoLatestAnswers));

    private static readonly Description<StageRequirement> Requirement = new(
        new("stage requirement", "阶段要求"),
        For<StageRequirement>.List(static r => r.AnyOf, Term, Source.UnderlyingLogic, countMin: 1));

    internal static Description<LadderOptions> Of() => new(
        new("relationship ladder", "关系阶梯"),
        For<LadderOptions>.List(static o => o.Acquaintance, Requirement, Source.UnderlyingLogic, countMin: 1),
        For<LadderOptions>.List(static o => o.Interaction, Requirement, Source.UnderlyingLogic, countMin: 1),
        For<LadderOptions>.List(static o => o.Rapport, Requirement, Source.UnderlyingLogic, countMin: 1),
        For<LadderOptions>.List(static o => o.Alliance, Requirement, Source.UnderlyingLogic, countMin: 1),
        For<LadderOptions>.Rules(Order));

    // There is only one latest NPS answer, so a stage that asks for two of it is never reached.
    private static Reason? TwoLatestAnswers(EvidenceTerm term) => term is { Kind: EvidenceKind.Promoter, Min: > 1 }
        ? PolicyReasons.OutOfRange.With(term.Min, Wanted.Range(1, 1, above: false, below: false))
        : null;

    // A stage asks for more than those below: none of its requirements for less, and not all for the same.
    private static IEnumerable<Mistake> Order(LadderOptions options)
    {
        var below = new List<StageRequirement>();
        for (RelationshipStage stage = RelationshipStage.Acquaintance; stage <= RelationshipStage.Alliance; stage++)
        {
            string place = char.ToLowerInvariant(stage.ToString()[0]) + stage.ToString()[1..];
            ImmutableArray<StageRequirement> stated = options[stage].IsDefault ? [] : options[stage];
            for (int i = 0; i < stated.Length; i++)
            {
                if (IsComplete(stated[i]) && below.Find(b => b.Implies(stated[i]) && !stated[i].Implies(b)) is { } stronger)
                {
                    yield return new Mistake(
                        FormattableString.Invariant($"{place}[{i}]"),
                        RelationshipsReasons.AsksLessThanBelow.With(RelationshipSentences.Required(stated[i]),
                            RelationshipSentences.Required(stronger)));
                }
            }

            ImmutableArray<StageRequirement> complete = [.. stated.Where(IsComplete)];
            if (!complete.IsEmpty && complete.Length == stated.Length && complete.All(r => below.Exists(b => b.Implies(r))))
            {
                yield return new Mistake(place, RelationshipsReasons.StageAddsNothing.With(stage.Name()));
            }

            below.AddRange(complete);
        }
    }

    private static bool IsComplete(StageRequirement? requirement) =>
        requirement is { AnyOf: { IsDefaultOrEmpty: false } terms } && !terms.Contains(null!);
}
