using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Segmentation.Evaluation;

/// <summary>The threshold form of a set with the table made of it, and what it reads of one customer.</summary>
internal sealed class SegmentForm
{
    private const int StackWords = 256;
    private readonly SegmentTable table;
    private readonly ImmutableArray<FrozenDictionary<string, int>?> textPlaces;

    internal SegmentForm(LoweredSegments lowered)
    {
        Lowered = lowered;
        table = new SegmentTable(lowered);
        textPlaces =
        [
            .. lowered.Inputs.Select(static input => input.IsText
                ? input.Texts.Select(static (text, place) => (text, place))
                    .ToFrozenDictionary(static x => x.text, static x => x.place, StringComparer.Ordinal)
                : null),
        ];
    }

    internal LoweredSegments Lowered { get; }

    internal int SegmentWords => table.SegmentWords;

    internal bool IsOneWord => table.IsOneWord;

    /// <summary>The numbers and the bits of texts that the form asks for, and whether one of its facts is folded.</summary>
    internal (double[] Numbers, ulong[] Texts, bool HasFolded) Read(FactValues values)
    {
        double[] numbers = new double[table.ValueCount];
        ulong[] texts = new ulong[table.InputWords];
        bool hasFolded = false;
        for (int i = 0; i < Lowered.Inputs.Length; i++)
        {
            numbers[i] = Lowered.Inputs[i].Fact switch
            {
                NumberFact number => NumberOf(values.Number(number), static x => x),
                DateFact date => NumberOf(values.Date(date), static x => ShopDays.NumberOf(x)),
                YesNoFact yesNo => NumberOf(values.YesNo(yesNo), static x => x ? 1 : 0),
                ChoiceFact choice => NumberOf(values.Level(choice), static x => x),
                TextFact text => Mark(texts, i, values.Text(text).Select(static x => (IEnumerable<string>)[x])),
                var set => Mark(texts, i, values.TextSet((TextSetFact)set).Select(static x => (IEnumerable<string>)x)),
            };
            hasFolded |= double.IsPositiveInfinity(numbers[i]);
        }

        return (numbers, texts, hasFolded);
    }

    /// <summary>The one word of segments, where <see cref="IsOneWord"/>.</summary>
    internal ulong One(ReadOnlySpan<double> numbers, ReadOnlySpan<ulong> texts) => table.One(numbers, texts);

    /// <summary>Writes the words of the segments that hold for certain, and of those that possibly do where they are asked for.</summary>
    [SkipLocalsInit]
    internal void Fill(ReadOnlySpan<double> numbers, ReadOnlySpan<ulong> texts, Span<ulong> certain, Span<ulong> possible)
    {
        int count = table.Words;
        ulong[]? rented = count > StackWords ? ArrayPool<ulong>.Shared.Rent(count) : null;
        Span<ulong> words = (rented ?? stackalloc ulong[StackWords])[..count];
        table.Fill(numbers, texts, words);
        words.Slice(table.FirstSegmentWord, certain.Length).CopyTo(certain);
        if (!possible.IsEmpty)
        {
            words[^possible.Length..].CopyTo(possible);
        }

        if (rented is not null)
        {
            ArrayPool<ulong>.Shared.Return(rented);
        }
    }

    private static double NumberOf<T>(FactReading<T> found, Func<T, double> number) =>
        found.IsKnown ? number(found.Value!)
            : found.IsFolded ? double.PositiveInfinity
            : double.NaN;

    // Sets the bit of "known", and of each text that rules name; or that of "folded". What stands in the place of a number is never
    // compared.
    private double Mark(ulong[] words, int input, FactReading<IEnumerable<string>> texts)
    {
        int first = table.TextBits[input];
        if (texts.IsFolded)
        {
            Set(words, first); // "folded" is above "known", as infinity is above every number
            if (Lowered.Inputs[input].FoldsText)
            {
                Set(words, first + Lowered.Inputs[input].BitCount - 1);
            }

            return double.PositiveInfinity;
        }

        if (texts.IsKnown)
        {
            Set(words, first);
            foreach (string text in texts.Value!)
            {
                if (textPlaces[input]!.TryGetValue(text, out int place))
                {
                    Set(words, first + 1 + place);
                }
            }
        }

        return double.NaN;
    }

    private static void Set(ulong[] words, int bit) => words[bit / 64] |= 1UL << bit;
}
