using System.Globalization;
using System.Text;
using System.Text.Json;

namespace PrivateDomain.Core.Segmentation.Forms;

/// <summary>Walks over JSON in one pass and knows where it is; a mistake is reported and the walk goes on, until enough are
/// known.</summary>
internal ref struct JsonCursor
{
    private const int TextBytesMax = 8192;
    private static readonly Bilingual ObjectWanted = new("an object", "对象");
    private static readonly Bilingual ListWanted = new("a list", "列表");
    private static readonly Bilingual TextWanted = new("a text", "文本");
    private readonly RuleInput input;
    private readonly bool isNamed;
    private readonly Dictionary<string, long> wanted;
    private readonly List<(string Name, int Index)> steps = [];
    private Utf8JsonReader reader;

    /// <summary>Begins before the first token.</summary>
    /// <param name="input">Takes the mistakes.</param>
    /// <param name="utf8">The JSON.</param>
    /// <param name="wanted">Paths whose places are looked for.</param>
    /// <param name="isNamed">Whether paths are kept; without them the walk is quicker.</param>
    internal JsonCursor(RuleInput input, ReadOnlySpan<byte> utf8, Dictionary<string, long> wanted, bool isNamed)
    {
        this.input = input;
        this.isNamed = isNamed;
        this.wanted = wanted;
        reader = new(utf8, new JsonReaderOptions { MaxDepth = SegmentJson.DepthMax });
    }

    internal readonly JsonTokenType Token => reader.TokenType;

    internal readonly long Place => reader.TokenStartIndex;

    internal readonly ReadOnlySpan<byte> Raw => reader.ValueSpan;

    /// <summary>Where the cursor is, such as <c>$.rule.all[0].value</c>; empty where paths are not kept.</summary>
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

    internal bool Read() => reader.Read();

    internal void Skip() => reader.Skip();

    /// <summary>A whole number, also where it is written 1.0 or 1e0.</summary>
    internal readonly bool TryGetInt32(out int value)
    {
        value = 0;
        bool isWhole = reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out double number)
            && number is >= int.MinValue and <= int.MaxValue && number == Math.Floor(number);
        value = isWhole ? (int)reader.GetDouble() : 0;
        return isWhole;
    }

    /// <summary>The next member of an object that is one of those known; its value is what is read next, and <see cref="Leave"/> ends it.
    /// Null at the end of the object, and when enough mistakes are known.</summary>
    internal string? NextMember(ReadOnlySpan<string> known, ref int seen)
    {
        while (!input.IsFull && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
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

    /// <summary>Whether there is another element of the list that is the value of a member; <see cref="Leave"/> ends it. What is no list is
    /// reported before the first.</summary>
    internal bool NextElement(int place)
    {
        if (place == 0 && reader.TokenType != JsonTokenType.StartArray)
        {
            return WrongType(ListWanted);
        }

        if (input.IsFull)
        {
            return false;
        }

        reader.Read();
        if (reader.TokenType == JsonTokenType.EndArray)
        {
            return false;
        }

        steps.Add(("", place));
        return true;
    }

    internal readonly void Leave() => steps.RemoveAt(steps.Count - 1);

    internal readonly void NeedMembers(ReadOnlySpan<string> members, int seen, long start, params ReadOnlySpan<string> optional)
    {
        for (int i = 0; i < members.Length && !input.IsFull; i++)
        {
            if ((seen & (1 << i)) == 0 && !optional.Contains(members[i]))
            {
                input.Wrong(start, $"{Path}.{members[i]}", RuleInputReasons.MissingMember.With(required: members[i]));
            }
        }
    }

    /// <summary>Notes the place where the path is a wanted one.</summary>
    internal readonly void Mark()
    {
        if (wanted.Count > 0 && Path is var path && wanted.ContainsKey(path))
        {
            wanted[path] = reader.TokenStartIndex;
        }
    }

    internal bool IsObject() => reader.TokenType == JsonTokenType.StartObject || WrongType(ObjectWanted);

    internal string? ReadText()
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

    internal readonly void Wrong(Reason reason) => input.Wrong(reader.TokenStartIndex, Path, reason);

    /// <summary>Reports and leaves the value out; always false.</summary>
    internal bool WrongType(Bilingual needed)
    {
        Wrong(RuleInputReasons.Unexpected.With(Found(), needed));
        reader.Skip();
        return false;
    }

    internal readonly string Found() => reader.TokenType switch
    {
        JsonTokenType.StartObject => "{",
        JsonTokenType.StartArray => "[",
        _ => RuleInput.Shown(Encoding.UTF8.GetString(reader.ValueSpan[..Math.Min(reader.ValueSpan.Length, IdentifierText.LengthMax)])),
    };
}
