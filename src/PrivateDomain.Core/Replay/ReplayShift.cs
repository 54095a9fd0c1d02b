using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Replay;

/// <summary>Customers of whom the two rules say different things (规则差异客户).</summary>
/// <remarks>Immutable. Equality is that of all parts, the customers in order.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record ReplayShift
{
    internal ReplayShift(string subject, Bilingual from, Bilingual to, ImmutableArray<CustomerId> customers) =>
        (Subject, From, To, Customers) = (subject, from, to, customers);

    /// <summary>The segment; empty for a stage.</summary>
    public string Subject { get; }

    /// <summary>What the rules until now say, in both languages.</summary>
    public Bilingual From { get; }

    /// <summary>What the other rules say, in both languages.</summary>
    public Bilingual To { get; }

    /// <summary>Who, by id.</summary>
    public ImmutableArray<CustomerId> Customers { get; }

    /// <inheritdoc/>
    public bool Equals(ReplayShift? other) => other is not null && string.Equals(Subject, other.Subject, StringComparison.Ordinal)
        && From == other.From && To == other.To && Contents.Equal(Customers, other.Customers);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Subject, From, To, Customers.Length);
}
