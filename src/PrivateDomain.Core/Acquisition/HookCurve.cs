using System.Collections.Immutable;
using PrivateDomain.Core.Costs;

namespace PrivateDomain.Core.Acquisition;

/// <summary>One observed or assumed point of a hook (利益点观测): with this benefit, this share of people adds the shop.</summary>
/// <remarks>Equality is that of both parts. The default value is no money and an unknown rate, which no curve takes.</remarks>
public readonly record struct HookPoint
{
    /// <summary>Makes a point.</summary>
    /// <param name="benefit">What is promised to each who adds.</param>
    /// <param name="addRate">The share of those reached who add.</param>
    public HookPoint(Money benefit, Ratio addRate)
    {
        Benefit = benefit;
        AddRate = addRate;
    }

    /// <summary>What is promised.</summary>
    public Money Benefit { get; }

    /// <summary>The share who add (添加率).</summary>
    public Ratio AddRate { get; }
}

/// <summary>What a hook comes to (利益点结果): followers, costs, payback.</summary>
/// <remarks>Equality is that of all parts, of the payback's too.</remarks>
public sealed record HookResult
{
    internal HookResult(HookPoint point, decimal followers, bool meetsVolume, Answer<Money> acquisition, Answer<Payback> payback)
    {
        Point = point;
        Followers = followers;
        MeetsVolume = meetsVolume;
        AcquisitionPerFollower = acquisition;
        Payback = payback;
    }

    /// <summary>Benefit and rate.</summary>
    public HookPoint Point { get; }

    /// <summary>How many of those reached add, unrounded.</summary>
    public decimal Followers { get; }

    /// <summary>Whether that is the volume wanted.</summary>
    public bool MeetsVolume { get; }

    /// <summary>What reaching costs per follower, the benefit left out: that is upkeep (D23); no value when nobody adds.</summary>
    public Answer<Money> AcquisitionPerFollower { get; }

    /// <summary>When acquisition and benefit together are back; no value when nobody adds.</summary>
    public Answer<Payback> Payback { get; }
}

/// <summary>How a hook's benefit drives adds and payback (利益点曲线): too generous and the payback stretches, too mean and few add. From [C], D23.</summary>
/// <remarks>Only points that were observed or assumed are judged; nothing is read between them. Equality is that of the object.</remarks>
public sealed class HookCurve
{
    private HookCurve(ImmutableArray<HookPoint> points) => Points = points;

    /// <summary>The points, by rising benefit.</summary>
    public ImmutableArray<HookPoint> Points { get; }

    /// <summary>Makes a curve.</summary>
    /// <param name="points">At least one, by rising benefit, in one currency; rates from 0 to 1.</param>
    /// <exception cref="InvalidPolicyException">Points are wrong; all mistakes are named.</exception>
    public static HookCurve Create(params ReadOnlySpan<HookPoint> points)
    {
        var check = new PolicyCheck();
        check.Needs(points.Length > 0, nameof(points), HookReasons.NoPoints, points.Length, 1);
        for (int i = 0; i < points.Length; i++)
        {
            (Money benefit, Ratio rate) = (points[i].Benefit, points[i].AddRate);
            bool sameCurrency = !benefit.Currency.IsNone && benefit.Currency == points[0].Benefit.Currency;
            bool rises = i == 0 || (sameCurrency && benefit > points[i - 1].Benefit);
            check.Needs(
                    sameCurrency && !benefit.IsNegative && rises, $"points[{i}].benefit",
                    HookReasons.BenefitOutOfOrder, benefit, i == 0 ? default(ReasonValue) : points[i - 1].Benefit)
                .Needs(rate is { IsKnown: true, Value: >= 0m and <= 1m }, $"points[{i}].addRate", HookReasons.RateNotAShare, rate);
        }

        check.ThrowIfAny("hook curve");
        return new HookCurve([.. points]);
    }

    /// <summary>What every point comes to: the curve to show.</summary>
    /// <param name="reached">How many are reached; 1 or more.</param>
    /// <param name="followersWanted">The volume; 0 or more.</param>
    /// <param name="costPerReached">What reaching one costs, such as a card; 0 or more.</param>
    /// <param name="expected">What a follower contributes after other upkeep.</param>
    /// <param name="horizon">How many periods are looked at.</param>
    /// <exception cref="ArgumentNullException">There are no contributions.</exception>
    /// <exception cref="InvalidPolicyException">Numbers are too small; all mistakes are named.</exception>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    public ImmutableArray<HookResult> Results(
        int reached, int followersWanted, Money costPerReached, ExpectedContribution expected, int horizon = Payback.DefaultHorizon)
    {
        Guard.Against.Null(expected);
        new PolicyCheck()
            .Needs(reached >= 1, nameof(reached), HookReasons.TooSmall, reached, 1)
            .Needs(followersWanted >= 0, nameof(followersWanted), HookReasons.TooSmall, followersWanted, 0)
            .Needs(!costPerReached.IsNegative, nameof(costPerReached), HookReasons.TooSmall, costPerReached, 0)
            .ThrowIfAny("hook plan");
        return [.. Points.Select(point =>
        {
            decimal followers = reached * point.AddRate.Value;
            Answer<Money> acquisition = point.AddRate.Value == 0m
                ? Answer<Money>.Refused(CostsReasons.NoFollowers.With(0))
                : costPerReached / point.AddRate.Value;
            Answer<Payback> payback = acquisition.TryGet(out Money cost)
                ? Payback.Of(cost + point.Benefit, expected, horizon)
                : Answer<Payback>.Refused(acquisition.Reasons.AsSpan());
            return new HookResult(point, followers, followers >= followersWanted, acquisition, payback);
        })];
    }

    /// <summary>The benefit with the shortest payback that still meets the volume; of equally short ones the smallest.</summary>
    /// <param name="reached">How many are reached; 1 or more.</param>
    /// <param name="followersWanted">The volume; 0 or more.</param>
    /// <param name="costPerReached">What reaching one costs; 0 or more.</param>
    /// <param name="expected">What a follower contributes after other upkeep.</param>
    /// <param name="horizon">How many periods are looked at.</param>
    /// <returns>The result, or why there is none: <c>hook.volume_out_of_reach</c> or <c>hook.none_pays_back</c>.</returns>
    /// <exception cref="ArgumentNullException">There are no contributions.</exception>
    /// <exception cref="InvalidPolicyException">Numbers are too small; all mistakes are named.</exception>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    public Answer<HookResult> Best(
        int reached, int followersWanted, Money costPerReached, ExpectedContribution expected, int horizon = Payback.DefaultHorizon)
    {
        ImmutableArray<HookResult> results = Results(reached, followersWanted, costPerReached, expected, horizon);
        List<HookResult> enough = [.. results.Where(static r => r.MeetsVolume)];
        if (enough.Count == 0)
        {
            return Answer<HookResult>.Refused(HookReasons.VolumeOutOfReach.With(results.Max(static r => r.Followers), followersWanted));
        }

        return enough
            .Where(static r => r.Payback.TryGet(out Payback? payback) && payback.Outcome == PaybackOutcome.PaidBack)
            .MinBy(static r => r.Payback.Value.InterpolatedPeriods) is { } best
            ? best
            : Answer<HookResult>.Refused(HookReasons.NonePaysBack.With(enough.Count, horizon));
    }
}
