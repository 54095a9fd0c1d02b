using System.Text.Json;

namespace PrivateDomain.Core.Segmentation.Forms;

internal ref partial struct RuleJsonReader
{
    internal static readonly string[] RuleForms = ["fact", "all", "any", "none", "atLeast", "not", "segment"];
    private static readonly string[] RuleMembers = [.. RuleForms, "count", "is", "value", "from", "to", "days", "values"];

    private SegmentRule? ReadRule()
    {
        if (!IsObject())
        {
            return null;
        }

        Mark();
        long start = reader.TokenStartIndex;
        int seen = 0;
        List<(string Name, MemberValue Value)> members = [];
        while (NextMember(RuleMembers, ref seen) is { } name)
        {
            long place = reader.TokenStartIndex;
            members.Add((name, name switch
            {
                "all" or "any" or "none" or "atLeast" => new() { Place = place, Rules = ReadRules() },
                "not" => new() { Place = place, Rules = [ReadRule()] },
                "values" => new() { Place = place, Texts = ReadTexts() },
                _ => ReadValue(),
            }));
            Leave();
        }

        return new MemberRule(input, Path, start, members).Make();
    }

    private List<SegmentRule?> ReadRules()
    {
        var rules = new List<SegmentRule?>();
        for (int i = 0; NextElement(i); i++)
        {
            rules.Add(ReadRule());
            Leave();
        }

        return rules;
    }

    private List<(long Place, string? Text)> ReadTexts()
    {
        var texts = new List<(long Place, string? Text)>();
        for (int i = 0; NextElement(i); i++)
        {
            texts.Add((reader.TokenStartIndex, ReadText()));
            Leave();
        }

        return texts;
    }

    private MemberValue ReadValue()
    {
        long place = reader.TokenStartIndex;
        if (reader.TokenType == JsonTokenType.Number)
        {
            return new() { Place = place, Number = reader.TryGetDouble(out double number) ? number : double.NaN };
        }

        if (reader.TokenType == JsonTokenType.String)
        {
            return new() { Place = place, Text = ReadText() };
        }

        WrongType(new Bilingual("a text or a number", "文本或数值"));
        return new() { Place = place };
    }
}

/// <summary>The value of a member of a rule; what has another type has been reported.</summary>
internal readonly record struct MemberValue
{
    internal long Place { get; init; }

    internal double? Number { get; init; }

    internal string? Text { get; init; }

    internal List<(long Place, string? Text)>? Texts { get; init; }

    internal List<SegmentRule?>? Rules { get; init; }
}
