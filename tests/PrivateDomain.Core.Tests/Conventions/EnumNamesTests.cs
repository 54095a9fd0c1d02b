using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Conventions;

public sealed class EnumNamesTests
{
    [Fact]
    public void EveryChoice_HasADistinctNameInBothLanguages() => Assert.Empty(EnumNames.Breaches(
        typeof(Money).Assembly.GetExportedTypes().Where(static t => t.IsEnum),
        typeof(Money).Assembly.GetExportedTypes()));

    [Fact]
    public void TheCheck_SeesEveryKindOfBreach() => Assert.Equal(
        [
            "Silent: no Name", "Fruit.RedApple: no English name", "Fruit.Pear: no Chinese name",
            "Fruit.Plum: no English name", "Fruit.Plum: no Chinese name",
            "Fruit: a value that is none of it is not refused", "Fruit: plum is the name of Cherry and Damson",
        ],
        EnumNames.Breaches([typeof(Silent), typeof(Fruit)], [typeof(EnumNamesTestsNames)]));

    internal enum Silent
    {
        One,
    }

    internal enum Fruit
    {
        RedApple,
        Pear,
        Plum,
        Cherry,
        Damson,
    }
}

internal static class EnumNamesTestsNames
{
    public static Bilingual Name(this EnumNamesTests.Fruit fruit) => fruit switch
    {
        EnumNamesTests.Fruit.RedApple => new("RedApple", "红苹果"),
        EnumNamesTests.Fruit.Pear => new("pear", ""),
        EnumNamesTests.Fruit.Cherry or EnumNamesTests.Fruit.Damson => new("plum", "李子"),
        _ => new("2", "2"),
    };
}
