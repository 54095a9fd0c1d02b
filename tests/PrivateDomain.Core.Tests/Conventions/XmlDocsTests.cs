using System.Xml.Linq;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Conventions;

public sealed class XmlDocsTests
{
    [Fact]
    public void EveryPublicType_SaysWhatAReaderNeeds() =>
        Assert.Empty(XmlDocs.Breaches(typeof(Money).Assembly.GetExportedTypes(), Documentation()));

    [Fact]
    public void NoDocumentation_NamesAnArticleByKeyOrARuleByRow() => Assert.Empty(XmlDocs.Keys(Documentation()));

    [Fact]
    public void TheCheck_SeesKeysAndRows() => Assert.Equal(
        ["T:A: [E]", "T:A: D5", "M:B: [C]"],
        XmlDocs.Keys(XDocument.Parse("""
            <doc><members>
              <member name="T:A"><summary>From [E], D5.</summary></member>
              <member name="M:B"><param name="x">As <see cref="T:D6"/> and [C] say; 3D2 and ID44x and [F] do not count.</param></member>
            </members></doc>
            """)));

    [Fact]
    public void TheCheck_SeesEveryKindOfBreach() => Assert.Equal(
        [
            "Silent: no documentation",
            "Terse: no Chinese term in the summary",
            "Terse: the remarks do not say what equality and the default value mean",
        ],
        XmlDocs.Breaches([typeof(Silent), typeof(Terse), typeof(Good)], XDocument.Parse($"""
            <doc><members>
              <member name="T:{Name<Terse>()}"><summary>Short.</summary></member>
              <member name="T:{Name<Good>()}"><summary>A good one (
                  好).</summary><remarks>Equality is that of nothing. The default value is good.</remarks></member>
            </members></doc>
            """)));

    private static XDocument Documentation() => XDocument.Load(Path.ChangeExtension(typeof(Money).Assembly.Location, ".xml"));

    private static string Name<T>() => typeof(T).FullName!.Replace('+', '.');

    private sealed class Silent;

    private readonly record struct Terse;

    private readonly record struct Good;
}
