namespace PrivateDomain.Core.Internals.Documents;

/// <summary>Where the default of a figure comes from, in words.</summary>
internal static class Source
{
    /// <summary>No article gives it: the library's own figure.</summary>
    internal static Bilingual Own { get; } = new("the library's own figure", "本库自定");

    /// <summary>The article on selling in private domains instead of the classic way: selection, cards, SMS, reception, fission.</summary>
    internal static Bilingual TraditionalToPrivate { get; } = new(
        "the article on going from classic to private-domain commerce", "《从传统电商到玩转私域电商》");

    /// <summary>Four truths from three months in two fashion shops.</summary>
    internal static Bilingual FashionShops { get; } = new("the article on three months in two fashion shops",
        "《两家淘系女装店面探寻私域实情》");

    /// <summary>The article on goals and how to land them.</summary>
    internal static Bilingual ClearGoals { get; } = new("the article on clear goals and how to land them",
        "《私域目标明确，一些落地环节的看法》");

    /// <summary>The article on private traffic in retail.</summary>
    internal static Bilingual RetailTraffic { get; } = new("the article on private traffic in retail",
        "《什么是私域流量？零售业挖掘私域流量的关键》");

    /// <summary>The article on the underlying logic of private domains.</summary>
    internal static Bilingual UnderlyingLogic { get; } = new("the article on the underlying logic of private domains",
        "《私域的底层逻辑》");

    /// <summary>Another source, in words.</summary>
    internal static Bilingual From(string english, string chinese) => new(english, chinese);
}
