using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Segmentation;

public sealed class SegmentationNamesTests
{
    [Fact]
    public void Name_EveryValue_IsSaidInBothLanguages_AndNoOther()
    {
        Check<Truth>(static x => x.Name());
        Check<FactKind>(static x => x.Name());
        Check<NumberOperator>(static x => x.Name());
        Check<DateOperator>(static x => x.Name());
        Check<TextOperator>(static x => x.Name());
        Check<TextSetOperator>(static x => x.Name());
        Check<ChoiceOperator>(static x => x.Name());
        Check<GroupOperator>(static x => x.Name());
    }

    private static void Check<T>(Func<T, Bilingual> name)
        where T : struct, Enum
    {
        Bilingual[] names = [.. Enum.GetValues<T>().Select(name)];
        Assert.All(names, static x => Assert.True(x.English.Length > 0 && x.Chinese.Length > 0));
        Assert.Equal(names.Length, names.Distinct().Count());
        Assert.Throws<ArgumentOutOfRangeException>(() => name((T)(object)99));
    }
}
