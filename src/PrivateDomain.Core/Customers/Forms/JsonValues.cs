using System.Buffers;
using System.Text;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace PrivateDomain.Core.Customers.Forms;

/// <summary>Single values from strict JSON. A wrong one is told, skipped, and read as the default.</summary>
internal static class JsonValues
{
    private const int NameLengthMax = 40;
    private const int AmountLengthMax = 64;
    private static readonly Bilingual ObjectWanted = new("an object", "一个对象");
    private static readonly Bilingual ArrayWanted = new("a list", "一个列表");
    private static readonly Bilingual TextWanted = new(
        "a text of 1 to 128 characters without control characters or white space at its ends",
        "1 到 128 个字符、首尾无空白且无控制字符的文本");

    private static readonly Bilingual InstantWanted = new(
        "an instant such as 2026-05-01T08:00:00Z, from 1900 to 2200", "1900 年至 2200 年之间的时刻，如 2026-05-01T08:00:00Z");

    private static readonly Bilingual AmountWanted = new("an amount of 0 or more with its currency, such as 12.50 CNY",
        "不小于 0 且带币种的金额，如 12.50 CNY");
    private static readonly Bilingual QuantityWanted = new("a quantity above 0", "大于 0 的数量");

    internal static Bilingual AmountAboveZero { get; } = new("an amount above 0", "大于 0 的金额");

    internal static Bilingual OneCurrency { get; } = new("values that belong together, in one currency", "相互一致且同一币种的值");

    internal static bool IsObject(ref Utf8JsonReader reader, JsonMistakes mistakes, in JsonPath path, string? member = null) =>
        reader.TokenType == JsonTokenType.StartObject || Wrong(ref reader, mistakes, path, member, ObjectWanted);

    internal static bool IsArray(ref Utf8JsonReader reader, JsonMistakes mistakes, in JsonPath path, string? member = null) =>
        reader.TokenType == JsonTokenType.StartArray || Wrong(ref reader, mistakes, path, member, ArrayWanted);

    /// <summary>Which of the names a reader stands at; −1 for none.</summary>
    internal static int IndexOf(ref Utf8JsonReader reader, Utf8Names names)
    {
        if (!reader.ValueIsEscaped && !reader.HasValueSequence)
        {
            return names.IndexOf(reader.ValueSpan);
        }

        for (int i = 0; i < names.Texts.Length; i++)
        {
            if (reader.ValueTextEquals(names.Texts[i]))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Whether a member is known and was not read before; else it is told and skipped.</summary>
    internal static bool IsNew(ref Utf8JsonReader reader, int member, ref int read, JsonMistakes mistakes, in JsonPath path)
    {
        if (member >= 0 && (read & (1 << member)) == 0)
        {
            read |= 1 << member;
            return true;
        }

        string name = NameOf(ref reader);
        mistakes.Add(
            path.Member(Quoted.Of(name)), (member < 0 ? CustomersReasons.JsonUnknown : CustomersReasons.JsonTwice).With(Quoted.Of(name)),
                reader.TokenStartIndex);
        reader.Read();
        reader.Skip();
        return false;
    }

    /// <summary>Whether all members were read and nothing was wrong; what is missing is told.</summary>
    internal static bool AreRead(Utf8Names names, int read, JsonMistakes mistakes, in JsonPath path, long start, int before)
    {
        for (int i = 0; i < names.Texts.Length && mistakes.Count == before; i++)
        {
            if ((read & (1 << i)) == 0)
            {
                mistakes.Add(path.Member(names.Texts[i]), CustomersReasons.JsonMissing.With(default, names.Texts[i]), start);
            }
        }

        return mistakes.Count == before;
    }

    internal static void Version(ref Utf8JsonReader reader, JsonMistakes mistakes, in JsonPath path, string? member = null) =>
        Whole(ref reader, mistakes, path, member, CustomerJson.Version, CustomerJson.Version);

    internal static TId Id<TId>(ref Utf8JsonReader reader, JsonMistakes mistakes, in JsonPath path, string? member = null)
        where TId : struct, IIdentifier<TId> =>
        TId.TryFrom(JsonText.Read(ref reader), out TId id) || Wrong(ref reader, mistakes, path, member, TextWanted) ? id : default;

    internal static string Text(ref Utf8JsonReader reader, JsonMistakes mistakes, in JsonPath path, string? member = null)
    {
        string? text = JsonText.Read(ref reader);
        return IdentifierText.IsValid(text) || Wrong(ref reader, mistakes, path, member, TextWanted) ? text! : "";
    }

    internal static TEnum Name<TEnum>(ref Utf8JsonReader reader, JsonMistakes mistakes, in JsonPath path, string? member = null)
        where TEnum : struct, Enum
    {
        if (reader.TokenType == JsonTokenType.String && !reader.ValueIsEscaped
            && (reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length) <= NameLengthMax)
        {
            Span<byte> pieces = stackalloc byte[NameLengthMax];
            scoped ReadOnlySpan<byte> text = reader.ValueSpan;
            if (reader.HasValueSequence)
            {
                reader.ValueSequence.CopyTo(pieces);
                text = pieces[..(int)reader.ValueSequence.Length];
            }

            if (EnumNames<TEnum>.From(text) is { } value)
            {
                return value;
            }
        }

        Wrong(ref reader, mistakes, path, member, EnumNames<TEnum>.Wanted);
        return default;
    }

    internal static int Whole(ref Utf8JsonReader reader, JsonMistakes mistakes, in JsonPath path, string? member, int min, int max)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out int number) && number >= min && number <= max)
        {
            return number;
        }

        Wrong(ref reader, mistakes, path, member, min == max ? new Bilingual($"{min}", $"{min}") : Wanted.From($"{min}", $"{max}"));
        return min;
    }

    internal static decimal Quantity(ref Utf8JsonReader reader, JsonMistakes mistakes, in JsonPath path, string? member = null)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out decimal number) && number > 0)
        {
            return number;
        }

        Wrong(ref reader, mistakes, path, member, QuantityWanted);
        return 1;
    }

    internal static Money? Amount(ref Utf8JsonReader reader, JsonMistakes mistakes, in JsonPath path, string? member = null)
    {
        if (TryMoney(ref reader, out Money money) && !money.IsNegative && money.Amount <= OrderPaid.AmountMax && !money.Currency.IsNone)
        {
            return money;
        }

        Wrong(ref reader, mistakes, path, member, AmountWanted);
        return null;
    }

    internal static Instant Instant(ref Utf8JsonReader reader, JsonMistakes mistakes, in JsonPath path, string? member = null)
    {
        if (reader.TokenType == JsonTokenType.String && TryInstant(ref reader, out Instant instant) &&
            instant >= CustomerEvent.EarliestAt && instant <= CustomerEvent.LatestAt)
        {
            return instant;
        }

        Wrong(ref reader, mistakes, path, member, InstantWanted);
        return CustomerEvent.EarliestAt;
    }

    /// <summary>Tells that a value is wrong, and skips it.</summary>
    internal static bool Wrong(ref Utf8JsonReader reader, JsonMistakes mistakes, in JsonPath path, string? member, Bilingual wanted)
    {
        string found = reader.TokenType switch
        {
            JsonTokenType.StartObject => "{…}",
            JsonTokenType.StartArray => "[…]",
            JsonTokenType.String => JsonText.Read(ref reader) ?? "\\u…",
            JsonTokenType.Null => "null",
            JsonTokenType.True => "true",
            JsonTokenType.False => "false",
            _ => Encoding.UTF8.GetString(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan),
        };
        mistakes.Add(member is null ? path : path.Member(member), CustomersReasons.JsonWrong.With(Quoted.Of(found), wanted),
            reader.TokenStartIndex);
        reader.Skip();
        return false;
    }

    // Of ASCII, without escapes and in one piece, the usual form, no text is made.
    private static bool TryMoney(ref Utf8JsonReader reader, out Money money)
    {
        money = default;
        if (reader.TokenType != JsonTokenType.String || reader.ValueIsEscaped || reader.HasValueSequence
            || !Ascii.IsValid(reader.ValueSpan))
        {
            return JsonText.Read(ref reader) is { Length: <= AmountLengthMax } text && Money.TryParse(text, null, out money);
        }

        Span<char> chars = stackalloc char[AmountLengthMax];
        return reader.ValueSpan.Length <= AmountLengthMax
            && Ascii.ToUtf16(reader.ValueSpan, chars, out int length) == OperationStatus.Done
            && Money.TryParse(chars[..length], null, out money);
    }

    // Whole seconds, the usual form, are read by hand; the rest by NodaTime's pattern.
    private static bool TryInstant(ref Utf8JsonReader reader, out Instant instant)
    {
        ReadOnlySpan<byte> text = reader.HasValueSequence ? default : reader.ValueSpan;
        if (text.Length == 20 && text[4] == '-' && text[7] == '-' && text[10] == 'T' && text[13] == ':' && text[16] == ':'
            && text[19] == 'Z' &&
            Digits(text[..4]) is >= 1900 and <= 2200 and var year && Digits(text[5..7]) is >= 1 and <= 12 and var month &&
            Digits(text[8..10]) is >= 1 and var day && day <= DateTime.DaysInMonth(year, month)
                && Digits(text[11..13]) is >= 0 and < 24 and var hour &&
            Digits(text[14..16]) is >= 0 and < 60 and var minute && Digits(text[17..19]) is >= 0 and < 60 and var second)
        {
            instant = NodaTime.Instant.FromDateTimeUtc(new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc));
            return true;
        }

        ParseResult<Instant>? parsed = JsonText.Read(ref reader) is { } slow ? InstantPattern.ExtendedIso.Parse(slow) : null;
        instant = parsed is { Success: true } ? parsed.Value : default;
        return parsed is { Success: true };
    }

    private static string NameOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            return "\\u…"; // half a surrogate pair
        }
    }

    private static int Digits(ReadOnlySpan<byte> text)
    {
        int number = 0;
        foreach (byte digit in text)
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                return -1;
            }

            number = (number * 10) + digit - '0';
        }

        return number;
    }
}
