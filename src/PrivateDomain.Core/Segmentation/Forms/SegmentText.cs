using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace PrivateDomain.Core.Segmentation.Forms;

/// <summary>Rules as people type them (规则的文本形式): <c>stage >= interaction and orders >= 2 and last_order within 90
/// days</c>.</summary>
/// <remarks>What <see cref="Write"/> writes, <see cref="Parse"/> reads as an equal rule. The grammar is in
/// docs/segmentation-language.md.</remarks>
/// <example>
/// <code>
/// SegmentRule rule = SegmentText.Parse(ShopFacts.Schema, "orders >= 2 and last_order within 90 days");
/// string text = SegmentText.Write(rule);
/// </code>
/// </example>
public static class SegmentText
{
    /// <summary>How long a text may be, in UTF-16 units.</summary>
    public const int LengthMax = 4 * 1024 * 1024;

    /// <summary>Reads a rule.</summary>
    /// <param name="schema">The facts it may use.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InputFormatException">The text is no rule; all mistakes that could be told apart are named.</exception>
    public static SegmentRule Parse(FactSchema schema, string text) =>
        TryParse(schema, text, out SegmentRule? rule, out ImmutableArray<Mistake> mistakes) ? rule
            : throw new InputFormatException("rule", mistakes);

    /// <summary>Tries to read a rule. Whatever the text, there is no exception.</summary>
    /// <param name="schema">The facts it may use.</param>
    /// <param name="text">The text.</param>
    /// <param name="rule">The rule, or null.</param>
    /// <param name="mistakes">The mistakes in the order of their places, at most 50; empty exactly when there is a rule.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static bool TryParse(FactSchema schema, string text, [NotNullWhen(true)] out SegmentRule? rule,
        out ImmutableArray<Mistake> mistakes)
    {
        var input = new RuleInput(Guard.Against.Null(schema));
        text = Guard.Against.Null(text).StartsWith('\uFEFF') ? text[1..] : text; // a byte order mark, as files have it
        rule = text.Length > LengthMax
            ? input.Wrong(0, "", RuleInputReasons.TooLong.With(text.Length, LengthMax))
            : new RuleParser(input, text).Read();
        mistakes = input.IsClean ? [] : [.. input.Errors.Select(error => MistakeOf(text, error.Place, error.Reason))];
        rule = mistakes.IsEmpty ? rule : null;
        return rule is not null;
    }

    /// <summary>The one text of a rule: on one line, with as few parentheses as possible.</summary>
    /// <param name="rule">The rule.</param>
    /// <exception cref="ArgumentNullException">The rule is null.</exception>
    public static string Write(SegmentRule rule) => RulePrinter.Write(Guard.Against.Null(rule));

    private static Mistake MistakeOf(string text, long place, Reason reason)
    {
        ReadOnlySpan<char> before = text.AsSpan(0, (int)place);
        return new("", reason, before.Count('\n') + 1, before.Length - before.LastIndexOf('\n'));
    }
}
