using System.Collections.Immutable;
using PrivateDomain.Core;

namespace PrivateDomain.Conformance;

/// <summary>What came of a run (一致性检查结果).</summary>
/// <remarks>Immutable. Two are equal only when they are the same object.</remarks>
public sealed class ConformanceResult
{
    internal ConformanceResult(ConformanceOptions options, int rules, int customers, ImmutableArray<Disagreement> disagreements) =>
        (Options, Rules, Customers, Disagreements) = (options, rules, customers, disagreements);

    /// <summary>What was asked for; with its seed the run can be had again.</summary>
    public ConformanceOptions Options { get; }

    /// <summary>How many rules were asked.</summary>
    public int Rules { get; }

    /// <summary>How many customers there were, over all probes.</summary>
    public int Customers { get; }

    /// <summary>Every disagreement, in the order in which it was found.</summary>
    public ImmutableArray<Disagreement> Disagreements { get; }

    /// <summary>Whether there is none.</summary>
    public bool Agrees => Disagreements.IsEmpty;

    /// <summary>The summary and the first ten disagreements in English.</summary>
    public override string ToString() => ToString(Language.English);

    /// <summary>The summary, and the first ten disagreements, a line each.</summary>
    /// <param name="language">The language; a value outside the enumeration reads as English.</param>
    public string ToString(Language language)
    {
        Bilingual summary = new(
            FormattableString.Invariant(
                $"{Rules} rules, {Customers} customers, seed {Options.Seed}: {Disagreements.Length} disagreements."),
            FormattableString.Invariant(
                $"{Rules} 条规则、{Customers} 位客户、种子 {Options.Seed}：{Disagreements.Length} 处不一致。"));
        return string.Join('\n',
            Disagreements.Take(10).Select(disagreement => disagreement.ToString(language)).Prepend(summary.In(language)));
    }
}
