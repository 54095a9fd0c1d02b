using System.Collections.Immutable;
using System.Globalization;

namespace PrivateDomain.Core.Growth;

/// <summary>What is said of the parts of a gap.</summary>
internal static class PlanSentences
{
    internal static Bilingual Name(GapPart part) => part.CostLine switch
    {
        null => NameOf(part.Steps),
        "acquisition" => new("cost of acquisition", "获客成本"),
        "hooks" => new("cost of gifts and hooks", "利益点成本"),
        _ => new("cost of upkeep", "维护成本"),
    };

    // What the first three factors make together has a name of its own.
    internal static Bilingual NameOf(ImmutableArray<FunnelStep> steps) =>
        steps is [FunnelStep.Volume, FunnelStep.AddRate, FunnelStep.Acceptance] ? new("new followers", "新增好友") : new(
        string.Join(" × ", steps.Select(static step => step.Name().English)),
        string.Join("×", steps.Select(static step => step.Name().Chinese)));

    internal static Bilingual Sentence(GapPart part)
    {
        Bilingual name = Name(part);
        string amount = part.Part.ToString("N", CultureInfo.InvariantCulture);
        (string fromEnglish, string fromChinese) = part is { Planned: { } planned, Actual: { } actual }
            ? ($": {Figure(part, actual)} instead of {Figure(part, planned)}",
                $"：实际 {Figure(part, actual)}，计划 {Figure(part, planned)}")
            : ("", "");
        (string cureEnglish, string cureChinese) = part.Needed is null && part.NeededTimes is null ? ("", "")
            : !part.IsEnoughAlone ? ("; it cannot reach the goal alone", "；仅靠该环节无法实现目标")
            : part.Needed is { } needed ? ($"; {Figure(part, needed)} would reach the goal", $"；达到 {Figure(part, needed)} 即可实现目标")
            : ($"; {Number(part.NeededTimes!.Value)} times as much in each channel would reach the goal",
                $"；各渠道均达到现值的 {Number(part.NeededTimes.Value)} 倍即可实现目标");
        return new(
            $"{name.English}{fromEnglish}, {amount} of the gap{cureEnglish}.",
            $"{name.Chinese}{fromChinese}，贡献差距 {amount}{cureChinese}。");
    }

    private static string Figure(GapPart part, decimal value) => part.CostLine is null && part.Steps.All(GapPart.IsShare)
        ? Math.Abs(value) < 1_000_000m
            ? decimal.Round(value * 100m, 1, MidpointRounding.AwayFromZero).ToString("0.#", CultureInfo.InvariantCulture) + " %"
            : value.ToString("G6", CultureInfo.InvariantCulture)
        : Number(value);

    private static string Number(decimal value) =>
        decimal.Round(value, 2, MidpointRounding.AwayFromZero).ToString("#,0.##", CultureInfo.InvariantCulture);
}
