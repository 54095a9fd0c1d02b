using PrivateDomain.Core;

namespace PrivateDomain.EntityFrameworkCore;

/// <summary>Why a rule is no query of a provider (规则无法查询的理由), beside what the core's mapping refuses.</summary>
public static class SegmentQueryReasons
{
    /// <summary>The provider cannot translate the member that is mapped to a fact; found is the fact's name.</summary>
    public static ReasonDefinition UntranslatedFact { get; } = new(
        "segment_query.untranslated_fact",
        "The database provider cannot translate the member that is mapped to the fact \"{found}\".",
        "数据库提供程序无法翻译事实“{found}”所映射的成员。");
}
