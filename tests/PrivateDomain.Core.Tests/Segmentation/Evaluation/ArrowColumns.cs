using System.Numerics;
using NodaTime;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Evaluation;

namespace PrivateDomain.Core.Tests.Segmentation.Evaluation;

/// <summary>Writes customers into a table as Arrow would hold them: a column a fact, bitmaps that begin anywhere in a byte, dictionaries in
/// any order with texts twice and texts unused, and nonsense wherever nothing is known.</summary>
internal sealed class ArrowColumns(Random random)
{
    /// <summary>How often a type of numbers was taken.</summary>
    internal Dictionary<Type, int> Types { get; } = [];

    internal void Write(CustomerTable table, int firstRow, FactValues[] customers)
    {
        foreach (Fact fact in table.Facts)
        {
            Write(table, fact, firstRow, customers);
        }
    }

    private void Write(CustomerTable table, Fact fact, int firstRow, FactValues[] customers)
    {
        (byte[] bitmap, int offset) = BitsOf([.. customers.Select(values => values.Knows(fact))]);
        RowBits known = customers.All(values => values.Knows(fact)) && random.Next(2) == 0 ? RowBits.All : RowBits.From(bitmap, offset);
        switch (fact)
        {
            case NumberFact number:
                Write(table, number, firstRow, [.. customers.Select(values => values.NumberOf(number))], known);
                break;
            case DateFact date:
                table.Set(date, firstRow, [.. customers.Select(values => values.DateOf(date) is { } day
                    ? Period.DaysBetween(new LocalDate(1970, 1, 1), day)
                    : Any(int.MinValue, int.MaxValue, -5_000_000))], known);
                break;
            case YesNoFact yesNo:
                (byte[] yes, int first) = BitsOf([.. customers.Select(values => values.YesNoOf(yesNo) ?? random.Next(2) == 0)]);
                table.Set(yesNo, firstRow, customers.Length, RowBits.From(yes, first), known);
                break;
            case TextFact text:
                string?[] texts = [.. customers.Select(values => values.TextOf(text))];
                string[] dictionary = Dictionary(texts);
                table.Set(text, firstRow, [.. texts.Select(found => CodeOf(found, dictionary))], dictionary, known);
                break;
            case ChoiceFact choice:
                string?[] levels = [.. customers.Select(values => values.LevelOf(choice))];
                string[] names = Dictionary(levels);
                table.Set(choice, firstRow, [.. levels.Select(found => CodeOf(found, names))], names, known);
                break;
            default:
                WriteSets(table, (TextSetFact)fact, firstRow, customers, known);
                break;
        }
    }

    // In any type that holds all of them.
    private void Write(CustomerTable table, NumberFact fact, int firstRow, double?[] numbers, RowBits known)
    {
        bool IsHeldBy<T>()
            where T : INumber<T> =>
            Array.TrueForAll(numbers, static x => x is not { } number || double.CreateSaturating(T.CreateSaturating(number)) == number);
        switch (random.Next(8))
        {
            case 0 when IsHeldBy<int>():
                Write<int>(table, fact, firstRow, numbers, known, [0, int.MaxValue, int.MinValue]);
                break;
            case 1 when IsHeldBy<long>():
                Write<long>(table, fact, firstRow, numbers, known, [0, long.MaxValue, long.MinValue]);
                break;
            case 2 when Array.TrueForAll(numbers, static x => x is null or (> -1e15 and < 1e15)) && IsHeldBy<decimal>():
                Write(table, fact, firstRow, numbers, known, [0m, decimal.MaxValue, decimal.MinValue]);
                break;
            case 3 when IsHeldBy<float>():
                Write(table, fact, firstRow, numbers, known, [0, float.NaN, float.PositiveInfinity]);
                break;
            case 4 when IsHeldBy<short>():
                Write<short>(table, fact, firstRow, numbers, known, [0, short.MaxValue, short.MinValue]);
                break;
            case 5 when IsHeldBy<ulong>():
                Write<ulong>(table, fact, firstRow, numbers, known, [0, ulong.MaxValue, 7]);
                break;
            default:
                Write(table, fact, firstRow, numbers, known, [0, double.NaN, double.NegativeInfinity, double.MaxValue]);
                break;
        }
    }

    private void Write<T>(CustomerTable table, NumberFact fact, int firstRow, double?[] numbers, RowBits known, T[] nonsense)
        where T : unmanaged, INumber<T>
    {
        Types[typeof(T)] = Types.GetValueOrDefault(typeof(T)) + 1;
        table.Set(fact, firstRow, [.. numbers.Select(x => x is { } number ? T.CreateChecked(number) : Any(nonsense))], known);
    }

    private void WriteSets(CustomerTable table, TextSetFact fact, int firstRow, FactValues[] customers, RowBits known)
    {
        string[] dictionary = Dictionary([.. customers.SelectMany(values => values.TextSetOf(fact) ?? [])]);
        List<int> codes = [.. Enumerable.Repeat(-7, random.Next(3))]; // what stands before the first offset is nobody's
        List<int> offsets = [codes.Count];
        foreach (FactValues values in customers)
        {
            codes.AddRange(values.TextSetOf(fact) is { } set
                ? set.SelectMany(text => Enumerable.Repeat(text, random.Next(1, 3))).Select(text => CodeOf(text, dictionary))
                : Enumerable.Repeat(Any(-1, int.MaxValue, dictionary.Length), random.Next(3)));
            offsets.Add(codes.Count);
        }

        table.Set(fact, firstRow, [.. offsets], [.. codes], dictionary, known);
    }

    private string[] Dictionary(string?[] texts)
    {
        string[] all = [.. texts.OfType<string>().Distinct()];
        string[] some = [.. all, .. all.Where(_ => random.Next(3) == 0), "nobody's"];
        random.Shuffle(some);
        return some;
    }

    private int CodeOf(string? text, string[] dictionary)
    {
        int[] places = [.. Enumerable.Range(0, dictionary.Length).Where(i => dictionary[i] == text)];
        return text is null ? Any(-1, dictionary.Length, int.MinValue, 0) : places[random.Next(places.Length)];
    }

    private T Any<T>(params T[] values) => values[random.Next(values.Length)];

    private (byte[] Bitmap, int Offset) BitsOf(bool[] bits)
    {
        int offset = random.Next(70);
        byte[] bitmap = new byte[(offset + bits.Length + 7) / 8 + random.Next(2)];
        random.NextBytes(bitmap);
        for (int i = 0; i < bits.Length; i++)
        {
            int bit = offset + i;
            bitmap[bit / 8] = (byte)(bits[i] ? bitmap[bit / 8] | (1 << (bit % 8)) : bitmap[bit / 8] & ~(1 << (bit % 8)));
        }

        return (bitmap, offset);
    }
}
