using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Rules;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Value;

namespace PrivateDomain.Core.Tests.Walking;

/// <summary>
/// Makes values of a type that differ in one thing each: a base, and for each argument of its constructor and each init property values
/// with another one there. Two instances of this class make equal values in the same order.
/// </summary>
internal sealed class Variants
{
    internal const string Base = "";
    private const int TriesMax = 200;
    private const int VariantsOfOnePart = 4;
    private const int ChoicesOfOnePart = 16;
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly MethodInfo Clone = typeof(object).GetMethod("MemberwiseClone", Any)!;

    private readonly Dictionary<Type, Made[]> made = [];
    private readonly HashSet<Type> underWay = [];
    private readonly HashSet<string> unvaried = new(StringComparer.Ordinal);

    internal Variants()
    {
        Keep(1, 2, 0, 30, -1);
        Keep(1L, 2L, 0L);
        Keep(0.5m, 1m, 0m, 2m, -1m);
        Keep(0.5d, 1d, 0d, 2d, -1d);
        Keep(0.5f, 1f);
        Keep(true, false);
        Keep<byte>(1, 2);
        Keep<ushort>(1, 2);
        Keep<uint>(1, 2);
        Keep<ulong>(1, 2);
        Keep<UInt128>(1, 2);
        Keep('a', 'b');
        Keep("a", "b", "a.b", "c.d", "gold", "silver");
        Keep<object>("a", "b");
        KeepTimes();
        KeepVocabulary();
        KeepFacts();
        KeepWholes();
    }

    /// <summary>The parts, as "type.part", of which no value with another one could be made.</summary>
    internal IReadOnlyCollection<string> Unvaried => unvaried;

    /// <summary>The values of a type, the base first; none when no constructor could be called.</summary>
    internal IReadOnlyList<Made> Of(Type type)
    {
        if (made.TryGetValue(type, out Made[]? known))
        {
            return known;
        }

        if (!underWay.Add(type))
        {
            return [];
        }

        Made[] values = [.. Make(type)];
        underWay.Remove(type);
        return made[type] = values;
    }

    /// <summary>Whether two parts are the same; lists are where their elements are.</summary>
    internal static bool Same(object? left, object? right) =>
        left is IEnumerable one and not string && right is IEnumerable other && left.GetType() == right.GetType()
            ? Elements(one).SequenceEqual(Elements(other))
            : Equals(left, right);

    private static IEnumerable<object?> Elements(IEnumerable list) =>
        IsOf(list.GetType(), typeof(ImmutableArray<>)) && (bool)list.GetType().GetProperty("IsDefault")!.GetValue(list)!
            ? [] : list.Cast<object?>();

    private static bool IsOf(Type type, Type open) => type.IsGenericType && type.GetGenericTypeDefinition() == open;

    private void Keep<T>(params T[] values) => made[typeof(T)] = [.. values.Select(static value => new Made(Base, value))];

    private void KeepTimes()
    {
        Instant at = Instant.FromUtc(2026, 3, 2, 3, 0);
        Keep(at, at + Duration.FromDays(1), at - Duration.FromDays(1));
        Keep(new LocalDate(2026, 3, 2), new LocalDate(2026, 3, 3), new LocalDate(2026, 3, 1));
        Keep(new LocalTime(21, 0), new LocalTime(22, 0), new LocalTime(20, 0));
        Keep(new AnnualDate(3, 2), new AnnualDate(3, 3));
        Keep(Duration.FromDays(1), Duration.FromDays(2), Duration.Zero);
        Keep(Period.FromDays(1), Period.FromDays(2));
        Keep(new Interval(at, at + Duration.FromDays(1)), new Interval(at, at + Duration.FromDays(2)));
        Keep(
            new DateInterval(new LocalDate(2026, 3, 2), new LocalDate(2026, 3, 3)),
            new DateInterval(new LocalDate(2026, 3, 4), new LocalDate(2026, 3, 5)));
        Keep(IsoDayOfWeek.Monday, IsoDayOfWeek.Sunday);
        Keep(DateTimeZoneProviders.Tzdb["Asia/Shanghai"], DateTimeZone.Utc);
    }

    private void KeepVocabulary()
    {
        Keep(Money.Yuan(1m), Money.Yuan(2m), Money.Yuan(0m), Money.From(1m, Currency.Jpy), Money.Yuan(-1m));
        Keep(Currency.Cny, Currency.Jpy);
        Keep(Ratio.From(0.5m), Ratio.From(1m), Ratio.Unknown, Ratio.From(0m), Ratio.From(2m));
        Reason[] reasons = [new ReasonDefinition("a.b", "A.", "甲。").With(), new ReasonDefinition("a.c", "A.", "甲。").With()];
        Keep(reasons[0], reasons[1], new Reason(reasons[0].Definition, 1), new Reason(reasons[0].Definition, default, 1));
        Keep(
            Decision.Denied(reasons[0]), Decision.Allowed, Decision.Denied(reasons[1]), Decision.Undecidable(reasons[0]),
            Decision.Denied(reasons));
    }

    private void KeepFacts()
    {
        foreach (IGrouping<Type, Fact> kind in typeof(Facts).GetProperties().Select(static p => p.GetValue(null)).OfType<Fact>()
            .GroupBy(static fact => fact.GetType()))
        {
            made[kind.Key] = [.. kind.Take(3).Select(static fact => new Made(Base, fact))];
        }

        Bilingual label = new("grade", "等级");
        Keep(TextFact.From("city", label), TextFact.From("town", label));
        ChoiceLevel[] levels = [new("a", label), new("b", label)];
        Keep(
            ChoiceFact.From("grade", label, levels), ChoiceFact.From("grade", label, levels[..1]),
            ChoiceFact.From("grade", label, levels[1], levels[0]), ChoiceFact.From("rank", label, levels));
        ChoiceFact grade = (ChoiceFact)made[typeof(ChoiceFact)][0].Value!;
        Keep(
            (ChoiceRule)grade.AtLeast("a"), (ChoiceRule)grade.AtLeast("b"), (ChoiceRule)grade.AtMost("a"), (ChoiceRule)grade.AnyOf("a"),
            (ChoiceRule)grade.AnyOf("a", "b"), (ChoiceRule)ChoiceFact.From("rank", label, levels).AtLeast("a"));
        Keep<SegmentRule>(Facts.Orders.AtLeast(1), Facts.Orders.AtLeast(2), !Facts.Orders.AtLeast(1), Facts.Linked.IsYes());
        Keep<Fact>(Facts.Orders, Facts.Spend, Facts.Linked);
    }

    private void KeepWholes()
    {
        CustomerId anna = CustomerId.From("anna");
        var at = (Instant)made[typeof(Instant)][0].Value!;
        CustomerEvent[] events =
        [
            new LinkMade(CustomerEventId.From("e1"), anna, at, Carrier.WeCom),
            new LinkMade(CustomerEventId.From("e2"), anna, at, Carrier.App),
        ];
        Keep(
            CustomerHistory.From(anna, events), CustomerHistory.Empty(anna), CustomerHistory.From(anna, events[..1]),
            CustomerHistory.From(anna, events[1..]),
            CustomerHistory.From(anna, [.. events, new LinkMade(CustomerEventId.From("e1"), anna, at, Carrier.App)]),
            CustomerHistory.From(anna, events).CompactBefore(at), CustomerHistory.Empty(CustomerId.From("bea")));
        RfmOptions five = new(), fixedOnes = new() { FrequencyThresholds = [2, 3, 4, 5] };
        Keep(
            RfmAxis.Frequency(five, [1, 2, 3, 4, 5, 6]), RfmAxis.Recency(five, [1, 2, 3, 4, 5, 6]), RfmAxis.Frequency(five, [1, 2, 3]),
            RfmAxis.Frequency(five, [1, 2, 3, 4, 5, 6, 6]), RfmAxis.Frequency(five, [1, 2, 3, 4, 5, 7]),
            RfmAxis.Frequency(fixedOnes, [1, 2, 3, 4, 5, 6]));
        ShopOptions options = new() { Zone = (DateTimeZone)made[typeof(DateTimeZone)][0].Value!, Currency = Currency.Cny };
        Keep(ShopRules.Create(options), ShopRules.Create(options with { Currency = Currency.Jpy }));
    }

    private IEnumerable<Made> Make(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return [.. Of(inner).Take(1), new Made(Base, null), .. Of(inner).Skip(1)];
        }

        if (type.IsEnum)
        {
            return Enum.GetValues(type).Cast<object>().Distinct().Reverse().Select(static value => new Made(Base, value));
        }

        if (IsOf(type, typeof(Answer<>)))
        {
            return Generic(nameof(Answers), type.GetGenericArguments());
        }

        if (IsOf(type, typeof(ImmutableSortedDictionary<,>)))
        {
            return Generic(nameof(Maps), type.GetGenericArguments()[1]);
        }

        if (ElementOf(type) is { } element)
        {
            return Generic(
                IsOf(type, typeof(ImmutableSortedSet<>)) ? nameof(Sets) : type.IsArray ? nameof(Arrays) : nameof(Lists), element);
        }

        bool isForeign = type.Assembly != typeof(Money).Assembly && type.Assembly != typeof(Variants).Assembly;
        return isForeign && !type.IsAssignableTo(typeof(ITuple)) ? []
            : type.IsAbstract
                ? type.Assembly.GetExportedTypes().Where(t => !t.IsAbstract && t.IsSubclassOf(type)).SelectMany(t => Of(t).Take(2))
            : Build(type);
    }

    private static Type? ElementOf(Type type) =>
        type.IsArray ? type.GetElementType()
        : type.IsGenericType && type.GetGenericArguments() is [var element]
            && (typeof(ImmutableArray<>).MakeGenericType(element).IsAssignableTo(type) || IsOf(type, typeof(ImmutableSortedSet<>)))
            ? element
        : null;

    private IEnumerable<Made> Generic(string maker, params Type[] types) =>
        (IEnumerable<Made>)typeof(Variants).GetMethod(maker, Any)!.MakeGenericMethod(types).Invoke(this, [])!;

    private IEnumerable<Made> Answers<T>()
        where T : notnull =>
        [
            .. Known<T>().Take(3).Select(static one => new Made(Base, Answer<T>.From(one))),
            .. Known<Reason>().Take(2).Select(static one => new Made(Base, Answer<T>.Refused(one))),
        ];

    private IEnumerable<Made> Lists<T>() => Samples<T>().Select(static list => new Made(Base, list.ToImmutableArray()));

    private IEnumerable<Made> Arrays<T>() => Samples<T>().Select(static list => new Made(Base, list));

    private IEnumerable<Made> Sets<T>() => Samples<T>().Take(4).Select(static list => new Made(Base, list.ToImmutableSortedSet()));

    private IEnumerable<Made> Maps<T>() => Samples<T>().Select(static list => new Made(
        Base, list.Select(static (one, at) => KeyValuePair.Create($"k{at}", one)).ToImmutableSortedDictionary(StringComparer.Ordinal)));

    // One element, none, two, another one, the two the other way round, and others alone.
    private T[][] Samples<T>()
    {
        T[] all = Known<T>();
        return all.Length < 2
            ? [all, []]
            : [all[..1], [], all[..2], [all[1]], [all[1], all[0]], .. all.Skip(2).Take(2).Select(static one => new[] { one })];
    }

    private T[] Known<T>() => [.. Of(typeof(T)).Select(static one => one.Value).OfType<T>()];

    private List<Made> Build(Type type)
    {
        foreach (ConstructorInfo constructor in type.GetConstructors(Any).OrderByDescending(static c => c.IsPublic))
        {
            ParameterInfo[] wanted = constructor.GetParameters();
            bool copies = (wanted.Length == 1 && wanted[0].ParameterType == type) || wanted.Any(static p => TypeOf(p).IsByRefLike);
            if (!copies && Build(type, wanted, constructor.Invoke) is { Count: > 0 } values)
            {
                return values;
            }
        }

        MethodInfo? create = type.GetMethod("Create", BindingFlags.Static | BindingFlags.Public | BindingFlags.FlattenHierarchy);
        return create is not null ? Build(type, create.GetParameters(), arguments => create.Invoke(null, arguments))
            : type.IsValueType ? Build(type, [], _ => Activator.CreateInstance(type))
            : [];
    }

    private static Type TypeOf(ParameterInfo parameter) =>
        parameter.ParameterType.IsByRef ? parameter.ParameterType.GetElementType()! : parameter.ParameterType;

    private List<Made> Build(Type type, ParameterInfo[] parameters, Func<object?[], object?> make)
    {
        object?[][] choices = [.. parameters.Select(p => Of(TypeOf(p)).Take(ChoicesOfOnePart).Select(static m => m.Value).ToArray())];
        PropertyInfo[] properties =
        [
            .. type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(p => p.CanWrite
                && !Array.Exists(parameters, of => string.Equals(of.Name, p.Name, StringComparison.OrdinalIgnoreCase))),
        ];
        int[] picks = new int[parameters.Length];
        if (choices.Any(static c => c.Length == 0) || BaseOf(parameters, choices, picks, make) is not { } start)
        {
            return [];
        }

        object first = Complete(start, properties);
        List<Made> values = [new Made(Base, first)];
        for (int at = 0; at < parameters.Length; at++)
        {
            Add(type, parameters[at].Name!, values, choices[at].Where(choice => !Same(choice, choices[at][picks[at]])), choice =>
            {
                object?[] arguments = [.. picks.Select((pick, i) => choices[i][pick])];
                arguments[at] = choice;
                return Complete(make(arguments)!, properties);
            });
        }

        foreach (PropertyInfo property in properties)
        {
            object? present = property.GetValue(first);
            Add(
                type, property.Name, values,
                Of(property.PropertyType).Select(static m => m.Value).Take(ChoicesOfOnePart).Where(choice => !Same(choice, present)),
                choice => With(first, property, choice));
        }

        return values;
    }

    private void Add(Type type, string part, List<Made> values, IEnumerable<object?> choices, Func<object?, object> with)
    {
        int before = values.Count;
        foreach (object? choice in choices)
        {
            if (values.Count < before + VariantsOfOnePart && Try(() => with(choice)) is { } value)
            {
                values.Add(new Made(part, value));
            }
        }

        if (values.Count == before)
        {
            unvaried.Add($"{type.Name}.{part}");
        }
    }

    // Required properties have no default: each gets the first value that it takes.
    private object Complete(object value, PropertyInfo[] properties)
    {
        foreach (PropertyInfo property in properties.Where(static p => Attribute.IsDefined(p, typeof(RequiredMemberAttribute))))
        {
            value = Of(property.PropertyType).Where(static choice => choice.Value is not null)
                .Select(choice => Try(() => With(value, property, choice.Value))).FirstOrDefault(static made => made is not null) ?? value;
        }

        return value;
    }

    // The exceptions name the argument that is wrong: its next value is tried; where none is named, that of one after another.
    private static object? BaseOf(ParameterInfo[] parameters, object?[][] choices, int[] picks, Func<object?[], object?> make)
    {
        for (int tries = 0; tries < TriesMax; tries++)
        {
            try
            {
                return make([.. picks.Select((pick, at) => choices[at][pick])]);
            }
            catch (TargetInvocationException exception)
            {
                string? named = (exception.InnerException as ArgumentException)?.ParamName;
                int wrong = Array.FindIndex(parameters, p => p.Name == named);
                wrong = wrong < 0 && picks.Length > 0 ? tries % picks.Length : wrong;
                if (wrong < 0)
                {
                    return null;
                }

                picks[wrong] = (picks[wrong] + 1) % choices[wrong].Length;
            }
        }

        return null;
    }

    // What is refused has no variant; nor has what an internal constructor takes and no caller can make, which has no hash code.
    [SuppressMessage("Design", "CA1031", Justification = "Whatever is thrown refuses the value.")]
    private static object? Try(Func<object> make)
    {
        try
        {
            object value = make();
            _ = value.GetHashCode();
            return value;
        }
        catch (Exception)
        {
            return null;
        }
    }

    private static object With(object value, PropertyInfo property, object? wanted)
    {
        object copy = Clone.Invoke(value, null)!;
        property.SetValue(copy, wanted);
        return copy;
    }

    /// <summary>A value, and the part in which it differs from the first one of its type.</summary>
    internal readonly record struct Made(string Part, object? Value);
}
