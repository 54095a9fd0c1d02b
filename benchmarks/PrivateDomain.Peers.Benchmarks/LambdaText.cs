using System.Globalization;
using System.Linq.Expressions;

namespace PrivateDomain.Peers.Benchmarks;

/// <summary>A lambda over a customer as text that both SQL and System.Linq.Dynamic.Core read; ClickHouse has a function for bits.</summary>
internal static class LambdaText
{
    internal static string Of(LambdaExpression lambda, bool forClickHouse = false) => Of(lambda.Body, forClickHouse);

    private static string Of(Expression expression, bool forClickHouse) => expression switch
    {
        BinaryExpression { NodeType: ExpressionType.And } bits when forClickHouse =>
            $"bitAnd({Of(bits.Left, forClickHouse)}, {Of(bits.Right, forClickHouse)})",
        UnaryExpression { NodeType: ExpressionType.Not } not => $"(not {Of(not.Operand, forClickHouse)})",
        UnaryExpression { NodeType: ExpressionType.Convert } same => Of(same.Operand, forClickHouse),
        BinaryExpression two => $"({Of(two.Left, forClickHouse)} {SignOf(two)} {Of(two.Right, forClickHouse)})",
        MemberExpression member => $"c.{member.Member.Name}",
        ConstantExpression constant => Convert.ToString(constant.Value, CultureInfo.InvariantCulture)!,
        _ => throw new NotSupportedException($"{expression.NodeType} has no text: {expression}."),
    };

    private static string SignOf(BinaryExpression expression) => expression.NodeType switch
    {
        ExpressionType.AndAlso => "and",
        ExpressionType.OrElse => "or",
        ExpressionType.Equal => "=",
        ExpressionType.NotEqual => "<>",
        ExpressionType.LessThan => "<",
        ExpressionType.LessThanOrEqual => "<=",
        ExpressionType.GreaterThan => ">",
        ExpressionType.GreaterThanOrEqual => ">=",
        ExpressionType.And => "&",
        ExpressionType.SubtractChecked => "-",
        _ => throw new NotSupportedException($"{expression.NodeType} has no sign: {expression}."),
    };
}
