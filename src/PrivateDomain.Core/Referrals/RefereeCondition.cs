using System.Collections.Immutable;

namespace PrivateDomain.Core.Referrals;

/// <summary>
/// One condition that a newcomer must meet: what it asks, what it means when it does not hold, and what is said then. Condition and
/// consequence stand in one row, so that a new one cannot be forgotten, and cannot reject in silence.
/// </summary>
/// <param name="Reason">What is said.</param>
/// <param name="Consequence">What it means when it does not hold; of several the gravest.</param>
/// <param name="Holds">Whether it holds; null: a fact is not known.</param>
/// <param name="Say">The reason with its values.</param>
/// <param name="Fact">What is asked for when it is not known.</param>
internal sealed record RefereeCondition(
    ReasonDefinition Reason,
    RefereeConsequence Consequence,
    Func<RefereeFacts, RefereeOptions, bool?> Holds,
    Func<RefereeFacts, RefereeOptions, Reason> Say,
    Bilingual Fact = default)
{
    /// <summary>All conditions, in the order of precedence. At most 32.</summary>
    internal static ImmutableArray<RefereeCondition> All { get; } =
    [
        Of(
            ReferralReasons.CodeOfAnotherProgramme, RefereeConsequence.Reject,
            static f => string.Equals(f.Code.Programme, f.Programme.Options.Name, StringComparison.Ordinal),
            static f => (f.Code.Programme, f.Programme.Options.Name)),
        Of(ReferralReasons.CodeOfAnotherReferrer, RefereeConsequence.Reject, static f => f.Code.Referrer == f.Referrer),
        Of(
            ReferralReasons.CodeNotBegun, RefereeConsequence.Reject,
            static f => f.JoinedAt >= f.Code.Holds.Start, static f => (f.JoinedAt, f.Code.Holds.Start)),
        Of(
            ReferralReasons.CodeExpired, RefereeConsequence.Reject,
            static f => f.JoinedAt < f.Code.Holds.End, static f => (f.JoinedAt, f.Code.Holds.End)),
        Of(
            ReferralReasons.AnotherCodeCameFirst, RefereeConsequence.Reject,
            static f => f.FirstCode is null ? null : string.Equals(f.FirstCode, f.Code.Text, StringComparison.Ordinal),
            static f => (f.FirstCode, f.Code.Text), new("first code", "首个邀请码")),
        Of(ReferralReasons.RefereeIsReferrer, RefereeConsequence.Reject, static f => f.Referee != f.Referrer),
        new(
            ReferralReasons.RefereeSharesMark, RefereeConsequence.Reject,
            static (f, o) => f.SharedWithReferrer is { } shared ? (shared & o.SameAsReferrer) == IdentityKinds.None : null,
            static (f, o) => ReferralReasons.RefereeSharesMark.With((f.SharedWithReferrer.GetValueOrDefault() & o.SameAsReferrer).Name()),
            new("marks shared with the referrer", "与推荐人共用的标识")),
        Of(ReferralReasons.ClosesARing, RefereeConsequence.Reject, static f => !f.ClosesRing, fact: new("rings", "是否循环推荐")),
        Of(ReferralReasons.RefereeIsCustomer, RefereeConsequence.Reject, static f => !f.WasCustomer,
            fact: new("earlier link or order", "此前的好友关系或订单")),
        new(
            ReferralReasons.RefereeIsKnown, RefereeConsequence.Reject,
            static (f, o) => f.KnownBy is { } known ? (known & o.SameAsEarlier) == IdentityKinds.None : null,
            static (f, o) => ReferralReasons.RefereeIsKnown.With((f.KnownBy.GetValueOrDefault() & o.SameAsEarlier).Name()),
            new("marks of earlier customers", "与老客户相同的标识")),
        Of(
            ReferralReasons.HouseholdCapReached, RefereeConsequence.Reject, static f => f.HouseholdCount is { } count
                ? count < f.Programme.Options.Limits.HouseholdMax : null,
            static f => (f.HouseholdCount.GetValueOrDefault(), f.Programme.Options.Limits.HouseholdMax), new(
                "newcomers of the household", "同户新客数")),
        Of(ReferralReasons.BoughtBeforeJoining, RefereeConsequence.Reject, static f => !(f.PurchasedAt < f.JoinedAt),
            static f => (default, f.JoinedAt)),
        Of(ReferralReasons.PurchaseRefunded, RefereeConsequence.Reject, static f => !f.IsRefunded, fact: new("refund", "是否退款")),
        Of(ReferralReasons.PurchaseCancelled, RefereeConsequence.Reject, static f => !f.IsCancelled, fact: new("cancellation", "是否取消")),
        Of(
            ReferralReasons.RefereeDeletedEarly, RefereeConsequence.Reject,
            static f => !(f.LinkLostAt is { } lost && lost - f.JoinedAt < f.Programme.Options.Limits.TestPeriod),
            static f => (f.LinkLostAt.GetValueOrDefault() - f.JoinedAt, f.Programme.Options.Limits.TestPeriod)),
        Of(
            ReferralReasons.VelocityTooHigh, RefereeConsequence.Review, static f => f.RecentJoins is { } joins
                ? joins <= f.Programme.Options.Limits.VelocityMax : null,
            static f => (f.RecentJoins.GetValueOrDefault(), f.Programme.Options.Limits.VelocityMax), new("recent joins", "近期加入数")),
        Of(ReferralReasons.RefereeHasNotBought, RefereeConsequence.Wait, static f => f.PurchasedAt is not null),
        Of(
            ReferralReasons.ReturnWindowOpen, RefereeConsequence.Wait,
            static f => !(f.PurchasedAt is { } purchase && f.At - purchase < f.Programme.Options.Limits.ReturnWindow),
            static f => (f.At, f.PurchasedAt.GetValueOrDefault() + f.Programme.Options.Limits.ReturnWindow)),
    ];

    private static RefereeCondition Of(
        ReasonDefinition reason,
        RefereeConsequence consequence,
        Func<RefereeFacts, bool?> holds,
        Func<RefereeFacts, (ReasonValue Found, ReasonValue Required)>? values = null,
        Bilingual fact = default) => new(
            reason,
            consequence,
            (facts, _) => holds(facts),
            (facts, _) => values?.Invoke(facts) is var (found, required) ? reason.With(found, required) : reason.With(),
            fact);
}
