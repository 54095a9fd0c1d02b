using NodaTime;

namespace PrivateDomain.Core.Relationships;

/// <summary>Whether evidence meets what a stage asks for.</summary>
internal enum Met
{
    /// <summary>It does not.</summary>
    No,

    /// <summary>What was folded away would decide it.</summary>
    Undecidable,

    /// <summary>It does.</summary>
    Yes,
}

/// <summary>How terms and requirements are met, and how they compare.</summary>
internal static class LadderTerms
{
    internal static Met MeetsAll(this in RelationshipFacts facts, StageRequirement requirement)
    {
        Met best = Met.No;
        foreach (EvidenceTerm term in requirement.AnyOf)
        {
            Met met = facts.Meets(term);
            best = met > best ? met : best;
        }

        return best;
    }

    internal static Met Meets(this in RelationshipFacts facts, EvidenceTerm term)
    {
        Evidence evidence = facts[term.Kind];
        bool isFresh = term.IsFresh(evidence, facts.At);
        return evidence.Count >= term.Min && isFresh ? Met.Yes
            : evidence.IsComplete || (evidence.IsLastExact && !isFresh) ? Met.No
            : Met.Undecidable;
    }

    /// <summary>Whether the last evidence is not too old; evidence n days old is too old for n days.</summary>
    internal static bool IsFresh(this EvidenceTerm term, Evidence evidence, Instant at) =>
        term.WithinDays is not { } days || at - evidence.Last < Duration.FromDays(days);

    /// <summary>Whether whoever meets the requirement meets the other one too.</summary>
    internal static bool Implies(this StageRequirement requirement, StageRequirement other) =>
        requirement.AnyOf.All(term => other.AnyOf.Any(weaker => Implies(term, weaker)));

    private static bool Implies(EvidenceTerm term, EvidenceTerm other) =>
        term.Kind == other.Kind && term.Min >= other.Min && (other.WithinDays is null || term.WithinDays <= other.WithinDays);
}
