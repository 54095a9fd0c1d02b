using PrivateDomain.Core;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Conformance.Internals;

/// <summary>Texts that many collations take for equal, and a rule for different.</summary>
internal static class CollationCases
{
    private static readonly string[] Words =
    [
        "shanghai", "Shanghai", "SHANGHAI", "shanghai ", " shanghai", "e", "é", "e\u0301", "E", "ｅ", "ss", "ß", "i", "ı", "I", "İ",
        "上海", "上 海", "上海 ", "ア", "あ", "ｱ", "1", "１", "①", "%", "_", "\\", "'", "\"", "a\tb", "a\nb",
        "👍", "👍🏻", "a\u200bb", "ab", "",
    ];

    internal static ProbeCases Cases() => ProbeCases.From(
        ConformanceProbe.Collation,
        Words.Where(IsAsked).SelectMany(static word => new[]
        {
            ConformanceFacts.City.AnyOf(word), ConformanceFacts.City.NoneOf(word), Facts.Channel.AnyOf(word, "other"),
            ConformanceFacts.Hobbies.AnyOf(word), ConformanceFacts.Hobbies.NoneOf(word), Facts.Tags.AllOf(word, "other"),
        }),
        Words.Select(static (word, n) =>
            FactValues.From(CustomerId.From(FormattableString.Invariant($"word-{n}")), ConformanceFacts.Today)
                .With(ConformanceFacts.City, word).With(Facts.Channel, word).With(ConformanceFacts.Hobbies, [word])
                .With(Facts.Tags, [word, "other"])));

    // A rule asks for no text that is empty, has spaces at its ends or control characters; a customer may have it.
    private static bool IsAsked(string word) =>
        word.Length > 0 && !word.Any(char.IsControl) && string.Equals(word, word.Trim(), StringComparison.Ordinal);
}
