using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Acquisition;

/// <summary>One row of the table that says which channel suits whom (渠道适配规则).</summary>
/// <remarks>Equality is that of all parts, of the traits in their order. A policy checks its rows when it is made.</remarks>
[JsonConverter(typeof(OptionsJsonConverter<ChannelRule>))]
public sealed record ChannelRule : IPolicyOptions<ChannelRule>
{
    /// <summary>The channel.</summary>
    public required ChannelKind Channel { get; init; }

    /// <summary>The traits that must hold together; 1 or more.</summary>
    public required ImmutableArray<ChannelTrait> Traits { get; init; }

    /// <summary>What the channel gains when all traits hold, or loses when below 0: −100 to 100, not 0. Null: the channel cannot be used
    /// without the traits.</summary>
    public int? Points { get; init; }

    static Description<ChannelRule> IPolicyOptions<ChannelRule>.Description { get; } = new(
        new("channel rule", "渠道规则"), static () => new() { Channel = ChannelKind.None, Traits = default },
        For<ChannelRule>.Choice(
            static o => o.Channel, static (o, v) => o with { Channel = v }, new("channel", "渠道"),
            AcquisitionNames.Name, Source.ClearGoals, notZero: true).Needed(),
        For<ChannelRule>.Values(
            static o => o.Traits, static (o, v) => o with { Traits = v }, new("traits", "条件"),
            new ChoiceForm<ChannelTrait>(AcquisitionNames.Name, notZero: true), Source.ClearGoals).Needed(),
        For<ChannelRule>.Whole(
            static o => o.Points, static (o, v) => o with { Points = v }, new("points", "加减分"), -100, 100, Unit.Points, Source.Own),
        For<ChannelRule>.Rule("points", static r => r.Points == 0 ? PolicyReasons.OutOfRange.With(0, NotZero) : null),
        For<ChannelRule>.Rules(static r => WrongTraits(r.Traits)));

    private static Bilingual NotZero { get; } = new("above or below 0", "大于或小于 0");

    /// <inheritdoc/>
    public bool Equals(ChannelRule? other) =>
        other is not null && Channel == other.Channel && Points == other.Points && Contents.Equal(Traits, other.Traits);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Channel, Points, Contents.Hash(Traits));

    internal static ChannelRule Suits(ChannelKind channel, int points, params ImmutableArray<ChannelTrait> traits) =>
        new() { Channel = channel, Traits = traits, Points = points };

    internal static ChannelRule Needs(ChannelKind channel, ChannelTrait trait) => new() { Channel = channel, Traits = [trait] };

    private static IEnumerable<Mistake> WrongTraits(ImmutableArray<ChannelTrait> traits)
    {
        if (traits.IsDefaultOrEmpty)
        {
            return [new Mistake("traits", PolicyReasons.WrongCount.With(0, 1))];
        }

        return traits.Select(static (trait, i) => (trait, i))
            .Where(static one => one.trait == ChannelTrait.None || !Enum.IsDefined(one.trait))
            .Select(static one => new Mistake(
                FormattableString.Invariant($"traits[{one.i}]"),
                PolicyReasons.UnknownChoice.With((int)one.trait, new Bilingual("a condition of a channel", "渠道条件"))));
    }
}

/// <summary>The figures by which channels are ranked (渠道适配表).</summary>
/// <remarks>Equality is that of the rows in their order. They are not checked: <see cref="ChannelPolicy"/> does.</remarks>
[JsonConverter(typeof(OptionsJsonConverter<ChannelOptions>))]
public sealed record ChannelOptions : IPolicyOptions<ChannelOptions>
{
    /// <summary>The rows, in any order; none makes every channel suit alike. The first three come from the article on clear goals and how
    /// to land them: an older
    /// clientele of a health shop ignores SMS and cards but answers the telephone. All others, and the points, are the library's
    /// own.</summary>
    public ImmutableArray<ChannelRule> Rules { get; init; } =
    [
        ChannelRule.Suits(ChannelKind.Sms, -40, ChannelTrait.OlderAudience, ChannelTrait.HealthBusiness),
        ChannelRule.Suits(ChannelKind.PackageCard, -40, ChannelTrait.OlderAudience, ChannelTrait.HealthBusiness),
        ChannelRule.Suits(ChannelKind.Telephone, 40, ChannelTrait.OlderAudience, ChannelTrait.HealthBusiness),
        ChannelRule.Suits(ChannelKind.Telephone, 15, ChannelTrait.HighTicket),
        ChannelRule.Suits(ChannelKind.Telephone, -20, ChannelTrait.YoungAudience),
        ChannelRule.Suits(ChannelKind.AiVoice, -15, ChannelTrait.YoungAudience),
        ChannelRule.Suits(ChannelKind.AiVoice, -15, ChannelTrait.HighTicket),
        ChannelRule.Suits(ChannelKind.ShortVideo, 20, ChannelTrait.YoungAudience),
        ChannelRule.Suits(ChannelKind.ShortVideo, 20, ChannelTrait.ShowsWell),
        ChannelRule.Suits(ChannelKind.Article, 10, ChannelTrait.HealthBusiness),
        ChannelRule.Suits(ChannelKind.StorePoster, 15, ChannelTrait.OlderAudience),
        ChannelRule.Needs(ChannelKind.PackageCard, ChannelTrait.SendsParcels),
        ChannelRule.Needs(ChannelKind.Telephone, ChannelTrait.HasNumbers),
        ChannelRule.Needs(ChannelKind.Sms, ChannelTrait.HasNumbers),
        ChannelRule.Needs(ChannelKind.AiVoice, ChannelTrait.HasNumbers),
        ChannelRule.Needs(ChannelKind.Article, ChannelTrait.MakesContent),
        ChannelRule.Needs(ChannelKind.ShortVideo, ChannelTrait.MakesContent),
        ChannelRule.Needs(ChannelKind.StorePoster, ChannelTrait.HasStore),
    ];

    static Description<ChannelOptions> IPolicyOptions<ChannelOptions>.Description { get; } = new(
        new("channel policy", "渠道选择策略"), static () => new(),
        For<ChannelOptions>.List(static o => o.Rules, static (o, v) => o with { Rules = v }, new("rules", "适配规则"), Source.ClearGoals));

    /// <inheritdoc/>
    public bool Equals(ChannelOptions? other) => other is not null && Contents.Equal(Rules, other.Rules);

    /// <inheritdoc/>
    public override int GetHashCode() => Contents.Hash(Rules);
}
