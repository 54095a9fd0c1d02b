using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Segmentation.Queries;

/// <summary>A part of a query with its parameters (SQL 片段): no value stands in the text.</summary>
/// <remarks>Immutable. Equality is that of the text and the parameters.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class SqlText : IEquatable<SqlText>
{
    internal SqlText(string text, ImmutableArray<object> parameters) => (Text, Parameters) = (text, parameters);

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>The values of the parameters, the first being number 1: double, long, decimal, bool, string, DateOnly, DateTime (a wall
    /// clock, or UTC) or, in DuckDB for instants, DateTimeOffset.</summary>
    public ImmutableArray<object> Parameters { get; }

    /// <inheritdoc/>
    public bool Equals(SqlText? other) =>
        other is not null && string.Equals(Text, other.Text, StringComparison.Ordinal) && Parameters.SequenceEqual(other.Parameters);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SqlText);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(StringComparer.Ordinal.GetHashCode(Text), Parameters.Length);

    /// <summary>The text.</summary>
    public override string ToString() => Text;
}
