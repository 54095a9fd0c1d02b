using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PrivateDomain.Core.Costs;

namespace PrivateDomain.Core.Acquisition;

/// <summary>One observed or assumed point of a hook (利益点观测): with this benefit, this share of people adds the shop.</summary>
/// <remarks>Equality is that of both parts. The default value is no money and an unknown rate, which no curve takes.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public readonly record struct HookPoint
{
    /// <summary>Makes a point.</summary>
    /// <param name="benefit">What is promised to each who adds; an amount that can be paid.</param>
    /// <param name="addRate">The share of those reached who add.</param>
    public HookPoint(Money benefit, Ratio addRate) => (Benefit, AddRate) = (benefit, addRate);

    /// <summary>What is promised to each who adds.</summary>
    public Money Benefit { get; }

    /// <summary>The share of those reached who add (添加率).</summary>
    public Ratio AddRate { get; }
}

/// <summary>What a hook comes to (利益点结果): followers, costs, payback.</summary>
/// <remarks>Immutable. Equality is that of all parts, of the payback's too.</remarks>
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

    /// <summary>Whether that is the volume wanted, or more.</summary>
    public bool MeetsVolume { get; }

    /// <summary>What reaching costs per follower, the benefit left out: that is upkeep; no value when nobody adds.</summary>
    public Answer<Money> AcquisitionPerFollower { get; }

    /// <summary>When acquisition and benefit together are back; no value when nobody adds.</summary>
    public Answer<Payback> Payback { get; }
}

/// <summary>What all points of a hook come to, and which of them to take (利益点选择).</summary>
/// <remarks>Immutable. Equality is that of all parts.</remarks>
public sealed record HookChoice
{
    internal HookChoice(ImmutableArray<HookResult> curve, Answer<HookResult> best) => (Curve, Best) = (curve, best);

    /// <summary>What every point comes to, by rising benefit: the curve to show.</summary>
    public ImmutableArray<HookResult> Curve { get; }

    /// <summary>The benefit with the shortest payback that still meets the volume, of equally short ones the smallest; or why there is
    /// none:
    /// <c>hook.volume_out_of_reach</c> or <c>hook.none_pays_back</c>.</summary>
    public Answer<HookResult> Best { get; }

    /// <inheritdoc/>
    public bool Equals(HookChoice? other) => other is not null && Contents.Equal(Curve, other.Curve) && Best.Equals(other.Best);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Contents.Hash(Curve), Best);
}

/// <summary>How a hook's benefit drives adds and payback (利益点曲线): too generous and the payback stretches, too mean and few
/// add.</summary>
/// <remarks>
/// <para>Immutable and safe to share between threads. Only points that were observed or assumed are judged; nothing is read between them.
/// Equality is that of the
/// points in their order.</para>
/// <para>That a benefit is upkeep and drives the payback comes from the article on clear goals and how to land them.</para>
/// </remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class HookCurve : IEquatable<HookCurve>
{
    private HookCurve(ImmutableArray<HookPoint> points) => Points = points;

    /// <summary>The points, by rising benefit.</summary>
    public ImmutableArray<HookPoint> Points { get; }

    /// <summary>Makes a curve.</summary>
    /// <param name="points">At least one, by rising benefit, in one currency; benefits that can be paid, so of whole minor units; rates
    /// from 0 to 1.</param>
    /// <exception cref="InvalidPolicyException">Points are wrong; all mistakes are named.</exception>
    public static HookCurve From(params ReadOnlySpan<HookPoint> points)
    {
        var mistakes = ImmutableArray.CreateBuilder<Mistake>();
        if (points.IsEmpty)
        {
            mistakes.Add(new Mistake(nameof(points), PolicyReasons.WrongCount.With(0, Wanted.Range(1, null, above: false, below: false))));
        }

        for (int i = 0; i < points.Length; i++)
        {
            if (WrongBenefit(points, i) is { } wrong)
            {
                mistakes.Add(new Mistake(FormattableString.Invariant($"points[{i}].benefit"), wrong));
            }

            if (points[i].AddRate is not { IsKnown: true, Value: >= 0m and <= 1m })
            {
                mistakes.Add(new Mistake(FormattableString.Invariant($"points[{i}].addRate"),
                    PolicyReasons.OutOfRange.With(points[i].AddRate, Wanted.Share)));
            }
        }

        return mistakes.Count == 0 ? new HookCurve([.. points]) : throw new InvalidPolicyException("hook curve", mistakes.ToImmutable());
    }

    /// <summary>What every point comes to, and the one to take.</summary>
    /// <param name="reached">How many are reached; 1 or more.</param>
    /// <param name="followersWanted">The volume; 0 or more.</param>
    /// <param name="costPerReached">What reaching one costs, such as a card; 0 or more.</param>
    /// <param name="expected">What a follower contributes after other upkeep.</param>
    /// <param name="horizon">How many periods are looked at.</param>
    /// <exception cref="ArgumentNullException">There are no contributions.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is too small, or the horizon is out of range.</exception>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    public HookChoice Select(
        int reached, int followersWanted, Money costPerReached, ExpectedContribution expected, int horizon = Payback.DefaultHorizon)
    {
        Guard.Against.NegativeOrZero(reached);
        Guard.Against.Negative(followersWanted);
        Guard.Against.Negative(costPerReached.Amount, nameof(costPerReached));
        Guard.Against.Null(expected);
        ImmutableArray<HookResult> curve = [.. Points.Select(point =>
            ResultOf(point, reached, followersWanted, costPerReached, expected, horizon))];
        return new HookChoice(curve, BestOf(curve, followersWanted, horizon));
    }

    /// <inheritdoc/>
    public bool Equals(HookCurve? other) => other is not null && Contents.Equal(Points, other.Points);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as HookCurve);

    /// <inheritdoc/>
    public override int GetHashCode() => Contents.Hash(Points);

    private static Reason? WrongBenefit(ReadOnlySpan<HookPoint> points, int i)
    {
        Money benefit = points[i].Benefit;
        return benefit.Currency.IsNone ? PolicyReasons.Missing.With(required: Wanted.Amount)
            : benefit.Currency != points[0].Benefit.Currency
                ? PolicyReasons.OtherCurrency.With(benefit.Currency.Code, points[0].Benefit.Currency.Code)
            : benefit.IsNegative ? PolicyReasons.OutOfRange.With(benefit, Wanted.ZeroOrMore)
            : benefit.RoundToMinorUnit(MidpointRounding.ToZero) != benefit ? PolicyReasons.OutOfRange.With(benefit, Payable)
            : i > 0 && points[i - 1].Benefit.Currency == benefit.Currency && benefit <= points[i - 1].Benefit
                ? PolicyReasons.NotInOrder.With(benefit, Wanted.Range(points[i - 1].Benefit, null, above: true, below: false))
            : null;
    }

    private static Bilingual Payable { get; } = new("an amount that can be paid", "可支付的金额");

    private static HookResult ResultOf(
        HookPoint point, int reached, int followersWanted, Money costPerReached, ExpectedContribution expected, int horizon)
    {
        decimal followers = reached * point.AddRate.Value;
        Answer<Money> acquisition = CostOf(point.AddRate, costPerReached);
        return new HookResult(
            point, followers, followers >= followersWanted, acquisition,
            acquisition.Then(cost => Plus(cost, point).Then(all => Payback.Of(all, expected, horizon))));
    }

    private static Answer<Money> CostOf(Ratio addRate, Money costPerReached)
    {
        if (addRate.Value == 0m)
        {
            return Answer<Money>.Refused(CostsReasons.NoFollowers.With(0));
        }

        try
        {
            return costPerReached / addRate.Value;
        }
        catch (OverflowException)
        {
            return Answer<Money>.Refused(AcquisitionReasons.HookCostTooLarge.With(addRate));
        }
    }

    private static Answer<Money> Plus(Money cost, HookPoint point)
    {
        try
        {
            return cost + point.Benefit;
        }
        catch (OverflowException)
        {
            return Answer<Money>.Refused(AcquisitionReasons.HookCostTooLarge.With(point.AddRate));
        }
    }

    private static Answer<HookResult> BestOf(ImmutableArray<HookResult> curve, int followersWanted, int horizon)
    {
        HookResult[] enough = [.. curve.Where(static result => result.MeetsVolume)];
        if (enough.Length == 0)
        {
            return Answer<HookResult>.Refused(AcquisitionReasons.HookVolumeOutOfReach.With(curve.Max(static result => result.Followers),
                followersWanted));
        }

        HookResult? best = enough
            .Where(static result => result.Payback.TryGet(out Payback? payback) && payback.Outcome == PaybackOutcome.PaidBack)
            .MinBy(static result => result.Payback.TryGet(out Payback? payback) ? payback.InterpolatedPeriods : null);
        return best is not null ? best : Answer<HookResult>.Refused(AcquisitionReasons.HookNonePaysBack.With(enough.Length, horizon));
    }
}
