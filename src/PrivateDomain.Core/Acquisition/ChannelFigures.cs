using System.Text.Json.Serialization;
using PrivateDomain.Core.Costs;

namespace PrivateDomain.Core.Acquisition;

/// <summary>What a follower costs by a channel (渠道单粉成本), observed or assumed.</summary>
/// <remarks>Immutable. Equality is that of all parts; there is no ordering.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record ChannelFigures
{
    private ChannelFigures(ChannelKind channel, Answer<Money> costPerFollower, bool isAssumed) =>
        (Channel, CostPerFollower, IsAssumed) = (channel, costPerFollower, isAssumed);

    /// <summary>The channel.</summary>
    public ChannelKind Channel { get; }

    /// <summary>The cost per follower; no value when nobody was gained, or when it is too large to be written down.</summary>
    public Answer<Money> CostPerFollower { get; }

    /// <summary>Whether it was assumed, not measured.</summary>
    public bool IsAssumed { get; }

    /// <summary>Figures of a campaign that was run.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="cost">What it cost.</param>
    /// <param name="gainedFollowers">How many followers it gained; 0 or more, of 0 there is no cost per follower.</param>
    /// <exception cref="ArgumentNullException">There is no cost.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The channel is none there is, or the number is negative.</exception>
    public static ChannelFigures From(ChannelKind channel, AcquisitionCost cost, long gainedFollowers) =>
        new(Checked(channel), Guard.Against.Null(cost).PerFollower(gainedFollowers).Then(static scoped => scoped.Amount), isAssumed: false);

    /// <summary>Figures of a campaign that is planned.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="cost">What it would cost.</param>
    /// <param name="assumedAddRate">The share of all units that is assumed to bring a follower; when it is 0 or unknown there is no cost
    /// per follower.</param>
    /// <exception cref="ArgumentNullException">There is no cost.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The channel is none there is, or the share is not from 0 to 1.</exception>
    public static ChannelFigures From(ChannelKind channel, AcquisitionCost cost, Ratio assumedAddRate)
    {
        Guard.Against.Null(cost);
        decimal rate = Guard.Against.OutOfRange(assumedAddRate.ValueOr(0m), nameof(assumedAddRate), 0m, 1m);
        return new(Checked(channel), rate == 0m || cost.Volume == 0m ? NoFollowers() : Divided(), isAssumed: true);

        static Answer<Money> NoFollowers() => Answer<Money>.Refused(CostsReasons.NoFollowers.With(found: 0));

        Answer<Money> Divided()
        {
            try
            {
                return Answer<Money>.From(cost.Total / (rate * cost.Volume));
            }
            catch (Exception e) when (e is OverflowException or DivideByZeroException)
            {
                return Answer<Money>.Refused(AcquisitionReasons.ChannelCostTooLarge.With());
            }
        }
    }

    private static ChannelKind Checked(ChannelKind channel) =>
        channel is > ChannelKind.None and <= ChannelKind.StorePoster
            ? channel
            : throw new ArgumentOutOfRangeException(nameof(channel), channel, "One of the seven channels is needed.");
}
