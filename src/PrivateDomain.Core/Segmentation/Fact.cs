using NodaTime;

namespace PrivateDomain.Core.Segmentation;

/// <summary>Something that can be known of a customer and compared in a rule (事实): built in, computed from behaviour, or declared by the
/// host.</summary>
/// <remarks>
/// <para>The set of kinds is closed: <see cref="NumberFact"/>, <see cref="DateFact"/>, <see cref="YesNoFact"/>, <see cref="TextFact"/>,
/// <see cref="TextSetFact"/>,
/// <see cref="ChoiceFact"/>. A fact that is not known of a customer is absent, which is not 0, not no and not an empty text.</para>
/// <para>Equality is that of the kind and the name; for a choice, of the levels too.</para>
/// </remarks>
public abstract class Fact : IEquatable<Fact>
{
    /// <summary>The greatest length of an attribute's name.</summary>
    public const int NameLengthMax = 64;

    private protected Fact(FactKind kind, string name, Bilingual label)
    {
        Kind = kind;
        Name = name;
        Label = label;
    }

    /// <summary>What its values are.</summary>
    public FactKind Kind { get; }

    /// <summary>The one name by which rules refer to it in every form, such as <c>orders</c> or <c>count(order, 90d)</c>;
    /// <see cref="FactSchema.Find"/> reads it back.</summary>
    public string Name { get; }

    /// <summary>What people call it.</summary>
    public Bilingual Label { get; }

    /// <summary>True exactly when the fact is known of the customer.</summary>
    public SegmentRule IsKnown() => new KnownRule(this, known: true);

    /// <summary>True exactly when the fact is not known of the customer.</summary>
    public SegmentRule IsUnknown() => new KnownRule(this, known: false);

    /// <inheritdoc/>
    public virtual bool Equals(Fact? other) =>
        ReferenceEquals(this, other)
            || (other is not null && Kind == other.Kind && string.Equals(Name, other.Name, StringComparison.Ordinal));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Fact);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, StringComparer.Ordinal.GetHashCode(Name));

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    /// <summary>The name, if an attribute can have it.</summary>
    private protected static string CheckName(string name)
    {
        Guard.Against.Null(name);
        return FactReference.IsAttributeName(name)
            ? name
            : throw new ArgumentException(
                $"A fact's name is 1 to {NameLengthMax} lower-case letters, digits and _, begins with a letter and is no word of the language, but it was \"{name}\".",
                nameof(name));
    }

    private protected static Bilingual CheckLabel(Bilingual label) =>
        string.IsNullOrWhiteSpace(label.English) || string.IsNullOrWhiteSpace(label.Chinese)
            ? throw new ArgumentException($"A label needs both languages, but it was \"{label.English}\" and \"{label.Chinese}\".",
                nameof(label))
            : label;
}

/// <summary>A fact whose values are numbers (数值事实).</summary>
/// <remarks>An absent number makes every comparison false and <see cref="NotEqualTo"/> true.</remarks>
public sealed class NumberFact : Fact
{
    internal NumberFact(string name, Bilingual label, Func<FactValues, double>? read = null)
        : base(FactKind.Number, name, label) =>
        Read = read;

    /// <summary>Works the value out when it is not given, NaN for absent; null when only the host can give it.</summary>
    internal Func<FactValues, double>? Read { get; }

    /// <summary>Declares an attribute of the host.</summary>
    /// <param name="name">Lower-case letters, digits and _, beginning with a letter; at most <see cref="Fact.NameLengthMax"/>.</param>
    /// <param name="label">What people call it, in both languages.</param>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    /// <exception cref="ArgumentException">The name has another form or is a word of the language, or a label is empty.</exception>
    public static NumberFact Attribute(string name, Bilingual label) => new(CheckName(name), CheckLabel(label));

    /// <summary>Below a number.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is not finite.</exception>
    public SegmentRule LessThan(double value) => new NumberRule(this, NumberOperator.LessThan, value);

    /// <summary>A number or below it.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is not finite.</exception>
    public SegmentRule AtMost(double value) => new NumberRule(this, NumberOperator.AtMost, value);

    /// <summary>Exactly a number.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is not finite.</exception>
    public SegmentRule EqualTo(double value) => new NumberRule(this, NumberOperator.Equal, value);

    /// <summary>Not a number; true when absent.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is not finite.</exception>
    public SegmentRule NotEqualTo(double value) => new NumberRule(this, NumberOperator.NotEqual, value);

    /// <summary>A number or above it.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is not finite.</exception>
    public SegmentRule AtLeast(double value) => new NumberRule(this, NumberOperator.AtLeast, value);

    /// <summary>Above a number.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is not finite.</exception>
    public SegmentRule GreaterThan(double value) => new NumberRule(this, NumberOperator.GreaterThan, value);

    /// <summary>From one number to another, both included.</summary>
    /// <param name="low">A finite number.</param>
    /// <param name="high">A finite number, not below <paramref name="low"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite, or they are in the wrong order.</exception>
    public SegmentRule Between(double low, double high) => new NumberRule(this, NumberOperator.Between, low, high);

    /// <summary>A share of a <see cref="Facts.Bucket"/>: from one percentage, included, to another, excluded; one that ends at 100 includes
    /// 100 (百分比分流).</summary>
    /// <param name="from">From 0 to 100.</param>
    /// <param name="to">From <paramref name="from"/> to 100.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range, or they are in the wrong order.</exception>
    public SegmentRule InShare(double from, double to)
    {
        Guard.Against.OutOfRange(from, nameof(from), 0, 100);
        Guard.Against.OutOfRange(to, nameof(to), from, 100);
        return to >= 100 ? AtLeast(from) : SegmentRule.AllOf(AtLeast(from), LessThan(to));
    }
}

/// <summary>A fact whose values are dates of the shop (日期事实).</summary>
/// <remarks>An absent date makes every comparison false and <see cref="NotOn"/> true. "Today" is the shop's date for which a rule is
/// evaluated.</remarks>
public sealed class DateFact : Fact
{
    internal DateFact(string name, Bilingual label, Func<FactValues, LocalDate?>? read = null)
        : base(FactKind.Date, name, label) =>
        Read = read;

    /// <summary>Works the value out when it is not given; null when only the host can give it.</summary>
    internal Func<FactValues, LocalDate?>? Read { get; }

    /// <summary>Declares an attribute of the host.</summary>
    /// <param name="name">Lower-case letters, digits and _, beginning with a letter; at most <see cref="Fact.NameLengthMax"/>.</param>
    /// <param name="label">What people call it, in both languages.</param>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    /// <exception cref="ArgumentException">The name has another form or is a word of the language, or a label is empty.</exception>
    public static DateFact Attribute(string name, Bilingual label) => new(CheckName(name), CheckLabel(label));

    /// <summary>Before a date.</summary>
    /// <param name="date">An ISO date from 1900-01-02 to 9998-12-30.</param>
    /// <exception cref="ArgumentOutOfRangeException">The date is out of range.</exception>
    public SegmentRule Before(LocalDate date) => new DateRule(this, DateOperator.Before, date);

    /// <summary>On a date or before it.</summary>
    /// <param name="date">An ISO date from 1900-01-02 to 9998-12-30.</param>
    /// <exception cref="ArgumentOutOfRangeException">The date is out of range.</exception>
    public SegmentRule OnOrBefore(LocalDate date) => new DateRule(this, DateOperator.OnOrBefore, date);

    /// <summary>On a date.</summary>
    /// <param name="date">An ISO date from 1900-01-02 to 9998-12-30.</param>
    /// <exception cref="ArgumentOutOfRangeException">The date is out of range.</exception>
    public SegmentRule On(LocalDate date) => new DateRule(this, DateOperator.On, date);

    /// <summary>Not on a date; true when absent.</summary>
    /// <param name="date">An ISO date from 1900-01-02 to 9998-12-30.</param>
    /// <exception cref="ArgumentOutOfRangeException">The date is out of range.</exception>
    public SegmentRule NotOn(LocalDate date) => new DateRule(this, DateOperator.NotOn, date);

    /// <summary>On a date or after it.</summary>
    /// <param name="date">An ISO date from 1900-01-02 to 9998-12-30.</param>
    /// <exception cref="ArgumentOutOfRangeException">The date is out of range.</exception>
    public SegmentRule OnOrAfter(LocalDate date) => new DateRule(this, DateOperator.OnOrAfter, date);

    /// <summary>After a date.</summary>
    /// <param name="date">An ISO date from 1900-01-02 to 9998-12-30.</param>
    /// <exception cref="ArgumentOutOfRangeException">The date is out of range.</exception>
    public SegmentRule After(LocalDate date) => new DateRule(this, DateOperator.After, date);

    /// <summary>From one date to another, both included.</summary>
    /// <param name="first">An ISO date from 1900-01-02 to 9998-12-30.</param>
    /// <param name="last">An ISO date, not before <paramref name="first"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A date is out of range, or they are in the wrong order.</exception>
    public SegmentRule Between(LocalDate first, LocalDate last) => new DateRule(this, DateOperator.Between, first, last);

    /// <summary>Within the last days, today included (最近 N 天): from the day <paramref name="days"/> − 1 before today up to today, the days
    /// of
    /// <see cref="Customers.TimeWindow.LastDays"/>. A date after today is not within.</summary>
    /// <param name="days">1 for today only; up to <see cref="Customers.TimeWindow.DaysMax"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is out of range.</exception>
    public SegmentRule WithinDays(int days) => new DateRule(this, DateOperator.WithinLastDays, days);

    /// <summary>More than a number of days ago (N 天以前): before the day <paramref name="days"/> before today, as
    /// <see cref="Customers.TimeWindow.MoreThanDaysAgo"/>. False when absent.</summary>
    /// <param name="days">0 for everything before today; up to <see cref="Customers.TimeWindow.DaysMax"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is out of range.</exception>
    public SegmentRule MoreThanDaysAgo(int days) => new DateRule(this, DateOperator.MoreThanDaysAgo, days);

    /// <summary>Within the next days, today included (未来 N 天): from today to the day <paramref name="days"/> − 1 after it.</summary>
    /// <param name="days">1 for today only; up to <see cref="Customers.TimeWindow.DaysMax"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is out of range.</exception>
    public SegmentRule WithinNextDays(int days) => new DateRule(this, DateOperator.WithinNextDays, days);
}

/// <summary>A fact that is yes or no (是否事实).</summary>
/// <remarks>Absent is neither: <see cref="IsYes"/> and <see cref="IsNo"/> are both false.</remarks>
public sealed class YesNoFact : Fact
{
    internal YesNoFact(string name, Bilingual label, Func<FactValues, bool?>? read = null)
        : base(FactKind.YesNo, name, label) =>
        Read = read;

    /// <summary>Works the value out when it is not given; null when only the host can give it.</summary>
    internal Func<FactValues, bool?>? Read { get; }

    /// <summary>Declares an attribute of the host.</summary>
    /// <param name="name">Lower-case letters, digits and _, beginning with a letter; at most <see cref="Fact.NameLengthMax"/>.</param>
    /// <param name="label">What people call it, in both languages.</param>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    /// <exception cref="ArgumentException">The name has another form or is a word of the language, or a label is empty.</exception>
    public static YesNoFact Attribute(string name, Bilingual label) => new(CheckName(name), CheckLabel(label));

    /// <summary>Known to be so.</summary>
    public SegmentRule IsYes() => new YesNoRule(this, expected: true);

    /// <summary>Known not to be so.</summary>
    public SegmentRule IsNo() => new YesNoRule(this, expected: false);
}
