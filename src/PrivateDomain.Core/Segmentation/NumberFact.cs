using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;

namespace PrivateDomain.Core.Segmentation;

/// <summary>A fact whose values are numbers (数值事实).</summary>
/// <remarks>An absent number makes every comparison false and <see cref="NotEqualTo"/> true.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class NumberFact : Fact
{
    internal NumberFact(
        string name, Bilingual label, Func<FactValues, FactReading<double>>? read = null,
        Func<LocalDate, LocalDate?>? eventsFrom = null, params ImmutableArray<NumberFact> parts)
        : this(name, label, isAssessed: false, double.MinValue, double.MaxValue, read, eventsFrom, parts)
    {
    }

    internal NumberFact(
        string name, Bilingual label, bool isAssessed, double least, double most, Func<FactValues, FactReading<double>>? read = null,
        Func<LocalDate, LocalDate?>? eventsFrom = null, params ImmutableArray<NumberFact> parts)
        : base(FactKind.Number, name, label, eventsFrom, read is not null, isAssessed)
    {
        Least = least;
        Most = most;
        Read = read;
        Parts = parts;
    }

    /// <summary>No value is lower.</summary>
    internal double Least { get; }

    /// <summary>No value is greater.</summary>
    internal double Most { get; }

    /// <summary>The numbers of a ratio; empty for other facts.</summary>
    internal ImmutableArray<NumberFact> Parts { get; }

    internal override IEnumerable<Fact> MadeOf => Parts;

    /// <summary>Works the value out where it is not given; null when only the caller can give it.</summary>
    internal Func<FactValues, FactReading<double>>? Read { get; }

    /// <summary>A fact of the host's own: its values are given for each customer.</summary>
    /// <param name="name">Lower-case letters, digits and _, beginning with a letter; at most <see cref="Fact.NameLengthMax"/>.</param>
    /// <param name="label">What people call it, in both languages.</param>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    /// <exception cref="ArgumentException">The name has another form or is a word of the language, or a label is empty.</exception>
    public static NumberFact From(string name, Bilingual label) => new(CheckName(name), CheckLabel(label));

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
