using System.Collections.Immutable;

namespace PrivateDomain.Core.Internals;

/// <summary>A figure with one value that a condition may refuse.</summary>
internal class ValueFigure<TOptions, T>(
    string name, Func<TOptions, T?> value, Bilingual unit, Bilingual source, Bilingual range, Func<T, ReasonValue> shown, Func<T,
    Reason?> wrong) : Figure<TOptions>
    where TOptions : class
    where T : struct
{
    internal override void Check(TOptions options, ImmutableArray<Mistake>.Builder mistakes)
    {
        if (value(options) is { } stated && wrong(stated) is { } reason)
        {
            mistakes.Add(new Mistake(name, reason));
        }
    }

    internal override IEnumerable<FigureRow> Rows(TOptions? options) =>
    [
        new FigureRow(
            name, unit, range, options is not null && value(options) is { } stated ? FigureText.Of(shown(stated)) : FigureText.None,
            source),
    ];
}

/// <summary>A figure with an order and a range.</summary>
internal sealed class RangeFigure<TOptions, T>(
    string name, Func<TOptions, T?> value, T? min, T? max, bool above, bool below, Bilingual unit, Bilingual source, Func<T,
    ReasonValue> shown)
    : ValueFigure<TOptions, T>(
        name, value, unit, source, RangeOf(min, max, above, below, shown), shown,
        x => IsIn(x, min, max, above, below) ? null : PolicyReasons.OutOfRange.With(shown(x), RangeOf(min, max, above, below, shown)))
    where TOptions : class
    where T : struct, IComparable<T>
{
    private static Bilingual RangeOf(T? min, T? max, bool above, bool below, Func<T, ReasonValue> shown) =>
        Wanted.Range(
            min is { } least ? shown(least) : default(ReasonValue?), max is { } most ? shown(most) : default(ReasonValue?), above, below);

    private static bool IsIn(T x, T? min, T? max, bool above, bool below) =>
        x is not double.NaN &&
        (min is not { } least || x.CompareTo(least) > (above ? 0 : -1)) &&
        (max is not { } most || x.CompareTo(most) < (below ? 0 : 1));
}

/// <summary>A text.</summary>
internal sealed class TextFigure<TOptions>(
    string name, Func<TOptions, string?> value, Bilingual source, int lengthMax, bool optional) : Figure<TOptions>
    where TOptions : class
{
    private readonly Bilingual range = new(
        FormattableString.Invariant($"a visible text of at most {lengthMax} characters"),
        FormattableString.Invariant($"不超过 {lengthMax} 个字符的可见文字"));

    internal override void Check(TOptions options, ImmutableArray<Mistake>.Builder mistakes)
    {
        string? text = value(options);
        if (text is null ? !optional : string.IsNullOrWhiteSpace(text))
        {
            mistakes.Add(new Mistake(name, PolicyReasons.Missing.With(required: Wanted.Text)));
        }
        else if (text?.Length > lengthMax)
        {
            mistakes.Add(new Mistake(name, PolicyReasons.Malformed.With(Quoted.Of(text), range)));
        }
    }

    internal override IEnumerable<FigureRow> Rows(TOptions? options) =>
    [
        new FigureRow(
            name, Unit.None, range,
            options is not null && value(options) is { } text ? new Bilingual(text, text) : FigureText.None, source),
    ];
}

/// <summary>Two figures in order.</summary>
internal sealed class OrderFigure<TOptions, T>(
    string lowerName, string upperName, Func<TOptions, T?> lower, Func<TOptions, T?> upper, bool mayBeEqual) : Figure<TOptions>
    where TOptions : class
    where T : struct, IComparable<T>
{
    internal override void Check(TOptions options, ImmutableArray<Mistake>.Builder mistakes)
    {
        if (lower(options) is { } low && upper(options) is { } high && low.CompareTo(high) >= (mayBeEqual ? 1 : 0))
        {
            ReasonValue limit = FigureText.Value(high);
            mistakes.Add(new Mistake(lowerName, PolicyReasons.NotInOrder.With(
                FigureText.Value(low),
                mayBeEqual
                    ? new Bilingual($"at most {upperName}, {limit}", $"不超过 {upperName}（{limit.ToString(Language.SimplifiedChinese)}）")
                    : new Bilingual($"below {upperName}, {limit}", $"小于 {upperName}（{limit.ToString(Language.SimplifiedChinese)}）"))));
        }
    }
}

/// <summary>A list of described entries.</summary>
internal sealed class ListFigure<TOptions, TItem>(
    string name, Func<TOptions, ImmutableArray<TItem>> value, Description<TItem> item, Bilingual source, int countMin, int countMax,
    Func<TItem, object?>? key)
    : Figure<TOptions>
    where TOptions : class
    where TItem : class
{
    internal override void Check(TOptions options, ImmutableArray<Mistake>.Builder mistakes)
    {
        ImmutableArray<TItem> list = value(options);
        if (list.IsDefault)
        {
            mistakes.Add(new Mistake(name, PolicyReasons.Missing.With(required: Wanted.List)));
            return;
        }

        if (list.Length < countMin || list.Length > countMax)
        {
            mistakes.Add(new Mistake(name, PolicyReasons.WrongCount.With(list.Length, Count)));
        }

        var seen = new HashSet<object>();
        for (int i = 0; i < list.Length; i++)
        {
            string place = FormattableString.Invariant($"{name}[{i}]");
            if (list[i] is not { } entry)
            {
                mistakes.Add(new Mistake(place, PolicyReasons.Missing.With(required: Wanted.Entry)));
                continue;
            }

            mistakes.AddRange(item.Check(entry).Select(mistake => FigureText.Below(place, mistake)));
            if (key?.Invoke(entry) is { } mark && !seen.Add(mark))
            {
                mistakes.Add(new Mistake(place, PolicyReasons.Twice.With(FigureText.Value(mark))));
            }
        }
    }

    internal override IEnumerable<FigureRow> Rows(TOptions? options)
    {
        ImmutableArray<TItem> list = options is null ? [] : value(options);
        int count = list.IsDefault ? 0 : list.Length;
        yield return new FigureRow(
            name, Unit.Items, countMin == 0 && countMax == int.MaxValue ? Wanted.List : Count, FigureText.Of(count), source);
        foreach (FigureRow row in item.Rows(count == 1 ? list[0] : null))
        {
            yield return row with { Path = $"{name}[].{row.Path}" };
        }
    }

    private Bilingual Count =>
        Wanted.Range(countMin, countMax == int.MaxValue ? default(ReasonValue?) : countMax, above: false, below: false);
}

/// <summary>Options within options.</summary>
internal sealed class PartFigure<TOptions, TPart>(
    string name, Func<TOptions, TPart?> value, Description<TPart> part, bool optional) : Figure<TOptions>
    where TOptions : class
    where TPart : class
{
    internal override void Check(TOptions options, ImmutableArray<Mistake>.Builder mistakes)
    {
        if (value(options) is { } stated)
        {
            mistakes.AddRange(part.Check(stated).Select(mistake => FigureText.Below(name, mistake)));
        }
        else if (!optional)
        {
            mistakes.Add(new Mistake(name, PolicyReasons.Missing.With(required: part.Name)));
        }
    }

    internal override IEnumerable<FigureRow> Rows(TOptions? options) =>
        part.Rows(options is null ? null : value(options)).Select(row => row with { Path = $"{name}.{row.Path}" });
}

/// <summary>Any other condition.</summary>
internal sealed class RuleFigure<TOptions>(Func<TOptions, IEnumerable<Mistake>> wrong) : Figure<TOptions>
    where TOptions : class
{
    internal override void Check(TOptions options, ImmutableArray<Mistake>.Builder mistakes) => mistakes.AddRange(wrong(options));
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
