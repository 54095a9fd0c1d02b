using Mono.Cecil;
using Mono.Cecil.Cil;

namespace PrivateDomain.Core.Tests.Conventions;

/// <summary>Finds uses of an area by one that stands above it: in signatures, bases, attributes, fields and method bodies.</summary>
internal static class AreaOrder
{
    /// <summary>
    /// The rooms in their order; the vocabulary, the root, is the empty name and stands first. The root's nouns and their machinery are one
    /// place in the order: a noun checks its arguments, the machinery writes the nouns. A sub-room stands behind the room it belongs to.
    /// </summary>
    internal static readonly string[] Areas =
    [
        "", "Customers", "Customers.Forms", "Products", "Costs",
        "Segmentation", "Segmentation.Forms", "Segmentation.Thresholds", "Segmentation.Evaluation", "Segmentation.Queries",
        "Segmentation.Analysis", "Segmentation.EventQueries",
        "Relationships",
        "Value", "Research", "Acquisition", "Welfare", "Knowledge", "Outreach", "Content", "Membership",
        "Referrals", "Referrals.Ledger", "Referrals.Economics",
        "Growth", "Rules", "Outlook", "Replay",
        "DependencyInjection",
    ];

    // A noun names the converter that writes it, which stands in a sub-room of its own: that is how System.Text.Json is told.
    private static bool IsNounsConverter(TypeDefinition type, CustomAttribute attribute, string rootNamespace) =>
        attribute.AttributeType.Name is "JsonConverterAttribute" && attribute.ConstructorArguments is [{ Value: TypeReference converter }]
            && AreaOf(converter, rootNamespace)?.StartsWith(AreaOf(type, rootNamespace) + ".", StringComparison.Ordinal) == true;

    /// <summary>Every breach as "user uses used"; a namespace that is no area is a breach too.</summary>
    internal static string[] Breaches(string assemblyPath, string rootNamespace, params ReadOnlySpan<string> exempt)
    {
        using AssemblyDefinition assembly = AssemblyDefinition.ReadAssembly(assemblyPath);
        var breaches = new SortedSet<string>(StringComparer.Ordinal);
        foreach (TypeDefinition type in assembly.MainModule.GetTypes().Where(t => AreaOf(t, rootNamespace) is not null))
        {
            int user = Array.IndexOf(Areas, AreaOf(type, rootNamespace));
            if (user < 0)
            {
                breaches.Add($"{type.FullName} is in no area");
            }

            foreach (TypeReference used in Used(type, rootNamespace).Where(u => Array.IndexOf(Areas, AreaOf(u, rootNamespace)) > user))
            {
                if (!exempt.Contains($"{Outermost(type).Name} uses {Outermost(used).Name}"))
                {
                    breaches.Add($"{Outermost(type).Name} uses {Outermost(used).Name}");
                }
            }
        }

        return [.. breaches];
    }

    private static string? AreaOf(TypeReference type, string rootNamespace)
    {
        string name = Outermost(type).Namespace;
        return string.Equals(name, rootNamespace, StringComparison.Ordinal) ? ""
            : string.Equals(name, rootNamespace + ".Internals", StringComparison.Ordinal) ? ""
            : string.Equals(name, rootNamespace + ".Internals.Documents", StringComparison.Ordinal) ? ""
            : name.StartsWith(rootNamespace + ".", StringComparison.Ordinal) ? name[(rootNamespace.Length + 1)..]
            : null;
    }

    private static TypeReference Outermost(TypeReference type) =>
        type.DeclaringType is null ? type.GetElementType() : Outermost(type.DeclaringType);

    private static IEnumerable<TypeReference> Used(TypeDefinition type, string rootNamespace)
    {
        IEnumerable<TypeReference?> signatures =
        [
            type.BaseType, .. type.Interfaces.Select(i => i.InterfaceType),
            .. type.CustomAttributes.Where(a => !IsNounsConverter(type, a, rootNamespace)).SelectMany(Parts),
            .. type.Fields.Select(f => f.FieldType),
            .. type.Methods.SelectMany(m =>
                m.Parameters.Select(p => p.ParameterType).Append(m.ReturnType).Concat(m.CustomAttributes.SelectMany(Parts))),
            .. type.Properties.SelectMany(p => p.CustomAttributes.SelectMany(Parts)),
        ];
        IEnumerable<TypeReference?> bodies = type.Methods.Where(m => m.HasBody)
            .SelectMany(m => m.Body.Instructions.SelectMany(Operand).Concat(m.Body.Variables.Select(v => v.VariableType)));
        return signatures.Concat(bodies).OfType<TypeReference>().SelectMany(Unfold);
    }

    private static IEnumerable<TypeReference?> Operand(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        FieldReference field => [field.DeclaringType, field.FieldType],
        GenericInstanceMethod method => [method.DeclaringType, method.ReturnType, .. method.GenericArguments],
        MethodReference method => [method.DeclaringType, method.ReturnType],
        _ => [],
    };

    private static IEnumerable<TypeReference?> Parts(CustomAttribute attribute) =>
        [attribute.AttributeType, .. attribute.ConstructorArguments.Select(a => a.Value as TypeReference)];

    private static IEnumerable<TypeReference> Unfold(TypeReference type) => type switch
    {
        GenericInstanceType generic => generic.GenericArguments.SelectMany(Unfold).Append(generic.ElementType),
        TypeSpecification specification => Unfold(specification.ElementType),
        GenericParameter => [],
        _ => [type],
    };
}
