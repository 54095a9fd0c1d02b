using System.Collections.Immutable;
using PrivateDomain.Core.Costs;

namespace PrivateDomain.Core.Acquisition;

/// <summary>One row of the table that says which channel suits whom (渠道适配规则).</summary>
/// <remarks>Two are equal only when they are the same object. A policy checks its rows when it is made.</remarks>
public sealed class ChannelRule
{
    private ChannelRule(AcquisitionChannel channel, int points, ImmutableArray<ChannelTrait> traits, bool isNeed) =>
        (Channel, Points, Traits, IsNeed) = (channel, points, traits, isNeed);

    /// <summary>The channel.</summary>
    public AcquisitionChannel Channel { get; }

    /// <summary>What the channel gains when all traits hold, or loses when below 0; 0 for a need.</summary>
    public int Points { get; }

    /// <summary>The traits that must hold together.</summary>
    public ImmutableArray<ChannelTrait> Traits { get; }

    /// <summary>Whether the channel cannot be used without the traits.</summary>
    public bool IsNeed { get; }

    /// <summary>A channel that suits better or worse when traits hold.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="points">−100 to 100, not 0.</param>
    /// <param name="traits">What must hold together.</param>
    public static ChannelRule Suits(AcquisitionChannel channel, int points, params ReadOnlySpan<ChannelTrait> traits) => new(channel, points, [.. traits], isNeed: false);

    /// <summary>A channel that cannot be used without a trait.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="trait">What it needs.</param>
    public static ChannelRule Needs(AcquisitionChannel channel, ChannelTrait trait) => new(channel, 0, [trait], isNeed: true);
}

/// <summary>What a follower costs by a channel (渠道单粉成本), observed or assumed.</summary>
/// <remarks>Equality is that of all parts; there is no ordering.</remarks>
public sealed record ChannelFigures
{
    private ChannelFigures(AcquisitionChannel channel, Answer<Money> costPerFollower, bool isAssumed) =>
        (Channel, CostPerFollower, IsAssumed) = (channel, costPerFollower, isAssumed);

    /// <summary>The channel.</summary>
    public AcquisitionChannel Channel { get; }

    /// <summary>The cost per follower; no value when nobody was gained.</summary>
    public Answer<Money> CostPerFollower { get; }

    /// <summary>Whether it was assumed, not measured.</summary>
    public bool IsAssumed { get; }

    /// <summary>Figures of a campaign that was run.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="cost">What it cost.</param>
    /// <param name="gainedFollowers">How many followers it gained; 0 or more.</param>
    /// <exception cref="ArgumentNullException">There is no cost.</exception>
    public static ChannelFigures Observed(AcquisitionChannel channel, AcquisitionCost cost, long gainedFollowers) =>
        new(channel, Guard.Against.Null(cost).PerFollower(gainedFollowers).Then(static scoped => scoped.Amount), isAssumed: false);

    /// <summary>Figures of a campaign that is planned.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="cost">What it would cost.</param>
    /// <param name="addRate">The share of all units that is assumed to bring a follower; when it is 0 or unknown there is no cost per follower.</param>
    /// <exception cref="ArgumentNullException">There is no cost.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The share is negative.</exception>
    public static ChannelFigures Assumed(AcquisitionChannel channel, AcquisitionCost cost, Ratio addRate)
    {
        decimal followers = addRate.IsKnown ? Guard.Against.Negative(addRate.Value, nameof(addRate)) * Guard.Against.Null(cost).Volume : 0m;
        return new(channel, followers == 0m ? Answer<Money>.Refused(CostsReasons.NoFollowers.With(found: 0)) : Answer<Money>.Of(cost.Total / followers), isAssumed: true);
    }
}

/// <summary>How well a channel suits, and what a follower costs by it (渠道排名).</summary>
/// <remarks>Two are equal only when they are the same object.</remarks>
public sealed class ChannelRank
{
    internal ChannelRank(AcquisitionChannel channel, Score suitability, Decision decision, Answer<Money> costPerFollower, ImmutableArray<Reason> reasons)
    {
        Channel = channel;
        Suitability = suitability;
        Decision = decision;
        CostPerFollower = costPerFollower;
        Reasons = reasons;
    }

    /// <summary>The channel.</summary>
    public AcquisitionChannel Channel { get; }

    /// <summary>How well it suits: 50 when nothing speaks for it or against it.</summary>
    public Score Suitability { get; }

    /// <summary>Whether it can be used at all: denied without what it needs, undecidable when that is not known.</summary>
    public Decision Decision { get; }

    /// <summary>The cost per follower; no value, never 0, when it is not known.</summary>
    public Answer<Money> CostPerFollower { get; }

    /// <summary>What it lacks, what speaks against it and for it, and what its figures are worth, in the order of <see cref="ChannelReasons"/>.</summary>
    public ImmutableArray<Reason> Reasons { get; }
}

/// <summary>Which channels suit an audience, a product and a business (渠道选择). From [C], D21.</summary>
/// <remarks>Immutable; checked when made. Two are equal only when they are the same object.</remarks>
public sealed class ChannelPolicy
{
    private const int Neutral = 50;

    private ChannelPolicy(ImmutableArray<ChannelRule> rules) => Rules = rules;

    /// <summary>The first three rows are from [C], D21: an older clientele of a health shop ignores SMS and cards but answers the telephone. All others, and the points, are
    /// of our own.</summary>
    public static ChannelPolicy Default { get; } = Create(
        ChannelRule.Suits(AcquisitionChannel.Sms, -40, ChannelTrait.OlderAudience, ChannelTrait.HealthBusiness),
        ChannelRule.Suits(AcquisitionChannel.PackageCard, -40, ChannelTrait.OlderAudience, ChannelTrait.HealthBusiness),
        ChannelRule.Suits(AcquisitionChannel.Telephone, 40, ChannelTrait.OlderAudience, ChannelTrait.HealthBusiness),
        ChannelRule.Suits(AcquisitionChannel.Telephone, 15, ChannelTrait.HighTicket),
        ChannelRule.Suits(AcquisitionChannel.Telephone, -20, ChannelTrait.YoungAudience),
        ChannelRule.Suits(AcquisitionChannel.AiVoice, -15, ChannelTrait.YoungAudience),
        ChannelRule.Suits(AcquisitionChannel.AiVoice, -15, ChannelTrait.HighTicket),
        ChannelRule.Suits(AcquisitionChannel.ShortVideo, 20, ChannelTrait.YoungAudience),
        ChannelRule.Suits(AcquisitionChannel.ShortVideo, 20, ChannelTrait.ShowsWell),
        ChannelRule.Suits(AcquisitionChannel.Article, 10, ChannelTrait.HealthBusiness),
        ChannelRule.Suits(AcquisitionChannel.StorePoster, 15, ChannelTrait.OlderAudience),
        ChannelRule.Needs(AcquisitionChannel.PackageCard, ChannelTrait.SendsParcels),
        ChannelRule.Needs(AcquisitionChannel.Telephone, ChannelTrait.HasNumbers),
        ChannelRule.Needs(AcquisitionChannel.Sms, ChannelTrait.HasNumbers),
        ChannelRule.Needs(AcquisitionChannel.AiVoice, ChannelTrait.HasNumbers),
        ChannelRule.Needs(AcquisitionChannel.Article, ChannelTrait.MakesContent),
        ChannelRule.Needs(AcquisitionChannel.ShortVideo, ChannelTrait.MakesContent),
        ChannelRule.Needs(AcquisitionChannel.StorePoster, ChannelTrait.HasStore));

    /// <summary>The rows, in the order given.</summary>
    public ImmutableArray<ChannelRule> Rules { get; }

    /// <summary>Makes a policy.</summary>
    /// <param name="rules">The rows; none makes every channel suit alike.</param>
    /// <exception cref="ArgumentNullException">A row is null.</exception>
    /// <exception cref="InvalidPolicyException">A row has no channel, no trait, or points out of range; all mistakes are named.</exception>
    public static ChannelPolicy Create(params ReadOnlySpan<ChannelRule> rules)
    {
        var check = new PolicyCheck();
        for (int i = 0; i < rules.Length; i++)
        {
            ChannelRule rule = Guard.Against.Null(rules[i], nameof(rules));
            string path = FormattableString.Invariant($"rules[{i}]");
            bool hasTraits = !rule.Traits.IsEmpty && rule.Traits.All(static trait => Enum.IsDefined(trait) && trait != ChannelTrait.None);
            check
                .Needs(Enum.IsDefined(rule.Channel) && rule.Channel != AcquisitionChannel.None, path, ChannelReasons.RuleOutOfRange, $"{rule.Channel}", "a channel")
                .Needs(hasTraits, path, ChannelReasons.RuleOutOfRange, string.Join(", ", rule.Traits), "≥ 1 trait")
                .Needs(rule.IsNeed || (rule.Points is >= -100 and <= 100 and not 0), path, ChannelReasons.RuleOutOfRange, rule.Points, "−100 to 100, not 0");
        }

        check.ThrowIfAny("channel policy");
        return new ChannelPolicy([.. rules]);
    }

    /// <summary>All channels, the best first: those that can be used before those of which it is not known before those that cannot; then by suitability; then by cost per
    /// follower, an unknown one last.</summary>
    /// <param name="traits">What is known of audience, product and business. What is left out is not known: it counts neither for nor against a channel.</param>
    /// <param name="figures">What followers cost, at most once for a channel and in one currency; nothing when null.</param>
    /// <exception cref="ArgumentNullException">There are no traits.</exception>
    /// <exception cref="ArgumentException">A channel has figures twice.</exception>
    /// <exception cref="CurrencyMismatchException">Costs are in different currencies.</exception>
    public ImmutableArray<ChannelRank> Rank(IReadOnlyDictionary<ChannelTrait, bool> traits, IEnumerable<ChannelFigures>? figures = null)
    {
        Guard.Against.Null(traits);
        var known = new Dictionary<AcquisitionChannel, ChannelFigures>();
        foreach (ChannelFigures each in figures ?? [])
        {
            if (!known.TryAdd(each.Channel, each))
            {
                throw new ArgumentException($"The channel {each.Channel} has figures twice.", nameof(figures));
            }
        }

        return
        [
            .. Enum.GetValues<AcquisitionChannel>()[1..]
                .Select(channel => RankOf(channel, traits, known.GetValueOrDefault(channel)))
                .OrderBy(static rank => rank.Decision.Outcome switch { DecisionOutcome.Allowed => 0, DecisionOutcome.Undecidable => 1, _ => 2 })
                .ThenByDescending(static rank => rank.Suitability.Value)
                .ThenBy(static rank => !rank.CostPerFollower.HasValue)
                .ThenBy(static rank => rank.CostPerFollower.TryGet(out Money cost) ? cost : default, Comparer<Money>.Create(static (a, b) => a == b ? 0 : a < b ? -1 : 1)),
        ];
    }

    private ChannelRank RankOf(AcquisitionChannel channel, IReadOnlyDictionary<ChannelTrait, bool> traits, ChannelFigures? figures)
    {
        ChannelRule[] rules = [.. Rules.Where(rule => rule.Channel == channel)];
        ChannelTrait[] needs = [.. rules.Where(static rule => rule.IsNeed).SelectMany(static rule => rule.Traits)];
        Reason[] impossible = [.. needs.Where(need => traits.TryGetValue(need, out bool has) && !has).Select(need => ChannelReasons.Impossible.With(Word(), ChannelWords.Of(need)))];
        Reason[] unknown = [.. needs.Where(need => !traits.ContainsKey(need)).Select(need => ChannelReasons.NeedUnknown.With(Word(), ChannelWords.Of(need)))];
        ChannelRule[] holding = [.. rules.Where(rule => !rule.IsNeed && rule.Traits.All(trait => traits.GetValueOrDefault(trait)))];
        Answer<Money> cost = figures?.CostPerFollower ?? Answer<Money>.Refused(ChannelReasons.NoFigures.With());
        Decision decision = impossible.Length > 0 ? Decision.Denied([.. impossible, .. unknown])
            : unknown.Length > 0 ? Decision.Undecidable(unknown)
            : Decision.Allowed;
        return new ChannelRank(
            channel,
            Score.From(Math.Clamp(Neutral + holding.Sum(static rule => rule.Points), 0, 100)),
            decision,
            cost,
            [
                .. impossible, .. unknown,
                .. holding.Where(static rule => rule.Points < 0).Select(static rule => ChannelReasons.SpeaksAgainst.With(ChannelWords.Of(rule.Traits), rule.Points)),
                .. holding.Where(static rule => rule.Points > 0).Select(static rule => ChannelReasons.SpeaksFor.With(ChannelWords.Of(rule.Traits), rule.Points)),
                .. figures is { IsAssumed: true } && cost.TryGet(out Money assumed) ? [ChannelReasons.Assumed.With(assumed)] : Array.Empty<Reason>(),
                .. cost.HasValue ? [] : cost.Reasons,
            ]);

        Bilingual Word() => ChannelWords.Of(channel);
    }
}
