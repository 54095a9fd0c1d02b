using PrivateDomain.Core;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Forms;

namespace PrivateDomain.Conformance;

/// <summary>A customer of whom a database says something else than the rule (不一致之处), or a rule that it does not answer.</summary>
/// <remarks>Immutable. Two are equal only when they are the same object.</remarks>
public sealed class Disagreement
{
    internal Disagreement(
        ConformanceProbe probe, SegmentRule rule, ConformanceCustomer? customer, bool expected, ConformanceSelection selection) =>
        (Probe, Rule, Customer, Expected, Query, Failure) = (probe, rule, customer, expected, selection.Query, selection.Failure);

    /// <summary>What was looked for.</summary>
    public ConformanceProbe Probe { get; }

    /// <summary>The rule.</summary>
    public SegmentRule Rule { get; }

    /// <summary>The customer; null where the rule was not answered at all, or an unknown row was selected.</summary>
    public ConformanceCustomer? Customer { get; }

    /// <summary>Whether the rule is true of the customer; the database found the opposite.</summary>
    public bool Expected { get; }

    /// <summary>Whether the database selected the customer.</summary>
    public bool Found => Failure is null && !Expected;

    /// <summary>The query that was asked.</summary>
    public string Query { get; }

    /// <summary>Why the rule was not answered; null where it was.</summary>
    public string? Failure { get; }

    /// <summary>The sentence in English.</summary>
    public override string ToString() => ToString(Language.English);

    /// <summary>The sentence in a language: what was looked for, the rule, the customer, what was expected and found, and the query.
    /// </summary>
    /// <param name="language">The language; a value outside the enumeration reads as English.</param>
    public string ToString(Language language)
    {
        string rule = SegmentText.Write(Rule);
        Bilingual who = Customer is null
            ? new("?", "？")
            : new(FormattableString.Invariant($"{Customer.Id} ({Customer.Values.Customer})"),
                FormattableString.Invariant($"{Customer.Id}（{Customer.Values.Customer}）"));
        Bilingual said = Failure is not null
            ? new($"The rule \"{rule}\" was not answered: {Failure}", $"规则“{rule}”没有得到回答：{Failure}")
            : Expected
                ? new($"The rule \"{rule}\" is true of customer {who.English}, but the database did not select it.",
                    $"规则“{rule}”对客户 {who.Chinese}成立，但数据库没有选出该客户。")
                : new($"The rule \"{rule}\" is not true of customer {who.English}, but the database selected it.",
                    $"规则“{rule}”对客户 {who.Chinese}不成立，但数据库选出了该客户。");
        return new Bilingual(
            $"{Probe.Name().English}: {said.English} {Query}", $"{Probe.Name().Chinese}：{said.Chinese}{Query}").In(language).TrimEnd();
    }
}
