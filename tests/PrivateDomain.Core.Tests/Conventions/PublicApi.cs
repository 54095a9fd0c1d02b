using System.Globalization;
using System.Reflection;
using System.Text;

namespace PrivateDomain.Core.Tests.Conventions;

/// <summary>Writes an assembly's public surface as text, one line a member, so that a change of it is a visible difference.</summary>
internal static class PublicApi
{
    private const BindingFlags Declared =
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly NullabilityInfoContext Nullability = new();

    internal static string Write(IEnumerable<Type> types)
    {
        var text = new StringBuilder();
        foreach (Type type in types.OrderBy(static t => t.Namespace, StringComparer.Ordinal).ThenBy(NameOf, StringComparer.Ordinal))
        {
            text.Append(type.Namespace).Append(": ").Append(Header(type)).Append('\n');
            foreach (string line in Members(type).Order(StringComparer.Ordinal))
            {
                text.Append("    ").Append(line).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string Header(Type type)
    {
        string kind = type switch
        {
            { IsEnum: true } => $"enum : {NameOf(Enum.GetUnderlyingType(type))}",
            { IsInterface: true } => "interface",
            { IsValueType: true } => "struct",
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsAbstract: true } => "abstract class",
            { IsSealed: true } => "sealed class",
            _ => "class",
        };
        IEnumerable<string> parents = type.GetInterfaces().Where(static i => i.IsVisible).Select(NameOf).Order(StringComparer.Ordinal);
        string root = type.BaseType is null || type.BaseType == typeof(object) || type.IsValueType ? "" : NameOf(type.BaseType) + ", ";
        string all = type.IsEnum ? "" : root + string.Join(", ", parents);
        return $"{kind} {NameOf(type)}{(all.Length > 0 ? " : " + all.TrimEnd(',', ' ') : "")}";
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
        {
            return type.GetFields(BindingFlags.Static | BindingFlags.Public)
                .Select(f => $"{f.Name} = {Convert.ToInt64(f.GetRawConstantValue(), CultureInfo.InvariantCulture)}");
        }

        return type.GetFields(Declared).Where(static f => f.IsPublic || f.IsFamily)
            .Select(static f => $"{(f.IsLiteral ? "const " : f.IsStatic ? "static " : "")}{NameOf(f.FieldType)} {f.Name}")
            .Concat(type.GetConstructors(Declared).Where(IsSeen).Select(c => $"new({Parameters(c)})"))
            .Concat(type.GetProperties(Declared).Where(static p => p.GetAccessors(nonPublic: true).Any(IsSeen)).Select(Property))
            .Concat(type.GetMethods(Declared)
                .Where(static m => IsSeen(m) && (!m.IsSpecialName || m.Name.StartsWith("op_", StringComparison.Ordinal))).Select(Method));
    }

    private static string Property(PropertyInfo p)
    {
        string sets = p.SetMethod is { } setter && IsSeen(setter) ? Immutability.IsInit(setter) ? " init;" : " set;" : "";
        string question = Nullability.Create(p).ReadState == NullabilityState.Nullable && !p.PropertyType.IsValueType ? "?" : "";
        bool isStatic = p.GetAccessors(nonPublic: true)[0].IsStatic;
        return $"{(isStatic ? "static " : "")}{NameOf(p.PropertyType)}{question} {p.Name} {{ get;{sets} }}";
    }

    private static string Method(MethodInfo m)
    {
        string generic = m.IsGenericMethod ? $"<{string.Join(", ", m.GetGenericArguments().Select(NameOf))}>" : "";
        string question = Nullability.Create(m.ReturnParameter).ReadState == NullabilityState.Nullable && m.ReturnType
            is { IsValueType: false, IsGenericParameter: false } ? "?" : "";
        return $"{(m.IsStatic ? "static " : "")}{NameOf(m.ReturnType)}{question} {m.Name}{generic}({Parameters(m)})";
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(static p =>
    {
        string kind = p.IsOut ? "out " : p.ParameterType.IsByRef ? (p.IsIn ? "in " : "ref ") : "";
        Type type = p.ParameterType.IsByRef ? p.ParameterType.GetElementType()! : p.ParameterType;
        string question = Nullability.Create(p).WriteState == NullabilityState.Nullable && type
            is { IsValueType: false, IsGenericParameter: false } ? "?" : "";
        string value = p.HasDefaultValue ? string.Create(CultureInfo.InvariantCulture, $" = {p.RawDefaultValue ?? "default"}") : "";
        return $"{kind}{NameOf(type)}{question} {p.Name}{value}";
    }));

    private static bool IsSeen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string NameOf(Type type)
    {
        if (type.IsArray)
        {
            return NameOf(type.GetElementType()!) + "[]";
        }

        string outer = type is { IsNested: true, IsGenericParameter: false } ? NameOf(type.DeclaringType!) + "." : "";
        return outer + (type.IsGenericType ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>"
            : type.Name);
    }
}
