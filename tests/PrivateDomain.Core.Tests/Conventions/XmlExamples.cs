using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PrivateDomain.Core.Tests.Conventions;

/// <summary>Compiles the examples of the XML documentation, each as the body of a method that knows some values of a host.</summary>
internal static class XmlExamples
{
    // What an example may take for granted; names it declares itself hide these.
    private const string Known = """
        abstract class Known
        {
            protected static Shop shop; protected static Instant now, at, asked, tonight; protected static LocalDate today;
            protected static int pieces; protected static string column;
            protected static CustomerId customer; protected static CustomerHistory history; protected static CustomerHistory[] histories;
            protected static CustomerFacts facts; protected static CustomerFacts[] everybody; protected static byte[] json;
            protected static ShopRules rules, stricter; protected static IServiceCollection services;
            protected static ChoiceFact tier; protected static FactValues values; protected static SegmentSet set;
            protected static PreparedSegments prepared; protected static CustomerTable table;
            protected static PlanFigures plan, actual; protected static ReferralProgramme programme; protected static ReferralCode code;
            protected static ReferralFact opened, joined, bought; protected static ReferrerFacts referrer;
            protected static Decision decision;
            protected static SmsAudience audience; protected static DateInterval may, june;
            protected static void Show(params object[] what) { } protected static void Mark(params object[] what) { }
            protected static void Plan(params object[] what) { } protected static void Promote() { }
            protected static void Schedule(Instant at) { } protected static void WakeAt(Instant at) { }
            protected static void Remind(CustomerId customer, Instant before) { }
        }
        """;

    /// <summary>The examples by the member they stand at.</summary>
    internal static ImmutableArray<(string Member, string Code)> Of(XDocument documentation) =>
    [
        .. documentation.Descendants("member").SelectMany(static member => member.Descendants("example").Descendants("code")
            .Select(code => ((string)member.Attribute("name")!, code.Value))),
    ];

    /// <summary>What the compiler says against each example, by member.</summary>
    internal static string[] Breaches(IEnumerable<(string Member, string Code)> examples, IEnumerable<string> namespaces)
    {
        string usings = string.Concat(namespaces.Concat(
            [
                "System", "System.Collections.Generic", "System.Collections.Immutable", "System.Linq", "System.Text.Json", "NodaTime",
                "Microsoft.Extensions.DependencyInjection",
            ]).Select(static name => $"using {name}; "));
        var options = new CSharpParseOptions(LanguageVersion.Latest);
        SyntaxTree[] trees =
        [
            CSharpSyntaxTree.ParseText(usings + Known, options, "Known"),
            .. examples.Select((example, i) => CSharpSyntaxTree.ParseText(
                $"{usings} sealed class Example{i} : Known {{ void Run() {{\n{example.Code}\n}} }}", options, example.Member)),
        ];
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => IsAssumed(Path.GetFileName(path)))
            .Select(static path => MetadataReference.CreateFromFile(path));
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Examples", trees, references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        return
        [
            .. compilation.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error)
                .Select(static d => $"{d.Location.SourceTree?.FilePath}: {d.GetMessage(CultureInfo.InvariantCulture)}"),
        ];
    }

    // What a host has that references the package, and nothing of these tests.
    private static bool IsAssumed(string file) =>
        file.StartsWith("System.", StringComparison.Ordinal) || file.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal)
            || file is "NodaTime.dll" or "PrivateDomain.Core.dll" or "netstandard.dll";
}
