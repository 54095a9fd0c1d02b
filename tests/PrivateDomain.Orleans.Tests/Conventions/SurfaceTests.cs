using System.Xml.Linq;
using PrivateDomain.Core.Tests.Conventions;

namespace PrivateDomain.Orleans.Tests.Conventions;

/// <summary>The package's public surface is the reviewed one, and is documented as the core's is. What Orleans generates is not of
/// it.</summary>
public sealed class SurfaceTests
{
    private static readonly Type[] Types =
    [
        .. typeof(PrivateDomainOrleansExtensions).Assembly.GetExportedTypes()
            .Where(static type => type.Namespace!.StartsWith("PrivateDomain.Orleans", StringComparison.Ordinal)),
    ];

    [Fact]
    public void PublicSurface_IsTheReviewedOne() =>
        Repository.AssertCommitted(PublicApi.Write(Types), "tests", "PrivateDomain.Orleans.Tests", "PublicApi.txt");

    [Fact]
    public void EveryPublicType_SaysWhatAReaderNeeds() => Assert.Empty(XmlDocs.Breaches(
        Types, XDocument.Load(Path.ChangeExtension(typeof(PrivateDomainOrleansExtensions).Assembly.Location, ".xml"))));
}
