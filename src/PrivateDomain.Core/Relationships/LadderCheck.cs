using System.Collections.Immutable;
using System.Globalization;

namespace PrivateDomain.Core.Relationships;

/// <summary>Finds every mistake of a ladder before it is made.</summary>
internal static class LadderCheck
{
    private const int StageCount = (int)RelationshipStage.Alliance;

    internal static void ThrowIfWrong(ImmutableArray<LadderRung> rungs)
    {
        var check = new PolicyCheck();
        check.Needs(rungs.Length >= StageCount, "rungs", RelationshipsReasons.NumberTooSmall, rungs.Length, StageCount);
        check.Needs(rungs.Length <= StageCount, "rungs", RelationshipsReasons.NumberTooLarge, rungs.Length, StageCount);
        for (int i = 0; i < rungs.Length; i++)
        {
            CheckRung(check, rungs, i);
        }

        check.ThrowIfAny("relationship ladder");
    }

    private static void CheckRung(PolicyCheck check, ImmutableArray<LadderRung> rungs, int index)
    {
        string path = At("rungs", index);
        LadderRung rung = rungs[index];
        var expected = (RelationshipStage)(index + 1);
        check.Needs(
            index >= StageCount || rung.Stage == expected,
            $"{path}.stage",
            RelationshipsReasons.RungOutOfOrder,
            RelationshipWords.NameOf(rung.Stage),
            RelationshipWords.NameOf(expected));
        check.Needs(rung.Requirements.Length > 0, $"{path}.requirements", RelationshipsReasons.NumberTooSmall, 0, 1);
        StageRequirement[] below = [.. rungs.Take(index).SelectMany(static r => r.Requirements)];
        for (int i = 0; i < rung.Requirements.Length; i++)
        {
            StageRequirement requirement = rung.Requirements[i];
            string requirementPath = At($"{path}.requirements", i);
            CheckTerms(check, requirement, requirementPath);
            StageRequirement? stronger = Array.Find(below, b => b.AnyOf.Length > 0 && b.Implies(requirement) && !requirement.Implies(b));
            check.Needs(
                stronger is null,
                requirementPath,
                RelationshipsReasons.AsksLessThanBelow,
                RelationshipWords.Required(requirement),
                stronger is null ? default(ReasonValue) : RelationshipWords.Required(stronger));
        }

        bool addsNothing = rung.Requirements.Length > 0 && rung.Requirements.All(r => Array.Exists(below, b => b.AnyOf.Length > 0 && b.Implies(r)));
        check.Needs(!addsNothing, path, RelationshipsReasons.RungAddsNothing, RelationshipWords.NameOf(rung.Stage));
    }

    private static void CheckTerms(PolicyCheck check, StageRequirement requirement, string path)
    {
        check.Needs(requirement.AnyOf.Length > 0, $"{path}.anyOf", RelationshipsReasons.NumberTooSmall, 0, 1);
        for (int i = 0; i < requirement.AnyOf.Length; i++)
        {
            EvidenceTerm term = requirement.AnyOf[i];
            string termPath = At($"{path}.anyOf", i);
            CheckKind(check, term.Kind, $"{termPath}.kind");
            check.Needs(term.Min >= 1, $"{termPath}.min", RelationshipsReasons.NumberTooSmall, term.Min, 1);
            check.Needs(term.WithinDays is null or >= 1, $"{termPath}.withinDays", RelationshipsReasons.NumberTooSmall, term.WithinDays ?? 0, 1);
            check.Needs(term.WithinDays is null or <= DaysMax, $"{termPath}.withinDays", RelationshipsReasons.NumberTooLarge, term.WithinDays ?? 0, DaysMax);

            // There is only one latest NPS answer, so a rung that asks for two of it is never reached.
            check.Needs(
                term.Kind != EvidenceKind.Promoter || term.Min <= 1, $"{termPath}.min", RelationshipsReasons.NumberTooLarge, term.Min, 1);
        }
    }

    /// <summary>A hundred years: beyond it, an age is as good as any.</summary>
    internal const int DaysMax = 36_500;

    internal static void CheckKind(PolicyCheck check, EvidenceKind kind, string path, bool isRepeated = false) => check.Needs(
        kind != EvidenceKind.None && Enum.IsDefined(kind) && !isRepeated, path, RelationshipsReasons.WrongEvidenceKind, RelationshipWords.NameOf(kind));

    internal static string At(string list, int index) => string.Create(CultureInfo.InvariantCulture, $"{list}[{index}]");
}
