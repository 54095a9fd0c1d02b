using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.CompilerServices;
using NodaTime;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Segmentation.Evaluation;

/// <summary>A segment set made ready for one day (预备分群集): relative dates are constants, and what rules share is worked out once.</summary>
/// <remarks>
/// <para>It answers what the plain reading of each rule answers. One customer is read once, with <see cref="Read"/>, and then evaluated
/// without allocating.</para>
/// <para>Two are equal only when they are the same object.</para>
/// </remarks>
public sealed partial class PreparedSegments
{
    private const int StackWords = 256;
    private readonly LoweredSegments lowered;
    private readonly SegmentTable table;
    private readonly ImmutableArray<FrozenDictionary<string, int>?> textPlaces;

    internal PreparedSegments(SegmentSet set, LoweredSegments lowered)
    {
        Set = set;
        this.lowered = lowered;
        table = new SegmentTable(lowered);
        textPlaces =
        [
            .. lowered.Inputs.Select(static input => input.IsText
                ? input.Texts.Select(static (text, place) => (text, place)).ToFrozenDictionary(static x => x.text, static x =>
                    x.place, StringComparer.Ordinal)
                : null),
        ];
    }

    /// <summary>The set.</summary>
    public SegmentSet Set { get; }

    /// <summary>The shop's date for which it was prepared.</summary>
    public LocalDate Today => lowered.Today;

    /// <summary>How many words of 64 bits the segments of the set need: one bit for each segment.</summary>
    public int WordCount => table.SegmentWords;

    /// <summary>The facts that the rules ask for, each once.</summary>
    public ImmutableArray<Fact> FactsUsed => [.. lowered.Inputs.Select(static input => input.Fact)];

    /// <summary>What the rules ask of a customer, read once.</summary>
    /// <param name="values">The values, of the same day.</param>
    /// <exception cref="ArgumentNullException">The values are null.</exception>
    /// <exception cref="ArgumentException">The values are of another day.</exception>
    public CustomerVector Read(FactValues values)
    {
        Guard.Against.Null(values);
        if (values.Today != Today)
        {
            throw new ArgumentException(FormattableString.Invariant($"The set is prepared for {Today:yyyy-MM-dd}, but the values are of {values.Today:yyyy-MM-dd}."), nameof(values));
        }

        double[] numbers = new double[lowered.Inputs.Length];
        ulong[] texts = new ulong[table.InputWords];
        for (int i = 0; i < numbers.Length; i++)
        {
            numbers[i] = lowered.Inputs[i].Fact switch
            {
                NumberFact number => values.Number(number),
                DateFact date => values.Date(date) is { } day ? ShopDays.NumberOf(day) : double.NaN,
                YesNoFact yesNo => values.YesNo(yesNo) switch { true => 1, false => 0, null => double.NaN },
                ChoiceFact choice => values.Level(choice) is >= 0 and var level ? level : double.NaN,
                TextFact text => values.Text(text) is { } found ? Mark(texts, i, [found]) : double.NaN,
                var set => values.TextSet((TextSetFact)set) is { } found ? Mark(texts, i, found) : double.NaN,
            };
        }

        return new CustomerVector(this, numbers, texts);
    }

    /// <summary>In which segments a customer is. Allocates nothing.</summary>
    /// <param name="customer">The customer, read by this set.</param>
    /// <param name="segments">At least <see cref="WordCount"/> words; bit i % 64 of word i / 64 is set exactly when the customer is in
    /// segment i. Words beyond are left alone.</param>
    /// <exception cref="ArgumentNullException">The customer is null.</exception>
    /// <exception cref="ArgumentException">The customer was read by another set, or there are too few words.</exception>
    public void Evaluate(CustomerVector customer, Span<ulong> segments)
    {
        Check(customer);
        if (segments.Length < table.SegmentWords)
        {
            throw new ArgumentException(FormattableString.Invariant($"The segments need {table.SegmentWords} words, but there are {segments.Length}."), nameof(segments));
        }

        if (table.IsOneWord)
        {
            segments[0] = table.One(customer.Numbers, customer.Texts);
        }
        else
        {
            Fill(customer, segments[..table.SegmentWords]);
        }

        if (Set.IsExclusive)
        {
            KeepFirst(segments[..table.SegmentWords]);
        }
    }

    /// <summary>The place of the first segment whose rule holds; −1 when none does. Allocates nothing. In an exclusive set it is the
    /// customer's segment.</summary>
    /// <param name="customer">The customer, read by this set.</param>
    /// <exception cref="ArgumentNullException">The customer is null.</exception>
    /// <exception cref="ArgumentException">The customer was read by another set.</exception>
    [SkipLocalsInit]
    public int FirstOf(CustomerVector customer)
    {
        Check(customer);
        if (table.IsOneWord)
        {
            ulong found = table.One(customer.Numbers, customer.Texts);
            return found == 0 ? -1 : BitOperations.TrailingZeroCount(found);
        }

        ulong[]? rented = table.SegmentWords > StackWords ? ArrayPool<ulong>.Shared.Rent(table.SegmentWords) : null;
        Span<ulong> segments = (rented ?? stackalloc ulong[StackWords])[..table.SegmentWords];
        Fill(customer, segments);
        int word = segments.IndexOfAnyExcept(0UL);
        int place = word < 0 ? -1 : (word * 64) + BitOperations.TrailingZeroCount(segments[word]);
        if (rented is not null)
        {
            ArrayPool<ulong>.Shared.Return(rented);
        }

        return place;
    }

    /// <summary>In which segments many customers are.</summary>
    /// <param name="customers">The customers, of the same day; their order is that of the rows.</param>
    /// <exception cref="ArgumentNullException">The customers or one of them is null.</exception>
    /// <exception cref="ArgumentException">Values are of another day.</exception>
    public SegmentMembership Evaluate(IEnumerable<FactValues> customers)
    {
        List<ulong>[] bitmaps = [.. Set.Segments.Select(static _ => new List<ulong>())];
        ulong[] segments = new ulong[WordCount];
        int rows = 0;
        foreach (FactValues values in Guard.Against.Null(customers))
        {
            Evaluate(Read(values), segments);
            for (int i = 0; i < bitmaps.Length; i++)
            {
                if (rows % 64 == 0)
                {
                    bitmaps[i].Add(0);
                }

                bitmaps[i][^1] |= ((segments[i / 64] >> i) & 1) << rows;
            }

            rows = checked(rows + 1);
        }

        return new SegmentMembership(Set, rows, [.. bitmaps.Select(static bitmap => bitmap.ToImmutableArray())]);
    }

    private static void KeepFirst(Span<ulong> segments)
    {
        int word = segments.IndexOfAnyExcept(0UL);
        if (word >= 0)
        {
            segments[word] &= ~segments[word] + 1;
            segments[(word + 1)..].Clear();
        }
    }

    private void Check(CustomerVector customer)
    {
        if (!ReferenceEquals(Guard.Against.Null(customer).Prepared, this))
        {
            throw new ArgumentException("The customer was read by another prepared set.", nameof(customer));
        }
    }

    [SkipLocalsInit]
    private void Fill(CustomerVector customer, Span<ulong> segments)
    {
        int count = table.Words;
        ulong[]? rented = count > StackWords ? ArrayPool<ulong>.Shared.Rent(count) : null;
        Span<ulong> words = (rented ?? stackalloc ulong[StackWords])[..count];
        table.Fill(customer.Numbers, customer.Texts, words);
        words[^segments.Length..].CopyTo(segments);
        if (rented is not null)
        {
            ArrayPool<ulong>.Shared.Return(rented);
        }
    }

    // Sets the bit of "known", and of each text that rules name. What stands in the place of a number is never compared.
    private double Mark(ulong[] words, int input, IEnumerable<string> texts)
    {
        int known = table.TextBits[input];
        words[known / 64] |= 1UL << known;
        foreach (string text in texts)
        {
            if (textPlaces[input]!.TryGetValue(text, out int place))
            {
                int bit = known + 1 + place;
                words[bit / 64] |= 1UL << bit;
            }
        }

        return 0;
    }
}

/// <summary>What the rules of a prepared set ask of one customer, read once (客户向量).</summary>
/// <remarks>Two are equal only when they are the same object.</remarks>
public sealed class CustomerVector
{
    private readonly double[] numbers;
    private readonly ulong[] texts;

    internal CustomerVector(PreparedSegments prepared, double[] numbers, ulong[] texts)
    {
        Prepared = prepared;
        this.numbers = numbers;
        this.texts = texts;
    }

    /// <summary>The set that read it.</summary>
    public PreparedSegments Prepared { get; }

    internal ReadOnlySpan<double> Numbers => numbers;

    internal ReadOnlySpan<ulong> Texts => texts;
}
