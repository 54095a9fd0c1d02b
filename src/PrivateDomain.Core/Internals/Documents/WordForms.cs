using System.Collections.Immutable;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;

namespace PrivateDomain.Core.Internals.Documents;

/// <summary>Yes or no.</summary>
internal sealed class FlagForm : ValueForm<bool>
{
    internal static FlagForm Instance { get; } = new();

    internal override Bilingual Range { get; } = new("yes or no", "是或否");

    private static Bilingual Kind { get; } = new("true or false", "true 或 false");

    internal override bool TryRead(ref OptionsReader reader, out bool value)
    {
        value = reader.Token == JsonTokenType.True;
        return reader.Token is JsonTokenType.True or JsonTokenType.False || reader.WrongForm(Kind);
    }

    internal override void Write(Utf8JsonWriter writer, bool value) => writer.WriteBooleanValue(value);

    internal override JsonObject Schema() => new() { ["type"] = "boolean" };

    internal override ReasonValue Show(bool value) => value ? new Bilingual("yes", "是") : new Bilingual("no", "否");
}

/// <summary>A visible text of a bounded length.</summary>
internal sealed class TextForm(int lengthMax) : ValueForm<string>
{
    internal override Bilingual Range { get; } = lengthMax == int.MaxValue ? Wanted.Text : new(
        FormattableString.Invariant($"a visible text of at most {lengthMax} characters"),
        FormattableString.Invariant($"不超过 {lengthMax} 个字符的可见文字"));

    // A schema counts characters, a text its halves.
    internal override bool IsRangeInSchema => false;

    internal override bool TryRead(ref OptionsReader reader, out string value)
    {
        bool read = reader.TryText(out string? text);
        value = text ?? "";
        return read;
    }

    internal override void Write(Utf8JsonWriter writer, string value) =>
        writer.WriteStringValue(JsonText.Whole(value ?? throw new JsonException("A text that is null cannot be written.")));

    internal override JsonObject Schema()
    {
        var schema = new JsonObject { ["type"] = "string", ["pattern"] = "\\S" };
        if (lengthMax < int.MaxValue)
        {
            schema["maxLength"] = lengthMax;
        }

        return schema;
    }

    internal override ReasonValue Show(string value) => value;

    internal override Reason? Wrong(string value) =>
        string.IsNullOrWhiteSpace(value) ? PolicyReasons.Missing.With(required: Wanted.Text)
        : value.Length > lengthMax ? PolicyReasons.Malformed.With(Quoted.Of(value), Range)
        : null;
}

/// <summary>A text in both languages.</summary>
internal sealed class BilingualForm : ValueForm<Bilingual>
{
    private static readonly string[] Members = ["en", "zh"];

    internal static BilingualForm Instance { get; } = new();

    internal override Bilingual Range { get; } = new("a text in English and Chinese", "中英文文字");

    internal override bool TryRead(ref OptionsReader reader, out Bilingual value)
    {
        value = default;
        if (!reader.IsObject())
        {
            return false;
        }

        long start = reader.Place;
        string?[] texts = [null, null];
        bool[] seen = [false, false];
        bool isWhole = true;
        while (reader.NextMember(Members, seen) is >= 0 and var which)
        {
            isWhole &= reader.TryText(out texts[which]);
            reader.Leave();
        }

        for (int i = 0; i < seen.Length && !reader.Input.IsFull; i++)
        {
            if (!seen[i])
            {
                reader.Missing(Members[i], start);
                isWhole = false;
            }
        }

        value = isWhole && !reader.Input.IsFull ? new(texts[0] ?? "", texts[1] ?? "") : default;
        return isWhole;
    }

    internal override void Write(Utf8JsonWriter writer, Bilingual value) => ReasonValueJson.WriteBoth(writer, value);

    internal override JsonObject Schema() => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject
        {
            ["en"] = new JsonObject { ["type"] = "string" },
            ["zh"] = new JsonObject { ["type"] = "string" },
        },
        ["required"] = new JsonArray("en", "zh"),
        ["additionalProperties"] = false,
    };

    internal override ReasonValue Show(Bilingual value) => value.English.Length == 0 ? FigureText.None : value;
}

/// <summary>One of an enumeration's values, by its name in camel case.</summary>
internal sealed class ChoiceForm<TEnum>(Func<TEnum, Bilingual> nameOf, bool notZero) : ValueForm<TEnum>
    where TEnum : struct, Enum
{
    private readonly TEnum[] choices =
        [.. Enum.GetValues<TEnum>().Where(x => !notZero || !EqualityComparer<TEnum>.Default.Equals(x, default))];

    internal override Bilingual Range => new(
        string.Join(", ", choices.Select(x => nameOf(x).English)), string.Join("、", choices.Select(x => nameOf(x).Chinese)));

    private string[] Names => [.. choices.Select(JsonText.NameOf)];

    internal override bool TryRead(ref OptionsReader reader, out TEnum value)
    {
        value = default;
        if (!reader.TryText(out string? text))
        {
            return false;
        }

        int place = Array.IndexOf(Names, text);
        value = place >= 0 ? choices[place] : default;
        if (place < 0)
        {
            reader.Wrong(PolicyReasons.UnknownChoice.With(Quoted.Of(text), string.Join(", ", NearNames.Of(text, Names) is [var near, ..]
                ? [near]
                : Names)));
        }

        return place >= 0;
    }

    internal override void Write(Utf8JsonWriter writer, TEnum value) => writer.WriteStringValue(
        Array.IndexOf(choices, value) >= 0
            ? JsonText.NameOf(value)
            : throw new JsonException($"There is no choice {value:D} of {typeof(TEnum).Name}."));

    internal override JsonObject Schema() => new() { ["enum"] = new JsonArray([.. Names.Select(static name => JsonValue.Create(name))]) };

    internal override ReasonValue Show(TEnum value) => Enum.IsDefined(value) ? nameOf(value) : value.ToString("D");

    internal override Reason? Wrong(TEnum value) =>
        Array.IndexOf(choices, value) >= 0 ? null : PolicyReasons.UnknownChoice.With(Show(value), Range);
}

/// <summary>Several of an enumeration's values that combine, as a list of names.</summary>
internal sealed class ChoicesForm<TEnum>(Func<TEnum, Bilingual> nameOf) : ValueForm<TEnum>
    where TEnum : struct, Enum
{
    private readonly TEnum[] choices = [.. Enum.GetValues<TEnum>().Where(static x => BitOperations.PopCount(Bits(x)) == 1)];

    internal override Bilingual Range { get; } = new("any of the kinds", "任意几种");

    private string[] Names => [.. choices.Select(JsonText.NameOf)];

    internal override bool TryRead(ref OptionsReader reader, out TEnum value)
    {
        uint bits = 0;
        bool isRight = reader.IsList();
        string[] names = Names;
        for (int i = 0; isRight && reader.NextElement(i); i++)
        {
            string? text = reader.Text();
            int place = Array.IndexOf(names, text);
            if (place < 0)
            {
                reader.Wrong(PolicyReasons.UnknownChoice.With(reader.Found, string.Join(", ", names)));
                reader.Skip();
            }
            else if ((bits & Bits(choices[place])) != 0)
            {
                reader.Wrong(PolicyReasons.Twice.With(text));
            }
            else
            {
                bits |= Bits(choices[place]);
            }

            reader.Leave();
        }

        value = (TEnum)Enum.ToObject(typeof(TEnum), bits);
        return isRight;
    }

    internal override void Write(Utf8JsonWriter writer, TEnum value)
    {
        if (Wrong(value) is not null)
        {
            throw new JsonException($"There are no choices {value:D} of {typeof(TEnum).Name}.");
        }

        writer.WriteStartArray();
        foreach (TEnum choice in choices.Where(choice => (Bits(value) & Bits(choice)) != 0))
        {
            writer.WriteStringValue(JsonText.NameOf(choice));
        }

        writer.WriteEndArray();
    }

    internal override JsonObject Schema() => new()
    {
        ["type"] = "array",
        ["items"] = new JsonObject { ["enum"] = new JsonArray([.. Names.Select(static name => JsonValue.Create(name))]) },
        ["uniqueItems"] = true,
    };

    internal override ReasonValue Show(TEnum value) => Wrong(value) is null ? nameOf(value) : value.ToString("D");

    internal override Reason? Wrong(TEnum value)
    {
        uint all = choices.Aggregate(0u, static (sum, choice) => sum | Bits(choice));
        return (Bits(value) & ~all) == 0
            ? null
            : PolicyReasons.UnknownChoice.With(
                unchecked((int)Bits(value)), new Bilingual(
                    string.Join(", ", choices.Select(x => nameOf(x).English)), string.Join("、", choices.Select(x => nameOf(x).Chinese))));
    }

    private static uint Bits(TEnum value) =>
        unchecked((uint)Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture));
}

/// <summary>A time of day, such as <c>21:00</c>.</summary>
internal sealed class ClockForm : ValueForm<LocalTime>
{
    internal static ClockForm Instance { get; } = new();

    internal override Bilingual Range { get; } = new("a time of day", "一天中的时刻");

    private static Bilingual Kind { get; } = new("a time of day such as 21:00", "时刻，如 21:00");

    private static LocalTimePattern Minutes { get; } = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    internal override bool TryRead(ref OptionsReader reader, out LocalTime value)
    {
        value = default;
        string? text = reader.Text();
        return text is not null && (Minutes.Parse(text).TryGetValue(default, out value)
            || (!text.EndsWith("24:00:00", StringComparison.Ordinal)
                && LocalTimePattern.ExtendedIso.Parse(text).TryGetValue(default, out value)))
            || reader.WrongForm(Kind);
    }

    internal override void Write(Utf8JsonWriter writer, LocalTime value) => writer.WriteStringValue(Text(value));

    internal override JsonObject Schema() => new()
    {
        ["type"] = "string",
        ["pattern"] = @"^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]{1,9})?)?$",
    };

    internal override ReasonValue Show(LocalTime value) => Text(value);

    private static string Text(LocalTime value) =>
        value.NanosecondOfDay % NodaConstants.NanosecondsPerMinute == 0
            ? Minutes.Format(value)
            : LocalTimePattern.ExtendedIso.Format(value);
}

/// <summary>A date, such as <c>2026-05-01</c>.</summary>
internal sealed class DateForm : ValueForm<LocalDate>
{
    internal static DateForm Instance { get; } = new();

    internal override Bilingual Range { get; } = new("a date", "日期");

    internal override bool IsRangeInSchema => false;

    private static Bilingual Kind { get; } = new("a date such as 2026-05-01", "日期，如 2026-05-01");

    internal override bool TryRead(ref OptionsReader reader, out LocalDate value)
    {
        value = default;
        string? text = reader.Text();
        return (text is not null && LocalDatePattern.Iso.Parse(text).TryGetValue(default, out value))
            || reader.WrongForm(Kind, isOfForm: text is null);
    }

    internal override void Write(Utf8JsonWriter writer, LocalDate value) => writer.WriteStringValue(LocalDatePattern.Iso.Format(value));

    internal override JsonObject Schema() => new() { ["type"] = "string", ["pattern"] = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" };

    internal override ReasonValue Show(LocalDate value) => value;
}

/// <summary>A score from 0 to 100.</summary>
internal sealed class ScoreForm : ValueForm<Score>
{
    internal static ScoreForm Instance { get; } = new();

    internal override Bilingual Range { get; } = Wanted.Range(0, 100, above: false, below: false);

    internal override Bilingual Unit => Internals.Documents.Unit.Points;

    internal override bool TryRead(ref OptionsReader reader, out Score value)
    {
        value = default;
        return (reader.TryDouble(out double number) && Score.TryFrom(number, out value)) || reader.WrongForm(Range);
    }

    internal override void Write(Utf8JsonWriter writer, Score value) => writer.WriteNumberValue(value.Value);

    internal override JsonObject Schema() => new() { ["type"] = "number", ["minimum"] = 0, ["maximum"] = 100 };

    internal override ReasonValue Show(Score value) => ReasonValue.From(value.Value);
}

/// <summary>A currency, by its code.</summary>
internal sealed class CurrencyForm : ValueForm<Currency>
{
    internal static CurrencyForm Instance { get; } = new();

    internal override Bilingual Range { get; } = new("an ISO 4217 code", "ISO 4217 货币代码");

    private static Bilingual Kind { get; } = new("an ISO 4217 code such as CNY", "ISO 4217 货币代码，如 CNY");

    internal override bool TryRead(ref OptionsReader reader, out Currency value) =>
        Currency.TryFrom(reader.Text(), out value) || reader.WrongForm(Kind);

    internal override void Write(Utf8JsonWriter writer, Currency value) =>
        writer.WriteStringValue(value.IsNone ? throw new JsonException("No currency cannot be written.") : value.Code);

    internal override JsonObject Schema() =>
        new() { ["enum"] = new JsonArray([.. Currency.Codes.Select(static code => JsonValue.Create(code))]) };

    internal override ReasonValue Show(Currency value) => value.Code;
}

/// <summary>An amount in a stated currency, such as <c>12.50 CNY</c>; of any sign, or not negative, or above 0.</summary>
internal sealed class MoneyForm(bool isSigned, bool above) : ValueForm<Money>
{
    internal override Bilingual Range => isSigned ? Wanted.Amount : Wanted.Range(0, null, above, below: false);

    internal override Bilingual Unit => Internals.Documents.Unit.Money;

    internal override bool IsRangeInSchema => false;

    private static Bilingual Kind { get; } = new("an amount with a currency such as 12.50 CNY", "带币种的金额，如 12.50 CNY");

    internal override bool TryRead(ref OptionsReader reader, out Money value)
    {
        value = default;
        string? text = reader.Text();
        return text is null || !IsAmount(text) ? reader.WrongForm(Kind)
            : Money.TryParse(text, null, out value) || reader.WrongForm(Kind, isOfForm: false);
    }

    internal override void Write(Utf8JsonWriter writer, Money value) => writer.WriteStringValue(
        value.Currency.IsNone ? throw new JsonException("An amount without a currency cannot be written.") : value.ToString());

    internal override JsonObject Schema() => new() { ["type"] = "string", ["pattern"] = """^-?[0-9]+(\.[0-9]+)? [A-Z]{3}$""" };

    internal override ReasonValue Show(Money value) => value;

    internal override Reason? Wrong(Money value) =>
        value.Currency.IsNone ? PolicyReasons.Missing.With(required: Wanted.Amount)
        : !isSigned && (value.Amount < 0 || (above && value.Amount == 0)) ? PolicyReasons.OutOfRange.With(value, Range)
        : null;

    internal override Bilingual Say(Money value) => FigureText.Of(value);

    // Digits, maybe a point with digits, a blank, three capital letters.
    private static bool IsAmount(ReadOnlySpan<char> text)
    {
        int blank = text.IndexOf(' ');
        ReadOnlySpan<char> number = blank < 0 ? default : text[..blank].TrimStart('-');
        int point = number.IndexOf('.');
        return blank >= 0 && text[..blank].Length - number.Length <= 1 && text[(blank + 1)..] is { Length: 3 } code
            && code.IndexOfAnyExceptInRange('A', 'Z') < 0
            && IsDigits(point < 0 ? number : number[..point]) && (point < 0 || IsDigits(number[(point + 1)..]));
    }

    private static bool IsDigits(ReadOnlySpan<char> text) => text.Length > 0 && text.IndexOfAnyExceptInRange('0', '9') < 0;
}
