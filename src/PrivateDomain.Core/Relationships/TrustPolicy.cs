using System.Collections.Immutable;
using NodaTime;

namespace PrivateDomain.Core.Relationships;

/// <summary>What one kind of evidence adds to trust (信任项): its points, how much evidence earns all of them, and how fast they fade.</summary>
/// <remarks>
/// <para>Plain data: <see cref="TrustPolicy.Create"/> checks it.</para>
/// <para>Equality is that of all parts; there is no ordering. The default value is of no kind and is refused.</para>
/// </remarks>
public readonly record struct TrustTerm
{
    /// <summary>Makes a term.</summary>
    /// <param name="kind">The kind of evidence.</param>
    /// <param name="points">The most it can add: above 0.</param>
    /// <param name="fullAt">How many pieces of evidence earn all points: 1 or more. Fewer earn their share.</param>
    /// <param name="halfLifeDays">After how many days without new evidence half of the points are left, 1 or more; null: they do not fade.</param>
    public TrustTerm(EvidenceKind kind, int points, int fullAt, int? halfLifeDays)
    {
        Kind = kind;
        Points = points;
        FullAt = fullAt;
        HalfLifeDays = halfLifeDays;
    }

    /// <summary>The kind of evidence.</summary>
    public EvidenceKind Kind { get; }

    /// <summary>The most it can add.</summary>
    public int Points { get; }

    /// <summary>How many pieces of evidence earn all points.</summary>
    public int FullAt { get; }

    /// <summary>The half-life in days of 24 hours; null: no fading.</summary>
    public int? HalfLifeDays { get; }
}

/// <summary>One term of a trust score, worked out (信任分解).</summary>
/// <remarks>Equality is that of all parts; there is no ordering. The default value is of no kind and adds nothing.</remarks>
public readonly record struct TrustPart
{
    internal TrustPart(TrustTerm term, Evidence evidence, double share, double decay)
    {
        Term = term;
        Evidence = evidence;
        Share = share;
        Decay = decay;
    }

    /// <summary>The term of the policy.</summary>
    public TrustTerm Term { get; }

    /// <summary>The evidence found.</summary>
    public Evidence Evidence { get; }

    /// <summary>How much of the points the amount of evidence earns, from 0 to 1.</summary>
    public double Share { get; }

    /// <summary>How much time has left of it, from 0 to 1.</summary>
    public double Decay { get; }

    /// <summary>What the term adds: points × share × decay.</summary>
    public double Contribution => Term.Points * Share * Decay;
}

/// <summary>How much a customer trusts the shop, from 0 to 100 (信任度). D8: each deepening raises trust, and only trust closes deals.</summary>
/// <remarks>More evidence, or later evidence, never lowers the score; time without evidence never raises it.</remarks>
public sealed class TrustPolicy
{
    private const int PointsSum = 100;

    private TrustPolicy(ImmutableArray<TrustTerm> terms) => Terms = terms;

    /// <summary>
    /// Default for [E], D8. The article names what deepens a relationship and no figures; points, full amounts and half-lives are this library's choice:
    /// a link 10; participation 20 (5 times, half in 90 days); conversation 15 (5 days, 90); feedback 15 (2, 180); purchases 20 (3, 365);
    /// effective recommendation 10 (2, 365); a promoter's NPS answer 5 (1, 365); a rival declined 5 (1, 365).
    /// </summary>
    public static TrustPolicy Default { get; } = Create(
        new TrustTerm(EvidenceKind.Link, 10, 1, null),
        new TrustTerm(EvidenceKind.Participation, 20, 5, 90),
        new TrustTerm(EvidenceKind.Conversation, 15, 5, 90),
        new TrustTerm(EvidenceKind.Feedback, 15, 2, 180),
        new TrustTerm(EvidenceKind.Purchase, 20, 3, 365),
        new TrustTerm(EvidenceKind.EffectiveRecommendation, 10, 2, 365),
        new TrustTerm(EvidenceKind.Promoter, 5, 1, 365),
        new TrustTerm(EvidenceKind.RivalDeclined, 5, 1, 365));

    /// <summary>The terms.</summary>
    public ImmutableArray<TrustTerm> Terms { get; }

    /// <summary>Makes a policy.</summary>
    /// <param name="terms">The terms, at most one for each kind of evidence. Their points add up to 100.</param>
    /// <exception cref="InvalidPolicyException">A kind is not defined or used twice, a number is out of range, or the points do not add up. All mistakes are named together.</exception>
    public static TrustPolicy Create(params ReadOnlySpan<TrustTerm> terms)
    {
        ImmutableArray<TrustTerm> all = [.. terms];
        var check = new PolicyCheck();
        for (int i = 0; i < all.Length; i++)
        {
            string path = LadderCheck.At("terms", i);
            TrustTerm term = all[i];
            LadderCheck.CheckKind(check, term.Kind, $"{path}.kind", all.Take(i).Any(earlier => earlier.Kind == term.Kind));
            check.Needs(term.Points >= 1, $"{path}.points", RelationshipsReasons.NumberTooSmall, term.Points, 1);
            check.Needs(term.FullAt >= 1, $"{path}.fullAt", RelationshipsReasons.NumberTooSmall, term.FullAt, 1);
            check.Needs(term.HalfLifeDays is null or >= 1, $"{path}.halfLifeDays", RelationshipsReasons.NumberTooSmall, term.HalfLifeDays ?? 0, 1);
        }

        long sum = all.Sum(static t => (long)t.Points);
        check.Needs(sum == PointsSum, "terms", RelationshipsReasons.WrongSum, sum, PointsSum);
        check.ThrowIfAny("trust policy");
        return new(all);
    }

    /// <summary>The score: the sum of what each term adds. Allocates nothing.</summary>
    /// <param name="evidence">The evidence; none at all is 0.</param>
    public Score Assess(in StageEvidence evidence)
    {
        double sum = 0;
        foreach (TrustTerm term in Terms)
        {
            sum += PartOf(term, evidence).Contribution;
        }

        return Score.From(Math.Min(sum, Score.Max));
    }

    /// <summary>What each term adds, in the order of the terms; added up in this order they are the score.</summary>
    /// <param name="evidence">The evidence.</param>
    public ImmutableArray<TrustPart> Explain(in StageEvidence evidence)
    {
        var parts = ImmutableArray.CreateBuilder<TrustPart>(Terms.Length);
        foreach (TrustTerm term in Terms)
        {
            parts.Add(PartOf(term, evidence));
        }

        return parts.MoveToImmutable();
    }

    private static TrustPart PartOf(TrustTerm term, in StageEvidence all)
    {
        Evidence evidence = all[term.Kind];
        if (evidence.Count == 0)
        {
            return new(term, evidence, 0, 0);
        }

        double share = Math.Min(evidence.Count, term.FullAt) / (double)term.FullAt;
        double decay = term.HalfLifeDays is { } halfLife ? Math.Pow(0.5, (all.At - evidence.Last) / Duration.FromDays(halfLife)) : 1;
        return new(term, evidence, share, decay);
    }
}
