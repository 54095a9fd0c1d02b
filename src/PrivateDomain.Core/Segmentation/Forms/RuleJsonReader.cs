using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace PrivateDomain.Core.Segmentation.Forms;

/// <summary>Reads a file with a rule, a segment or segments in one pass; all mistakes are reported, as long as the JSON is well
/// formed.</summary>
internal ref struct RuleJsonReader
{
    private static readonly Bilingual WholeWanted = new("a whole number, 1 or more,", "不小于 1 的整数");
    private static readonly string[] SegmentMembers = ["name", "version", "rule"];
    private readonly RuleInput input;
    private JsonCursor json;
    private int parts;

    internal RuleJsonReader(RuleInput input, ReadOnlySpan<byte> utf8, Dictionary<string, long> wanted, bool isNamed)
    {
        this.input = input;
        json = new(input, utf8, wanted, isNamed);
    }

    internal readonly string Path => json.Path;

    /// <summary>Reads a whole file that has a member beside the version.</summary>
    internal RuleFile ReadFile(string member)
    {
        string[] members = member is "segments" ? ["version", "exclusive", member] : ["version", member];
        SegmentRule? rule = null;
        bool isExclusive = false;
        ImmutableArray<Segment>.Builder segments = ImmutableArray.CreateBuilder<Segment>();
        json.Read();
        if (!json.IsObject())
        {
            return RuleFile.None;
        }

        long start = json.Place;
        int seen = 0;
        while (json.NextMember(members, ref seen) is { } name)
        {
            switch (name)
            {
                case "version":
                    ReadVersion();
                    break;
                case "exclusive":
                    isExclusive = json.Token == JsonTokenType.True;
                    _ = isExclusive || json.Token == JsonTokenType.False || json.WrongType(new Bilingual("true or false",
                        " true 或 false"));
                    break;
                case "rule":
                    rule = ReadWholeRule();
                    break;
                case "segment":
                    Add(segments, ReadSegment());
                    break;
                default:
                    for (int i = 0; json.NextElement(i); i++)
                    {
                        Add(segments, ReadSegment());
                        json.Leave();
                    }

                    break;
            }

            json.Leave();
        }

        if (!input.IsFull)
        {
            json.NeedMembers(members, seen, start, "exclusive");
            json.Read(); // what stands behind the file is no JSON
        }

        return new(rule, segments.ToImmutable(), isExclusive);
    }

    private static void Add(ImmutableArray<Segment>.Builder segments, Segment? segment)
    {
        if (segment is not null)
        {
            segments.Add(segment);
        }
    }

    private Segment? ReadSegment()
    {
        if (!json.IsObject())
        {
            return null;
        }

        json.Mark();
        long start = json.Place;
        int seen = 0;
        string? name = null;
        int version = 1;
        SegmentRule? rule = null;
        while (json.NextMember(SegmentMembers, ref seen) is { } member)
        {
            switch (member)
            {
                case "name":
                    name = json.ReadText() is { } text && input.IsText(json.Place, Path, text) ? text : null;
                    break;
                case "version":
                    if (!json.TryGetInt32(out version) || version < 1)
                    {
                        json.WrongType(WholeWanted);
                    }

                    break;
                default:
                    rule = ReadWholeRule();
                    break;
            }

            json.Leave();
        }

        json.NeedMembers(SegmentMembers, seen, start, "version");
        return name is not null && rule is not null && version >= 1 ? new(name, rule, version) : null;
    }

    private void ReadVersion()
    {
        if (json.Token != JsonTokenType.Number)
        {
            json.WrongType(WholeWanted);
        }
        else if (!json.TryGetInt32(out int version) || version != SegmentJson.Version)
        {
            json.Wrong(RuleInputReasons.OtherVersion.With(json.Found(), SegmentJson.Version));
        }
    }

    private SegmentRule? ReadWholeRule()
    {
        parts = 0;
        return ReadRule();
    }

    // One part more than a rule may have is reported where it begins; nothing of it is kept.
    private SegmentRule? ReadRule()
    {
        if (++parts > SegmentRule.SizeMax)
        {
            json.Wrong(RuleInputReasons.RuleTooLarge.With(required: SegmentRule.SizeMax));
            json.Skip();
            return null;
        }

        if (!json.IsObject())
        {
            return null;
        }

        json.Mark();
        long start = json.Place;
        int seen = 0;
        List<(string Name, MemberValue Value)> members = [];
        while (json.NextMember(RuleMembers.Names, ref seen) is { } name)
        {
            long place = json.Place;
            members.Add((name, name switch
            {
                "all" or "any" or "none" or "atLeast" => new() { Place = place, Rules = ReadRules() },
                "not" => new() { Place = place, Rules = [ReadRule()] },
                "values" => new() { Place = place, Texts = ReadTexts() },
                _ => ReadValue(),
            }));
            json.Leave();
        }

        return input.IsFull ? null : new RuleMembers(input, Path, start, members).ToRule();
    }

    private List<SegmentRule?> ReadRules()
    {
        var rules = new List<SegmentRule?>();
        for (int i = 0; json.NextElement(i); i++)
        {
            rules.Add(ReadRule());
            json.Leave();
        }

        return rules;
    }

    private List<(long Place, string? Text)> ReadTexts()
    {
        var texts = new List<(long Place, string? Text)>();
        for (int i = 0; json.NextElement(i); i++)
        {
            if (++parts <= SegmentRule.SizeMax)
            {
                texts.Add((json.Place, json.ReadText()));
            }
            else
            {
                json.Wrong(RuleInputReasons.RuleTooLarge.With(required: SegmentRule.SizeMax));
                json.Skip();
            }

            json.Leave();
        }

        return texts;
    }

    private MemberValue ReadValue()
    {
        long place = json.Place;
        if (json.Token == JsonTokenType.Number)
        {
            return new() { Place = place, Number = ReadNumber() };
        }

        if (json.Token == JsonTokenType.String)
        {
            return new() { Place = place, Text = json.ReadText() };
        }

        json.WrongType(new Bilingual("a text or a number", "文本或数值"));
        return new() { Place = place };
    }

    // NaN where the number is no double: that has been reported.
    private readonly double ReadNumber()
    {
        Span<char> text = json.Raw.Length <= 64 ? stackalloc char[64] : new char[json.Raw.Length];
        text = text[..Encoding.UTF8.GetChars(json.Raw, text)];
        bool isNumber = ExactNumber.TryRead(text, out double value, out bool isExact);
        if (!isNumber || !isExact)
        {
            json.Wrong(RuleInputReasons.NumberNotHeld.With(RuleInput.Shown(text), RulePrinter.Of(value)));
            return double.NaN;
        }

        return value;
    }
}
