using System.Collections.Immutable;
using System.Linq.Expressions;
using NodaTime;

namespace PrivateDomain.Core.Segmentation.Queries;

/// <summary>Where a row holds a fact, whether it is known, for a choice the value of each level, and for an instant its zone.</summary>
internal sealed record FactMember(Expression Value, Expression Known, ImmutableArray<Expression> Levels, DateTimeZone? Zone = null);
