using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;

namespace PrivateDomain.Core.Relationships;

/// <summary>How much a customer trusts the shop, from 0 to 100 (信任度): each deepening raises trust, and only trust closes
/// deals.</summary>
/// <remarks>
/// <para>More evidence, or later evidence, never lowers the score; time without evidence never raises it.</para>
/// <para>Equality is that of the options. The policy is immutable, so threads may share it.</para>
/// </remarks>
/// <example>
/// <code>
/// TrustAssessment trust = TrustPolicy.Default.Assess(RelationshipFacts.From(history.FactsAt(now, shop)));
/// string shown = trust.Trust is { } score ? score.ToString() : trust.Reasons[0].ToString();
/// </code>
/// </example>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class TrustPolicy : Policy<TrustPolicy, TrustOptions>, IPolicy<TrustPolicy, TrustOptions>
{
    private TrustPolicy(TrustOptions options)
        : base(options)
    {
    }

    static TrustPolicy IPolicy<TrustPolicy, TrustOptions>.Make(TrustOptions options) => new(options);

    /// <summary>How far before the instant asked about events are needed one by one (回看时长): what is older may be folded away, and no
    /// score becomes undecidable. Zero where totals are enough; null where any age is needed, as days of conversation do.</summary>
    public Duration? LookBack => Options.Terms.Any(static term => EvidenceKinds.NeedsDays(term.Kind)) ? null : Duration.Zero;

    /// <summary>The score: the sum of what each term adds. Allocates nothing while it is known.</summary>
    /// <param name="facts">The evidence; none at all is 0.</param>
    public TrustAssessment Assess(in RelationshipFacts facts)
    {
        double sum = 0;
        bool isKnown = true;
        foreach (TrustTerm term in Options.Terms)
        {
            isKnown &= IsKnown(term, facts[term.Kind]);
            sum += PartOf(term, facts).Contribution;
        }

        return isKnown ? new(Score.From(Math.Min(sum, Score.Max)), []) : new(null, Undecidable(facts));
    }

    /// <summary>What each term adds, in the order of the terms; added up in this order they are the score. Of an undecidable term it is the
    /// least.</summary>
    /// <param name="facts">The evidence.</param>
    public ImmutableArray<TrustPart> Explain(in RelationshipFacts facts)
    {
        var parts = ImmutableArray.CreateBuilder<TrustPart>(Options.Terms.Length);
        foreach (TrustTerm term in Options.Terms)
        {
            parts.Add(PartOf(term, facts));
        }

        return parts.MoveToImmutable();
    }

    // More than enough is enough, whatever was folded away.
    private static bool IsKnown(TrustTerm term, Evidence evidence) =>
        evidence.IsComplete || (evidence.Count >= term.FullAt && (term.HalfLifeDays is null || evidence.IsLastExact));

    private static TrustPart PartOf(TrustTerm term, in RelationshipFacts facts)
    {
        Evidence evidence = facts[term.Kind];
        if (evidence.Count == 0)
        {
            return new(term, evidence, 0, 0);
        }

        double share = Math.Min(evidence.Count, term.FullAt) / (double)term.FullAt;
        double decay = term.HalfLifeDays is { } halfLife ? Math.Pow(0.5, (facts.At - evidence.Last) / Duration.FromDays(halfLife)) : 1;
        return new(term, evidence, share, decay);
    }

    private ImmutableArray<Reason> Undecidable(RelationshipFacts facts) =>
        [.. Options.Terms.Where(term => !IsKnown(term, facts[term.Kind]))
            .Select(static term => RelationshipsReasons.EvidenceFolded.With(term.Kind.Name()))];
}
