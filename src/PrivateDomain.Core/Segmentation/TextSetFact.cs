using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Segmentation;

/// <summary>A fact whose values are sets of texts (文本集合事实), such as tags.</summary>
/// <remarks>Texts are compared ordinally: case and width count. Absent: any of and all of are false, none of is true. An empty set that is
/// known is not absent.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class TextSetFact : Fact
{
    internal TextSetFact(
        string name, Bilingual label, Func<FactValues, FactReading<ImmutableSortedSet<string>>>? read = null,
        Func<LocalDate, LocalDate?>? eventsFrom = null, Action<CustomerFacts, ITextMarks>? tell = null)
        : base(FactKind.TextSet, name, label, eventsFrom, read is not null)
    {
        Read = read;
        Tell = tell;
    }

    /// <summary>Works the value out where it is not given; null when only the caller can give it.</summary>
    internal Func<FactValues, FactReading<ImmutableSortedSet<string>>>? Read { get; }

    /// <summary>Tells the same texts one by one, so that no set is made; null where there is only <see cref="Read"/>.</summary>
    internal Action<CustomerFacts, ITextMarks>? Tell { get; }

    /// <summary>A fact of the host's own: its values are given for each customer.</summary>
    /// <param name="name">Lower-case letters, digits and _, beginning with a letter; at most <see cref="Fact.NameLengthMax"/>.</param>
    /// <param name="label">What people call it, in both languages.</param>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    /// <exception cref="ArgumentException">The name has another form or is a word of the language, or a label is empty.</exception>
    public static TextSetFact From(string name, Bilingual label) => new(CheckName(name), CheckLabel(label));

    /// <summary>At least one of the texts is in the set; with no texts always false.</summary>
    /// <param name="texts">Each 1 to 128 characters, no control characters, no white space at its ends.</param>
    /// <exception cref="ArgumentException">A text is null or has another form.</exception>
    public SegmentRule AnyOf(params ReadOnlySpan<string> texts) => new TextSetRule(this, TextSetOperator.AnyOf, texts);

    /// <summary>All of the texts are in the set; false when absent; with no texts true of every known set.</summary>
    /// <param name="texts">Each 1 to 128 characters, no control characters, no white space at its ends.</param>
    /// <exception cref="ArgumentException">A text is null or has another form.</exception>
    public SegmentRule AllOf(params ReadOnlySpan<string> texts) => new TextSetRule(this, TextSetOperator.AllOf, texts);

    /// <summary>None of the texts is in the set; true when absent; with no texts always true.</summary>
    /// <param name="texts">Each 1 to 128 characters, no control characters, no white space at its ends.</param>
    /// <exception cref="ArgumentException">A text is null or has another form.</exception>
    public SegmentRule NoneOf(params ReadOnlySpan<string> texts) => new TextSetRule(this, TextSetOperator.NoneOf, texts);
}
