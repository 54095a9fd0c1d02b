using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace PrivateDomain.Core.Tests.Walking;

/// <summary>
/// Says of a type, without a value of it, whether JsonSerializer would write it and lose a part: a field that no property sets
/// again, or a part of a type that has no form (NodaTime's, without the converters that a host may forget). It reaches
/// the types of which a walk makes no value.
/// </summary>
internal static class JsonFates
{
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>The types that lose something, each as "type: its first lost part", in the order of their names.</summary>
    internal static IEnumerable<string> TypesThatLose(IEnumerable<Type> types) =>
        from type in types
        where !type.IsEnum && !type.IsInterface && !type.IsByRefLike && !type.ContainsGenericParameters
        let part = LostPart(type, [])
        where part is not null
        let shown = $"{type.Name}: {part}"
        orderby shown
        select shown;

    // The name of the first part that would be lost; null when all comes back or the serializer refuses the type.
    private static string? LostPart(Type type, HashSet<Type> above)
    {
        Type known = Nullable.GetUnderlyingType(type) ?? type;
        if (known.IsPrimitive || known.IsEnum || known == typeof(string) || known == typeof(decimal)
            || !above.Add(known))
        {
            return null;
        }

        if (known.IsGenericType && known.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
        {
            return LostPart(known.GetGenericArguments()[0], above) is { } part ? $"[].{part}" : null;
        }

        if (known.GetCustomAttribute<JsonConverterAttribute>(inherit: false) is not null || typeof(Delegate).IsAssignableFrom(known))
        {
            return null; // it has a form, or is refused
        }

        if (known.Assembly != typeof(Money).Assembly && known.Assembly != typeof(JsonFates).Assembly)
        {
            return known.Name;
        }

        return known.IsAbstract || typeof(IEnumerable).IsAssignableFrom(known) ? "as a whole" : LostField(known, above);
    }

    private static string? LostField(Type type, HashSet<Type> above)
    {
        JsonTypeInfo form;
        try
        {
            form = JsonSerializerOptions.Default.GetTypeInfo(type);
        }
        catch (Exception exception) when (exception is NotSupportedException or InvalidOperationException)
        {
            return null; // refused at once, by a part of it
        }

        HashSet<string> settable = [.. form.Properties
            .Where(static p => p.Get is not null && (p.Set is not null || p.AssociatedParameter is not null))
            .Select(static p => p.Name)];
        for (Type? level = type; level is not null && level != typeof(object) && level != typeof(ValueType); level = level.BaseType)
        {
            foreach (FieldInfo field in level.GetFields(Own))
            {
                string name = field.Name.Split('>')[0].TrimStart('<');
                if (!settable.Contains(name))
                {
                    return name;
                }

                if (LostPart(field.FieldType, [.. above]) is not null)
                {
                    return name;
                }
            }
        }

        return null;
    }
}
