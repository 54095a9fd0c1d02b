using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Segmentation.Analysis;

/// <summary>What a changed rule changes (规则变更影响): who comes in and who goes out.</summary>
/// <remarks>Two are equal only when they are the same object.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class RuleDifference
{
    internal RuleDifference(RulePart comesIn, RulePart goesOut)
    {
        ComesIn = comesIn.Rule;
        GoesOut = goesOut.Rule;
        ComingIn = comesIn.Witness;
        GoingOut = goesOut.Witness;
        Bilingual @in = Say(comesIn, new("Comes in", "进入"), new("nobody", "无人"));
        Bilingual @out = Say(goesOut, new("goes out", "退出"), new("nobody", "无人"));
        Sentence = new($"{@in.English}; {@out.English}.", $"{@in.Chinese}；{@out.Chinese}。");
    }

    /// <summary>Who comes in, as a rule: it holds of them all, and of nobody else; null where nobody does.</summary>
    public SegmentRule? ComesIn { get; }

    /// <summary>Who goes out, as a rule; null where nobody does.</summary>
    public SegmentRule? GoesOut { get; }

    /// <summary>A customer who comes in; null where there is none or none was found.</summary>
    public RuleWitness? ComingIn { get; }

    /// <summary>A customer who goes out; null where there is none or none was found.</summary>
    public RuleWitness? GoingOut { get; }

    /// <summary>Who comes in and who goes out, as a sentence; where that is not decided it says so.</summary>
    public Bilingual Sentence { get; }

    private static Bilingual Say(RulePart part, Bilingual what, Bilingual nobody)
    {
        Bilingual who = part.Rule is null ? nobody : Forms.SegmentSentence.Of(part.Rule);
        Bilingual doubt = part.IsOpen ? new(" (perhaps: not decided)", "（未判定，可能存在）") : default;
        return new($"{what.English}: {who.English}{doubt.English}", $"{what.Chinese}：{who.Chinese}{doubt.Chinese}");
    }
}

/// <summary>A part of the customers of a rule; whether there are some of whom it is not decided.</summary>
internal readonly record struct RulePart(SegmentRule? Rule, RuleWitness? Witness, bool IsOpen);
