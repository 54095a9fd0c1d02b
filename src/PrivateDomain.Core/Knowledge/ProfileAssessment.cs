using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;

namespace PrivateDomain.Core.Knowledge;

/// <summary>Whether a topic is known (了解状态).</summary>
/// <remarks>The default value is <see cref="Unknown"/>. Names for people: <see cref="KnowledgeNames"/>.</remarks>
public enum TopicState
{
    /// <summary>Nothing was noted (未了解).</summary>
    Unknown = 0,

    /// <summary>What was noted holds no longer (已过时).</summary>
    Stale,

    /// <summary>It was noted, and holds (已了解).</summary>
    Known,
}

/// <summary>What is known of one topic (了解情况).</summary>
/// <remarks>Immutable. Equality is that of all members; there is no ordering.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record TopicKnowledge
{
    internal TopicKnowledge(ProfileTopic topic, string? value, LocalDate? notedOn, LocalDate today)
    {
        Topic = topic;
        Value = value;
        NotedOn = notedOn;
        State = notedOn is not { } on ? TopicState.Unknown
            : topic.KeptDays is { } days && Period.DaysBetween(on, today) > days ? TopicState.Stale
            : TopicState.Known;
    }

    /// <summary>The topic.</summary>
    public ProfileTopic Topic { get; }

    /// <summary>What was noted last; null when nothing was.</summary>
    public string? Value { get; }

    /// <summary>The shop's day of the note; null when there is none.</summary>
    public LocalDate? NotedOn { get; }

    /// <summary>Known, out of date, or unknown.</summary>
    public TopicState State { get; }
}

/// <summary>How well a customer is known, and what is to be asked next (服务深度结论).</summary>
/// <remarks>Immutable. Equality is that of all members, topics in order; there is no ordering.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record ProfileAssessment
{
    internal ProfileAssessment(CustomerId customer, ImmutableArray<TopicKnowledge> topics)
    {
        Customer = customer;
        Topics = topics;
    }

    /// <summary>Who.</summary>
    public CustomerId Customer { get; }

    /// <summary>The topics, in the profile's order.</summary>
    public ImmutableArray<TopicKnowledge> Topics { get; }

    /// <summary>The weights of what is known and holds, of all weights (服务深度): 0 to 1.</summary>
    public Ratio Depth => Ratio.From(
        Topics.Where(static topic => topic.State == TopicState.Known).Sum(static topic => topic.Topic.Weight),
        Topics.Sum(static topic => topic.Topic.Weight));

    /// <summary>What to ask next: of what is unknown or out of date the one that weighs the most, of equals the first of the profile; null
    /// when all is known.</summary>
    public ProfileTopic? Ask => Topics.Where(static topic => topic.State != TopicState.Known)
        .Select(static topic => topic.Topic).MaxBy(static topic => topic.Weight);

    /// <inheritdoc/>
    public bool Equals(ProfileAssessment? other) =>
        other is not null && Customer == other.Customer && Contents.Equal(Topics, other.Topics);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Customer, Contents.Hash(Topics));
}
