using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using NodaTime;

namespace PrivateDomain.Core.Internals;

/// <summary>One figure of a policy's options, or something that must hold between several.</summary>
internal abstract class Figure<TOptions>
    where TOptions : class
{
    /// <summary>Adds what is wrong with the figure.</summary>
    internal abstract void Check(TOptions options, ImmutableArray<Mistake>.Builder mistakes);

    /// <summary>The rows by which a table shows the figure: none for a condition between figures.</summary>
    internal virtual IEnumerable<FigureRow> Rows(TOptions? options) => [];
}

/// <summary>
/// Describes the figures of options: <c>Figure&lt;GroupHealthOptions&gt;</c> is made by <c>For&lt;GroupHealthOptions&gt;.Whole(static o
/// =&gt; o.MembersMin, …)</c>. The name of a
/// figure is the name of the property, in camel case. A figure that may be left out (null) is fine when it is.
/// </summary>
internal static class For<TOptions>
    where TOptions : class
{
    /// <summary>A whole number in a range, both ends included.</summary>
    internal static Figure<TOptions> Whole(
        Func<TOptions, int?> value, int min, int max, Bilingual unit, Bilingual source,
        [CallerArgumentExpression(nameof(value))] string name = "") =>
        new RangeFigure<TOptions, int>(FigureName.Of(name), value, min, max, false, false, unit, source, static x => x);

    /// <summary>A share in a range, as a decimal from 0 to 1.</summary>
    internal static Figure<TOptions> Share(
        Func<TOptions, decimal?> value, Bilingual source, decimal min = 0, decimal max = 1, bool above = false, bool below = false,
        [CallerArgumentExpression(nameof(value))] string name = "") =>
        new RangeFigure<TOptions, decimal>(FigureName.Of(name), value, min, max, above, below, Unit.Share, source, static x => x);

    /// <summary>A number in a range; null is no limit.</summary>
    internal static Figure<TOptions> Number(
        Func<TOptions, decimal?> value, decimal? min, decimal? max, Bilingual unit, Bilingual source, bool above = false,
        bool below = false,
        [CallerArgumentExpression(nameof(value))] string name = "") =>
        new RangeFigure<TOptions, decimal>(FigureName.Of(name), value, min, max, above, below, unit, source, static x => x);

    /// <summary>A number in floating point in a range; what is not a number is out of it.</summary>
    internal static Figure<TOptions> Real(
        Func<TOptions, double?> value, double? min, double? max, Bilingual unit, Bilingual source, bool above = false, bool below = false,
        [CallerArgumentExpression(nameof(value))] string name = "") =>
        new RangeFigure<TOptions, double>(FigureName.Of(name), value, min, max, above, below, unit, source, ReasonValue.From);

    /// <summary>A length of time in a range, both ends included.</summary>
    internal static Figure<TOptions> Time(
        Func<TOptions, Duration?> value, Duration min, Duration max, Bilingual source, bool above = false,
        [CallerArgumentExpression(nameof(value))] string name = "") =>
        new RangeFigure<TOptions, Duration>(FigureName.Of(name), value, min, max, above, false, Unit.Time, source, static x => x);

    /// <summary>An amount that is not negative, in a stated currency.</summary>
    internal static Figure<TOptions> Amount(
        Func<TOptions, Money?> value, Bilingual source, bool above = false, [CallerArgumentExpression(nameof(value))] string name = "") =>
        new ValueFigure<TOptions, Money>(
            FigureName.Of(name), value, Unit.Money, source, Wanted.Range(0, null, above, false), static x => x,
            x => x.Currency.IsNone ? PolicyReasons.Missing.With(required: Wanted.Amount)
                : x.Amount < 0 || (above && x.Amount == 0) ? PolicyReasons.OutOfRange.With(x, Wanted.Range(0, null, above, false))
                : null);

    /// <summary>One of an enumeration's values.</summary>
    internal static Figure<TOptions> Choice<TEnum>(
        Func<TOptions, TEnum?> value, Func<TEnum, Bilingual> nameOf, Bilingual source, bool notZero = false,
        [CallerArgumentExpression(nameof(value))] string name = "")
        where TEnum : struct, Enum
    {
        Bilingual all = Choices(nameOf, notZero);
        return new ValueFigure<TOptions, TEnum>(
            FigureName.Of(name), value, Unit.None, source, all, x => Enum.IsDefined(x) ? nameOf(x) : x.ToString("D"),
            x => Enum.IsDefined(x) && !(notZero && EqualityComparer<TEnum>.Default.Equals(x, default))
                ? null
                : PolicyReasons.UnknownChoice.With(Enum.IsDefined(x) ? nameOf(x) : x.ToString("D"), all));
    }

    /// <summary>Yes or no.</summary>
    internal static Figure<TOptions> Flag(
        Func<TOptions, bool?> value, Bilingual source, [CallerArgumentExpression(nameof(value))] string name = "") =>
        new ValueFigure<TOptions, bool>(
            FigureName.Of(name), value, Unit.None, source, new("yes or no", "是或否"),
            static x => x ? new Bilingual("yes", "是") : new Bilingual("no", "否"), static _ => null);

    /// <summary>A visible text of a bounded length.</summary>
    internal static Figure<TOptions> Text(
        Func<TOptions, string?> value, Bilingual source, int lengthMax = IdentifierText.LengthMax, bool optional = false,
        [CallerArgumentExpression(nameof(value))] string name = "") =>
        new TextFigure<TOptions>(FigureName.Of(name), value, source, lengthMax, optional);

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
        Func<TOptions, ImmutableArray<TItem>> value, Description<TItem> item, Bilingual source, int countMin = 0,
        int countMax = int.MaxValue,
        Func<TItem, object?>? key = null, [CallerArgumentExpression(nameof(value))] string name = "")
        where TItem : class =>
        new ListFigure<TOptions, TItem>(FigureName.Of(name), value, item, source, countMin, countMax, key);

    /// <summary>Options within the options.</summary>
    internal static Figure<TOptions> Part<TPart>(
        Func<TOptions, TPart?> value, Description<TPart> part, bool optional = false,
        [CallerArgumentExpression(nameof(value))] string name = "")
        where TPart : class =>
        new PartFigure<TOptions, TPart>(FigureName.Of(name), value, part, optional);

    /// <summary>A condition that is none of the kinds above: the reason when it does not hold, else null.</summary>
    internal static Figure<TOptions> Rule(string place, Func<TOptions, Reason?> wrong) =>
        new RuleFigure<TOptions>(options => wrong(options) is { } reason ? [new Mistake(place, reason)] : []);

    /// <summary>Conditions with several places.</summary>
    internal static Figure<TOptions> Rules(Func<TOptions, IEnumerable<Mistake>> wrong) => new RuleFigure<TOptions>(wrong);

    private static Bilingual Choices<TEnum>(Func<TEnum, Bilingual> nameOf, bool notZero)
        where TEnum : struct, Enum
    {
        Bilingual[] names =
            [.. Enum.GetValues<TEnum>().Where(x => !notZero || !EqualityComparer<TEnum>.Default.Equals(x, default)).Select(nameOf)];
        return new Bilingual(string.Join(", ", names.Select(static x => x.English)), string.Join("、", names.Select(static x => x.Chinese)));
    }
}

/// <summary>The name of a figure, from the lambda that reads it.</summary>
internal static class FigureName
{
    /// <summary><c>static o =&gt; o.MembersMin</c> is <c>membersMin</c>; <c>static o =&gt; o.Quiet.From</c> is <c>quiet.from</c>.</summary>
    internal static string Of(string lambda)
    {
        string path = lambda[(lambda.IndexOf("=>", StringComparison.Ordinal) + 2)..].Trim();
        return string.Join(
            '.', path.Split('.').Skip(1).Select(static part => part.TrimEnd('!', '?')).Select(
                static part => char.ToLowerInvariant(part[0]) + part[1..]));
    }
}
