using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Acquisition;

/// <summary>How well a channel suits, and what a follower costs by it (渠道排名).</summary>
/// <remarks>Immutable. Equality is that of all parts; there is no ordering.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record ChannelRank
{
    internal ChannelRank(ChannelKind channel, Score suitability, Decision decision, Answer<Money> costPerFollower,
        ImmutableArray<Reason> reasons)
    {
        Channel = channel;
        Suitability = suitability;
        Decision = decision;
        CostPerFollower = costPerFollower;
        Reasons = reasons;
    }

    /// <summary>The channel.</summary>
    public ChannelKind Channel { get; }

    /// <summary>How well it suits: 50 when nothing speaks for it or against it.</summary>
    public Score Suitability { get; }

    /// <summary>Whether it can be used at all: denied without what it needs, undecidable when that is unknown.</summary>
    public Decision Decision { get; }

    /// <summary>The cost per follower; no value, never 0, when it is unknown.</summary>
    public Answer<Money> CostPerFollower { get; }

    /// <summary>What it lacks, what speaks against it and for it, and what its figures
    /// are worth, in the order of <see cref="AcquisitionReasons"/>.</summary>
    public ImmutableArray<Reason> Reasons { get; }

    /// <inheritdoc/>
    public bool Equals(ChannelRank? other) =>
        other is not null && Channel == other.Channel && Suitability == other.Suitability && Decision.Equals(other.Decision) &&
        CostPerFollower.Equals(other.CostPerFollower) && Contents.Equal(Reasons, other.Reasons);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Channel, Suitability, Decision, Contents.Hash(Reasons));
}

/// <summary>Which channels suit an audience, a product and a business (渠道选择).</summary>
/// <remarks>Immutable and safe to share between threads. Two are equal when their options are.</remarks>
/// <example>
/// <code>
/// var shop = new Dictionary&lt;ChannelTrait, bool&gt; { [ChannelTrait.HasNumbers] = true, [ChannelTrait.SendsParcels] = false };
/// ChannelRank best = ChannelPolicy.Default.Rank(shop)[0];
/// </code>
/// </example>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class ChannelPolicy : Policy<ChannelPolicy, ChannelOptions>, IPolicy<ChannelPolicy, ChannelOptions>
{
    private const int Neutral = 50;

    private ChannelPolicy(ChannelOptions options)
        : base(options)
    {
    }

    static ChannelPolicy IPolicy<ChannelPolicy, ChannelOptions>.Make(ChannelOptions options) => new(options);

    /// <summary>All channels, the best first: those that can be used before those of which it is unknown before those that cannot; then by
    /// suitability; then by
    /// cost per follower, an unknown one last.</summary>
    /// <param name="traits">What is known of audience, product and business. What is left out is unknown: it counts neither for nor against
    /// a channel.</param>
    /// <param name="figures">What followers cost, at most once for a channel and in one currency; nothing when null.</param>
    /// <exception cref="ArgumentNullException">There are no traits.</exception>
    /// <exception cref="ArgumentException">A trait is none there is, figures are null, or a channel has figures twice.</exception>
    /// <exception cref="CurrencyMismatchException">Costs are in different currencies.</exception>
    public ImmutableArray<ChannelRank> Rank(IReadOnlyDictionary<ChannelTrait, bool> traits, IEnumerable<ChannelFigures>? figures = null)
    {
        foreach (ChannelTrait trait in Guard.Against.Null(traits).Keys)
        {
            if (trait == ChannelTrait.None || !Enum.IsDefined(trait))
            {
                throw new ArgumentOutOfRangeException(nameof(traits), trait, "Conditions of the enumeration are needed.");
            }
        }

        Dictionary<ChannelKind, ChannelFigures> known = ByChannel(figures ?? []);
        return
        [
            .. Enum.GetValues<ChannelKind>()[1..]
                .Select(channel => RankOf(channel, traits, known.GetValueOrDefault(channel)))
                .OrderBy(static rank =>
                    rank.Decision.Outcome switch { DecisionOutcome.Allowed => 0, DecisionOutcome.Undecidable => 1, _ => 2 })
                .ThenByDescending(static rank => rank.Suitability.Value)
                .ThenBy(static rank => !rank.CostPerFollower.HasValue)
                .ThenBy(static rank => rank.CostPerFollower.TryGet(out Money cost) ? cost.Amount : 0m),
        ];
    }

    private static Dictionary<ChannelKind, ChannelFigures> ByChannel(IEnumerable<ChannelFigures> figures)
    {
        var known = new Dictionary<ChannelKind, ChannelFigures>();
        Money? first = null;
        foreach (ChannelFigures each in figures)
        {
            if (each is null)
            {
                throw new ArgumentException("The figures of a channel are null.", nameof(figures));
            }

            if (!known.TryAdd(each.Channel, each))
            {
                throw new ArgumentException($"The channel {each.Channel.Name().English} has figures twice.", nameof(figures));
            }

            if (each.CostPerFollower.TryGet(out Money cost) && cost.Currency != (first ??= cost).Currency)
            {
                throw new CurrencyMismatchException(first.Value.Currency, cost.Currency);
            }
        }

        return known;
    }

    private ChannelRank RankOf(ChannelKind channel, IReadOnlyDictionary<ChannelTrait, bool> traits, ChannelFigures? figures)
    {
        ChannelRule[] rules = [.. Options.Rules.Where(rule => rule.Channel == channel)];
        ChannelTrait[] needs = [.. rules.Where(static rule => rule.Points is null).SelectMany(static rule => rule.Traits).Distinct()];
        var findings = default(Findings);
        foreach (ChannelTrait need in needs.Where(need => traits.TryGetValue(need, out bool has) && !has))
        {
            findings.Deny(AcquisitionReasons.ChannelImpossible.With(channel.Name(), need.Name()));
        }

        foreach (ChannelTrait need in needs.Where(need => !traits.ContainsKey(need)))
        {
            findings.Lack(AcquisitionReasons.ChannelNeedUnknown.With(channel.Name(), need.Name()));
        }

        ChannelRule[] holding = [.. rules.Where(rule => rule.Points is not null
            && rule.Traits.All(trait => traits.GetValueOrDefault(trait)))];
        Answer<Money> cost = figures?.CostPerFollower ?? Answer<Money>.Refused(AcquisitionReasons.ChannelCostUnknown.With());
        long points = holding.Sum(static rule => (long)rule.Points!.Value);
        return new ChannelRank(
            channel,
            Score.From(Math.Clamp(Neutral + points, 0, 100)),
            findings.ToDecision(),
            cost,
            [
                .. findings.ToReasons(),
                .. holding.Where(static rule => rule.Points < 0).Select(static rule =>
                    Speaking(AcquisitionReasons.ChannelSpeaksAgainst, rule)),
                .. holding.Where(static rule => rule.Points > 0).Select(static rule => Speaking(AcquisitionReasons.ChannelSpeaksFor, rule)),
                .. figures is { IsAssumed: true } && cost.TryGet(out Money assumed) ? [AcquisitionReasons.ChannelCostAssumed.With(assumed)]
                    : Array.Empty<Reason>(),
                .. cost.HasValue ? [] : cost.Reasons,
            ]);
    }

    private static Reason Speaking(ReasonDefinition definition, ChannelRule rule) =>
        definition.With(AcquisitionNames.Names(rule.Traits), rule.Points!.Value);
}
