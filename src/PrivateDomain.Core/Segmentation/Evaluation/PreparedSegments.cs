using System.Buffers;
using System.Collections.Immutable;
using System.Numerics;
using System.Text.Json.Serialization;
using NodaTime;
using PrivateDomain.Core.Segmentation.Thresholds;

namespace PrivateDomain.Core.Segmentation.Evaluation;

/// <summary>A segment set made ready for one day (预备分群集): relative dates are constants, and what rules share is worked out
/// once.</summary>
/// <remarks>
/// <para>It answers what the plain reading of each rule answers. One customer is read once, with <see cref="Read"/>, and then evaluated
/// without allocating.</para>
/// <para>Immutable, so any number of threads may use it. Two are equal only when they are the same object.</para>
/// </remarks>
/// <example>
/// <code>
/// PreparedSegments prepared = PreparedSegments.From(set, values.Today);
/// Span&lt;ulong&gt; segments = stackalloc ulong[prepared.WordCount];
/// prepared.Evaluate(prepared.Read(values), segments);
/// bool isInFirst = (segments[0] &amp; 1) != 0;
/// </code>
/// </example>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class PreparedSegments
{
    private const int StackWords = 256;
    private readonly PreparedSegments? whole; // the one that was prepared anew, from which a few segments were changed
    private readonly ImmutableArray<int> changed = []; // the places of these
    private readonly SegmentForm plain;
    private readonly Lazy<SegmentForm> folding; // for customers with folded facts; twice the nodes, so made when one is met

    private PreparedSegments(SegmentSet set, LocalDate today)
    {
        Set = set;
        plain = new(Lowering.Of(set, today, isFolding: false));
        folding = new(() => new(Lowering.Of(set, today, isFolding: true)));
    }

    private PreparedSegments(SegmentSet set, PreparedSegments whole, ImmutableArray<int> changed)
    {
        Set = set;
        this.whole = whole;
        this.changed = changed;
        plain = new(whole.plain, Lowering.Of(set, changed, whole.Today, isFolding: false), changed);
        folding = new(() => new(whole.folding.Value, Lowering.Of(set, changed, whole.Today, isFolding: true), changed));
    }

    /// <summary>The set.</summary>
    public SegmentSet Set { get; }

    /// <summary>The shop's date for which it was prepared.</summary>
    public LocalDate Today => plain.Lowered.Today;

    /// <summary>How many words of 64 bits the segments of the set need: one bit for each segment.</summary>
    public int WordCount => plain.SegmentWords;

    /// <summary>The facts that the rules ask for, each once.</summary>
    public ImmutableArray<Fact> FactsUsed => [.. plain.Facts];

    /// <summary>A set made ready to be evaluated for many customers on one day.</summary>
    /// <param name="set">The set.</param>
    /// <param name="today">The shop's ISO date, to which "within the last days" refers.</param>
    /// <exception cref="ArgumentNullException">The set is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The date is in another calendar, or not from 1899-12-31 to 9999-01-01.</exception>
    public static PreparedSegments From(SegmentSet set, LocalDate today) => new(Guard.Against.Null(set), DateRule.CheckToday(today));

    /// <summary>The set with one segment changed, made ready for the same day: only what the change touches is worked out, so that it takes
    /// a small part of the time that <see cref="From"/> does. It answers what the whole set made ready anew answers. After some hundred
    /// changes one takes as long as <see cref="From"/>.</summary>
    /// <param name="segment">The segment; it takes the place of the one of its name.</param>
    /// <returns>The changed set, ready; this one stays as it is.</returns>
    /// <exception cref="ArgumentNullException">The segment is null.</exception>
    /// <exception cref="ArgumentException">There is no segment of its name.</exception>
    /// <exception cref="InvalidPolicyException">Facts are not the schema's, references lead nowhere, in a circle or too deep; all mistakes
    /// are named.</exception>
    public PreparedSegments With(Segment segment)
    {
        int place = Set.PlaceOf(Guard.Against.Null(segment).Name);
        if (place < 0)
        {
            throw new ArgumentException($"There is no segment \"{Quoted.Of(segment.Name)}\".", nameof(segment));
        }

        SegmentSet set = Set.With(place, segment);
        PreparedSegments below = whole ?? this;
        ImmutableArray<int> all = SegmentUses.Touched(set, changed, place);
        return all.Length > SegmentForm.ChangedMax
            || SegmentUses.HasDropped(below.plain.Facts, Set.Segments[place].Rule, set, place, Today)
                ? From(set, Today)
                : new(set, below, all);
    }

    /// <summary>What the rules ask of a customer, read once.</summary>
    /// <param name="values">The values, of the same day.</param>
    /// <exception cref="ArgumentNullException">The values are null.</exception>
    /// <exception cref="ArgumentException">The values are of another day.</exception>
    public CustomerVector Read(FactValues values)
    {
        if (Guard.Against.Null(values).Today != Today)
        {
            throw new ArgumentException(
                FormattableString.Invariant(
                    $"The set is prepared for {Today:yyyy-MM-dd}, but the values are of {values.Today:yyyy-MM-dd}."),
                nameof(values));
        }

        (double[] numbers, ulong[] texts, bool hasFolded) = plain.Read(values);
        if (hasFolded)
        {
            (numbers, texts, _) = folding.Value.Read(values);
        }

        return new CustomerVector(this, numbers, texts, hasFolded);
    }

    /// <summary>In which segments a customer is; one that cannot be decided is left out. Allocates nothing.</summary>
    /// <param name="customer">The customer, read by this set.</param>
    /// <param name="segments">At least <see cref="WordCount"/> words; bit i % 64 of word i / 64 is set exactly when the customer is in
    /// segment i. Words beyond are left alone.</param>
    /// <exception cref="ArgumentNullException">The customer is null.</exception>
    /// <exception cref="ArgumentException">The customer was read by another set, or there are too few words.</exception>
    public void Evaluate(CustomerVector customer, Span<ulong> segments)
    {
        Check(customer);
        CheckWords(segments, nameof(segments));
        if (customer.HasFolded)
        {
            ulong[]? rented = WordCount > StackWords ? ArrayPool<ulong>.Shared.Rent(WordCount) : null;
            Span<ulong> undecidable = (rented ?? stackalloc ulong[StackWords])[..WordCount];
            Evaluate(customer, segments, undecidable);
            if (rented is not null)
            {
                ArrayPool<ulong>.Shared.Return(rented);
            }

            return;
        }

        if (plain.IsOneWord)
        {
            segments[0] = plain.One(customer.Numbers, customer.Texts);
        }
        else
        {
            plain.Fill(customer.Numbers, customer.Texts, segments[..WordCount], []);
        }

        if (Set.IsExclusive)
        {
            KeepFirst(segments[..WordCount]);
        }
    }

    /// <summary>In which segments a customer is, and of which that cannot be decided because history was folded away. Allocates
    /// nothing.</summary>
    /// <param name="customer">The customer, read by this set.</param>
    /// <param name="segments">At least <see cref="WordCount"/> words; bit i % 64 of word i / 64 is set exactly when the customer is in
    /// segment i. Words beyond are left alone.</param>
    /// <param name="undecidable">As many words; the bit is set exactly when it cannot be decided. No bit is set in both.</param>
    /// <exception cref="ArgumentNullException">The customer is null.</exception>
    /// <exception cref="ArgumentException">The customer was read by another set, or there are too few words.</exception>
    public void Evaluate(CustomerVector customer, Span<ulong> segments, Span<ulong> undecidable)
    {
        Check(customer);
        CheckWords(segments, nameof(segments));
        CheckWords(undecidable, nameof(undecidable));
        undecidable = undecidable[..WordCount];
        if (!customer.HasFolded)
        {
            undecidable.Clear();
            Evaluate(customer, segments);
            return;
        }

        folding.Value.Fill(customer.Numbers, customer.Texts, segments[..WordCount], undecidable);
        int firstPossible = FirstOf(undecidable);
        int firstCertain = FirstOf(segments[..WordCount]);
        for (int i = 0; i < WordCount; i++)
        {
            undecidable[i] &= ~segments[i];
        }

        if (Set.IsExclusive)
        {
            // The tier is certain where no earlier one is possible; no tier after a certain one is.
            if (firstCertain >= 0)
            {
                ClearFrom(undecidable, firstCertain);
                segments[..WordCount].Clear();
                (firstPossible < firstCertain ? undecidable : segments)[firstCertain / 64] |= 1UL << firstCertain;
            }
        }
    }

    /// <summary>The place of the first segment whose rule holds; −1 when none does, or when an earlier one cannot be decided. Allocates
    /// nothing. In an exclusive set it is the customer's segment.</summary>
    /// <param name="customer">The customer, read by this set.</param>
    /// <exception cref="ArgumentNullException">The customer is null.</exception>
    /// <exception cref="ArgumentException">The customer was read by another set.</exception>
    public int FirstOf(CustomerVector customer)
    {
        Check(customer);
        if (!customer.HasFolded && plain.IsOneWord)
        {
            ulong found = plain.One(customer.Numbers, customer.Texts);
            return found == 0 ? -1 : BitOperations.TrailingZeroCount(found);
        }

        int words = customer.HasFolded ? 2 * WordCount : WordCount;
        ulong[]? rented = words > StackWords ? ArrayPool<ulong>.Shared.Rent(words) : null;
        Span<ulong> all = (rented ?? stackalloc ulong[StackWords])[..words];
        (customer.HasFolded ? folding.Value : plain).Fill(customer.Numbers, customer.Texts, all[..WordCount], all[WordCount..]);
        int place = FirstOf(all[..WordCount]);
        if (customer.HasFolded && FirstOf(all[WordCount..]) < place)
        {
            place = -1;
        }

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
    public SegmentMembership Evaluate(IEnumerable<FactValues> customers) => RowRun.Of(this, Guard.Against.Null(customers));

    /// <summary>In which segments the customers of a table are, all segments in one pass: every column is read once, and what rules share
    /// is worked out once.</summary>
    /// <remarks>With one thread it runs on the caller's. The table must not be written meanwhile; it is only read, so it stays usable
    /// however the run ends.</remarks>
    /// <param name="table">The customers, of the same day.</param>
    /// <param name="threads">How many threads may work at a time; 1 or more.</param>
    /// <param name="progress">Told, after each some thousands of rows, how many rows are done; never fewer than before. It is called on the
    /// threads that work, by one at a time; what it throws ends the run.</param>
    /// <param name="cancellation">Asked before each some thousands of rows.</param>
    /// <exception cref="ArgumentNullException">There is no table.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are no threads.</exception>
    /// <exception cref="ArgumentException">The table is of another day, or lacks columns for facts that the rules ask for; all of them are
    /// named.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public SegmentMembership Evaluate(
        CustomerTable table, int threads = 1, IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        SegmentForm form = FormFor(table, threads);
        var result = new SegmentMembership(Set, table.Count);
        ColumnRun.Into(result, form, table, threads, progress, cancellation);
        return result;
    }

    /// <summary>As <see cref="Evaluate(CustomerTable, int, IProgress{int}, CancellationToken)"/>, into a result that is there already, so
    /// that no memory is taken for bitmaps.</summary>
    /// <remarks>The result shows the new evaluation only; where the run is cancelled or fails, it has nobody in any segment and can be used
    /// again. Nothing may read it meanwhile.</remarks>
    /// <param name="result">The result to write: of the same set, with as many rows as the table.</param>
    /// <param name="table">The customers, of the same day.</param>
    /// <param name="threads">How many threads may work at a time; 1 or more.</param>
    /// <param name="progress">Told how many rows are done.</param>
    /// <param name="cancellation">Asked before each some thousands of rows.</param>
    /// <exception cref="ArgumentNullException">There is no result or no table.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are no threads.</exception>
    /// <exception cref="ArgumentException">The result is of another set or has not as many rows as the table, or the table is of another
    /// day, or lacks columns for facts that the rules ask for. The result is as it was.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public void EvaluateInto(SegmentMembership result, CustomerTable table, int threads = 1, IProgress<int>? progress = null,
        CancellationToken cancellation = default)
    {
        Guard.Against.Null(result);
        SegmentForm form = FormFor(table, threads);
        if (!ReferenceEquals(result.Set, Set) || result.RowCount != table.Count)
        {
            throw new ArgumentException(
                FormattableString.Invariant(
                    $"The result must be of the same set and of {table.Count} rows; it has {result.RowCount}."), nameof(result));
        }

        ColumnRun.Into(result, form, table, threads, progress, cancellation);
    }

    private SegmentForm FormFor(CustomerTable table, int threads)
    {
        Guard.Against.NegativeOrZero(threads);
        if (Guard.Against.Null(table).Today != Today)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"The set is prepared for {Today:yyyy-MM-dd}, but the table is of {table.Today:yyyy-MM-dd}."),
                nameof(table));
        }

        ImmutableArray<Fact> used = FactsUsed;
        Fact[] missing = [.. used.Where(fact => table.ColumnOf(fact) is null)];
        if (missing.Length > 0)
        {
            throw new ArgumentException(
                $"The rules ask for facts that have no column: {Quoted.Of(string.Join(", ", missing.AsEnumerable()))}.", nameof(table));
        }

        bool hasFolded = used.Any(fact => table.ColumnOf(fact)!.HasFolded);
        return hasFolded ? folding.Value : plain;
    }

    private static int FirstOf(ReadOnlySpan<ulong> segments)
    {
        int word = segments.IndexOfAnyExcept(0UL);
        return word < 0 ? -1 : (word * 64) + BitOperations.TrailingZeroCount(segments[word]);
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

    private static void ClearFrom(Span<ulong> segments, int place)
    {
        segments[place / 64] &= (1UL << place) - 1;
        segments[((place / 64) + 1)..].Clear();
    }

    private void Check(CustomerVector customer)
    {
        if (!ReferenceEquals(Guard.Against.Null(customer).Prepared, this))
        {
            throw new ArgumentException("The customer was read by another prepared set.", nameof(customer));
        }
    }

    private void CheckWords(ReadOnlySpan<ulong> words, string name)
    {
        if (words.Length < WordCount)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"The segments need {WordCount} words, but there are {words.Length}."), name);
        }
    }
}
