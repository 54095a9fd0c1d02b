using System.Text.Json.Serialization;
using NodaTime;

namespace PrivateDomain.Core.Segmentation;

/// <summary>A fact that is yes or no (是否事实).</summary>
/// <remarks>Absent is neither: <see cref="IsYes"/> and <see cref="IsNo"/> are both false.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class YesNoFact : Fact
{
    internal YesNoFact(
        string name, Bilingual label, Func<FactValues, FactReading<bool>>? read = null,
        Func<LocalDate, LocalDate?>? eventsFrom = null)
        : base(FactKind.YesNo, name, label, eventsFrom, read is not null) =>
        Read = read;

    /// <summary>Works the value out where it is not given; null when only the caller can give it.</summary>
    internal Func<FactValues, FactReading<bool>>? Read { get; }

    /// <summary>A fact of the host's own: its values are given for each customer.</summary>
    /// <param name="name">Lower-case letters, digits and _, beginning with a letter; at most <see cref="Fact.NameLengthMax"/>.</param>
    /// <param name="label">What people call it, in both languages.</param>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    /// <exception cref="ArgumentException">The name has another form or is a word of the language, or a label is empty.</exception>
    public static YesNoFact From(string name, Bilingual label) => new(CheckName(name), CheckLabel(label));

    /// <summary>Known to be so.</summary>
    public SegmentRule IsYes() => new YesNoRule(this, expected: true);

    /// <summary>Known not to be so.</summary>
    public SegmentRule IsNo() => new YesNoRule(this, expected: false);
}
