using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Segmentation.Thresholds;

namespace PrivateDomain.Core.Segmentation.Evaluation;

/// <summary>The threshold form of a set with the table made of it, and what it reads of one customer.</summary>
internal sealed class SegmentForm
{
    /// <summary>How many segments may have changed since the form below was made.</summary>
    internal const int ChangedMax = ChangedWordsMax * WordBits;

    private const int ChangedWordsMax = 4;
    private const int WordBits = 64;
    private const int StackWords = 256;
    private readonly SegmentTable table;
    private readonly ImmutableArray<FrozenDictionary<string, int>?> textPlaces;
    private readonly SegmentForm? under;
    private readonly ImmutableArray<int> places = [];

    /// <summary>A form over another, of all segments, for the few that changed since it was made.</summary>
    /// <param name="under">The form of all segments.</param>
    /// <param name="lowered">The segments that changed.</param>
    /// <param name="places">Their places among all.</param>
    internal SegmentForm(SegmentForm under, LoweredSegments lowered, ImmutableArray<int> places)
        : this(lowered)
    {
        this.under = under;
        this.places = places;
    }

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

    /// <summary>The threshold form; only of the segments that changed where it lies over another.</summary>
    internal LoweredSegments Lowered { get; }

    /// <summary>The threshold form of all segments, and over it that of those that changed, with their places.</summary>
    internal (LoweredSegments Whole, LoweredSegments? Changed, ImmutableArray<int> Places) Layers =>
        under is null ? (Lowered, null, []) : (under.Lowered, Lowered, places);

    /// <summary>The facts that the form asks for, each once.</summary>
    internal IEnumerable<Fact> Facts
    {
        get
        {
            IEnumerable<Fact> own = Lowered.Inputs.Select(static input => input.Fact);
            return under is null ? own : under.Facts.Union(own);
        }
    }

    internal int SegmentWords => under is null ? table.SegmentWords : under.SegmentWords;

    internal bool IsOneWord => under is null && table.IsOneWord;

    /// <summary>The numbers and the bits of texts that the form asks for, and whether one of its facts is folded.</summary>
    internal (double[] Numbers, ulong[] Texts, bool HasFolded) Read(FactValues values)
    {
        double[] numbers = new double[NumberCount];
        ulong[] texts = new ulong[TextWords];
        bool hasFolded = Read(values, numbers, texts);
        return (numbers, texts, hasFolded);
    }

    private int NumberCount => table.ValueCount + (under?.NumberCount ?? 0);

    private int TextWords => table.InputWords + (under?.TextWords ?? 0);

    // What is read by the form below stands last.
    private bool Read(FactValues values, Span<double> numbers, Span<ulong> texts)
    {
        bool hasFolded = under?.Read(values, numbers[table.ValueCount..], texts[table.InputWords..]) ?? false;
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

        return hasFolded;
    }

    /// <summary>The one word of segments, where <see cref="IsOneWord"/>.</summary>
    internal ulong One(ReadOnlySpan<double> numbers, ReadOnlySpan<ulong> texts) => table.One(numbers, texts);

    /// <summary>Writes the words of the segments that hold for certain, and of those that possibly do where they are asked for.</summary>
    internal void Fill(ReadOnlySpan<double> numbers, ReadOnlySpan<ulong> texts, Span<ulong> certain, Span<ulong> possible)
    {
        if (under is null)
        {
            FillOwn(numbers, texts, certain, possible);
            return;
        }

        under.Fill(numbers[table.ValueCount..], texts[table.InputWords..], certain, possible);
        int words = table.SegmentWords;
        Span<ulong> changed = stackalloc ulong[2 * ChangedWordsMax];
        Span<ulong> changedPossibly = possible.IsEmpty ? [] : changed.Slice(words, words);
        FillOwn(numbers[..table.ValueCount], texts[..table.InputWords], changed[..words], changedPossibly);
        Spread(changed, certain);
        Spread(changedPossibly, possible);
    }

    // Puts the bits of the segments that changed in their places.
    private void Spread(ReadOnlySpan<ulong> changed, Span<ulong> all)
    {
        for (int i = 0; i < places.Length && !all.IsEmpty; i++)
        {
            ref ulong word = ref all[places[i] / WordBits];
            ulong bit = 1UL << places[i];
            word = ((changed[i / WordBits] >> i) & 1) != 0 ? word | bit : word & ~bit;
        }
    }

    [SkipLocalsInit]
    private void FillOwn(ReadOnlySpan<double> numbers, ReadOnlySpan<ulong> texts, Span<ulong> certain, Span<ulong> possible)
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
    private double Mark(Span<ulong> words, int input, FactReading<IEnumerable<string>> texts)
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

    private static void Set(Span<ulong> words, int bit) => words[bit / WordBits] |= 1UL << bit;
}
