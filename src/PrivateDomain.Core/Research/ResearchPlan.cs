using System.Collections.Immutable;

namespace PrivateDomain.Core.Research;

/// <summary>How people are asked (调研方式).</summary>
public enum ResearchMethod
{
    /// <summary>A survey of many (普遍调查).</summary>
    BroadSurvey,

    /// <summary>By telephone, one by one (电话访谈).</summary>
    Telephone,

    /// <summary>Face to face, one by one (当面访谈).</summary>
    FaceToFace,
}

/// <summary>Which parts of a purchase are asked about (购买阶段); they can be combined.</summary>
[Flags]
public enum PurchasePhases
{
    /// <summary>None (无).</summary>
    None = 0,

    /// <summary>Before the purchase (购买前).</summary>
    Before = 1,

    /// <summary>During the purchase (购买中).</summary>
    During = 2,

    /// <summary>After the purchase (购买后).</summary>
    After = 4,

    /// <summary>All three (全程).</summary>
    All = Before | During | After,
}

/// <summary>One round of research (调研轮次).</summary>
/// <remarks>Two rounds are equal when all parts are.</remarks>
public sealed record ResearchRound
{
    private ResearchRound(ResearchMethod method, PurchasePhases phases, int asked)
    {
        Method = method;
        Phases = phases;
        Asked = asked;
    }

    /// <summary>How people are asked.</summary>
    public ResearchMethod Method { get; }

    /// <summary>What they are asked about.</summary>
    public PurchasePhases Phases { get; }

    /// <summary>How many are asked.</summary>
    public int Asked { get; }

    /// <summary>Makes a round.</summary>
    /// <param name="method">How people are asked.</param>
    /// <param name="phases">What they are asked about, one phase or more.</param>
    /// <param name="asked">How many, 1 or more.</param>
    /// <exception cref="InvalidPolicyException">Nobody is asked, or about nothing, or in no known way; all of it is named.</exception>
    public static ResearchRound Create(ResearchMethod method, PurchasePhases phases, int asked)
    {
        new PolicyCheck()
            .Needs(Enum.IsDefined(method), nameof(method), PersonaReasons.UnknownKind, (int)method)
            .Needs((phases & PurchasePhases.All) != PurchasePhases.None, nameof(phases), PersonaReasons.RoundWithoutPhase)
            .Needs((phases & ~PurchasePhases.All) == PurchasePhases.None, nameof(phases), PersonaReasons.UnknownKind, (int)phases)
            .Needs(asked >= 1, nameof(asked), PersonaReasons.NumberTooSmall, asked, 1)
            .ThrowIfAny("research round");
        return new ResearchRound(method, phases, asked);
    }
}

/// <summary>The research on which groups of customers rest (调研计划), D17: research comes before grouping.</summary>
/// <remarks>Two plans are equal only when they are the same object.</remarks>
public sealed class ResearchPlan
{
    private ResearchPlan(ImmutableArray<ResearchRound> rounds) => Rounds = rounds;

    /// <summary>Grouping without research, which is flagged.</summary>
    public static ResearchPlan None { get; } = new([]);

    /// <summary>The rounds in their order.</summary>
    public ImmutableArray<ResearchRound> Rounds { get; }

    /// <summary>What is asked about in any round.</summary>
    public PurchasePhases Phases => Rounds.Aggregate(PurchasePhases.None, static (phases, round) => phases | round.Phases);

    /// <summary>Makes a plan.</summary>
    /// <param name="rounds">The rounds in their order; none is <see cref="None"/>.</param>
    public static ResearchPlan Create(params IEnumerable<ResearchRound> rounds) => new([.. Guard.Against.Null(rounds)]);

    /// <summary>How many are asked in a way, in all rounds; who is asked twice counts twice.</summary>
    /// <param name="method">How people are asked.</param>
    public long AskedBy(ResearchMethod method) => Rounds.Where(round => round.Method == method).Sum(static round => (long)round.Asked);
}

/// <summary>What research is needed before customers are grouped (调研要求), D17.</summary>
/// <remarks>Two policies are equal when all parts are.</remarks>
public sealed record ResearchPolicy
{
    private ResearchPolicy(int surveyedMin, int telephonedMin, int metMin)
    {
        SurveyedMin = surveyedMin;
        TelephonedMin = telephonedMin;
        MetMin = metMin;
    }

    /// <summary>A broad survey, then telephone and face to face, about before, during and after the purchase: from [B], D17. How many must
    /// be asked, 100, 10 and 5, is a choice of this library.</summary>
    public static ResearchPolicy Default { get; } = Create();

    /// <summary>How many the broad survey must ask.</summary>
    public int SurveyedMin { get; }

    /// <summary>How many must be asked by telephone.</summary>
    public int TelephonedMin { get; }

    /// <summary>How many must be asked face to face.</summary>
    public int MetMin { get; }

    /// <summary>Makes a policy.</summary>
    /// <param name="surveyedMin">1 or more.</param>
    /// <param name="telephonedMin">1 or more.</param>
    /// <param name="metMin">1 or more.</param>
    /// <exception cref="InvalidPolicyException">A number is too small; all of them are named.</exception>
    public static ResearchPolicy Create(int surveyedMin = 100, int telephonedMin = 10, int metMin = 5)
    {
        new PolicyCheck()
            .Needs(surveyedMin >= 1, nameof(surveyedMin), PersonaReasons.NumberTooSmall, surveyedMin, 1)
            .Needs(telephonedMin >= 1, nameof(telephonedMin), PersonaReasons.NumberTooSmall, telephonedMin, 1)
            .Needs(metMin >= 1, nameof(metMin), PersonaReasons.NumberTooSmall, metMin, 1)
            .ThrowIfAny("research policy");
        return new ResearchPolicy(surveyedMin, telephonedMin, metMin);
    }

    /// <summary>Whether customers may be grouped on a plan.</summary>
    /// <param name="plan">The plan; null is no research.</param>
    /// <returns>Allowed, or denied with everything that is missing.</returns>
    public Decision Decide(ResearchPlan? plan)
    {
        if (plan is null || plan.Rounds.IsEmpty)
        {
            return Decision.Denied(PersonaReasons.NoResearch.With());
        }

        (ResearchMethod Method, int Min, ReasonDefinition Missing, ReasonDefinition TooFew)[] ways =
        [
            (ResearchMethod.BroadSurvey, SurveyedMin, PersonaReasons.NoBroadSurvey, PersonaReasons.TooFewSurveyed),
            (ResearchMethod.Telephone, TelephonedMin, PersonaReasons.NoTelephone, PersonaReasons.TooFewTelephoned),
            (ResearchMethod.FaceToFace, MetMin, PersonaReasons.NoFaceToFace, PersonaReasons.TooFewMet),
        ];
        (PurchasePhases Phase, ReasonDefinition Missing)[] phases =
        [
            (PurchasePhases.Before, PersonaReasons.BeforePurchaseMissing),
            (PurchasePhases.During, PersonaReasons.DuringPurchaseMissing),
            (PurchasePhases.After, PersonaReasons.AfterPurchaseMissing),
        ];
        Reason[] reasons =
        [
            .. ways.Where(way => plan.AskedBy(way.Method) == 0).Select(static way => way.Missing.With()),
            .. TooEarly(plan),
            .. phases.Where(phase => (plan.Phases & phase.Phase) == PurchasePhases.None).Select(static phase => phase.Missing.With()),
            .. ways.Where(way => plan.AskedBy(way.Method) is > 0 and var asked && asked < way.Min)
                .Select(way => way.TooFew.With(plan.AskedBy(way.Method), way.Min)),
        ];
        return reasons.Length == 0 ? Decision.Allowed : Decision.Denied(reasons);
    }

    // Without a broad survey its absence is reason enough.
    private static IEnumerable<Reason> TooEarly(ResearchPlan plan) =>
        plan.AskedBy(ResearchMethod.BroadSurvey) > 0 && plan.Rounds[0].Method != ResearchMethod.BroadSurvey
            ? [PersonaReasons.InterviewBeforeSurvey.With()]
            : [];
}
