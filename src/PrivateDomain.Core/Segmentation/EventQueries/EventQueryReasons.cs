namespace PrivateDomain.Core.Segmentation.EventQueries;

/// <summary>Why a fact cannot be told from a table of events (事件表取数的理由).</summary>
public static class EventQueryReasons
{
    /// <summary>The fact does not follow from the events alone; found is its name.</summary>
    public static ReasonDefinition NotOfEvents { get; } = new(
        "event_query.not_of_events",
        "The fact \"{found}\" does not follow from events alone: stages, trust, scores and a host's own facts are worked out in memory.",
        "事实“{found}”不能只由事件得出：关系阶段、信任度、各类评分和宿主自有事实须在内存中计算。");
}
