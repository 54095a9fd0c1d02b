using System.Reflection;
using PrivateDomain.Core;
using PrivateDomain.Core.Tests.Conventions;

namespace PrivateDomain.Hosting.Tests;

/// <summary>What users may lean on: the reasons, the names of the metrics, the public surface.</summary>
public sealed class ContractTests
{
    [Fact]
    public void EveryReason_IsOnThePage_WithACodeOfItsOwn()
    {
        ReasonDefinition[] reasons = [.. typeof(HostingReasons).GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Select(static property => (ReasonDefinition)property.GetValue(null)!)];
        string page = Repository.Read("docs", "hosting.md");
        Assert.NotEmpty(reasons);
        Assert.Equal(reasons.Length, reasons.Distinct().Count());
        Assert.All(reasons, reason =>
        {
            Assert.StartsWith("hosting.", reason.Code, StringComparison.Ordinal);
            Assert.Contains($"| `{reason.Code}` | {reason.Sentence.English} | {reason.Sentence.Chinese} |", page, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void EveryMetric_IsOnThePage()
    {
        string page = Repository.Read("docs", "hosting.md");
        Assert.All(
            typeof(ShopMetrics).GetFields().Select(static field => (string)field.GetRawConstantValue()!),
            name => Assert.Contains($"`{name}`", page, StringComparison.Ordinal));
    }

    [Fact]
    public void PublicSurface_IsTheReviewedOne() => Repository.AssertCommitted(
        PublicApi.Write(typeof(ShopRegistry).Assembly.GetExportedTypes()), "tests", "PrivateDomain.Hosting.Tests", "PublicApi.txt");
}
