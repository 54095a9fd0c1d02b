using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;

namespace PrivateDomain.Core.Outreach;

/// <summary>What one rule of the outreach guard says (触达规则结论).</summary>
/// <remarks>Immutable, so safe on several threads. Equality is that of all members; there is no ordering.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record OutreachTerm
{
    internal OutreachTerm(Bilingual rule, OutreachFinding finding)
    {
        Rule = rule;
        Reason = finding.Verdict == OutreachVerdict.Agrees ? null : finding.Reason;
        From = finding.Verdict == OutreachVerdict.Later ? finding.Opens : null;
    }

    /// <summary>The rule's name.</summary>
    public Bilingual Rule { get; }

    /// <summary>Why it does not agree; null when it does.</summary>
    public Reason? Reason { get; }

    /// <summary>From when on it agrees, if nothing else happens; null when it agrees now, or when waiting alone never helps.</summary>
    public Instant? From { get; }
}

/// <summary>Why a touch may or may not go out, rule by rule (触达说明).</summary>
/// <remarks>Immutable, so safe on several threads. Equality is that of all members, terms in order; there is no ordering.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record OutreachExplanation
{
    internal OutreachExplanation(OutreachDecision decision, Ratio promotionShare, ImmutableArray<OutreachTerm> terms)
    {
        Decision = decision;
        PromotionShare = promotionShare;
        Terms = terms;
    }

    /// <summary>The decision.</summary>
    public OutreachDecision Decision { get; }

    /// <summary>Promotional touches ÷ all touches but service replies, in the days of <see cref="OutreachOptions.PromotionShareDays"/> up
    /// to the
    /// instant asked about (推销占比). Unknown when nothing was sent, or when what was sent is not all known.</summary>
    public Ratio PromotionShare { get; }

    /// <summary>The rules that are for this kind of touch, in order of precedence.</summary>
    public ImmutableArray<OutreachTerm> Terms { get; }

    /// <inheritdoc/>
    public bool Equals(OutreachExplanation? other) =>
        other is not null && Decision == other.Decision && PromotionShare == other.PromotionShare && Contents.Equal(Terms, other.Terms);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Decision, PromotionShare, Contents.Hash(Terms));
}
