using System.Collections.Immutable;

namespace PrivateDomain.Conformance;

/// <summary>What a database said of a rule (查询结果): the rows it selected, or that it failed.</summary>
/// <remarks>Immutable. Two are equal only when they are the same object.</remarks>
public sealed class ConformanceSelection
{
    private ConformanceSelection(ImmutableArray<int> ids, string query, string? failure) => (Ids, Query, Failure) = (ids, query, failure);

    /// <summary>The identifiers of the rows, in any order; empty where it failed.</summary>
    public ImmutableArray<int> Ids { get; }

    /// <summary>The query, as a reader may want to see it.</summary>
    public string Query { get; }

    /// <summary>Why there is no answer; null where there is one.</summary>
    public string? Failure { get; }

    /// <summary>The rows that were selected.</summary>
    /// <param name="ids">The identifiers of the rows, in any order.</param>
    /// <param name="query">The query.</param>
    /// <exception cref="ArgumentNullException">Either is null.</exception>
    public static ConformanceSelection From(IEnumerable<int> ids, string query) =>
        new([.. Guard.Against.Null(ids)], Guard.Against.Null(query), null);

    /// <summary>The rule could not be asked, or the database failed.</summary>
    /// <param name="failure">Why, in the database's or the core's words.</param>
    /// <param name="query">The query, or the empty text where there is none.</param>
    /// <exception cref="ArgumentNullException">Either is null.</exception>
    public static ConformanceSelection Failed(string failure, string query) =>
        new([], Guard.Against.Null(query), Guard.Against.Null(failure));
}
