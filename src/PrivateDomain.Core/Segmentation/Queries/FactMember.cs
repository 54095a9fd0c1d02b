using System.Collections.Immutable;
using System.Linq.Expressions;

namespace PrivateDomain.Core.Segmentation.Queries;

/// <summary>Where a row holds a fact, whether it is known, and for a choice the value of each level.</summary>
internal sealed record FactMember(Expression Value, Expression Known, ImmutableArray<Expression> Levels);
