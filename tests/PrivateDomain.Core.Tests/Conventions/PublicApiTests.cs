using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Conventions;

public sealed class PublicApiTests
{
    [Fact]
    public void PublicSurface_IsTheReviewedOne() => Repository.AssertCommitted(
        PublicApi.Write(typeof(Money).Assembly.GetExportedTypes()), "tests", "PrivateDomain.Core.Tests", "PublicApi.txt");

    [Fact]
    public void TheText_ShowsWhatBreaksUsers() => Assert.Equal(
        """
        PrivateDomain.Core.Tests.Conventions: interface PublicApiTests.IShape
            Int32 Area { get; }
            String? Name(String? hint, Int32 size = 3)
            static T Make<T>(out Int32 count)

        """.ReplaceLineEndings("\n"),
        PublicApi.Write([typeof(IShape)]));

    // A host uses many areas in one file.
    [Fact]
    public void NoTwoTypesInView_HaveOneName() => Assert.Empty(Twice(typeof(Money).Assembly.GetExportedTypes()));

    [Fact]
    public void TheCheck_SeesOneNameTwice() => Assert.Equal(["IShape"], Twice([typeof(IShape), typeof(Other.IShape), typeof(Other)]));

    private static IEnumerable<string> Twice(IEnumerable<Type> types) =>
        types.GroupBy(static type => type.Name, StringComparer.Ordinal).Where(static same => same.Count() > 1)
            .Select(static same => same.Key);

    internal static class Other
    {
        internal interface IShape;
    }

    internal interface IShape
    {
        int Area { get; }

        static T Make<T>(out int count) => throw new NotSupportedException($"{typeof(T)} {count = 0}");

        string? Name(string? hint, int size = 3);
    }
}
