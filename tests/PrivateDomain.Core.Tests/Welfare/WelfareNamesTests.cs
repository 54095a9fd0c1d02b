using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Welfare;

namespace PrivateDomain.Core.Tests.Welfare;

public sealed class WelfareNamesTests
{
    [Fact]
    public void EveryValue_HasANameInBothLanguages_AndNoOtherValueHasOne()
    {
        Check<OccasionTheme>(WelfareNames.Name);
        Check<SolarTerm>(WelfareNames.Name);
        Check<WelfareForm>(WelfareNames.Name);
    }

    private static void Check<T>(Func<T, Bilingual> nameOf)
        where T : struct, Enum
    {
        Bilingual[] names = [.. Enum.GetValues<T>().Select(nameOf)];
        Assert.Equal(names.Length, names.Select(static n => n.English).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(names.Length, names.Select(static n => n.Chinese).Distinct(StringComparer.Ordinal).Count());
        Assert.All(names, static name => Assert.True(name.English.Length > 0 && name.Chinese.Any(static c => c >= '\u4E00')));
        Assert.Throws<ArgumentOutOfRangeException>("value", () => nameOf((T)Enum.ToObject(typeof(T), 99)));
    }
}
