using System.Collections.Immutable;
using System.Xml.Linq;

namespace PrivateDomain.Core.Tests.Conventions;

public sealed class XmlExamplesTests
{
    // Fewer than these means that examples are not found any more.
    private const int CountMin = 70;

    private static readonly string[] Namespaces =
        [.. typeof(Money).Assembly.GetExportedTypes().Select(static type => type.Namespace!).Distinct()];

    [Fact]
    public void EveryExample_Compiles()
    {
        ImmutableArray<(string Member, string Code)> examples =
            XmlExamples.Of(XDocument.Load(Path.ChangeExtension(typeof(Money).Assembly.Location, ".xml")));

        Assert.True(examples.Length >= CountMin, $"{examples.Length} examples were found.");
        string[] breaches = XmlExamples.Breaches(examples, Namespaces);
        Assert.True(breaches.Length == 0, string.Join('\n', breaches));
    }

    [Fact]
    public void TheCheck_SeesWhatDoesNotCompile() => Assert.Equal(
        ["T:Bad: 'Money' does not contain a definition for 'Dollars'"],
        XmlExamples.Breaches([("T:Good", "Money one = Money.Yuan(1m);"), ("T:Bad", "Money one = Money.Dollars(1m);")], Namespaces));
}
