using System.Collections.Immutable;

namespace PrivateDomain.Core.Internals;

/// <summary>A rule on a hot path that notes only which of its conditions failed and makes the reasons when somebody reads them.</summary>
internal interface IReasonSource
{
    /// <summary>The reasons of the conditions that failed, in the order of precedence: never empty when a flag is set.</summary>
    /// <param name="facts">The facts that were decided on.</param>
    /// <param name="flags">A bit for each condition that failed.</param>
    ImmutableArray<Reason> ReasonsOf(object facts, ulong flags);
}
