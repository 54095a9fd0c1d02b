using System.Collections.Immutable;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Conformance;

/// <summary>A database of the host's, with a table of its own making (被检查的数据库).</summary>
public interface IConformanceTarget
{
    /// <summary>Those of <see cref="ConformanceFacts.All"/> that the table has a place for; no rule asks for another.</summary>
    ImmutableArray<Fact> Facts { get; }

    /// <summary>Puts these customers into the table, and takes out whoever was in it.</summary>
    /// <param name="customers">The customers; their identifiers count from 0.</param>
    void Fill(IReadOnlyList<ConformanceCustomer> customers);

    /// <summary>Asks the database who is in a segment on <see cref="ConformanceFacts.Today"/>.</summary>
    /// <param name="rule">The rule, without references.</param>
    /// <returns>The rows; or why there are none, where the core's mapping refused the rule or the database failed.</returns>
    ConformanceSelection Select(SegmentRule rule);
}
