using System.Reflection;
using PrivateDomain.Core.Content;

namespace PrivateDomain.Core.Tests.Walking;

/// <summary>
/// Two values are equal exactly if all that was given to them is equal: of every public type with an equality of contents, values that
/// differ in one argument, one property or one element are compared.
/// </summary>
[Kernel]
[Text]
public sealed class EqualityWalkTests
{
    private const int UnvariedMax = 12; // parts that others tie, such as an instant that must not lie before another one

    // Where a part does not count, as the type's documentation says.
    private static readonly string[] Uncounted =
    [
        "Payback.periods", "Payback.interpolated", // follow from the curve
        "ProductFitAssessment.parts", "ProductFitAssessment.points", "ProductFitAssessment.grade", // follow from policy and figures
        "ReasonDefinition.english", "ReasonDefinition.chinese", // a code has one meaning
        "SegmentSet.schema", // facts that no rule uses do not count
        "WelfareBudget.currency", // that of the lines
    ];

    [Fact]
    public void TwoValues_AreEqual_ExactlyIfAllThatWasGivenIsEqual()
    {
        Type[] types =
        [
            .. typeof(Money).Assembly.GetExportedTypes().Where(HasEqualityOfContents), typeof(Answer<Money>), typeof(Answer<string>),
        ];
        Variants variants = new();
        string[] breaches = [.. Breaches(types, variants).Except(Uncounted.Select(static part => $"{part} makes no difference"))];
        Assert.Empty(breaches);
        Assert.DoesNotContain(variants.Unvaried, static part => part.Contains("Options.", StringComparison.Ordinal));
        Assert.True(
            variants.Unvaried.Count <= UnvariedMax, $"No other value was found for {string.Join(", ", variants.Unvaried)}.");
    }

    [Fact]
    public void TheCheck_SeesWhatIsForgotten() => Assert.Equal(
        [
            "Forgetful.Second makes no difference", "Hasty has two hash codes for equal values", "Lenient equals another type",
            "Lenient equals null", "Same.first makes no difference", "Sole has no two values", "Split.first makes no difference",
            "Strict has two hash codes for equal values", "Strict: two with equal parts differ",
        ],
        Breaches(
            [
                typeof(Faithful), typeof(Forgetful), typeof(Hasty), typeof(Strict), typeof(Split), typeof(Same), typeof(Lenient),
                typeof(Sole),
            ],
            new Variants()).Order(StringComparer.Ordinal));

    // Two candidates are the same object or differ, as their documentation says; so do the refusals of them.
    private static bool HasEqualityOfContents(Type type) =>
        !type.IsAbstract && !type.IsEnum && !type.ContainsGenericParameters && !type.IsByRefLike && type != typeof(RefusedCandidate)
        && type.GetMethod(nameof(Equals), [typeof(object)])!.DeclaringType is { } declares && declares != typeof(object)
        && declares != typeof(ValueType);

    private static SortedSet<string> Breaches(Type[] types, Variants variants)
    {
        SortedSet<string> breaches = new(StringComparer.Ordinal);
        Variants twins = new();
        foreach (Type type in types)
        {
            Variants.Made[] values = [.. variants.Of(type)];
            Variants.Made[] others = [.. twins.Of(type)];
            if (values.Length < 2)
            {
                breaches.Add($"{type.Name} has no two values");
            }

            Equality equality = new(type);
            for (int at = 0; at < values.Length; at++)
            {
                (string part, object? value) = values[at];
                breaches.UnionWith(BreachesOfOne(equality, value!, others[at].Value!));
                foreach (Variants.Made other in values[..at].Where((other, i) => i == 0 || other.Part == part))
                {
                    if (!equality.TellsApart(value!, other.Value!))
                    {
                        breaches.Add($"{type.Name}.{part} makes no difference");
                    }
                }
            }
        }

        return breaches;
    }

    private static IEnumerable<string> BreachesOfOne(Equality equality, object value, object twin)
    {
        string name = value.GetType().Name;
        if (equality.Of(value, twin) != true || equality.Of(value, value) != true)
        {
            yield return $"{name}: two with equal parts differ";
        }

        if (value.GetHashCode() != twin.GetHashCode())
        {
            yield return $"{name} has two hash codes for equal values";
        }

        if (equality.Of(value, null) != false)
        {
            yield return $"{name} equals null";
        }

        if (value.Equals(new object()))
        {
            yield return $"{name} equals another type";
        }
    }

    // All the ways in which a type says whether two are equal; null when they do not agree.
    private sealed class Equality(Type type)
    {
        private readonly MethodInfo? typed = type.GetMethod(nameof(Equals), [type]);
        private readonly MethodInfo? equal = type.GetMethod("op_Equality", [type, type]);
        private readonly MethodInfo? unequal = type.GetMethod("op_Inequality", [type, type]);
        private readonly PropertyInfo[] shown =
        [
            .. type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(static p => p.GetIndexParameters().Length == 0),
        ];

        internal bool? Of(object left, object? right)
        {
            bool said = left.Equals(right);
            bool agree = (right is null && type.IsValueType) || (Says(typed, left, right, said) && Says(typed, right, left, said)
                && Says(equal, left, right, said) && Says(equal, right, left, said)
                && Says(unequal, left, right, !said) && Says(unequal, right, left, !said));
            return agree ? said : null;
        }

        // Two that differ in what was given may be equal only where the type keeps nothing of it, such as the case of a code.
        internal bool TellsApart(object left, object right) =>
            Of(left, right) is { } same && same == Of(right, left)
            && (!same || Array.TrueForAll(shown, p => Variants.Same(p.GetValue(left), p.GetValue(right))));

        private static bool Says(MethodInfo? method, object? left, object? right, bool expected) =>
            method is null || (!method.IsStatic && left is null)
            || (bool)(method.IsStatic ? method.Invoke(null, [left, right]) : method.Invoke(left, [right]))! == expected;
    }

    private sealed record Faithful(int First, string? Second);

    private sealed record Sole;

    private sealed record Forgetful(int First, int Second)
    {
        public bool Equals(Forgetful? other) => other is not null && First == other.First;

        public override int GetHashCode() => First;
    }

    private sealed record Hasty(int First)
    {
        public bool Equals(Hasty? other) => other is not null && First == other.First;

        public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
    }

    private sealed record Strict(string[] First);

    // One way says equal, the other one that they differ.
    private sealed class Split(int first) : IEquatable<Split>
    {
        public int First { get; } = first;

        public bool Equals(Split? other) => other is not null;

        public override bool Equals(object? obj) => obj is Split other && other.First == First;

        public override int GetHashCode() => First;
    }

    private sealed class Same(int first)
    {
        public int First { get; } = first;

        public override bool Equals(object? obj) => obj is Same;

        public override int GetHashCode() => 0;
    }

    private sealed record Lenient(int First)
    {
        public bool Equals(Lenient? other) => other is null || First == other.First;

        public override int GetHashCode() => First;
    }
}
