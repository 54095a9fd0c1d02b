using System.Text.RegularExpressions;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace PrivateDomain.Core.Tests.Conventions;

/// <summary>Finds test classes that lack a mark: by what their compiled code calls, so that neither a name nor a memory is needed. The
/// marks are read in the source.</summary>
internal static class Marks
{
    /// <summary>Every missing mark: the class, the mark, and the member whose call asks for it.</summary>
    internal static (string Class, string Mark, string Member)[] Missing(string library, string tests, Func<TypeDefinition, bool> of)
    {
        string[] sources = [.. Sources().Select(File.ReadAllText)];
        using AssemblyDefinition core = AssemblyDefinition.ReadAssembly(library);
        using AssemblyDefinition assembly = AssemblyDefinition.ReadAssembly(tests);
        HashSet<string> reachVectors = ReachingVectors(core);
        return
        [
            .. assembly.MainModule.Types.Where(of).Where(HasTests).OrderBy(static t => t.Name, StringComparer.Ordinal)
                .SelectMany(type => new[]
            {
                (type.FullName, Mark: "[Text]", By: Called(type).FirstOrDefault(IsText)),
                (type.FullName, Mark: "[Kernel]",
                    By: Called(type).FirstOrDefault(m => reachVectors.Contains(m.GetElementMethod().FullName))),
            }).Where(m => m.By is not null && !Array.Exists(sources, source => Declared(m.FullName, source) is { Success: true } found
                && found.Groups["marks"].Value.Contains(m.Mark, StringComparison.Ordinal)))
            .Select(static m => (m.FullName, m.Mark, $"{m.By!.DeclaringType.Name}.{m.By.Name}")),
        ];
    }

    /// <summary>Writes the mark above its class in the source.</summary>
    internal static void Write(string type, string mark)
    {
        foreach (string path in Sources())
        {
            string source = File.ReadAllText(path);
            if (Declared(type, source) is { Success: true } found)
            {
                File.WriteAllText(path, source.Insert(found.Groups["class"].Index, mark + "\n"));
            }
        }
    }

    private static IEnumerable<string> Sources() =>
        Directory.EnumerateFiles(Repository.PathTo("tests", "PrivateDomain.Core.Tests"), "*.cs", SearchOption.AllDirectories)
        .Where(static path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    // Two rooms may have a test class of one name.
    private static Match Declared(string fullName, string source)
    {
        int dot = fullName.LastIndexOf('.');
        return source.Contains($"namespace {fullName[..dot]};", StringComparison.Ordinal)
            ? Regex.Match(
                source, $@"(?<marks>(^\[.+\]\n)*)(?<class>^(public|internal) [a-z ]*class {fullName[(dot + 1)..]}\b)",
                RegexOptions.Multiline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5))
            : Match.Empty;
    }

    /// <summary>The library's methods from which a call leads to code written for vectors, as full names.</summary>
    internal static HashSet<string> ReachingVectors(AssemblyDefinition core)
    {
        (string Name, string[] Calls, bool Uses)[] methods =
        [
            .. core.MainModule.GetTypes().SelectMany(static t => t.Methods).Where(static m => m.HasBody).Select(static m => (
                m.FullName,
                Operands(m).Select(static c => c.GetElementMethod().FullName).ToArray(),
                Operands(m).Any(static c => c.DeclaringType.Namespace.StartsWith("System.Runtime.Intrinsics", StringComparison.Ordinal)))),
        ];
        HashSet<string> reached = [.. methods.Where(static m => m.Uses).Select(static m => m.Name)];
        int before;
        do
        {
            before = reached.Count;
            reached.UnionWith(methods.Where(m => Array.Exists(m.Calls, reached.Contains)).Select(static m => m.Name));
        }
        while (reached.Count > before);

        return reached;
    }

    // The library's own parsing, printing and reading; and JSON of the platform, which runs the library's converters.
    private static bool IsText(MethodReference method) =>
        method.DeclaringType.Namespace.StartsWith("System.Text.Json", StringComparison.Ordinal)
        || (IsOfTheLibrary(method.DeclaringType)
            && (method.Name is "ToString" or "Parse" or "TryParse" or "TryFormat" or "Print" or "ToUtf8Bytes"
                || method.DeclaringType.Name.EndsWith("Json", StringComparison.Ordinal)
                || method.Parameters.Any(static p => p.ParameterType.Name is "Language" or "IFormatProvider")));

    private static bool IsOfTheLibrary(TypeReference type) =>
        type.Scope.Name.Equals("PrivateDomain.Core", StringComparison.Ordinal)
            || type.Namespace.Equals("PrivateDomain.ShopReport", StringComparison.Ordinal);

    private static bool HasTests(TypeDefinition type) =>
        type.Methods.Any(static m =>
            m.CustomAttributes.Any(static a => a.AttributeType.Name is nameof(FactAttribute) or nameof(TheoryAttribute)));

    private static IEnumerable<MethodReference> Called(TypeDefinition type) =>
        type.NestedTypes.SelectMany(Called).Concat(type.Methods.Where(static m => m.HasBody).SelectMany(Operands));

    private static IEnumerable<MethodReference> Operands(MethodDefinition method)
    {
        TypeReference? constrained = null;
        foreach (Instruction instruction in method.Body.Instructions)
        {
            if (instruction.OpCode.Code is Code.Constrained)
            {
                constrained = (TypeReference)instruction.Operand;
                continue;
            }

            if (instruction.Operand is MethodReference called)
            {
                // A value's ToString() is called as that of object, constrained to the value's type.
                yield return called is GenericInstanceMethod { Name: "AppendFormatted" } text // a value in an interpolated text
                    ? new MethodReference("ToString", called.ReturnType, text.GenericArguments[0].GetElementType())
                    : constrained is null ? called : new MethodReference(called.Name, called.ReturnType, constrained.GetElementType());
            }

            constrained = null;
        }
    }
}
