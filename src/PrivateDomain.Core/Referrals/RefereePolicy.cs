using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace PrivateDomain.Core.Referrals;

/// <summary>Whether a newcomer counts (新客资格): new to the shop, bought and kept it, not the referrer, not in a ring, first code.</summary>
/// <remarks>
/// <para>It says whether the referral counts; whether its reward is due is another question, which <see cref="ReferralLedger"/> answers.</para>
/// <para>Equality is that of the options. Immutable, so safe on any thread.</para>
/// </remarks>
public sealed class RefereePolicy : IEquatable<RefereePolicy>, IReasonSource
{
    private const int Unknown = 32; // conditions that do not hold are bits 0 to 31, those of which a fact is missing 32 to 63

    private RefereePolicy(RefereeOptions options) => Options = options;

    /// <summary>The policy of the default options.</summary>
    public static RefereePolicy Default { get; } = new(new RefereeOptions());

    /// <summary>The figures it was made of.</summary>
    public RefereeOptions Options { get; }

    /// <summary>Makes a policy.</summary>
    /// <param name="options">The figures.</param>
    /// <exception cref="ArgumentNullException">There are no options.</exception>
    /// <exception cref="InvalidPolicyException">Kinds are no kinds; all of them are named.</exception>
    public static RefereePolicy Create(RefereeOptions options)
    {
        RefereeOptions.Description.ThrowIfWrong(options);
        return new RefereePolicy(options);
    }

    /// <summary>Tries to make a policy.</summary>
    /// <param name="options">The figures.</param>
    /// <param name="policy">The policy, or null.</param>
    /// <param name="mistakes">All mistakes; empty when there are none.</param>
    /// <exception cref="ArgumentNullException">There are no options.</exception>
    public static bool TryCreate(RefereeOptions options, [NotNullWhen(true)] out RefereePolicy? policy, out ImmutableArray<Mistake> mistakes)
    {
        mistakes = RefereeOptions.Description.Check(options);
        policy = mistakes.IsEmpty ? new RefereePolicy(options) : null;
        return mistakes.IsEmpty;
    }

    /// <summary>Whether the newcomer counts, at the instant of the facts. Allocates nothing, whatever the answer, until its reasons are read.</summary>
    /// <param name="facts">What is known of the newcomer.</param>
    /// <returns>Allowed; denied when anything speaks against it; undecidable when nothing does but a fact is not known. All reasons are there, in the
    /// order of <see cref="ReferralReasons"/>, missing facts last.</returns>
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

    /// <inheritdoc/>
    public bool Equals(RefereePolicy? other) => other is not null && Options == other.Options;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RefereePolicy);

    /// <inheritdoc/>
    public override int GetHashCode() => Options.GetHashCode();

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
