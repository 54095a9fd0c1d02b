namespace PrivateDomain.Core.Knowledge;

/// <summary>The names of this room's enumerations for people, in both languages (需求与了解名称).</summary>
public static class KnowledgeNames
{
    /// <summary>The name of a state of need.</summary>
    /// <param name="value">The state.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public static Bilingual Name(this NeedState value) => value switch
    {
        NeedState.Unknown => new("unknown", "未知"),
        NeedState.NoneKnown => new("none known", "未发现需求"),
        NeedState.Satisfied => new("satisfied", "需求已满足"),
        NeedState.Shown => new("shown", "需求已证实"),
        _ => throw Choices.Undefined(value),
    };

    /// <summary>The name of what is known of a topic.</summary>
    /// <param name="value">What is known.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public static Bilingual Name(this TopicState value) => value switch
    {
        TopicState.Unknown => new("unknown", "未了解"),
        TopicState.Stale => new("out of date", "已过时"),
        TopicState.Known => new("known", "已了解"),
        _ => throw Choices.Undefined(value),
    };
}
