using System.Reflection;
using System.Runtime.CompilerServices;

namespace PrivateDomain.Core.Tests.Conventions;

/// <summary>Finds state that can change: fields that are not readonly, setters, arrays in view.</summary>
/// <remarks>
/// An init setter goes around a type's factories and constructors, so types in public view may have only written-out ones, which check what
/// they are given. A plain record,
/// which anybody makes with <c>new()</c>, has nothing to go around: a policy checks it.
/// </remarks>
internal static class Immutability
{
    internal static string[] Breaches(IEnumerable<Type> types) =>
    [
        .. types.Where(static t => !t.IsEnum && !t.IsInterface && !IsGenerated(t)).SelectMany(BreachesOf).Order(StringComparer.Ordinal),
    ];

    private static IEnumerable<string> BreachesOf(Type type)
    {
        const BindingFlags All =
            BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        IEnumerable<string> fields = type.GetFields(All)
            .Where(static f => !f.IsInitOnly && !f.IsLiteral && !IsGenerated(f))
            .Select(f => $"{type.Name}.{f.Name} can be assigned");
        IEnumerable<string> setters = type.GetProperties(All)
            .Where(p => p.SetMethod is { } setter && (!IsInit(setter) || (type.IsVisible && IsGenerated(setter) && !IsPlain(type))))
            .Select(p => $"{type.Name}.{p.Name} has a setter");
        IEnumerable<string> arrays = type.GetProperties(All)
            .Where(static p => p.PropertyType.IsArray && p.GetMethod is { IsPublic: true })
            .Select(p => $"{type.Name}.{p.Name} shows an array");
        return [.. fields, .. setters, .. arrays];
    }

    internal static bool IsInit(MethodInfo setter) => setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static bool IsPlain(Type type) =>
        type.IsByRefLike || type.GetMethod("<Clone>$") is not null && type.GetConstructor(Type.EmptyTypes) is not null;

    private static bool IsGenerated(MemberInfo member) =>
        member.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) ||
        member.IsDefined(typeof(System.CodeDom.Compiler.GeneratedCodeAttribute), inherit: false) ||
        (member.DeclaringType is { } outer && IsGenerated(outer)) ||
        member.Name.Contains('<', StringComparison.Ordinal);
}
