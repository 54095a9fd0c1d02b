using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;

namespace PrivateDomain.Core.Internals.Documents;

/// <summary>One figure of a policy's options, or something that must hold between several.</summary>
internal abstract class Figure<TOptions>
    where TOptions : class
{
    /// <summary>Its name in a document; empty for what is not written there.</summary>
    internal virtual string Member => "";

    /// <summary>What it is called.</summary>
    internal virtual Bilingual Label => default;

    /// <summary>Whether a document has to state it: it has no default.</summary>
    internal bool IsNeeded { get; private set; }

    /// <summary>Adds what is wrong with the figure.</summary>
    internal abstract void Check(TOptions options, FoundMistakes mistakes);

    /// <summary>The rows by which a table shows the figure: none for a condition between figures.</summary>
    internal virtual IEnumerable<FigureRow> Rows(TOptions? options) => [];

    /// <summary>The rows of the figure with its value as one says it: one, or those of a part.</summary>
    internal virtual IEnumerable<FigureRow> Said(TOptions options, string place, Bilingual part) => throw NotWritten();

    /// <summary>The options with the value that the reader stands on.</summary>
    internal virtual TOptions Read(ref OptionsReader reader, TOptions options) => throw NotWritten();

    /// <summary>Writes the value.</summary>
    internal virtual void Write(Utf8JsonWriter writer, TOptions options) => throw NotWritten();

    /// <summary>The schema of the value, with what it means and where its default comes from.</summary>
    internal virtual JsonObject Schema(TOptions defaults) => throw NotWritten();

    /// <summary>Adds what differs between two values.</summary>
    internal virtual void Compare(TOptions before, TOptions after, string place, Bilingual whole, List<FigureDifference> found) =>
        throw NotWritten();

    /// <summary>The value in words.</summary>
    internal virtual Bilingual Say(TOptions options) => throw NotWritten();

    /// <summary>The same figure, which a document has to state.</summary>
    internal Figure<TOptions> Needed()
    {
        IsNeeded = true;
        return this;
    }

    private static InvalidOperationException NotWritten() => new("Only figures with a name are written.");
}

/// <summary>
/// Describes the figures of options: <c>For&lt;GroupHealthOptions&gt;.Whole(static o =&gt; o.MembersMin, static (o, v) =&gt; o with {
/// MembersMin = v }, …)</c>. The name of a figure is the name of the property, in camel case. What may be null is fine when it is, and is
/// written as null.
/// </summary>
internal static class For<TOptions>
    where TOptions : class
{
    /// <summary>A whole number in a range, both ends included.</summary>
    internal static Figure<TOptions> Whole(
        Func<TOptions, int> value, Func<TOptions, int, TOptions> with, Bilingual label, int min, int max, Bilingual unit, Bilingual source,
        [CallerArgumentExpression(nameof(value))] string name = "") =>
        Value(value, with, label, new WholeForm(min, max, unit), source, name: name);

    /// <summary>A whole number in a range that may be left out.</summary>
    internal static Figure<TOptions> Whole(
        Func<TOptions, int?> value, Func<TOptions, int?, TOptions> with, Bilingual label, int min, int max, Bilingual unit,
        Bilingual source, [CallerArgumentExpression(nameof(value))] string name = "") =>
        Value(value, with, label, new WholeForm(min, max, unit), source, name: name);

    /// <summary>A share in a range, as a decimal from 0 to 1.</summary>
    internal static Figure<TOptions> Share(
        Func<TOptions, decimal> value, Func<TOptions, decimal, TOptions> with, Bilingual label, Bilingual source, decimal min = 0,
        decimal max = 1, bool above = false, bool below = false, [CallerArgumentExpression(nameof(value))] string name = "") =>
        Value(value, with, label, new NumberForm(min, max, above, below, Unit.Share), source, name: name);

    /// <summary>A share in a range that may be left out.</summary>
    internal static Figure<TOptions> Share(
        Func<TOptions, decimal?> value, Func<TOptions, decimal?, TOptions> with, Bilingual label, Bilingual source, decimal min = 0,
        decimal max = 1, bool above = false, bool below = false, [CallerArgumentExpression(nameof(value))] string name = "") =>
        Value(value, with, label, new NumberForm(min, max, above, below, Unit.Share), source, name: name);

    /// <summary>A number in a range; null is no limit.</summary>
    internal static Figure<TOptions> Number(
        Func<TOptions, decimal> value, Func<TOptions, decimal, TOptions> with, Bilingual label, decimal? min, decimal? max, Bilingual unit,
        Bilingual source, bool above = false, bool below = false, [CallerArgumentExpression(nameof(value))] string name = "") =>
        Value(value, with, label, new NumberForm(min, max, above, below, unit), source, name: name);

    /// <summary>A number in a range that may be left out.</summary>
    internal static Figure<TOptions> Number(
        Func<TOptions, decimal?> value, Func<TOptions, decimal?, TOptions> with, Bilingual label, decimal? min, decimal? max,
        Bilingual unit, Bilingual source, bool above = false, bool below = false,
        [CallerArgumentExpression(nameof(value))] string name = "") =>
        Value(value, with, label, new NumberForm(min, max, above, below, unit), source, name: name);

    /// <summary>A number in floating point in a range; what is not a number is out of it.</summary>
    internal static Figure<TOptions> Real(
        Func<TOptions, double> value, Func<TOptions, double, TOptions> with, Bilingual label, double? min, double? max, Bilingual unit,
        Bilingual source, bool above = false, bool below = false, [CallerArgumentExpression(nameof(value))] string name = "") =>
        Value(value, with, label, new RealForm(min, max, above, below, unit), source, name: name);

    /// <summary>A length of time in a range, both ends included.</summary>
    internal static Figure<TOptions> Time(
        Func<TOptions, Duration> value, Func<TOptions, Duration, TOptions> with, Bilingual label, Duration min, Duration max,
        Bilingual source, bool above = false, [CallerArgumentExpression(nameof(value))] string name = "") =>
        Value(value, with, label, new TimeForm(min, max, above), source, name: name);

    /// <summary>An amount that is not negative, in a stated currency.</summary>
    internal static Figure<TOptions> Amount(
        Func<TOptions, Money> value, Func<TOptions, Money, TOptions> with, Bilingual label, Bilingual source, bool above = false,
        [CallerArgumentExpression(nameof(value))] string name = "") =>
        Value(value, with, label, new MoneyForm(isSigned: false, above), source, name: name);

    /// <summary>An amount that is not negative, and may be left out.</summary>
    internal static Figure<TOptions> Amount(
        Func<TOptions, Money?> value, Func<TOptions, Money?, TOptions> with, Bilingual label, Bilingual source, bool above = false,
        [CallerArgumentExpression(nameof(value))] string name = "") =>
        Value(value, with, label, new MoneyForm(isSigned: false, above), source, name: name);

    /// <summary>One of an enumeration's values.</summary>
    internal static Figure<TOptions> Choice<TEnum>(
        Func<TOptions, TEnum> value, Func<TOptions, TEnum, TOptions> with, Bilingual label, Func<TEnum, Bilingual> nameOf, Bilingual source,
        bool notZero = false, [CallerArgumentExpression(nameof(value))] string name = "")
        where TEnum : struct, Enum =>
        Value(value, with, label, new ChoiceForm<TEnum>(nameOf, notZero), source, name: name);

    /// <summary>Yes or no.</summary>
    internal static Figure<TOptions> Flag(
        Func<TOptions, bool> value, Func<TOptions, bool, TOptions> with, Bilingual label, Bilingual source,
        [CallerArgumentExpression(nameof(value))] string name = "") =>
        Value(value, with, label, FlagForm.Instance, source, name: name);

    /// <summary>A visible text of a bounded length.</summary>
    internal static Figure<TOptions> Text(
        Func<TOptions, string?> value, Func<TOptions, string, TOptions> with, Bilingual label, Bilingual source,
        int lengthMax = IdentifierText.LengthMax, bool isChecked = true, [CallerArgumentExpression(nameof(value))] string name = "") =>
        new TextFigure<TOptions>(FigureName.Of(name), value, with, label, new TextForm(lengthMax), source, isChecked);

    /// <summary>A value of any form.</summary>
    internal static Figure<TOptions> Value<T>(
        Func<TOptions, T> value, Func<TOptions, T, TOptions> with, Bilingual label, ValueForm<T> form, Bilingual source,
        bool isChecked = true, [CallerArgumentExpression(nameof(value))] string name = "")
        where T : struct =>
        new ValueFigure<TOptions, T>(
            FigureName.Of(name), o => value(o), (o, v) => with(o, v.GetValueOrDefault()), label, form, source, isChecked,
            isOptional: false);

    /// <summary>A value of any form that may be left out.</summary>
    internal static Figure<TOptions> Value<T>(
        Func<TOptions, T?> value, Func<TOptions, T?, TOptions> with, Bilingual label, ValueForm<T> form, Bilingual source,
        bool isChecked = true, [CallerArgumentExpression(nameof(value))] string name = "")
        where T : struct =>
        new ValueFigure<TOptions, T>(FigureName.Of(name), value, with, label, form, source, isChecked, isOptional: true);

    /// <summary>A list of values; what is wrong with them, a condition says.</summary>
    internal static Figure<TOptions> Values<T>(
        Func<TOptions, ImmutableArray<T>> value, Func<TOptions, ImmutableArray<T>, TOptions> with, Bilingual label, ValueForm<T> form,
        Bilingual source, [CallerArgumentExpression(nameof(value))] string name = "")
        where T : notnull =>
        new ValuesFigure<TOptions, T>(
            FigureName.Of(name), o => value(o), (o, v) => with(o, v.GetValueOrDefault()), label, form, source, isOptional: false);

    /// <summary>A list of values that may be left out; what is wrong with them, a condition says.</summary>
    internal static Figure<TOptions> Values<T>(
        Func<TOptions, ImmutableArray<T>?> value, Func<TOptions, ImmutableArray<T>?, TOptions> with, Bilingual label, ValueForm<T> form,
        Bilingual source, [CallerArgumentExpression(nameof(value))] string name = "")
        where T : notnull =>
        new ValuesFigure<TOptions, T>(FigureName.Of(name), value, with, label, form, source, isOptional: true);

    /// <summary>The first figure is at most the second.</summary>
    internal static Figure<TOptions> AtMost<T>(
        Func<TOptions, T?> lower, Func<TOptions, T?> upper,
        [CallerArgumentExpression(nameof(lower))] string lowerName = "", [CallerArgumentExpression(nameof(upper))] string upperName = "")
        where T : struct, IComparable<T> =>
        new OrderFigure<TOptions, T>(FigureName.Of(lowerName), FigureName.Of(upperName), lower, upper, mayBeEqual: true);

    /// <summary>The first figure is below the second.</summary>
    internal static Figure<TOptions> Below<T>(
        Func<TOptions, T?> lower, Func<TOptions, T?> upper,
        [CallerArgumentExpression(nameof(lower))] string lowerName = "", [CallerArgumentExpression(nameof(upper))] string upperName = "")
        where T : struct, IComparable<T> =>
        new OrderFigure<TOptions, T>(FigureName.Of(lowerName), FigureName.Of(upperName), lower, upper, mayBeEqual: false);

    /// <summary>A list of described entries; a default list, too few or too many entries, null entries and the same key twice are
    /// mistakes.</summary>
    internal static Figure<TOptions> List<TItem>(
        Func<TOptions, ImmutableArray<TItem>> value, Func<TOptions, ImmutableArray<TItem>, TOptions> with, Bilingual label,
        Bilingual source, int countMin = 0, int countMax = int.MaxValue, Func<TItem, object?>? key = null,
        [CallerArgumentExpression(nameof(value))] string name = "")
        where TItem : class, IPolicyOptions<TItem> =>
        new ListFigure<TOptions, TItem>(
            FigureName.Of(name), value, with, label, TItem.Description, source, new CountRange(countMin, countMax), key);

    /// <summary>Options within the options.</summary>
    internal static Figure<TOptions> Part<TPart>(
        Func<TOptions, TPart?> value, Func<TOptions, TPart, TOptions> with, [CallerArgumentExpression(nameof(value))] string name = "")
        where TPart : class, IPolicyOptions<TPart> =>
        new PartFigure<TOptions, TPart>(FigureName.Of(name), value, (o, v) => with(o, v!), TPart.Description, isOptional: false);

    /// <summary>Options within the options that may be left out.</summary>
    internal static Figure<TOptions> OptionalPart<TPart>(
        Func<TOptions, TPart?> value, Func<TOptions, TPart?, TOptions> with, [CallerArgumentExpression(nameof(value))] string name = "")
        where TPart : class, IPolicyOptions<TPart> =>
        new PartFigure<TOptions, TPart>(FigureName.Of(name), value, with, TPart.Description, isOptional: true);

    /// <summary>A condition that is none of the kinds above: the reason when it does not hold, else null.</summary>
    internal static Figure<TOptions> Rule(string place, Func<TOptions, Reason?> wrong) =>
        new RuleFigure<TOptions>(options => wrong(options) is { } reason ? [new Mistake(place, reason)] : []);

    /// <summary>Conditions with several places.</summary>
    internal static Figure<TOptions> Rules(Func<TOptions, IEnumerable<Mistake>> wrong) => new RuleFigure<TOptions>(wrong);

    /// <summary>Conditions that are looked at only where nothing before them is wrong.</summary>
    internal static Figure<TOptions> AtLast(Func<TOptions, IEnumerable<Mistake>> wrong) => new RuleFigure<TOptions>(wrong, isLast: true);
}

/// <summary>How many entries a list may have.</summary>
internal readonly record struct CountRange(int Min, int Max)
{
    internal Bilingual InWords => Min == 0 && Max == int.MaxValue ? Wanted.List
        : Wanted.Range(Min, Max == int.MaxValue ? default(ReasonValue?) : Max, above: false, below: false);

    internal bool Has(int count) => count >= Min && count <= Max;
}

/// <summary>The name of a figure, from the lambda that reads it.</summary>
internal static class FigureName
{
    /// <summary><c>static o =&gt; o.MembersMin</c> is <c>membersMin</c>; <c>static o =&gt; o.Quiet.From</c> is <c>quiet.from</c>; a name
    /// stays itself.</summary>
    internal static string Of(string lambda)
    {
        int arrow = lambda.IndexOf("=>", StringComparison.Ordinal);
        return arrow < 0 ? lambda : string.Join('.', lambda[(arrow + 2)..].Trim().Split('.').Skip(1)
            .Select(static part => part.TrimEnd('!', '?')).Select(static part => char.ToLowerInvariant(part[0]) + part[1..]));
    }
}
