using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace PrivateDomain.Core.Segmentation.Forms;

/// <summary>Reads the JSON form in one pass; a mistake is reported and reading goes on, as long as the JSON is well formed.</summary>
internal ref partial struct RuleJsonReader
{
    private const int TextBytesMax = 8192;
    private static readonly Bilingual ObjectWanted = new("an object", "对象");
    private static readonly Bilingual ListWanted = new("a list", "列表");
    private static readonly Bilingual TextWanted = new("a text", "文本");
    private static readonly Bilingual WholeWanted = new("a whole number, 1 or more,", "不小于 1 的整数");
    private static readonly string[] SegmentMembers = ["name", "version", "rule"];
    private readonly RuleInput input;
    private readonly bool isNamed;
    private readonly Dictionary<string, long> wanted;
    private readonly List<(string Name, int Index)> steps = [];
    private Utf8JsonReader reader;

    internal RuleJsonReader(RuleInput input, ReadOnlySpan<byte> utf8, Dictionary<string, long> wanted, bool isNamed)
    {
        this.input = input;
        this.isNamed = isNamed;
        this.wanted = wanted;
        reader = new(utf8, new JsonReaderOptions { MaxDepth = SegmentJson.DepthMax });
    }

    /// <summary>Where the reader is, such as <c>$.rule.all[0].value</c>; empty in a reading without names, which is quicker.</summary>
    internal readonly string Path
    {
        get
        {
            if (!isNamed)
            {
                return "";
            }

            var path = new StringBuilder("$");
            foreach ((string name, int index) in steps)
            {
                _ = name.Length > 0 ? path.Append('.').Append(name) : path.Append(CultureInfo.InvariantCulture, $"[{index}]");
            }

            return path.ToString();
        }
    }

    /// <summary>Reads a whole file that has a member beside the version.</summary>
    internal RuleFile ReadFile(string member)
    {
        string[] members = member is "segments" ? ["version", "exclusive", member] : ["version", member];
        SegmentRule? rule = null;
        bool isExclusive = false;
        ImmutableArray<Segment>.Builder segments = ImmutableArray.CreateBuilder<Segment>();
        reader.Read();
        if (!IsObject())
        {
            return RuleFile.None;
        }

        long start = reader.TokenStartIndex;
        int seen = 0;
        while (NextMember(members, ref seen) is { } name)
        {
            switch (name)
            {
                case "version":
                    ReadVersion();
                    break;
                case "exclusive":
                    isExclusive = reader.TokenType == JsonTokenType.True;
                    _ = isExclusive || reader.TokenType == JsonTokenType.False || WrongType(new Bilingual("true or false", " true 或 false"));
                    break;
                case "rule":
                    rule = ReadRule();
                    break;
                case "segment":
                    Add(segments, ReadSegment());
                    break;
                default:
                    for (int i = 0; NextElement(i); i++)
                    {
                        Add(segments, ReadSegment());
                        Leave();
                    }

                    break;
            }

            Leave();
        }

        NeedMembers(members, seen, start, optional: "exclusive");
        reader.Read(); // what stands behind the file is no JSON
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
        if (input.IsFull)
        {
            reader.Skip();
            return null;
        }

        if (!IsObject())
        {
            return null;
        }

        Mark();
        long start = reader.TokenStartIndex;
        int seen = 0;
        string? name = null;
        int version = 1;
        SegmentRule? rule = null;
        while (NextMember(SegmentMembers, ref seen) is { } member)
        {
            switch (member)
            {
                case "name":
                    name = ReadText() is { } text && input.IsText(reader.TokenStartIndex, Path, text) ? text : null;
                    break;
                case "version":
                    if (reader.TokenType != JsonTokenType.Number || !reader.TryGetInt32(out version) || version < 1)
                    {
                        WrongType(WholeWanted);
                    }

                    break;
                default:
                    rule = ReadRule();
                    break;
            }

            Leave();
        }

        NeedMembers(SegmentMembers, seen, start, optional: "version");
        return name is not null && rule is not null && version >= 1 ? new(name, rule, version) : null;
    }

    private void ReadVersion()
    {
        if (reader.TokenType != JsonTokenType.Number)
        {
            WrongType(WholeWanted);
        }
        else if (!reader.TryGetInt32(out int version) || version != SegmentJson.Version)
        {
            Wrong(RuleInputReasons.OtherVersion.With(Found(), SegmentJson.Version));
        }
    }

    // The next member of an object that is one of those known; its value is what is read next, and Leave ends it.
    private string? NextMember(ReadOnlySpan<string> known, ref int seen)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            long place = reader.TokenStartIndex;
            string name = ReadText() ?? "";
            int which = known.IndexOf(name);
            steps.Add((which >= 0 ? known[which] : RuleInput.Shown(name), 0));
            if (which >= 0 && (seen & (1 << which)) == 0)
            {
                seen |= 1 << which;
                reader.Read();
                return known[which];
            }

            input.Wrong(place, Path, which >= 0 ? RuleInputReasons.TwiceMember.With(name)
                : NearNames.Of(name, known.ToArray()) is [var near, ..] ? RuleInputReasons.UnknownMember.With(RuleInput.Shown(name), near)
                : RuleInputReasons.ForeignMember.With(RuleInput.Shown(name)));
            reader.Skip();
            Leave();
        }

        return null;
    }

    // Whether there is another element of the list that is the value of a member; Leave ends it. What is no list is reported before the first.
    private bool NextElement(int place)
    {
        if (place == 0 && reader.TokenType != JsonTokenType.StartArray)
        {
            return WrongType(ListWanted);
        }

        reader.Read();
        if (reader.TokenType == JsonTokenType.EndArray)
        {
            return false;
        }

        steps.Add(("", place));
        return true;
    }

    private readonly void Leave() => steps.RemoveAt(steps.Count - 1);

    private readonly void NeedMembers(ReadOnlySpan<string> members, int seen, long start, string optional)
    {
        for (int i = 0; i < members.Length; i++)
        {
            if ((seen & (1 << i)) == 0 && !string.Equals(members[i], optional, StringComparison.Ordinal))
            {
                input.Wrong(start, $"{Path}.{members[i]}", RuleInputReasons.MissingMember.With(required: members[i]));
            }
        }
    }

    private readonly void Mark()
    {
        if (wanted.Count > 0 && Path is var path && wanted.ContainsKey(path))
        {
            wanted[path] = reader.TokenStartIndex;
        }
    }

    private bool IsObject() => reader.TokenType == JsonTokenType.StartObject || WrongType(ObjectWanted);

    private string? ReadText()
    {
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName))
        {
            WrongType(TextWanted);
            return null;
        }

        if (reader.ValueSpan.Length > TextBytesMax)
        {
            Wrong(RuleInputReasons.TooLong.With(reader.ValueSpan.Length, TextBytesMax));
            return null;
        }

        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            Wrong(RuleInputReasons.BadText.With("�", IdentifierText.LengthMax)); // no valid UTF-8, or half a character
            return null;
        }
    }

    private readonly void Wrong(Reason reason) => input.Wrong(reader.TokenStartIndex, Path, reason);

    // Reports and leaves the value out; always false.
    private bool WrongType(Bilingual needed)
    {
        Wrong(RuleInputReasons.Unexpected.With(Found(), needed));
        reader.Skip();
        return false;
    }

    private readonly string Found() => reader.TokenType switch
    {
        JsonTokenType.StartObject => "{",
        JsonTokenType.StartArray => "[",
        _ => RuleInput.Shown(Encoding.UTF8.GetString(reader.ValueSpan[..Math.Min(reader.ValueSpan.Length, IdentifierText.LengthMax)])),
    };
}
