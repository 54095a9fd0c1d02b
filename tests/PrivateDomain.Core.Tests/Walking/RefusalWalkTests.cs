using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Tests.Walking;

/// <summary>What must not be null is refused at once, by the name of the argument, wherever a host calls the library.</summary>
[Kernel]
[Text]
public sealed class RefusalWalkTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private readonly NullabilityInfoContext nullability = new();
    private readonly SortedSet<string> breaches = new(StringComparer.Ordinal);
    private readonly Variants values = new();
    private int checkedCount;

    [Fact]
    public void EveryReferenceThatMayNotBeNull_IsRefusedByItsName()
    {
        Type[] types = [.. typeof(Money).Assembly.GetExportedTypes().Where(static t =>
            !t.IsByRefLike && !t.ContainsGenericParameters && !t.IsAssignableTo(typeof(Exception)))];
        foreach (Type type in types)
        {
            Check(type);
        }

        Assert.True(checkedCount > 300, $"Only {checkedCount} arguments were looked at.");
        if (breaches.Count > 0)
        {
            Assert.Fail(string.Join("\n", breaches));
        }
    }

    [Fact]
    public void TheCheck_SeesWhatTakesNull()
    {
        Check(typeof(Careless));

        Assert.Equal(["Careless.Length(text)", "Careless.Second(other)", "Careless.Silent(text)"], breaches);
    }

    private void Check(Type type)
    {
        foreach (MethodBase member in type.GetConstructors().Concat<MethodBase>(type.GetMethods(Declared)).Where(static member =>
            !member.ContainsGenericParameters && !member.Name.StartsWith("op_", StringComparison.Ordinal) &&
            !member.Name.StartsWith("set_", StringComparison.Ordinal) && // options take everything, and a policy tells all mistakes
            member.GetParameters().All(static p => p.IsOut || (!p.ParameterType.IsByRef && !p.ParameterType.IsByRefLike))))
        {
            foreach (ParameterInfo parameter in member.GetParameters().Where(p =>
                !p.IsOut && !p.ParameterType.IsValueType && !IsOfTheSerializer(p) &&
                nullability.Create(p).WriteState == NullabilityState.NotNull))
            {
                if (Refuses(type, member, parameter) is { } refuses)
                {
                    checkedCount++;
                    if (!refuses)
                    {
                        breaches.Add($"{type.Name}.{member.Name}({parameter.Name})");
                    }
                }
            }
        }
    }

    // Null where nothing is at hand to call the member with.
    [SuppressMessage("Design", "CA1031", Justification = "Whatever else comes out is no refusal by name.")]
    private bool? Refuses(Type type, MethodBase member, ParameterInfo without)
    {
        object? instance = member.IsStatic || member.IsConstructor ? null : Any(type);
        object?[] arguments = [.. member.GetParameters().Select(p => p == without || p.IsOut ? null : Any(p.ParameterType))];
        if ((instance is null && !member.IsStatic && !member.IsConstructor) ||
            member.GetParameters().Any(p => p != without && !p.IsOut && arguments[p.Position] is null &&
                !(p.ParameterType.IsValueType || nullability.Create(p).WriteState != NullabilityState.NotNull)))
        {
            return null;
        }

        try
        {
            _ = member is ConstructorInfo constructor
                ? constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, arguments, null)
                : member.Invoke(instance, BindingFlags.DoNotWrapExceptions, null, arguments, null);
            return false;
        }
        catch (ArgumentNullException exception)
        {
            return string.Equals(exception.ParamName, without.Name, StringComparison.Ordinal);
        }
        catch (Exception)
        {
            return false;
        }
    }

    // What only System.Text.Json itself hands to a converter, and never without.
    private static bool IsOfTheSerializer(ParameterInfo parameter) =>
        parameter.Member.DeclaringType!.IsAssignableTo(typeof(JsonConverter)) &&
        (parameter.ParameterType == typeof(JsonSerializerOptions) || parameter.ParameterType == typeof(Type));

    private object? Any(Type type) =>
        type == typeof(Utf8JsonWriter) ? new Utf8JsonWriter(Stream.Null)
        : type == typeof(JsonSerializerOptions) ? JsonSerializerOptions.Default
        : values.Of(type).Select(static made => made.Value).FirstOrDefault(static value => value is not null);

    [SuppressMessage("Performance", "CA1822", Justification = "Careless on purpose.")]
    private sealed class Careless
    {
        public static int Length(string text) => text.Length;

        public static string Silent(string text) => text;

        public static string Allowed(string? text) => text ?? "";

        public static int Good(string text) => text is null ? throw new ArgumentNullException(nameof(text)) : text.Length;

        public static int Second(string text, string other) => Good(text) + Good(other);
    }
}
