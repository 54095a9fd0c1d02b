using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PrivateDomain.Core.Internals.Documents;

/// <summary>A figure that is written under its name.</summary>
internal abstract class MemberFigure<TOptions>(string name, Bilingual label, Bilingual source, bool isOptional) : Figure<TOptions>
    where TOptions : class
{
    internal sealed override string Member => name;

    internal sealed override Bilingual Label => label;

    /// <summary>What it must be.</summary>
    private protected abstract Bilingual Range { get; }

    /// <summary>What it counts.</summary>
    private protected virtual Bilingual UnitOf => Unit.None;

    private protected Bilingual Source => source;

    /// <summary>Whether there is a value to write.</summary>
    private protected abstract bool IsStated(TOptions options);

    private protected abstract TOptions Clear(TOptions options);

    private protected abstract TOptions ReadStated(ref OptionsReader reader, TOptions options);

    private protected abstract void WriteStated(Utf8JsonWriter writer, TOptions options);

    private protected abstract JsonObject SchemaOfValue();

    private protected virtual bool ShowsDefault => true;

    internal sealed override TOptions Read(ref OptionsReader reader, TOptions options)
    {
        if (!reader.IsNull)
        {
            return ReadStated(ref reader, options);
        }

        if (isOptional)
        {
            return Clear(options);
        }

        reader.WrongForm(Range);
        return options;
    }

    internal sealed override void Write(Utf8JsonWriter writer, TOptions options)
    {
        if (IsStated(options))
        {
            WriteStated(writer, options);
        }
        else if (isOptional)
        {
            writer.WriteNullValue();
        }
        else
        {
            throw new JsonException($"\"{name}\" is not stated and cannot be written.");
        }
    }

    internal sealed override JsonObject Schema(TOptions defaults)
    {
        JsonObject value = SchemaOfValue();
        if (isOptional && value["type"] is { } type)
        {
            value["type"] = new JsonArray(type.DeepClone(), "null");
        }
        else if (isOptional && value["enum"] is JsonArray choices)
        {
            choices.Add(null);
        }

        var schema = new JsonObject { ["title"] = $"{label.English} ({label.Chinese})" };
        if (source.English.Length > 0)
        {
            Bilingual shown = IsNeeded ? default : IsStated(defaults) ? Say(defaults) : new("none", "无");
            schema["description"] = $"{Sentence(shown, Language.English)}\n{Sentence(shown, Language.SimplifiedChinese)}";
        }

        if (!IsNeeded && ShowsDefault)
        {
            schema["default"] = IsStated(defaults)
                ? JsonNode.Parse(OptionsDocument.Write(writer => WriteStated(writer, defaults), indented: false))
                : null;
        }

        foreach ((string keyword, JsonNode? node) in value)
        {
            schema[keyword] = node?.DeepClone();
        }

        return schema;
    }

    internal override IEnumerable<FigureRow> Said(TOptions options, string place, Bilingual part) =>
        [new FigureRow(place + name, label, UnitOf, Range, Say(options), source, part)];

    private protected Bilingual Below(Bilingual whole) => Words.Join(whole, label);

    private string Sentence(Bilingual shown, Language language)
    {
        bool english = language == Language.English;
        string[] parts = [UnitOf.In(language), Range.In(language)];
        string what = string.Join(english ? ", " : "，", parts.Where(static part => part.Length > 0));
        string from = source.In(language);
        return !english ? $"{what}。{(IsNeeded ? "必填" : $"默认：{shown.Chinese}")}（{from}）。"
            : IsNeeded ? $"{what}. To be stated ({from})."
            : $"{what}. Default: {shown.English} ({from}).";
    }
}

/// <summary>A figure with one value.</summary>
internal sealed class ValueFigure<TOptions, T>(
    string name, Func<TOptions, T?> value, Func<TOptions, T?, TOptions> with, Bilingual label, ValueForm<T> form, Bilingual source,
    bool isChecked, bool isOptional) : MemberFigure<TOptions>(name, label, source, isOptional)
    where TOptions : class
    where T : struct
{
    private protected override Bilingual Range => form.Range;

    private protected override Bilingual UnitOf => form.Unit;

    internal override void Check(TOptions options, FoundMistakes mistakes)
    {
        if (isChecked && value(options) is { } stated && form.Wrong(stated) is { } reason)
        {
            mistakes.Add(Member, reason, form.IsRangeInSchema);
        }
    }

    internal override IEnumerable<FigureRow> Rows(TOptions? options) =>
    [
        new FigureRow(
            Member, Label, form.Unit, form.Range,
            options is not null && value(options) is { } stated ? FigureText.Of(form.Show(stated)) : FigureText.None, Source),
    ];

    internal override void Compare(TOptions before, TOptions after, string place, Bilingual whole, List<FigureDifference> found)
    {
        if (!Nullable.Equals(value(before), value(after)))
        {
            found.Add(new(place + Member, Below(whole), Say(before), Say(after)));
        }
    }

    internal override Bilingual Say(TOptions options) => value(options) is { } stated ? form.Say(stated) : FigureText.None;

    private protected override bool IsStated(TOptions options) => value(options) is not null;

    private protected override TOptions Clear(TOptions options) => with(options, null);

    private protected override TOptions ReadStated(ref OptionsReader reader, TOptions options) =>
        form.TryRead(ref reader, out T stated) ? with(options, stated) : options;

    private protected override void WriteStated(Utf8JsonWriter writer, TOptions options) =>
        form.Write(writer, value(options).GetValueOrDefault());

    private protected override JsonObject SchemaOfValue() => form.Schema();
}

/// <summary>A text.</summary>
internal sealed class TextFigure<TOptions>(
    string name, Func<TOptions, string?> value, Func<TOptions, string, TOptions> with, Bilingual label, TextForm form, Bilingual source,
    bool isChecked) : MemberFigure<TOptions>(name, label, source, isOptional: false)
    where TOptions : class
{
    private protected override Bilingual Range => form.Range;

    internal override void Check(TOptions options, FoundMistakes mistakes)
    {
        if (isChecked && form.Wrong(value(options)!) is { } reason)
        {
            mistakes.Add(Member, reason, form.IsRangeInSchema);
        }
    }

    internal override IEnumerable<FigureRow> Rows(TOptions? options) =>
        [new FigureRow(Member, Label, Unit.None, form.Range, options is null ? FigureText.None : Say(options), Source)];

    internal override void Compare(TOptions before, TOptions after, string place, Bilingual whole, List<FigureDifference> found)
    {
        if (!string.Equals(value(before), value(after), StringComparison.Ordinal))
        {
            found.Add(new(place + Member, Below(whole), Say(before), Say(after)));
        }
    }

    internal override Bilingual Say(TOptions options) => value(options) is { Length: > 0 } text ? new(text, text) : FigureText.None;

    private protected override bool IsStated(TOptions options) => value(options) is not null;

    private protected override TOptions Clear(TOptions options) => options;

    private protected override TOptions ReadStated(ref OptionsReader reader, TOptions options) =>
        form.TryRead(ref reader, out string stated) ? with(options, stated) : options;

    private protected override void WriteStated(Utf8JsonWriter writer, TOptions options) => form.Write(writer, value(options)!);

    private protected override JsonObject SchemaOfValue() => form.Schema();
}

/// <summary>A list of values.</summary>
internal sealed class ValuesFigure<TOptions, T>(
    string name, Func<TOptions, ImmutableArray<T>?> value, Func<TOptions, ImmutableArray<T>?, TOptions> with, Bilingual label,
    ValueForm<T> form, Bilingual source, bool isOptional) : MemberFigure<TOptions>(name, label, source, isOptional)
    where TOptions : class
    where T : notnull
{
    private const int SaidMax = 12;

    private protected override Bilingual Range => Wanted.List;

    internal override void Check(TOptions options, FoundMistakes mistakes)
    {
    }

    internal override IEnumerable<FigureRow> Rows(TOptions? options) =>
        [new FigureRow(Member, Label, Unit.Items, Range, options is null ? FigureText.None : Say(options), Source)];

    internal override void Compare(TOptions before, TOptions after, string place, Bilingual whole, List<FigureDifference> found)
    {
        (ImmutableArray<T>? was, ImmutableArray<T>? @is) = (value(before), value(after));
        if (was is null ? @is is not null : @is is null || !Contents.Equal(was.Value, @is.Value))
        {
            found.Add(new(place + Member, Below(whole), Say(before), Say(after)));
        }
    }

    internal override Bilingual Say(TOptions options)
    {
        if (value(options) is not { IsDefault: false } list)
        {
            return FigureText.None;
        }

        Bilingual[] said = [.. list.Take(SaidMax).Select(item => item is null ? FigureText.None : form.Say(item))];
        string rest = list.Length > SaidMax ? FormattableString.Invariant($" … ({list.Length})") : "";
        return list.IsEmpty ? new("none", "无") : new(
            string.Join(", ", said.Select(static x => x.English)) + rest, string.Join("、", said.Select(static x => x.Chinese)) + rest);
    }

    private protected override bool IsStated(TOptions options) => value(options) is { IsDefault: false };

    private protected override TOptions Clear(TOptions options) => with(options, null);

    private protected override TOptions ReadStated(ref OptionsReader reader, TOptions options)
    {
        if (!reader.IsList())
        {
            return options;
        }

        var list = ImmutableArray.CreateBuilder<T>();
        for (int i = 0; reader.NextElement(i); i++)
        {
            form.TryRead(ref reader, out T item); // of what cannot be read the place is kept
            list.Add(item);
            reader.Leave();
        }

        return with(options, list.DrainToImmutable());
    }

    private protected override void WriteStated(Utf8JsonWriter writer, TOptions options)
    {
        writer.WriteStartArray();
        foreach (T item in value(options).GetValueOrDefault())
        {
            form.Write(writer, item);
        }

        writer.WriteEndArray();
    }

    private protected override JsonObject SchemaOfValue() => new() { ["type"] = "array", ["items"] = form.Schema() };
}

/// <summary>Two figures in order.</summary>
internal sealed class OrderFigure<TOptions, T>(
    string lowerName, string upperName, Func<TOptions, T?> lower, Func<TOptions, T?> upper, bool mayBeEqual) : Figure<TOptions>
    where TOptions : class
    where T : struct, IComparable<T>
{
    internal override void Check(TOptions options, FoundMistakes mistakes)
    {
        if (lower(options) is { } low && upper(options) is { } high && low.CompareTo(high) >= (mayBeEqual ? 1 : 0))
        {
            ReasonValue limit = FigureText.Value(high);
            mistakes.Add(lowerName, PolicyReasons.NotInOrder.With(
                FigureText.Value(low),
                mayBeEqual
                    ? new Bilingual($"at most {upperName}, {limit}", $"不超过 {upperName}（{limit.ToString(Language.SimplifiedChinese)}）")
                    : new Bilingual($"below {upperName}, {limit}", $"小于 {upperName}（{limit.ToString(Language.SimplifiedChinese)}）")),
                other: upperName);
        }
    }
}

/// <summary>A list of described entries.</summary>
internal sealed class ListFigure<TOptions, TItem>(
    string name, Func<TOptions, ImmutableArray<TItem>> value, Func<TOptions, ImmutableArray<TItem>, TOptions> with, Bilingual label,
    Description<TItem> item, Bilingual source, CountRange count, Func<TItem, object?>? key)
    : MemberFigure<TOptions>(name, label, source, isOptional: false)
    where TOptions : class
    where TItem : class
{
    private protected override Bilingual Range => count.InWords;

    private protected override bool ShowsDefault => false; // it may be long

    internal override void Check(TOptions options, FoundMistakes mistakes)
    {
        ImmutableArray<TItem> list = value(options);
        if (list.IsDefault)
        {
            mistakes.Add(Member, PolicyReasons.Missing.With(required: Wanted.List), isOfForm: true);
            return;
        }

        if (!count.Has(list.Length))
        {
            mistakes.Add(Member, PolicyReasons.WrongCount.With(list.Length, count.InWords), isOfForm: true);
        }

        var seen = new HashSet<object>();
        for (int i = 0; i < list.Length; i++)
        {
            string place = FormattableString.Invariant($"{Member}[{i}]");
            if (list[i] is not { } entry)
            {
                mistakes.Add(place, PolicyReasons.Missing.With(required: Wanted.Entry), isOfForm: true);
                continue;
            }

            mistakes.Add(place, item.Find(entry));
            if (key?.Invoke(entry) is { } mark && !seen.Add(mark))
            {
                mistakes.Add(place, PolicyReasons.Twice.With(FigureText.Value(mark)));
            }
        }
    }

    internal override IEnumerable<FigureRow> Rows(TOptions? options)
    {
        ImmutableArray<TItem> list = options is null ? [] : value(options);
        int entries = list.IsDefault ? 0 : list.Length;
        yield return new FigureRow(Member, Label, Unit.Items, count.InWords, FigureText.Of(entries), Source);
        foreach (FigureRow row in item.Rows(entries == 1 ? list[0] : null))
        {
            yield return row with { Path = $"{Member}[].{row.Path}" };
        }
    }

    internal override void Compare(TOptions before, TOptions after, string place, Bilingual whole, List<FigureDifference> found)
    {
        ImmutableArray<TItem> was = value(before) is { IsDefault: false } old ? old : [];
        ImmutableArray<TItem> @is = value(after) is { IsDefault: false } @new ? @new : [];
        (object Key, TItem Item)[] left = [.. was.Select((entry, i) => (KeyOf(entry, i), entry))];
        (object Key, TItem Item)[] right = [.. @is.Select((entry, i) => (KeyOf(entry, i), entry))];
        var leftPlaces = Places(left);
        var rightPlaces = Places(right);
        int told = found.Count;
        for (int i = 0; i < right.Length; i++)
        {
            string at = FormattableString.Invariant($"{place}{Member}[{i}]");
            Bilingual entry = NameOf(whole, right[i].Item, i);
            if (!leftPlaces.TryGetValue(right[i].Key, out int earlier) || left[earlier].Item is null || right[i].Item is null)
            {
                found.Add(new(at, entry, FigureText.None, SayEntry(right[i].Item)));
            }
            else
            {
                item.Compare(left[earlier].Item, right[i].Item, at + ".", entry, found);
            }
        }

        for (int i = 0; i < left.Length; i++)
        {
            if (!rightPlaces.ContainsKey(left[i].Key))
            {
                found.Add(new(
                    FormattableString.Invariant($"{place}{Member}[{i}]"), NameOf(whole, left[i].Item, i),
                    SayEntry(left[i].Item), FigureText.None));
            }
        }

        if (found.Count == told && !Contents.Equal(was, @is))
        {
            found.Add(new(place + Member, Words.Join(Below(whole), new("order", "顺序")), Names(was), Names(@is)));
        }
    }

    internal override Bilingual Say(TOptions options) =>
        Unit.Say(value(options) is { IsDefault: false } list ? list.Length : 0, Unit.Items);

    private protected override bool IsStated(TOptions options) => !value(options).IsDefault;

    private protected override TOptions Clear(TOptions options) => options;

    private protected override TOptions ReadStated(ref OptionsReader reader, TOptions options)
    {
        if (!reader.IsList())
        {
            return options;
        }

        var list = ImmutableArray.CreateBuilder<TItem>();
        for (int i = 0; reader.NextElement(i); i++)
        {
            list.Add(item.Read(ref reader)!); // of what is no entry the place is kept
            reader.Leave();
        }

        return with(options, list.DrainToImmutable());
    }

    private protected override void WriteStated(Utf8JsonWriter writer, TOptions options)
    {
        writer.WriteStartArray();
        foreach (TItem entry in value(options))
        {
            item.Write(writer, entry ?? throw new JsonException($"An entry of \"{Member}\" is null and cannot be written."));
        }

        writer.WriteEndArray();
    }

    private protected override JsonObject SchemaOfValue()
    {
        var schema = new JsonObject { ["type"] = "array", ["items"] = item.Schema() };
        if (count.Min > 0)
        {
            schema["minItems"] = count.Min;
        }

        if (count.Max < int.MaxValue)
        {
            schema["maxItems"] = count.Max;
        }

        return schema;
    }

    // Entries without a key are told apart by their place.
    private object KeyOf(TItem? entry, int place) => (entry is null ? null : key?.Invoke(entry)) ?? place;

    private static Dictionary<object, int> Places((object Key, TItem Item)[] list)
    {
        var places = new Dictionary<object, int>();
        for (int i = 0; i < list.Length; i++)
        {
            places.TryAdd(list[i].Key, i);
        }

        return places;
    }

    private Bilingual NameOf(Bilingual whole, TItem? entry, int place) => Words.Join(Below(whole), WordFor(entry, place));

    private Bilingual WordFor(TItem? entry, int place) => (entry is null ? null : key?.Invoke(entry)) is { } mark
        ? FigureText.Of(FigureText.Value(mark))
        : new(FormattableString.Invariant($"no. {place + 1}"), FormattableString.Invariant($"第 {place + 1} 项"));

    private Bilingual Names(ImmutableArray<TItem> list)
    {
        Bilingual[] names = [.. list.Select(WordFor)];
        return new(string.Join(", ", names.Select(static x => x.English)), string.Join("、", names.Select(static x => x.Chinese)));
    }

    private Bilingual SayEntry(TItem? entry) => entry is null ? FigureText.None : item.Say(entry);
}

/// <summary>Options within options.</summary>
internal sealed class PartFigure<TOptions, TPart>(
    string name, Func<TOptions, TPart?> value, Func<TOptions, TPart?, TOptions> with, Description<TPart> part, bool isOptional)
    : MemberFigure<TOptions>(name, part.Name, default, isOptional)
    where TOptions : class
    where TPart : class
{
    private readonly bool isOptional = isOptional;

    private protected override Bilingual Range => part.Name;

    private protected override bool ShowsDefault => false; // its figures show theirs

    internal override void Check(TOptions options, FoundMistakes mistakes)
    {
        if (value(options) is { } stated)
        {
            mistakes.Add(Member, part.Find(stated));
        }
        else if (!isOptional)
        {
            mistakes.Add(Member, PolicyReasons.Missing.With(required: part.Name), isOfForm: true);
        }
    }

    internal override IEnumerable<FigureRow> Said(TOptions options, string place, Bilingual whole) => value(options) is { } stated
        ? part.Said(stated, $"{place}{Member}.", part.Name)
        : [new FigureRow(place + Member, part.Name, default, Range, FigureText.None, Source, part.Name)];

    internal override IEnumerable<FigureRow> Rows(TOptions? options) =>
        part.Rows(options is null ? null : value(options)).Select(row => row with { Path = $"{Member}.{row.Path}" });

    internal override void Compare(TOptions before, TOptions after, string place, Bilingual whole, List<FigureDifference> found)
    {
        (TPart? was, TPart? @is) = (value(before), value(after));
        if (was is not null && @is is not null)
        {
            part.Compare(was, @is, $"{place}{Member}.", Below(whole), found);
        }
        else if (was is not null || @is is not null)
        {
            found.Add(new(place + Member, Below(whole), Say(before), Say(after)));
        }
    }

    internal override Bilingual Say(TOptions options) => value(options) is { } stated ? part.Say(stated) : FigureText.None;

    private protected override bool IsStated(TOptions options) => value(options) is not null;

    private protected override TOptions Clear(TOptions options) => with(options, null);

    private protected override TOptions ReadStated(ref OptionsReader reader, TOptions options) =>
        part.Read(ref reader) is { } read ? with(options, read) : options;

    private protected override void WriteStated(Utf8JsonWriter writer, TOptions options) => part.Write(writer, value(options)!);

    private protected override JsonObject SchemaOfValue() => part.Schema();
}

/// <summary>Any other condition.</summary>
internal sealed class RuleFigure<TOptions>(Func<TOptions, IEnumerable<Mistake>> wrong, bool isLast = false) : Figure<TOptions>
    where TOptions : class
{
    internal override void Check(TOptions options, FoundMistakes mistakes)
    {
        if (!isLast || mistakes.IsEmpty)
        {
            mistakes.Add(wrong(options));
        }
    }
}

/// <summary>Figures as texts.</summary>
internal static class FigureText
{
    internal static Bilingual None { get; } = new("–", "–");

    internal static Bilingual Of(ReasonValue value) => new(value.ToString(Language.English), value.ToString(Language.SimplifiedChinese));

    internal static ReasonValue Value(object value) => value switch
    {
        int number => number,
        decimal number => number,
        double number => ReasonValue.From(number),
        Money money => money,
        NodaTime.Duration duration => duration,
        NodaTime.LocalDate date => date,
        Bilingual text => text,
        _ => Quoted.Of(FormattableString.Invariant($"{value}")),
    };

    /// <summary>A mistake of a part, at its place in the whole.</summary>
    internal static Mistake Below(string place, Mistake mistake) =>
        new(mistake.Place.Length == 0 ? place : $"{place}.{mistake.Place}", mistake.Reason, mistake.Line, mistake.Column);
}

/// <summary>Words from the whole to the part.</summary>
internal static class Words
{
    internal static Bilingual Join(Bilingual whole, Bilingual part) => whole.English.Length == 0
        ? part
        : new($"{whole.English}, {part.English}", $"{whole.Chinese}，{part.Chinese}");
}
