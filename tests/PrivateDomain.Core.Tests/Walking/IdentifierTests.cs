using System.Reflection;

namespace PrivateDomain.Core.Tests.Walking;

/// <summary>Every identifier of the library keeps one rule and one order.</summary>
public sealed class IdentifierTests
{
    public static TheoryData<Type> Identifiers => [.. typeof(Money).Assembly.GetExportedTypes().Where(static type =>
        type.IsValueType && Array.Exists(type.GetInterfaces(), static of => of.Name.StartsWith("IIdentifier", StringComparison.Ordinal)))];

    [Theory]
    [MemberData(nameof(Identifiers))]
    public void EveryIdentifier_KeepsTheOneRule(Type identifier) => Run(nameof(KeepsTheRule), identifier);

    [Theory]
    [MemberData(nameof(Identifiers))]
    public void EveryIdentifier_OrdersByItsText(Type identifier) => Run(nameof(OrdersByItsText), identifier);

    private static void Run(string check, Type identifier) => typeof(IdentifierTests)
        .GetMethod(check, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(identifier)
        .Invoke(null, BindingFlags.DoNotWrapExceptions, null, null, null);

    private static void KeepsTheRule<TId>()
        where TId : struct, IIdentifier<TId>
    {
        Assert.Equal("客户-1", TId.From("客户-1").Text);
        Assert.Equal(TId.From("a"), TId.From("a"));
        Assert.NotEqual(TId.From("a"), TId.From("A"));
        Assert.Equal("", default(TId).Text);
        Assert.Equal(128, TId.From(new string('x', 128)).Text.Length);
        Assert.Equal("👍", TId.From("👍").ToString());
        Assert.Equal("a", TId.From("a").ToString(null, null));
        Assert.True(TId.TryFrom("a", out TId read) && read.Equals(TId.From("a")));
        foreach (string? bad in new[] { null, "", " a", "a ", "a\nb", "\ud83d", "\udc4da", new string('x', 129) })
        {
            Assert.False(TId.TryFrom(bad, out TId id));
            Assert.Equal(default, id);
            Assert.False(TId.TryParse(bad, null, out id));
            Assert.Equal(default, id);
            Assert.ThrowsAny<ArgumentException>(() => TId.From(bad!));
        }
    }

    // As computers do, letter by letter: capitals first.
    private static void OrdersByItsText<TId>()
        where TId : struct, IIdentifier<TId>
    {
        string[] texts = ["A", "a", "b", "ba", "客户"];
        Func<TId, TId, bool> below = Operator("op_LessThan");
        Func<TId, TId, bool> belowOrSame = Operator("op_LessThanOrEqual");
        Func<TId, TId, bool> above = Operator("op_GreaterThan");
        Func<TId, TId, bool> aboveOrSame = Operator("op_GreaterThanOrEqual");
        for (int i = 0; i < texts.Length; i++)
        {
            for (int j = 0; j < texts.Length; j++)
            {
                (TId left, TId right) = (TId.From(texts[i]), TId.From(texts[j]));
                Assert.Equal(i.CompareTo(j), Math.Sign(left.CompareTo(right)));
                Assert.Equal(
                    (i < j, i <= j, i > j, i >= j),
                    (below(left, right), belowOrSame(left, right), above(left, right), aboveOrSame(left, right)));
            }
        }

        static Func<TId, TId, bool> Operator(string name) =>
            typeof(TId).GetMethod(name, [typeof(TId), typeof(TId)])!.CreateDelegate<Func<TId, TId, bool>>();
    }
}
