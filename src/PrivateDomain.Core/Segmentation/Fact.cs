using System.Text.Json.Serialization;
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
[JsonConverter(typeof(NotStoredJsonConverter))]
public abstract class Fact : IEquatable<Fact>
{
    /// <summary>The greatest length of an attribute's name.</summary>
    public const int NameLengthMax = 64;

    private readonly Func<LocalDate, LocalDate?>? eventsFrom;
    private readonly int hash;

    private protected Fact(FactKind kind, string name, Bilingual label, Func<LocalDate, LocalDate?>? eventsFrom, bool isRead,
        bool isAssessed = false)
    {
        Kind = kind;
        Name = name;
        Label = label;
        IsRead = isRead;
        IsAssessed = isAssessed;
        this.eventsFrom = eventsFrom;
        hash = HashCode.Combine(kind, StringComparer.Ordinal.GetHashCode(name));
    }

    /// <summary>What its values are.</summary>
    public FactKind Kind { get; }

    /// <summary>The one name by which rules refer to it in every form, such as <c>orders</c> or <c>count(order, 90d)</c>;
    /// <see cref="FactSchema.Find"/> reads it back.</summary>
    public string Name { get; }

    /// <summary>What people call it.</summary>
    public Bilingual Label { get; }

    /// <summary>Whether the library works the value out where it is not given.</summary>
    internal bool IsRead { get; }

    /// <summary>Whether a policy assesses it from the customer's history, so that it hangs together with the other facts.</summary>
    internal bool IsAssessed { get; }

    /// <summary>The facts it is worked out from; empty for most.</summary>
    internal virtual IEnumerable<Fact> MadeOf => [];

    /// <summary>True exactly when the fact is known of the customer.</summary>
    public SegmentRule IsKnown() => new KnownRule(this, known: true);

    /// <summary>True exactly when the fact is not known of the customer.</summary>
    public SegmentRule IsUnknown() => new KnownRule(this, known: false);

    /// <inheritdoc/>
    public virtual bool Equals(Fact? other) =>
        ReferenceEquals(this, other)
            || (other is not null && hash == other.hash && Kind == other.Kind && string.Equals(Name, other.Name, StringComparison.Ordinal));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Fact);

    /// <inheritdoc/>
    public override int GetHashCode() => hash;

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    /// <summary>The first of the shop's days whose events must still be there one by one, not folded into totals, for the fact to be
    /// told; null where totals are enough.</summary>
    internal LocalDate? EventsFrom(LocalDate today) => eventsFrom?.Invoke(today);

    /// <summary>The name, if an attribute can have it.</summary>
    private protected static string CheckName(string name)
    {
        Guard.Against.Null(name);
        return FactNotation.IsAttributeName(name)
            ? name
            : throw new ArgumentException(
                $"A fact's name is 1 to {NameLengthMax} lower-case letters, digits and _, begins with a letter and is no word of the "
                    + $"language, but it was \"{Quoted.Of(name)}\".",
                nameof(name));
    }

    private protected static Bilingual CheckLabel(Bilingual label) =>
        string.IsNullOrWhiteSpace(label.English) || string.IsNullOrWhiteSpace(label.Chinese)
            ? throw new ArgumentException(
                $"A label needs both languages, but it was \"{Quoted.Of(label.English)}\" and \"{Quoted.Of(label.Chinese)}\".",
                    nameof(label))
            : label;
}
