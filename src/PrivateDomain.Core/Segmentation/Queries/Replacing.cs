using System.Linq.Expressions;

namespace PrivateDomain.Core.Segmentation.Queries;

/// <summary>Puts expressions in the places of parameters.</summary>
internal sealed class Replacing(IReadOnlyList<ParameterExpression> parameters, IReadOnlyList<Expression> by) : ExpressionVisitor
{
    protected override Expression VisitParameter(ParameterExpression node)
    {
        for (int i = 0; i < parameters.Count; i++)
        {
            if (parameters[i] == node)
            {
                return by[i];
            }
        }

        return node;
    }
}
