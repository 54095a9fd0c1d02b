using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;

namespace PrivateDomain.Core.Internals.Documents;

/// <summary>A value with an order and a range.</summary>
internal abstract class RangeForm<T>(T? min, T? max, bool above, bool below, Bilingual unit) : ValueForm<T>
    where T : struct, IComparable<T>
{
    internal override Bilingual Range => Wanted.Range(
        min is { } least ? Show(least) : default(ReasonValue?), max is { } most ? Show(most) : default(ReasonValue?), above, below);

    internal override Bilingual Unit => unit;

    internal override Reason? Wrong(T value) => IsIn(value) ? null : PolicyReasons.OutOfRange.With(Show(value), Range);

    private protected JsonObject Bounds(string type, Func<T, JsonNode> node)
    {
        var schema = new JsonObject { ["type"] = type };
        if (min is { } least)
        {
            schema[above ? "exclusiveMinimum" : "minimum"] = node(least);
        }

        if (max is { } most)
        {
            schema[below ? "exclusiveMaximum" : "maximum"] = node(most);
        }

        return schema;
    }

    private bool IsIn(T x) =>
        x is not double.NaN &&
        (min is not { } least || x.CompareTo(least) > (above ? 0 : -1)) &&
        (max is not { } most || x.CompareTo(most) < (below ? 0 : 1));
}

/// <summary>A whole number in a range, both ends included.</summary>
internal sealed class WholeForm(int min, int max, Bilingual unit) : RangeForm<int>(min, max, above: false, below: false, unit)
{
    internal override Bilingual Range =>
        Wanted.Range(min, max == int.MaxValue ? default(ReasonValue?) : max, above: false, below: false);

    private static Bilingual Kind { get; } = new("a whole number", "整数");

    internal override bool TryRead(ref OptionsReader reader, out int value) => reader.TryWhole(out value) || reader.WrongForm(Kind);

    internal override void Write(Utf8JsonWriter writer, int value) => writer.WriteNumberValue(value);

    internal override JsonObject Schema() => Bounds("integer", static x => JsonValue.Create(x));

    internal override ReasonValue Show(int value) => value;
}

/// <summary>A number in a range; null is no limit.</summary>
internal sealed class NumberForm(decimal? min, decimal? max, bool above, bool below, Bilingual unit)
    : RangeForm<decimal>(min, max, above, below, unit)
{
    private static Bilingual Kind { get; } = new("a number", "数字");

    internal override bool TryRead(ref OptionsReader reader, out decimal value) => reader.TryDecimal(out value) || reader.WrongForm(Kind);

    internal override void Write(Utf8JsonWriter writer, decimal value) => writer.WriteNumberValue(JsonText.Canonical(value));

    internal override JsonObject Schema() => Bounds("number", static x => JsonValue.Create(JsonText.Canonical(x)));

    internal override ReasonValue Show(decimal value) => value;

    internal override Bilingual Say(decimal value) =>
        Unit == Internals.Documents.Unit.Share ? FigureText.Of(Ratio.From(value)) : base.Say(value);
}

/// <summary>A number in floating point in a range; what is not a number is out of it.</summary>
internal sealed class RealForm(double? min, double? max, bool above, bool below, Bilingual unit)
    : RangeForm<double>(min, max, above, below, unit)
{
    private static Bilingual Kind { get; } = new("a number", "数字");

    internal override bool TryRead(ref OptionsReader reader, out double value) => reader.TryDouble(out value) || reader.WrongForm(Kind);

    internal override void Write(Utf8JsonWriter writer, double value) => writer.WriteNumberValue(
        double.IsFinite(value) ? value : throw new JsonException("A number that is not finite cannot be written."));

    internal override JsonObject Schema() => Bounds("number", static x => JsonValue.Create(x));

    internal override ReasonValue Show(double value) => ReasonValue.From(value);
}

/// <summary>A length of time in a range, written as ISO 8601 has it: <c>P7D</c>, <c>PT2H</c>, <c>P1DT12H</c>.</summary>
internal sealed class TimeForm(Duration min, Duration max, bool above)
    : RangeForm<Duration>(min, max, above, below: false, Internals.Documents.Unit.Time)
{
    internal override bool IsRangeInSchema => false;

    private static Bilingual Kind { get; } = new(
        "a length of time such as P7D (7 days), PT2H or PT30M", "时长，如 P7D（7 天）、PT2H 或 PT30M");

    internal override bool TryRead(ref OptionsReader reader, out Duration value)
    {
        value = default;
        string? text = reader.Text();
        return text is null || !IsoDuration.Matches(text) ? reader.WrongForm(Kind)
            : IsoDuration.TryRead(text, out value) || reader.WrongForm(Kind, isOfForm: false);
    }

    internal override void Write(Utf8JsonWriter writer, Duration value) => writer.WriteStringValue(
        value >= Duration.Zero ? IsoDuration.Write(value) : throw new JsonException("A length of time below 0 cannot be written."));

    internal override JsonObject Schema() => new() { ["type"] = "string", ["pattern"] = IsoDuration.Pattern };

    internal override ReasonValue Show(Duration value) => value;

    internal override Bilingual Say(Duration value) => FigureText.Of(value);
}
