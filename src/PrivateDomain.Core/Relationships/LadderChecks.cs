using System.Collections.Immutable;

namespace PrivateDomain.Core.Relationships;

/// <summary>What must hold between the stages of a ladder.</summary>
internal static class LadderChecks
{
    // There is only one latest NPS answer, so a stage that asks for two of it is never reached.
    internal static Reason? TwoLatestAnswers(EvidenceTerm term) => term is { Kind: EvidenceKind.Promoter, Min: > 1 }
        ? PolicyReasons.OutOfRange.With(term.Min, Wanted.Range(1, 1, above: false, below: false))
        : null;

    // A stage asks for more than those below: none of its requirements for less, and not all for the same.
    internal static IEnumerable<Mistake> Order(LadderOptions options)
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
