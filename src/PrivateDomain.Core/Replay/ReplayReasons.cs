namespace PrivateDomain.Core.Replay;

/// <summary>What has to be said beside a replay (规则回放说明).</summary>
public static class ReplayReasons
{
    /// <summary>Those compared were not chosen by chance.</summary>
    public static ReasonDefinition NoExperiment { get; } = new(
        "replay.no_experiment",
        "This is no experiment: who got which touch was not left to chance, so a difference may have other causes.",
        "这不是随机实验：谁收到哪种触达并非随机决定，差异可能另有原因。");
}
