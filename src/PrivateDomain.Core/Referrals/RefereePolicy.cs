using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PrivateDomain.Core.Referrals.Ledger;

namespace PrivateDomain.Core.Referrals;

/// <summary>Whether a newcomer counts (新客资格): new to the shop, bought and kept it, not the referrer, not in a ring, first
/// code.</summary>
/// <remarks>
/// <para>It says whether the referral counts; whether its reward is due is another question, which <see cref="ReferralLedger"/>
/// answers.</para>
/// <para>Equality is that of the options. Immutable, so safe on any thread.</para>
/// </remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class RefereePolicy : Policy<RefereePolicy, RefereeOptions>, IPolicy<RefereePolicy, RefereeOptions>, IReasonSource
{
    static RefereePolicy IPolicy<RefereePolicy, RefereeOptions>.Make(RefereeOptions options) => new(options);

    private const int Unknown = 32; // conditions that do not hold are bits 0 to 31, those of which a fact is missing 32 to 63

    private RefereePolicy(RefereeOptions options)
        : base(options)
    {
    }

    /// <summary>Whether the newcomer counts, at the instant of the facts. Allocates nothing, whatever the answer, until its reasons are
    /// read.</summary>
    /// <param name="facts">What is known of the newcomer.</param>
    /// <returns>Allowed; denied when anything speaks against it; undecidable when nothing does but a fact is not known. All reasons are
    /// there, in the order of <see cref="ReferralReasons"/>, missing facts last.</returns>
    /// <exception cref="ArgumentNullException">There are no facts.</exception>
    public Decision Decide(RefereeFacts facts)
    {
        ulong flags = FlagsOf(Guard.Against.Null(facts));
        return flags == 0 ? Decision.Allowed
            : Decision.Lazily((flags & uint.MaxValue) != 0 ? DecisionOutcome.Denied : DecisionOutcome.Undecidable, this, facts, flags);
    }

    /// <summary>What is to be done with the referral: count it, wait, have somebody look, or reject it.</summary>
    /// <param name="facts">What is known of the newcomer.</param>
    /// <returns>The gravest consequence of all conditions that do not hold, and all reasons.</returns>
    /// <exception cref="ArgumentNullException">There are no facts.</exception>
    public RefereeAssessment Assess(RefereeFacts facts)
    {
        ulong flags = FlagsOf(Guard.Against.Null(facts));
        RefereeConsequence consequence = flags == 0 ? RefereeConsequence.Counts : RefereeConsequence.Wait;
        for (int i = 0; i < RefereeCondition.All.Length; i++)
        {
            RefereeConsequence one = RefereeCondition.All[i].Consequence;
            consequence = (flags & (1UL << i)) != 0 && one > consequence ? one : consequence;
        }

        return new RefereeAssessment(consequence, ReasonsOf(facts, flags));
    }

    ImmutableArray<Reason> IReasonSource.ReasonsOf(object facts, ulong flags) => ReasonsOf((RefereeFacts)facts, flags);

    private ulong FlagsOf(RefereeFacts facts)
    {
        ulong flags = 0;
        ReadOnlySpan<RefereeCondition> conditions = RefereeCondition.All.AsSpan();
        for (int i = 0; i < conditions.Length; i++)
        {
            bool? holds = conditions[i].Holds(facts, Options);
            flags |= holds is null ? 1UL << (i + Unknown) : holds.GetValueOrDefault() ? 0 : 1UL << i;
        }

        return flags;
    }

    private ImmutableArray<Reason> ReasonsOf(RefereeFacts facts, ulong flags)
    {
        ImmutableArray<RefereeCondition> all = RefereeCondition.All;
        return
        [
            .. all.Where((_, i) => (flags & (1UL << i)) != 0).Select(c => c.Say(facts, Options)),
            .. all.Where((_, i) => (flags & (1UL << (i + Unknown))) != 0).Select(static c => ReferralReasons.FactUnknown.With(c.Fact)),
        ];
    }
}
