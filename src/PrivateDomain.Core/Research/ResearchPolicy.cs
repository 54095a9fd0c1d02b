using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Research;

/// <summary>Whether customers may be grouped (调研要求): a broad survey, then telephone and face to face, about before, during and after
/// the purchase.</summary>
/// <remarks>Immutable and safe to share between threads. Two are equal when their options are. That research comes before grouping, and
/// how, comes from the article on three
/// months in two fashion shops; the numbers are the library's own.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class ResearchPolicy : Policy<ResearchPolicy, ResearchOptions>, IPolicy<ResearchPolicy, ResearchOptions>
{
    private ResearchPolicy(ResearchOptions options)
        : base(options)
    {
    }

    static ResearchPolicy IPolicy<ResearchPolicy, ResearchOptions>.Make(ResearchOptions options) => new(options);

    /// <summary>Whether customers may be grouped on a plan of research (调研计划).</summary>
    /// <param name="rounds">The rounds in their order; none is grouping without research. Who is asked twice counts twice.</param>
    /// <returns>Allowed, or denied with everything that is missing.</returns>
    /// <exception cref="ArgumentNullException">There are no rounds, not even none.</exception>
    /// <exception cref="ArgumentException">A round is null.</exception>
    public Decision Decide(params IEnumerable<ResearchRound> rounds)
    {
        ResearchRound[] plan = [.. Guard.Against.Null(rounds)];
        if (Array.IndexOf(plan, null) >= 0)
        {
            throw new ArgumentException("A round is null.", nameof(rounds));
        }

        if (plan.Length == 0)
        {
            return Decision.Denied(ResearchReasons.NoResearch.With());
        }

        (long Asked, int Min, ReasonDefinition Missing, ReasonDefinition TooFew)[] ways =
        [
            (AskedBy(plan, ResearchMethod.BroadSurvey), Options.SurveyedMin, ResearchReasons.NoBroadSurvey, ResearchReasons.TooFewSurveyed),
            (AskedBy(plan, ResearchMethod.Telephone), Options.TelephonedMin, ResearchReasons.NoTelephone, ResearchReasons.TooFewTelephoned),
            (AskedBy(plan, ResearchMethod.FaceToFace), Options.MetMin, ResearchReasons.NoFaceToFace, ResearchReasons.TooFewMet),
        ];
        PurchasePhases asked = plan.Aggregate(PurchasePhases.None, static (phases, round) => phases | round.Phases);
        (PurchasePhases Phase, ReasonDefinition Missing)[] phases =
        [
            (PurchasePhases.Before, ResearchReasons.BeforePurchaseMissing),
            (PurchasePhases.During, ResearchReasons.DuringPurchaseMissing),
            (PurchasePhases.After, ResearchReasons.AfterPurchaseMissing),
        ];

        // Without a broad survey its absence is reason enough.
        bool isTooEarly = ways[0].Asked > 0 && plan[0].Method != ResearchMethod.BroadSurvey;
        var findings = default(Findings);
        foreach (Reason reason in (Reason[])
        [
            .. ways.Where(static way => way.Asked == 0).Select(static way => way.Missing.With()),
            .. isTooEarly ? [ResearchReasons.InterviewBeforeSurvey.With()] : Array.Empty<Reason>(),
            .. phases.Where(phase => (asked & phase.Phase) == PurchasePhases.None).Select(static phase => phase.Missing.With()),
            .. ways.Where(static way => way.Asked > 0 && way.Asked < way.Min).Select(static way => way.TooFew.With(way.Asked, way.Min)),
        ])
        {
            findings.Deny(reason);
        }

        return findings.ToDecision();
    }

    private static long AskedBy(ResearchRound[] plan, ResearchMethod method) =>
        plan.Where(round => round.Method == method).Sum(static round => (long)round.Asked);
}
