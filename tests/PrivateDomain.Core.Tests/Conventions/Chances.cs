using Mono.Cecil;

namespace PrivateDomain.Core.Tests.Conventions;

/// <summary>Finds tests that draw chance from elsewhere than <see cref="Chance"/>: their seeds would be neither fixed nor
/// printed.</summary>
internal static class Chances
{
    internal static string[] Breaches(string tests, Func<TypeDefinition, bool> of)
    {
        using AssemblyDefinition assembly = AssemblyDefinition.ReadAssembly(tests);
        return
        [
            .. assembly.MainModule.GetTypes().Where(of).SelectMany(static t => t.Methods).Where(static m => m.HasBody)
                .SelectMany(static m => m.Body.Instructions.Select(static i => i.Operand).OfType<MethodReference>().Where(IsChance)
                    .Select(called => $"{Outermost(m.DeclaringType).Name} calls {called.DeclaringType.Name}.{called.Name}"))
                .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
    }

    private static bool IsChance(MethodReference method) => method.DeclaringType.FullName switch
    {
        "System.Random" => method.Name is ".ctor" or "get_Shared",
        "System.Guid" => method.Name is "NewGuid",
        "System.Security.Cryptography.RandomNumberGenerator" => true,
        "FsCheck.Check" or "FsCheck.Config" => true,
        _ => method.DeclaringType.Namespace.StartsWith("FsCheck", StringComparison.Ordinal)
            && (method.Name.Contains("Check", StringComparison.Ordinal) || method.Name.StartsWith("Sample", StringComparison.Ordinal)),
    };

    private static TypeReference Outermost(TypeReference type) => type.DeclaringType is null ? type : Outermost(type.DeclaringType);
}
