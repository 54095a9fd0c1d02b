using System.Collections.Immutable;
using NodaTime;
using PrivateDomain.Core;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Referrals;
using PrivateDomain.Core.Referrals.Economics;
using PrivateDomain.Core.Rules;
using PrivateDomain.ShopReport.Reading;

namespace PrivateDomain.ShopReport;

/// <summary>A referral programme tried out on the shop.</summary>
/// <param name="Readiness">Whether the shop is ready for one at all.</param>
/// <param name="Verdict">Whether it pays at the planned size.</param>
/// <param name="Sizes">What the first newcomers cost.</param>
/// <param name="Curve">Two or more points from nobody to beyond the plan, to draw.</param>
internal sealed record ReferralPart(
    ProgrammeIdea Idea,
    Decision Readiness,
    Decision Verdict,
    Answer<ImmutableArray<EconomicsPoint>> Sizes,
    Answer<ImmutableArray<EconomicsPoint>> Curve,
    Answer<Money> LargestReward)
{
    public HookEconomics Economics => Idea.Economics;
}

/// <summary>Tries a referral programme out: is the shop ready, and does it pay?</summary>
internal sealed class ReferralAnalysis(ShopRules rules)
{
    private const int ComplaintDays = 90;

    public ReferralPart Of(ProgrammeIdea idea, ShopData data, ImmutableArray<CustomerFacts> facts, RelationshipPart? relations)
    {
        HookEconomics economics = idea.Economics;
        return new ReferralPart(
            idea,
            rules.ReferralReadiness.Decide(Figures(idea, data, facts, relations)),
            economics.Decide(idea.Plan),
            economics.Curve(100, 1_000, 10_000),
            economics.Curve(0, idea.Plan.Successes, idea.Plan.Successes * 2),
            economics.LargestReward(idea.Plan));
    }

    // What the file says of the shop goes before what the shop's own files tell.
    private PrivateDomainFigures Figures(
        ProgrammeIdea idea, ShopData data, ImmutableArray<CustomerFacts> facts, RelationshipPart? relations)
    {
        Ratio churn = relations?.Metrics.First(static each => each.Measure == StageMeasure.FriendChurn).Ratio ?? Ratio.Unknown;
        return new PrivateDomainFigures
        {
            AgeDays = Period.DaysBetween(data.First, data.AsOf),
            RetainedCustomers = relations is null ? null : facts.Count(static each => each.IsRetained),
            RetentionRate = churn.Complement(),
            ReceptionRate = idea.ReceptionRate.IsKnown ? idea.ReceptionRate : GrowthAnalysis.Reception(data, facts, rules),
            ComplaintRate = idea.ComplaintRate.IsKnown ? idea.ComplaintRate : Complaints(data, facts),
            NeedShare = idea.NeedShare,
            NetPromoterScore = relations?.Metrics.First(static each => each.Measure == StageMeasure.Nps).Ratio ?? Ratio.Unknown,
        };
    }

    // Of those who are linked, who complained; unknown when no file says what customers did.
    private static Ratio Complaints(ShopData data, ImmutableArray<CustomerFacts> facts)
    {
        var window = TimeWindow.Rolling(Duration.FromDays(ComplaintDays));
        return data.Files.Interactions is null
            ? Ratio.Unknown
            : Ratio.From(facts.Count(each => each.IsLinked && each.CountOf(Behaviour.ComplaintMade, window) > 0),
                facts.Count(static each => each.IsLinked));
    }
}
