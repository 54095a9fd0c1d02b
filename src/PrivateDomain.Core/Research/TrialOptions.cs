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
public sealed record TrialOptions
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

    internal static Description<TrialOptions> Description { get; } = new(
        new("trial of a service", "虚拟服务检验"),
        For<TrialOptions>.Text(static o => o.Service, Source.Own),
        For<TrialOptions>.Share(static o => o.ShareWith, Source.Own, above: true, below: true),
        For<TrialOptions>.Choice<TrialOutcome>(static o => o.Outcome, ResearchNames.Name, Source.Own, notZero: true),
        For<TrialOptions>.Whole(static o => o.Days, 1, 3_650, Unit.Days, Source.FashionShops),
        For<TrialOptions>.Share(static o => o.Difference, Source.Own, above: true),
        For<TrialOptions>.Choice<ConfidenceLevel>(static o => o.Confidence, ResearchNames.Name, BuyerTraitOptions.Usual));
}
