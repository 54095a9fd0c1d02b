using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using NodaTime;

namespace PrivateDomain.Core.Tests.Walking;

/// <summary>
/// Calls public members as a hostile host would: null, empty, least, greatest, not a number, default structs, values outside enumerations,
/// one strange argument at
/// a time beside plain ones. Only the exceptions that the documentation names may come out.
/// </summary>
internal sealed class Walker
{
    private const int KeptMax = 4;
    private const int CallsMax = 48;

    private static readonly Type[] Documented =
    [
        typeof(ArgumentException), typeof(FormatException), typeof(InvalidOperationException), typeof(NotSupportedException),
        typeof(System.Text.Json.JsonException),
    ];

    private readonly Dictionary<Type, List<object?>> pool = [];
    private readonly SortedSet<string> breaches = new(StringComparer.Ordinal);

    internal Walker()
    {
        DateTimeZone shanghai = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];
        Keep(typeof(int), 1, 0, -1, int.MaxValue, int.MinValue);
        Keep(typeof(long), 1L, 0L, long.MaxValue, long.MinValue);
        Keep(typeof(decimal), 1m, 0m, -1m, decimal.MaxValue, decimal.MinValue, 0.0000000000000000000000000001m);
        Keep(typeof(double), 1d, 0d, -1d, double.NaN, double.PositiveInfinity, double.MaxValue, double.Epsilon);
        Keep(typeof(float), 1f, float.NaN, float.PositiveInfinity);
        Keep(typeof(bool), true, false);
        Keep(typeof(byte), (byte)1, byte.MaxValue);
        Keep(typeof(ushort), (ushort)1, ushort.MaxValue);
        Keep(typeof(uint), 1u, uint.MaxValue);
        Keep(typeof(ulong), 1ul, ulong.MaxValue);
        Keep(typeof(string), "a", null, "", " ", "\ud800", new string('x', 5000));
        Keep(typeof(object), "a", null);
        Keep(typeof(IFormatProvider), CultureInfo.InvariantCulture, null);
        Keep(typeof(CultureInfo), CultureInfo.InvariantCulture, null);
        Keep(typeof(Instant), Instant.FromUtc(2026, 3, 2, 3, 0), Instant.MinValue, Instant.MaxValue);
        Keep(typeof(LocalDate), new LocalDate(2026, 3, 2), LocalDate.MinIsoValue, LocalDate.MaxIsoValue);
        Keep(typeof(LocalTime), new LocalTime(21, 0), LocalTime.MinValue, LocalTime.MaxValue);
        Keep(typeof(Duration), Duration.FromDays(1), Duration.Zero, Duration.MinValue, Duration.MaxValue);
        Keep(typeof(DateTimeZone), shanghai, null);
        Keep(
            typeof(Money), Money.Yuan(1m), default(Money), Money.Yuan(decimal.MaxValue), Money.Yuan(decimal.MinValue),
            Money.From(1m, Currency.Jpy));
        Keep(typeof(Currency), Currency.Cny, default(Currency), Currency.Jpy);
        Keep(typeof(Ratio), Ratio.From(0.5m), Ratio.Unknown, Ratio.From(decimal.MaxValue), Ratio.From(decimal.MinValue), Ratio.From(0m));
        Keep(typeof(Shop), new Shop(shanghai, Currency.Cny), null);
        Keep(typeof(CancellationToken), CancellationToken.None);
    }

    /// <summary>What came out of the members of the types that no page promises, each as "member(argument): exception".</summary>
    internal IReadOnlyCollection<string> Breaches => breaches;

    internal int Calls { get; private set; }

    /// <summary>The values of a type that the walk came by.</summary>
    internal IReadOnlyList<object> Found(Type type) => pool.TryGetValue(type, out List<object?>? kept) ? [.. kept.OfType<object>()] : [];

    /// <summary>Calls all public members; in the first rounds the results become arguments of the next.</summary>
    internal void Walk(IReadOnlyList<Type> types, int rounds = 3)
    {
        for (int round = 1; round <= rounds; round++)
        {
            foreach (Type type in types.Where(static t => !t.ContainsGenericParameters && !t.IsEnum && !t.IsByRefLike))
            {
                foreach (MethodBase member in Members(type))
                {
                    Call(type, member);
                }
            }
        }
    }

    private static IEnumerable<MethodBase> Members(Type type) => type
        .GetConstructors()
        .Concat<MethodBase>(type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        .Where(
            static m => !m.ContainsGenericParameters
                && m.GetParameters().All(static p => !p.IsOut && !p.ParameterType.IsByRef && !p.ParameterType.IsByRefLike)
                && m is not MethodInfo { ReturnType.IsByRefLike: true });

    private void Call(Type type, MethodBase member)
    {
        Type[] wanted = [.. member.GetParameters().Select(static p => p.ParameterType)];
        if (!member.IsStatic && !member.IsConstructor)
        {
            wanted = [type, .. wanted];
        }

        List<object?>[] choices = [.. wanted.Select(ValuesOf)];
        if (choices.Any(static c => c.Count == 0))
        {
            return;
        }

        int calls = 0;
        foreach (object?[] arguments in OneStrangeAtATime(choices))
        {
            if (calls++ == CallsMax)
            {
                break;
            }

            Try(type, member, arguments);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever comes out is what is asked about.")]
    private void Try(Type type, MethodBase member, object?[] arguments)
    {
        Calls++;
        try
        {
            object? result = member switch
            {
                ConstructorInfo constructor => constructor.Invoke(arguments),
                { IsStatic: true } => member.Invoke(null, arguments),
                _ when arguments[0] is null => null,
                _ => member.Invoke(OwnCopy(member, arguments), arguments[1..]),
            };
            if (result is IEnumerable sequence and not string)
            {
                foreach (object? _ in sequence.Cast<object?>().Take(1000))
                {
                }
            }

            _ = result?.ToString();
            KeepResult(result);
        }
        catch (TargetInvocationException exception)
        {
            Report(type, member, arguments, exception.InnerException!);
        }
        catch (Exception exception)
        {
            Report(type, member, arguments, exception); // thrown by ToString or by the sequence
        }
    }

    // Called by reflection, an init accessor changes a value that may be everyone's, such as the options of a default policy: it gets a
    // copy.
    private object OwnCopy(MethodBase member, object?[] arguments)
    {
        if (!member.Name.StartsWith("set_", StringComparison.Ordinal))
        {
            return arguments[0]!;
        }

        object copy = typeof(object).GetMethod(
            "MemberwiseClone", BindingFlags.NonPublic | BindingFlags.Instance)!.Invoke(arguments[0], null)!;
        KeepResult(copy);
        return copy;
    }

    private void Report(Type type, MethodBase member, object?[] arguments, Exception exception)
    {
        bool names = exception is OverflowException && exception.Message.Contains("beyond the amounts", StringComparison.Ordinal);
        if (!names && !Array.Exists(Documented, known => known.IsInstanceOfType(exception)))
        {
            string shown = string.Join(", ", arguments.Select(static a => Show(a)));
            breaches.Add($"{type.Name}.{member.Name}: {exception.GetType().Name} ({shown})");
        }
    }

    private static string Show(object? argument)
    {
        string text = argument switch
        {
            null => "null",
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            _ => argument.GetType().Name,
        };
        return text.Length > 30 ? text[..30] + "…" : text;
    }

    private static IEnumerable<object?[]> OneStrangeAtATime(List<object?>[] choices)
    {
        object?[] plain = [.. choices.Select(static c => c[0])];
        yield return plain;
        int most = choices.Length == 0 ? 0 : choices.Max(static c => c.Count);
        for (int pick = 1; pick < most; pick++)
        {
            for (int at = 0; at < choices.Length; at++)
            {
                if (pick < choices[at].Count)
                {
                    object?[] arguments = [.. plain];
                    arguments[at] = choices[at][pick];
                    yield return arguments;
                }
            }
        }
    }

    private List<object?> ValuesOf(Type type)
    {
        if (pool.TryGetValue(type, out List<object?>? known))
        {
            return known;
        }

        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return [.. ValuesOf(inner), null];
        }

        if (type.IsEnum)
        {
            Array all = Enum.GetValues(type);
            int undefined = type.GetEnumUnderlyingType() == typeof(byte) ? 250 : -7;
            return Keep(type, [all.GetValue(all.Length - 1), all.GetValue(0), Enum.ToObject(type, 99), Enum.ToObject(type, undefined)]);
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
        {
            return Lists(type, type.GetGenericArguments()[0], nameof(ListsOf));
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() is { } open &&
            (open == typeof(IEnumerable<>) || open == typeof(IReadOnlyList<>) || open == typeof(IReadOnlyCollection<>)))
        {
            return Lists(type, type.GetGenericArguments()[0], nameof(SequencesOf));
        }

        if (type.IsValueType)
        {
            return [Activator.CreateInstance(type)];
        }

        // A type of ours that nothing has made yet waits for a later round; of others only null is at hand.
        return type.Assembly == typeof(Money).Assembly ? [] : [null];
    }

    private List<object?> Lists(Type list, Type element, string maker)
    {
        List<object?> elements = ValuesOf(element);
        return elements.Count == 0 && !element.IsValueType && element.Assembly != typeof(Money).Assembly
            ? []
            : (List<object?>)typeof(Walker).GetMethod(
                maker, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(element).Invoke(null, [elements, list])!;
    }

    private static List<object?> ListsOf<T>(List<object?> elements, Type list) =>
        [.. Samples<T>(elements).Select(static s => (object?)s.ToImmutableArray()), default(ImmutableArray<T>)];

    private static List<object?> SequencesOf<T>(List<object?> elements, Type list) => [.. Samples<T>(elements).Cast<object?>(), null];

    private static IEnumerable<T[]> Samples<T>(List<object?> elements)
    {
        T[] known = [.. elements.Where(static e => e is not null).Cast<T>().Take(1)];
        yield return known;
        yield return [];
        yield return [default!];
        yield return [.. known, .. known];
        yield return [.. elements.Where(static e => e is not null).Cast<T>()];
    }

    private void KeepResult(object? result)
    {
        if (result is not null && result.GetType() is { IsEnum: false } type && type.Assembly == typeof(Money).Assembly && type.IsVisible)
        {
            for (Type? t = type; t is not null && t != typeof(object) && t != typeof(ValueType); t = t.BaseType)
            {
                List<object?> kept = pool.TryGetValue(t, out List<object?>? list)
                    ? list
                    : Keep(t, t.IsValueType ? [Activator.CreateInstance(t)] : [null]);
                if (kept.Count <= KeptMax && !kept.Contains(result))
                {
                    kept.Insert(0, result);
                }
            }
        }
    }

    private List<object?> Keep(Type type, params object?[] values) => pool[type] = [.. values];
}
