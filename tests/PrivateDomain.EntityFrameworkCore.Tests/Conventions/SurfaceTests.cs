using System.Xml.Linq;
using PrivateDomain.Core.Tests.Conventions;

namespace PrivateDomain.EntityFrameworkCore.Tests.Conventions;

/// <summary>The package's public surface is the reviewed one, and is documented as the core's is.</summary>
public sealed class SurfaceTests
{
    private static readonly Type[] Types = typeof(SegmentQueries).Assembly.GetExportedTypes();

    [Fact]
    public void PublicSurface_IsTheReviewedOne() =>
        Repository.AssertCommitted(PublicApi.Write(Types), "tests", "PrivateDomain.EntityFrameworkCore.Tests", "PublicApi.txt");

    [Fact]
    public void EveryPublicType_SaysWhatAReaderNeeds() => Assert.Empty(XmlDocs.Breaches(
        Types, XDocument.Load(Path.ChangeExtension(typeof(SegmentQueries).Assembly.Location, ".xml"))));
}
