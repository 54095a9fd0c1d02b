using PrivateDomain.Core;

namespace PrivateDomain.Hosting;

/// <summary>Why a host cannot take a shop's rules from where they are kept (宿主无法取得店铺规则的理由). What is wrong in the
/// rules themselves is told by the document's own reasons.</summary>
public static class HostingReasons
{
    /// <summary>A section of the configuration is not there, or holds nothing.</summary>
    public static ReasonDefinition SectionMissing { get; } = new(
        "hosting.section_missing", "The configuration has no such section, or nothing in it.",
        "配置中没有这一节，或该节为空。");

    /// <summary>A file is not there.</summary>
    public static ReasonDefinition FileMissing { get; } = new(
        "hosting.file_missing", "There is no such file.", "文件不存在。");

    /// <summary>What keeps the rules could not be read at all; found is the cause in the system's words.</summary>
    public static ReasonDefinition SourceFailed { get; } = new(
        "hosting.source_failed", "The rules could not be fetched: {found}.", "无法取得规则：{found}。");

    /// <summary>What keeps the rules changed each time it was looked at.</summary>
    public static ReasonDefinition SourceChanging { get; } = new(
        "hosting.source_changing", "The rules kept changing while they were read.", "读取期间规则一直在变化。");

    /// <summary>Two places state the rules of one shop.</summary>
    public static ReasonDefinition ShopTwice { get; } = new(
        "hosting.shop_twice", "The rules of this shop are stated in another place too.", "该店铺的规则在另一处也有定义。");
}
