using System.Globalization;
using System.Text;
using System.Text.Json;

namespace PrivateDomain.Core.Internals.Documents;

/// <summary>Walks over a document of options in one pass and knows where it is; a mistake is told and the walk goes on, until enough are
/// known.</summary>
internal ref struct OptionsReader
{
    private const int ShownBytesMax = 300;
    private static readonly Bilingual ObjectWanted = new("an object", "对象");
    private static readonly Bilingual TextWanted = new("a text without half characters", "不含半个字符的文字");
    private readonly OptionsInput input;
    private readonly ReadOnlySpan<byte> utf8;
    private readonly List<(string Name, int Index)> steps = [];
    private Utf8JsonReader reader;

    internal OptionsReader(OptionsInput input, ReadOnlySpan<byte> utf8)
    {
        this.input = input;
        this.utf8 = utf8;
        reader = new(utf8, new JsonReaderOptions { MaxDepth = input.DepthMax });
    }

    internal readonly OptionsInput Input => input;

    internal readonly JsonTokenType Token => reader.TokenType;

    internal readonly bool IsNull => reader.TokenType == JsonTokenType.Null;

    internal readonly long Place => reader.TokenStartIndex;

    /// <summary>Where the reader is, such as <c>$.outreach.caps[0].max</c>.</summary>
    internal readonly string Path
    {
        get
        {
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

    internal readonly void Wrong(Reason reason, bool isOfForm = true) =>
        input.Wrong(new Misread(reader.TokenStartIndex, Path, reason, isOfForm));

    internal readonly void Wrong(Reason reason, long place) => input.Wrong(new Misread(place, Path, reason, IsOfForm: true));

    /// <summary>Tells that the value has another form, and leaves it out; always false.</summary>
    internal bool WrongForm(Bilingual wanted, bool isOfForm = true)
    {
        long place = reader.TokenStartIndex;
        input.Wrong(new Misread(place, Path, SkipOf(wanted), isOfForm));
        return false;
    }

    /// <summary>Leaves the value out: that it has another form.</summary>
    internal Reason SkipOf(Bilingual wanted)
    {
        Reason reason = PolicyReasons.Malformed.With(Found, wanted);
        reader.Skip();
        return reason;
    }

    internal bool IsObject() => reader.TokenType == JsonTokenType.StartObject || WrongForm(ObjectWanted);

    internal bool IsList() => reader.TokenType == JsonTokenType.StartArray || WrongForm(Wanted.List);

    /// <summary>The next member of an object, by its place among those known; its value is read next, and <see cref="Leave"/> ends it.
    /// −1 at the end of the object, and when enough mistakes are known.</summary>
    internal int NextMember(ReadOnlySpan<string> known, Span<bool> seen)
    {
        while (!input.IsFull && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = Text() ?? "";
            int which = known.IndexOf(name);
            steps.Add((which >= 0 ? known[which] : Shown(name), 0));
            if (which >= 0 && !seen[which])
            {
                seen[which] = true;
                reader.Read();
                return which;
            }

            Wrong(which >= 0 ? PolicyReasons.MemberTwice.With(name)
                : NearNames.Of(name, known.ToArray()) is [var near, ..] ? PolicyReasons.UnknownMember.With(Shown(name), near)
                : PolicyReasons.ForeignMember.With(Shown(name)), isOfForm: which < 0);
            reader.Skip();
            Leave();
        }

        return -1;
    }

    /// <summary>Whether there is another element of a list; <see cref="Leave"/> ends it.</summary>
    internal bool NextElement(int place)
    {
        if (input.IsFull || !reader.Read() || reader.TokenType == JsonTokenType.EndArray)
        {
            return false;
        }

        steps.Add(("", place));
        return true;
    }

    internal readonly void Leave() => steps.RemoveAt(steps.Count - 1);

    internal readonly void Missing(string member, long start) =>
        input.Wrong(new Misread(start, $"{Path}.{member}", PolicyReasons.MemberMissing.With(required: member), IsOfForm: true));

    /// <summary>The text; null where the token is none or holds half a character, which is not told.</summary>
    internal readonly string? Text()
    {
        try
        {
            return reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName ? reader.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null; // no valid UTF-8, or half a character
        }
    }

    internal bool TryText([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? text)
    {
        text = Text();
        return text is not null || WrongForm(TextWanted, isOfForm: reader.TokenType != JsonTokenType.String);
    }

    /// <summary>A whole number, also where it is written 1.0 or 1e0.</summary>
    internal readonly bool TryWhole(out int value)
    {
        value = 0;
        bool isWhole = reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out double number)
            && number is >= int.MinValue and <= int.MaxValue && number == Math.Floor(number);
        value = isWhole ? (int)reader.GetDouble() : 0;
        return isWhole;
    }

    internal readonly bool TryDecimal(out decimal value)
    {
        value = 0;
        return reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out value);
    }

    internal readonly bool TryDouble(out double value)
    {
        value = 0;
        return reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out value) && double.IsFinite(value);
    }

    /// <summary>The bytes of the value, which is passed over.</summary>
    internal ReadOnlySpan<byte> Slice()
    {
        int start = (int)reader.TokenStartIndex;
        reader.Skip();
        return utf8[start..(int)reader.BytesConsumed];
    }

    /// <summary>What a mistake quotes of the value.</summary>
    internal readonly string Found => reader.TokenType switch
    {
        JsonTokenType.StartObject => "{",
        JsonTokenType.StartArray => "[",
        _ => Shown(Encoding.UTF8.GetString(reader.ValueSpan[..Math.Min(reader.ValueSpan.Length, ShownBytesMax)])),
    };

    private static string Shown(string text) => Quoted.Of(text);
}
