using System.Text.Json.Serialization;
using PrivateDomain.Core.Segmentation.Forms;

namespace PrivateDomain.Core.Segmentation;

/// <summary>A rule with a name and a version (分群).</summary>
/// <remarks>Equality is that of all parts.</remarks>
/// <example>
/// <code>
/// var sleeping = new Segment("sleeping", Facts.Orders.AtLeast(1) &amp; !Facts.LastOrder.WithinDays(180));
/// </code>
/// </example>
[JsonConverter(typeof(SegmentJsonConverter))]
public sealed class Segment : IEquatable<Segment>
{
    /// <summary>Makes a segment.</summary>
    /// <param name="name">1 to 128 characters, no control characters, no white space at its ends.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="version">1 or more; the host raises it when the rule changes.</param>
    /// <exception cref="ArgumentNullException">The name or the rule is null.</exception>
    /// <exception cref="ArgumentException">The name has another form.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The version is below 1.</exception>
    public Segment(string name, SegmentRule rule, int version = 1)
    {
        Name = IdentifierText.Check(name);
        Rule = Guard.Against.Null(rule);
        Version = Guard.Against.NegativeOrZero(version);
    }

    /// <summary>The name, by which other segments refer to it.</summary>
    public string Name { get; }

    /// <summary>The version, 1 or more.</summary>
    public int Version { get; }

    /// <summary>The rule.</summary>
    public SegmentRule Rule { get; }

    /// <inheritdoc/>
    public bool Equals(Segment? other) =>
        other is not null && Version == other.Version && string.Equals(Name, other.Name, StringComparison.Ordinal)
            && Rule.Equals(other.Rule);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Segment);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(StringComparer.Ordinal.GetHashCode(Name), Version, Rule);

    /// <summary>The name and the version.</summary>
    public override string ToString() => FormattableString.Invariant($"{Name} v{Version}");
}
