using System.Collections.Immutable;
using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Relationships;

namespace PrivateDomain.Core.Segmentation;

/// <summary>What is known of one customer on one day (事实取值): the facts of the history, and what the caller gives. What is neither is
/// absent.</summary>
/// <remarks>Two sets of values are equal only when they are the same object.</remarks>
public sealed partial class FactValues
{
    private readonly ImmutableDictionary<Fact, object> given;

    private FactValues(CustomerId customer, LocalDate today, CustomerFacts? facts, ImmutableDictionary<Fact, object> given)
    {
        Customer = customer;
        Today = today;
        Facts = facts;
        this.given = given;
    }

    /// <summary>Whose values they are; empty when nobody in particular, and then in no bucket.</summary>
    public CustomerId Customer { get; }

    /// <summary>The shop's date on which they hold.</summary>
    public LocalDate Today { get; }

    internal CustomerFacts? Facts { get; }

    /// <summary>The values that a customer's facts give, on the shop's day of their instant.</summary>
    /// <param name="facts">The facts.</param>
    /// <exception cref="ArgumentNullException">The facts are null.</exception>
    public static FactValues Of(CustomerFacts facts)
    {
        Guard.Against.Null(facts);
        var days = new ShopDays(facts.Shop.Zone);
        return new(facts.Customer, ShopDays.DateOf(days.Of(facts.AsOf)), facts, ImmutableDictionary<Fact, object>.Empty);
    }

    /// <summary>No values yet: every fact but <see cref="Segmentation.Facts.Bucket"/> is absent until it is given.</summary>
    /// <param name="customer">The customer; may be empty.</param>
    /// <param name="today">The shop's ISO date.</param>
    /// <exception cref="ArgumentOutOfRangeException">The date is in another calendar, or not from 1899-12-31 to 9999-01-01.</exception>
    public static FactValues For(CustomerId customer, LocalDate today) =>
        new(customer, DateRule.CheckToday(today), null, ImmutableDictionary<Fact, object>.Empty);

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
        return place >= 0
            ? Set(fact, place)
            : throw new ArgumentException($"The levels of {fact.Name} are {string.Join(", ", fact.Levels)}, but it was \"{level}\".",
                nameof(level));
    }

    /// <summary>The values with the stage of an assessment.</summary>
    /// <param name="assessment">The assessment.</param>
    public FactValues With(StageAssessment assessment) =>
        With(Segmentation.Facts.Stage, SnakeNames<RelationshipStage>.Of(assessment.Stage));

    /// <summary>The values with the trust in the shop.</summary>
    /// <param name="trust">The score.</param>
    public FactValues WithTrust(Score trust) => With(Segmentation.Facts.Trust, trust.Value);

    /// <summary>The number; NaN when absent.</summary>
    internal double Number(NumberFact fact) =>
        given.TryGetValue(fact, out object? value) ? (double)value
            : fact.Read is { } read && read(this) is var found && double.IsFinite(found) ? found + 0.0 : double.NaN;

    /// <summary>The date; null when absent.</summary>
    internal LocalDate? Date(DateFact fact) => given.TryGetValue(fact, out object? value) ? (LocalDate)value : fact.Read?.Invoke(this);

    /// <summary>Yes or no; null when absent.</summary>
    internal bool? YesNo(YesNoFact fact) => given.TryGetValue(fact, out object? value) ? (bool)value : fact.Read?.Invoke(this);

    /// <summary>The text; null when absent.</summary>
    internal string? Text(TextFact fact) => given.TryGetValue(fact, out object? value) ? (string)value : fact.Read?.Invoke(this);

    /// <summary>The set of texts; null when absent.</summary>
    internal ImmutableSortedSet<string>? TextSet(TextSetFact fact) =>
        given.TryGetValue(fact, out object? value) ? (ImmutableSortedSet<string>)value : fact.Read?.Invoke(this);

    /// <summary>The place of the level; −1 when absent.</summary>
    internal int Level(ChoiceFact fact) => given.TryGetValue(fact, out object? value) ? (int)value : fact.Read?.Invoke(this) ?? -1;

    /// <summary>Whether the fact is known.</summary>
    /// <param name="fact">The fact.</param>
    /// <exception cref="ArgumentNullException">The fact is null.</exception>
    public bool Knows(Fact fact) => Guard.Against.Null(fact) switch
    {
        NumberFact number => !double.IsNaN(Number(number)),
        DateFact date => Date(date) is not null,
        YesNoFact yesNo => YesNo(yesNo) is not null,
        TextFact text => Text(text) is not null,
        TextSetFact set => TextSet(set) is not null,
        _ => Level((ChoiceFact)fact) >= 0,
    };

    private static LocalDate CheckDate(LocalDate date, string name) =>
        date.Calendar == CalendarSystem.Iso ? date
            : throw new ArgumentOutOfRangeException(name, date, "A date in the ISO calendar is needed.");

    private FactValues Set(Fact fact, object value) => new(Customer, Today, Facts, given.SetItem(Guard.Against.Null(fact), value));
}
