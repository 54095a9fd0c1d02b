using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using NodaTime;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Segmentation;

/// <summary>What is known of one customer on one day (事实取值): the facts of the history, and what the caller gives. What is neither is
/// absent; what the history could have told before it was compacted is folded.</summary>
/// <remarks>Immutable, so any number of threads may read it. Two sets of values are equal only when they are the same object.</remarks>
/// <example>
/// <code>
/// FactValues values = FactValues.From(history.FactsAt(now, shop)).With(tier, "gold");
/// bool isRegular = (Facts.Orders.AtLeast(2) &amp; tier.AtLeast("gold")).Matches(values);
/// </code>
/// </example>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class FactValues
{
    private static readonly object FoldedMark = new();
    private readonly KeyValuePair<Fact, object>[] given;

    private FactValues(CustomerId customer, LocalDate today, CustomerFacts? facts, KeyValuePair<Fact, object>[] given)
    {
        Customer = customer;
        Today = today;
        Facts = facts;
        this.given = given;
    }

    /// <summary>Whose values they are; empty when nobody in particular, and then in no bucket.</summary>
    public CustomerId Customer { get; private set; }

    /// <summary>The shop's date on which they hold.</summary>
    public LocalDate Today { get; }

    internal CustomerFacts? Facts { get; }

    /// <summary>The values that a customer's facts give, on the shop's day of their instant.</summary>
    /// <param name="facts">The facts.</param>
    /// <exception cref="ArgumentNullException">The facts are null.</exception>
    public static FactValues From(CustomerFacts facts)
    {
        Guard.Against.Null(facts);
        return new(facts.Customer, ShopDays.DateOf(facts.Today), facts, []);
    }

    /// <summary>No values yet: every fact but <see cref="Segmentation.Facts.Bucket"/> is absent until it is given.</summary>
    /// <param name="customer">The customer; may be empty.</param>
    /// <param name="today">The shop's ISO date.</param>
    /// <exception cref="ArgumentOutOfRangeException">The date is in another calendar, or not from 1899-12-31 to 9999-01-01.</exception>
    public static FactValues From(CustomerId customer, LocalDate today) =>
        new(customer, DateRule.CheckToday(today), null, []);

    /// <summary>The values with one more number; it takes the place of any other.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentNullException">The fact is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number is not finite.</exception>
    public FactValues With(NumberFact fact, double value) =>
        double.IsFinite(value) ? Set(fact, value + 0.0)
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A finite number is needed.");

    /// <summary>The values with one more date; it takes the place of any other.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="value">An ISO date.</param>
    /// <exception cref="ArgumentNullException">The fact is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The date is in another calendar.</exception>
    public FactValues With(DateFact fact, LocalDate value) => Set(fact, CheckDate(value, nameof(value)));

    /// <summary>The values with one more yes or no; it takes the place of any other.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="value">Whether it is so.</param>
    /// <exception cref="ArgumentNullException">The fact is null.</exception>
    public FactValues With(YesNoFact fact, bool value) => Set(fact, value);

    /// <summary>The values with one more text; it takes the place of any other.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="value">The text.</param>
    /// <exception cref="ArgumentNullException">The fact or the text is null.</exception>
    public FactValues With(TextFact fact, string value) => Set(fact, Guard.Against.Null(value));

    /// <summary>The values with one more set of texts; it takes the place of any other.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="values">The texts; none is an empty set that is known.</param>
    /// <exception cref="ArgumentNullException">The fact, the texts or one of them is null.</exception>
    public FactValues With(TextSetFact fact, IEnumerable<string> values) =>
        Set(fact, Guard.Against.Null(values).Select(static text =>
            Guard.Against.Null(text, nameof(values))).ToImmutableSortedSet(StringComparer.Ordinal));

    /// <summary>The values with one more level; it takes the place of any other.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="level">The name of one of its levels.</param>
    /// <exception cref="ArgumentNullException">The fact or the level is null.</exception>
    /// <exception cref="ArgumentException">There is no such level.</exception>
    public FactValues With(ChoiceFact fact, string level)
    {
        int place = Guard.Against.Null(fact).PlaceOf(Guard.Against.Null(level));
        return place >= 0 ? Set(fact, place) : throw fact.NoLevel(level, nameof(level));
    }

    /// <summary>The values with a fact that cannot be told any more, because the host folded what would tell it (已归并); rules that depend
    /// on it are undecidable.</summary>
    /// <param name="fact">The fact.</param>
    /// <exception cref="ArgumentNullException">The fact is null.</exception>
    public FactValues WithFolded(Fact fact) => Set(fact, FoldedMark);

    /// <summary>Whether the fact is known.</summary>
    /// <param name="fact">The fact.</param>
    /// <exception cref="ArgumentNullException">The fact is null.</exception>
    public bool Knows(Fact fact) => StateOf(fact).IsKnown;

    /// <summary>Whether it cannot be said any more what the fact is, because history was folded away.</summary>
    /// <param name="fact">The fact.</param>
    /// <exception cref="ArgumentNullException">The fact is null.</exception>
    public bool IsFolded(Fact fact) => StateOf(fact).IsFolded;

    /// <summary>The number that a fact has.</summary>
    /// <param name="fact">The fact.</param>
    /// <returns>The number; null where the fact is absent, or was folded away: <see cref="IsFolded"/> tells which.</returns>
    /// <exception cref="ArgumentNullException">The fact is null.</exception>
    public double? NumberOf(NumberFact fact) => Number(Guard.Against.Null(fact)) is { IsKnown: true } found ? found.Value : null;

    /// <summary>The date that a fact has.</summary>
    /// <param name="fact">The fact.</param>
    /// <returns>The date; null where the fact is absent, or was folded away: <see cref="IsFolded"/> tells which.</returns>
    /// <exception cref="ArgumentNullException">The fact is null.</exception>
    public LocalDate? DateOf(DateFact fact) => Date(Guard.Against.Null(fact)) is { IsKnown: true } found ? found.Value : null;

    /// <summary>Whether a fact is so.</summary>
    /// <param name="fact">The fact.</param>
    /// <returns>Yes or no; null where the fact is absent, or was folded away: <see cref="IsFolded"/> tells which.</returns>
    /// <exception cref="ArgumentNullException">The fact is null.</exception>
    public bool? YesNoOf(YesNoFact fact) => YesNo(Guard.Against.Null(fact)) is { IsKnown: true } found ? found.Value : null;

    /// <summary>The text that a fact has.</summary>
    /// <param name="fact">The fact.</param>
    /// <returns>The text; null where the fact is absent, or was folded away: <see cref="IsFolded"/> tells which.</returns>
    /// <exception cref="ArgumentNullException">The fact is null.</exception>
    public string? TextOf(TextFact fact) => Text(Guard.Against.Null(fact)) is { IsKnown: true } found ? found.Value : null;

    /// <summary>The texts that a fact has.</summary>
    /// <param name="fact">The fact.</param>
    /// <returns>The texts, ordinal; null where the fact is absent, or was folded away: <see cref="IsFolded"/> tells which.</returns>
    /// <exception cref="ArgumentNullException">The fact is null.</exception>
    public ImmutableSortedSet<string>? TextSetOf(TextSetFact fact) =>
        TextSet(Guard.Against.Null(fact)) is { IsKnown: true } found ? found.Value : null;

    /// <summary>The level that a fact has.</summary>
    /// <param name="fact">The fact.</param>
    /// <returns>The name of the level; null where the fact is absent, or was folded away: <see cref="IsFolded"/> tells which.</returns>
    /// <exception cref="ArgumentNullException">The fact is null.</exception>
    public string? LevelOf(ChoiceFact fact) =>
        Level(Guard.Against.Null(fact)) is { IsKnown: true } found ? fact.Levels[found.Value].Name : null;

    /// <summary>Values for reading one history after the other, at one instant: nothing is allocated for one more.</summary>
    internal static FactValues ToReadAnew(Instant asOf, Shop shop)
    {
        var facts = CustomerFacts.ToReadAnew(asOf, shop);
        return new(default, ShopDays.DateOf(facts.Today), facts, []);
    }

    /// <summary>Takes another history in place of the one before. Only for values that are read anew, and that nobody else sees.</summary>
    internal void ReadAnew(CustomerHistory history)
    {
        Facts!.ReadAnew(history);
        Customer = history.Customer;
    }

    /// <summary>The facts that tell the texts of a set one by one; null where they were given, or nobody tells them.</summary>
    internal CustomerFacts? TellerOf(TextSetFact fact) => fact.Tell is null || TryGiven(fact, out _) ? null : Facts;

    internal FactReading<double> Number(NumberFact fact) =>
        TryGiven(fact, out object? value) ? Given<double>(value)
            : fact.Read is { } read ? read(this)
            : default;

    internal FactReading<LocalDate> Date(DateFact fact) =>
        TryGiven(fact, out object? value) ? Given<LocalDate>(value)
            : fact.Read is { } read ? read(this)
            : default;

    internal FactReading<bool> YesNo(YesNoFact fact) =>
        TryGiven(fact, out object? value) ? Given<bool>(value)
            : fact.Read is { } read ? read(this)
            : default;

    internal FactReading<string> Text(TextFact fact) =>
        TryGiven(fact, out object? value) ? Given<string>(value)
            : fact.Read is { } read ? read(this)
            : default;

    internal FactReading<ImmutableSortedSet<string>> TextSet(TextSetFact fact) =>
        TryGiven(fact, out object? value) ? Given<ImmutableSortedSet<string>>(value)
            : fact.Read is { } read ? read(this)
            : default;

    /// <summary>The place of the level.</summary>
    internal FactReading<int> Level(ChoiceFact fact) =>
        TryGiven(fact, out object? value) ? Given<int>(value)
            : fact.Read is { } read ? read(this)
            : default;

    /// <summary>What is found for a fact of any kind, without its value.</summary>
    internal FactReading<bool> StateOf(Fact fact) => Guard.Against.Null(fact) switch
    {
        NumberFact number => Number(number).Select(static _ => true),
        DateFact date => Date(date).Select(static _ => true),
        YesNoFact yesNo => YesNo(yesNo),
        TextFact text => Text(text).Select(static _ => true),
        TextSetFact set => TextSet(set).Select(static _ => true),
        _ => Level((ChoiceFact)fact).Select(static _ => true),
    };

    private static FactReading<T> Given<T>(object value) =>
        ReferenceEquals(value, FoldedMark) ? FactReading<T>.Folded : FactReading<T>.Of((T)value);

    private static LocalDate CheckDate(LocalDate date, string name) =>
        date.Calendar == CalendarSystem.Iso ? date
            : throw new ArgumentOutOfRangeException(name, date, "A date in the ISO calendar is needed.");

    // A customer has few given facts, and rules ask with the very objects: a walk is quicker than any table.
    private int PlaceOf(Fact fact)
    {
        for (int i = 0; i < given.Length; i++)
        {
            if (ReferenceEquals(given[i].Key, fact))
            {
                return i;
            }
        }

        for (int i = 0; i < given.Length; i++)
        {
            if (given[i].Key.Equals(fact))
            {
                return i;
            }
        }

        return -1;
    }

    private bool TryGiven(Fact fact, [NotNullWhen(true)] out object? value)
    {
        int place = given.Length == 0 ? -1 : PlaceOf(fact);
        value = place < 0 ? null : given[place].Value;
        return place >= 0;
    }

    private FactValues Set(Fact fact, object value)
    {
        int place = PlaceOf(Guard.Against.Null(fact));
        var entry = KeyValuePair.Create(fact, value);
        KeyValuePair<Fact, object>[] changed = place < 0 ? [.. given, entry] : [.. given];
        changed[place < 0 ? given.Length : place] = entry;
        return new(Customer, Today, Facts, changed);
    }
}
