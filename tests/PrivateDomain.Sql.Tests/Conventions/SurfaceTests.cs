using System.Xml.Linq;
using PrivateDomain.Conformance;
using PrivateDomain.Core.Tests.Conventions;

namespace PrivateDomain.Sql.Tests.Conventions;

/// <summary>The kit's public surface is the reviewed one, and is documented as the core's is.</summary>
public sealed class SurfaceTests
{
    private static readonly Type[] Types = typeof(ConformanceKit).Assembly.GetExportedTypes();

    [Fact]
    public void PublicSurface_IsTheReviewedOne() =>
        Repository.AssertCommitted(PublicApi.Write(Types), "tests", "PrivateDomain.Sql.Tests", "PublicApi.txt");

    [Fact]
    public void EveryPublicType_SaysWhatAReaderNeeds() => Assert.Empty(XmlDocs.Breaches(
        Types, XDocument.Load(Path.ChangeExtension(typeof(ConformanceKit).Assembly.Location, ".xml"))));

    [Fact]
    public void TheKit_KnowsNoTestFramework() => Assert.DoesNotContain(
        typeof(ConformanceKit).Assembly.GetReferencedAssemblies(),
        static name => name.Name!.StartsWith("xunit", StringComparison.OrdinalIgnoreCase)
            || name.Name.Contains("Tests", StringComparison.Ordinal));
}
