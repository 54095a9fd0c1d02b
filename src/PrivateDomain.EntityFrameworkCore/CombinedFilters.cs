using System.Linq.Expressions;
using System.Reflection;

namespace PrivateDomain.EntityFrameworkCore;

/// <summary>Many filters as one expression.</summary>
internal static class CombinedFilters
{
    /// <summary>The place of the first filter that holds of a row, −1 where none does.</summary>
    internal static Expression<Func<TRow, int>> FirstOf<TRow>(IReadOnlyList<Expression<Func<TRow, bool>>> filters)
    {
        ParameterExpression row = Expression.Parameter(typeof(TRow), "row");
        Expression tier = Expression.Constant(-1);
        for (int place = filters.Count - 1; place >= 0; place--)
        {
            Expression<Func<TRow, bool>> filter = filters[place];
            tier = Expression.Condition(
                new OverRow(filter.Parameters[0], row).Visit(filter.Body), Expression.Constant(place), tier);
        }

        return Expression.Lambda<Func<TRow, int>>(tier, row);
    }

    /// <summary>How many rows there are in a group, and of how many each filter holds.</summary>
    internal static Expression<Func<IGrouping<int, TRow>, long[]>> CountsOf<TRow>(IEnumerable<Expression<Func<TRow, bool>>> filters)
    {
        Expression<Func<IGrouping<int, TRow>, long>> whole = static group => group.LongCount();
        Expression<Func<IGrouping<int, TRow>, Func<TRow, bool>, long>> part = static (group, filter) => group.LongCount(filter);
        MethodInfo count = ((MethodCallExpression)part.Body).Method;
        ParameterExpression rows = whole.Parameters[0];
        return Expression.Lambda<Func<IGrouping<int, TRow>, long[]>>(
            Expression.NewArrayInit(typeof(long), [whole.Body, .. filters.Select(filter => Expression.Call(count, rows, filter))]), rows);
    }

    private sealed class OverRow(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
