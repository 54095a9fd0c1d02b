using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Products;

/// <summary>One point of a curve (评分曲线节点): what a figure is worth.</summary>
/// <remarks>
/// A curve is straight between its knots and level before the first and after the last. Equality is that of both numbers; there is no
/// ordering.
/// The default value is the point 0, 0. <see cref="ProductFitPolicy"/> checks the knots.
/// </remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public readonly record struct FitKnot
{
    /// <summary>Makes a point.</summary>
    /// <param name="at">The figure: a share, or a multiple of the anchor ticket.</param>
    /// <param name="share">What it is worth, from 0 (nothing) to 1 (all points of the criterion).</param>
    public FitKnot(double at, double share)
    {
        At = at;
        Share = share;
    }

    /// <summary>The figure: a share, or a multiple of the anchor ticket.</summary>
    public double At { get; }

    /// <summary>What it is worth, from 0 to 1.</summary>
    public double Share { get; }
}

/// <summary>A point of a curve, as the pair of its numbers: <c>[0.5, 0.2]</c>.</summary>
internal sealed class KnotForm : ValueForm<FitKnot>
{
    internal static KnotForm Instance { get; } = new();

    internal override Bilingual Range { get; } = new("a figure and its worth", "数值与得分");

    private static Bilingual Number { get; } = new("a number", "数字");

    private static Bilingual Kind { get; } = new("a pair of numbers such as [0.5, 0.2]", "一对数字，如 [0.5, 0.2]");

    internal override bool TryRead(ref OptionsReader reader, out FitKnot value)
    {
        value = default;
        if (reader.Token != JsonTokenType.StartArray)
        {
            return reader.WrongForm(Kind);
        }

        double[] numbers = [0, 0];
        int count = 0;
        (Reason Reason, long Place)? wrong = null; // told of the whole knot: all that rests on it stays untold
        long start = reader.Place;
        for (; reader.NextElement(count); count++)
        {
            if (reader.TryDouble(out double number))
            {
                numbers[Math.Min(count, 1)] = number;
            }
            else
            {
                long place = reader.Place;
                Reason reason = reader.SkipOf(Number);
                wrong ??= (reason, place);
            }

            reader.Leave();
        }

        if (count != numbers.Length && !reader.Input.IsFull)
        {
            wrong ??= (PolicyReasons.WrongCount.With(count, numbers.Length), start);
        }

        if (wrong is { } told)
        {
            reader.Wrong(told.Reason, told.Place);
        }

        value = new(numbers[0], numbers[1]);
        return wrong is null;
    }

    internal override void Write(Utf8JsonWriter writer, FitKnot value)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(value.At);
        writer.WriteNumberValue(value.Share);
        writer.WriteEndArray();
    }

    internal override JsonObject Schema() => new()
    {
        ["type"] = "array",
        ["items"] = new JsonObject { ["type"] = "number" },
        ["minItems"] = 2,
        ["maxItems"] = 2,
    };

    internal override ReasonValue Show(FitKnot value) => $"{ReasonValue.From(value.At)}: {ReasonValue.From(value.Share)}";
}

/// <summary>The curves of product fit: what a figure is worth, and what makes knots a curve.</summary>
internal static class FitCurve
{
    /// <summary>What a figure is worth, from 0 to 1; infinity is worth what the nearest end is, and not a number stays so.</summary>
    internal static double At(ImmutableArray<FitKnot> knots, double figure)
    {
        if (double.IsNaN(figure) || figure <= knots[0].At)
        {
            return double.IsNaN(figure) ? figure : knots[0].Share;
        }

        for (int i = 1; i < knots.Length; i++)
        {
            if (figure <= knots[i].At)
            {
                (FitKnot from, FitKnot to) = (knots[i - 1], knots[i]);
                return from.Share + ((to.Share - from.Share) * ((figure - from.At) / (to.At - from.At)));
            }
        }

        return knots[^1].Share;
    }

    /// <summary>What is wrong with the knots of a curve: fewer than two, figures that do not ascend in single precision, worths outside 0
    /// to 1.</summary>
    /// <param name="place">The name of the curve.</param>
    /// <param name="knots">The knots.</param>
    /// <param name="unit">What one stands for in the columns: 1, or the anchor ticket in major units.</param>
    internal static IEnumerable<Mistake> MistakesOf(string place, ImmutableArray<FitKnot> knots, double unit = 1)
    {
        int count = knots.IsDefault ? 0 : knots.Length;
        if (count < 2)
        {
            yield return new Mistake(place, PolicyReasons.WrongCount.With(count, new Bilingual("2 or more", "2 或以上")));
        }

        for (int i = 0; i < count; i++)
        {
            string knot = string.Create(CultureInfo.InvariantCulture, $"{place}[{i}]");
            float figure = (float)(knots[i].At * unit);
            if (!float.IsFinite(figure))
            {
                yield return new Mistake(
                    knot + ".at", PolicyReasons.OutOfRange.With(
                        ReasonValue.From(knots[i].At), new Bilingual("a finite number in single precision", "单精度范围内的有限数")));
            }
            else if (i > 0 && figure <= (float)(knots[i - 1].At * unit))
            {
                yield return new Mistake(
                    knot + ".at", PolicyReasons.NotInOrder.With(ReasonValue.From(knots[i].At), Above(knots[i - 1].At)));
            }

            if (knots[i].Share is not (>= 0 and <= 1))
            {
                yield return new Mistake(knot + ".share", PolicyReasons.OutOfRange.With(ReasonValue.From(knots[i].Share), Wanted.Share));
            }
        }
    }

    private static Bilingual Above(double figure)
    {
        string limit = ReasonValue.From(figure).ToString();
        return new Bilingual($"above {limit}", $"大于 {limit}");
    }
}
