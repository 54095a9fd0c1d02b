using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Outreach;

/// <summary>May a customer be written to now, and with what (营销不推销)? The outreach guard.</summary>
/// <remarks>Immutable, so safe on several threads; make it once. Equality is that of the options; there is no ordering.</remarks>
/// <example>
/// <code>
/// OutreachPolicy calm = OutreachPolicy.Create(new OutreachOptions { Caps = [new TouchCap { Max = 1, Days = 1 }] });
/// OutreachFacts facts = OutreachFacts.From(history.FactsAt(now, shop), Carrier.WeCom, RelationshipStage.Interaction);
/// OutreachDecision decision = calm.Decide(facts, TouchKind.Promotion, now);
/// if (decision.Until is { } later) { Schedule(later); }
/// </code>
/// </example>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class OutreachPolicy : Policy<OutreachPolicy, OutreachOptions>, IPolicy<OutreachPolicy, OutreachOptions>
{
    private readonly PromotionShare share;
    private readonly ImmutableArray<TouchRule?> touchOf;
    private readonly ImmutableArray<ImmutableArray<OutreachRule>> rulesOf;

    private OutreachPolicy(OutreachOptions options)
        : base(options)
    {
        share = new PromotionShare(options);
        ImmutableArray<OutreachRule> rules = OutreachRules.Of(options);
        touchOf = [.. Enum.GetValues<TouchKind>().Select(kind => options.Rules.FirstOrDefault(rule => rule.Kind == kind))];
        rulesOf = [.. touchOf.Select(touch => rules.Where(rule => rule.IsFor(touch)).ToImmutableArray())];
        int days = Math.Max(
            options.StrainingPromotionShareMax < 1 ? options.PromotionShareDays : 0, // it is at most the other one
            options.Caps.Where(static cap => cap.Max > 0).Select(static cap => cap.Days).DefaultIfEmpty().Max());
        LookBack = days == 0 ? Duration.Zero : Duration.FromDays(days + 2);
    }

    /// <summary>How far before the instant asked about touches are looked at; what is older may be folded away without changing an answer.
    /// Zero when neither a cap nor the promotion share needs them.</summary>
    public Duration LookBack { get; }

    /// <summary>The latest instant the guard can be asked about: 2200-01-01T00:00:00Z.</summary>
    internal static Instant LatestAt { get; } = Instant.FromUtc(2200, 1, 1, 0, 0);

    static OutreachPolicy IPolicy<OutreachPolicy, OutreachOptions>.Make(OutreachOptions options) => new(options);

    /// <summary>May this kind of touch go to this customer at this instant?</summary>
    /// <remarks>
    /// <para>All reasons are given, in this order: opt-out, link, muted, group dying, stage, purchase, need, reception, promotion share,
    /// caps, rhythm, quiet hours. A service reply answers the customer, so only an opt-out and a lost link stop it: it could not arrive,
    /// or is not wanted there.</para>
    /// <para>Deferred means: not now, but from an instant on, if nothing else happens; it is the earliest at which the same question is
    /// answered
    /// with yes. Where waiting alone never helps, such as a stage too low or a share of promotion that only useful content can lower, the
    /// answer is no. Where what was sent is not known as far back as a rule looks, it is undecidable. An allowed touch allocates
    /// nothing.</para>
    /// </remarks>
    /// <param name="facts">What is known of the customer.</param>
    /// <param name="kind">What is to be sent; not none.</param>
    /// <param name="at">When; not before the facts' own instant, up to the year 2200.</param>
    /// <exception cref="ArgumentNullException">There are no facts.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The kind is none or not defined, or the instant is out of range.</exception>
    public OutreachDecision Decide(OutreachFacts facts, TouchKind kind, Instant at)
    {
        CheckArguments(facts, kind, at);
        var clock = new ShopDays(facts.Zone);
        OutreachFindings now = Ask(facts, kind, at, ref clock);

        // Each rule names the first instant from which it agrees. The latest of them is no later than the answer, so asking again there
        // ends at the earliest.
        OutreachFindings later = now;
        Instant until = at;
        while (later.Verdict == OutreachVerdict.Later)
        {
            until = later.Opens;
            later = Ask(facts, kind, until, ref clock);
        }

        OutreachDecision decision = now.ToDecision(later, until);
        return touchOf[(int)kind] is { Need: NeedDemand.Warn } && facts.CheckNeed(at) is { Verdict: not OutreachVerdict.Agrees } doubt
            ? decision.Warned(doubt.Reason)
            : decision;
    }

    /// <summary>Why: what each rule says, and the share of promotion so far.</summary>
    /// <param name="facts">What is known of the customer.</param>
    /// <param name="kind">What is to be sent; not none.</param>
    /// <param name="at">When; not before the facts' own instant, up to the year 2200.</param>
    /// <exception cref="ArgumentNullException">There are no facts.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The kind is none or not defined, or the instant is out of range.</exception>
    public OutreachExplanation Explain(OutreachFacts facts, TouchKind kind, Instant at)
    {
        OutreachDecision decision = Decide(facts, kind, at);
        var clock = new ShopDays(facts.Zone);
        var question = new OutreachQuestion(facts, touchOf[(int)kind], at);
        var terms = ImmutableArray.CreateBuilder<OutreachTerm>();
        foreach (OutreachRule rule in rulesOf[(int)kind])
        {
            terms.Add(new OutreachTerm(rule.Name, rule.Check(in question, ref clock)));
        }

        return new OutreachExplanation(decision, share.At(facts, at, ref clock), terms.ToImmutable());
    }

    private static void CheckArguments(OutreachFacts facts, TouchKind kind, Instant at)
    {
        Guard.Against.Null(facts);
        if (kind is <= TouchKind.None or > TouchKind.MembershipOffer)
        {
            throw new ArgumentOutOfRangeException(nameof(kind), kind, "A defined kind of touch other than None is needed.");
        }

        if (at < facts.AsOf || at > LatestAt)
        {
            throw new ArgumentOutOfRangeException(
                nameof(at), at, $"An instant from that of the facts, {facts.AsOf}, to {LatestAt} is needed.");
        }
    }

    private OutreachFindings Ask(OutreachFacts facts, TouchKind kind, Instant at, ref ShopDays clock)
    {
        var question = new OutreachQuestion(facts, touchOf[(int)kind], at);
        OutreachFindings findings = default;
        foreach (OutreachRule rule in rulesOf[(int)kind])
        {
            OutreachFinding finding = rule.Check(in question, ref clock);
            if (finding.Verdict != OutreachVerdict.Agrees)
            {
                findings = findings.With(finding);
            }
        }

        return findings;
    }
}
