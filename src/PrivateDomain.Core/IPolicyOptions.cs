namespace PrivateDomain.Core;

/// <summary>Options whose figures the library describes once (策略配置): their check, their JSON, their schema and their table in the docs
/// come from that. Only the library's options are.</summary>
/// <typeparam name="TSelf">The options' own type.</typeparam>
public interface IPolicyOptions<TSelf>
    where TSelf : class, IPolicyOptions<TSelf>
{
    /// <summary>What the options mean: names, units, ranges, sources.</summary>
    internal static abstract Description<TSelf> Description { get; }
}
