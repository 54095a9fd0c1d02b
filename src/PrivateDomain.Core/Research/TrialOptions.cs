using System.Text.Json.Serialization;
using NodaTime;

namespace PrivateDomain.Core.Research;

/// <summary>What a trial of a free service looks at (检验指标).</summary>
/// <remarks>The default value is <see cref="None"/>, which no trial has. Names for people: <see cref="ResearchNames"/>.</remarks>
public enum TrialOutcome
{
    /// <summary>Not said (未说明).</summary>
    None = 0,

    /// <summary>Still linked when the days are over (仍为好友).</summary>
    Linked,

    /// <summary>Interacted within the days (有互动).</summary>
    Interacted,

    /// <summary>Bought within the days (有购买).</summary>
    Bought,
}

/// <summary>The design of a trial of a free service (虚拟服务检验的配置): who gets it, and what is looked at after how many days.</summary>
/// <remarks>Equality is that of all members. They are not checked: <see cref="TrialPolicy"/> does.</remarks>
[JsonConverter(typeof(OptionsJsonConverter<TrialOptions>))]
public sealed record TrialOptions : IPolicyOptions<TrialOptions>
{
    /// <summary>The name of the service; it is also the salt of the split, so that two trials do not split alike.</summary>
    public string Service { get; init; } = "service";

    /// <summary>The share of customers who get it, above 0 and below 1. 0.5, the library's own figure: halves tell most.</summary>
    public decimal ShareWith { get; init; } = 0.5m;

    /// <summary>What is looked at; still linked, the library's own choice.</summary>
    public TrialOutcome Outcome { get; init; } = TrialOutcome.Linked;

    /// <summary>After how many days of 24 hours it is looked at, from 1 to 3,650. 60, the two months of the article on three months in two
    /// fashion shops.</summary>
    public int Days { get; init; } = 60;

    /// <summary>The difference in the outcome that would matter, above 0 and at most 1. 0.05, the library's own figure.</summary>
    public decimal Difference { get; init; } = 0.05m;

    /// <summary>How sure a difference is to be. 95 %, usual in statistics.</summary>
    public ConfidenceLevel Confidence { get; init; } = ConfidenceLevel.NinetyFive;

    internal Duration Length => Duration.FromDays(Days);

    static Description<TrialOptions> IPolicyOptions<TrialOptions>.Description { get; } = new(
        new("trial of a service", "虚拟服务检验"), static () => new(),
        For<TrialOptions>.Text(
            static o => o.Service, static (o, v) => o with { Service = v }, new("name of the service", "服务名称"), Source.Own),
        For<TrialOptions>.Share(
            static o => o.ShareWith, static (o, v) => o with { ShareWith = v }, new("share who get it", "获得服务的比例"),
            Source.Own, above: true, below: true),
        For<TrialOptions>.Choice(
            static o => o.Outcome, static (o, v) => o with { Outcome = v }, new("what is looked at", "检验指标"),
            ResearchNames.Name, Source.Own, notZero: true),
        For<TrialOptions>.Whole(
            static o => o.Days, static (o, v) => o with { Days = v }, new("after so many days", "观察天数"),
            1, 3_650, Unit.Days, Source.FashionShops),
        For<TrialOptions>.Share(
            static o => o.Difference, static (o, v) => o with { Difference = v }, new("difference that would matter", "有意义的差异"),
            Source.Own, above: true),
        For<TrialOptions>.Choice(
            static o => o.Confidence, static (o, v) => o with { Confidence = v }, new("confidence", "置信水平"),
            ResearchNames.Name, BuyerTraitOptions.Usual));
}
