using System.Reflection;
using System.Text.RegularExpressions;

namespace PrivateDomain.Core.Tests.Conventions;

/// <summary>Holds the names of public methods against the words that the page of the vocabulary lists.</summary>
internal static partial class Verbs
{
    private const BindingFlags Declared =
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly;

    /// <summary>The words of the table below a heading such as "### Verbs": those in backticks in each first cell.</summary>
    internal static HashSet<string> Listed(string page, string heading) => [.. page.Split('\n')
        .SkipWhile(line => !string.Equals(line, heading, StringComparison.Ordinal)).Skip(1)
        .TakeWhile(static line => !line.StartsWith('#'))
        .Where(static line => line.StartsWith("| `", StringComparison.Ordinal))
        .SelectMany(static line => Word().Matches(line.Split('|')[1]).Select(static m => m.Groups["word"].Value))];

    /// <summary>Methods whose name is neither a listed verb, nor a listed noun, nor a shape that speaks for itself.</summary>
    internal static string[] Strays(
        IEnumerable<Type> types, IReadOnlySet<string> verbs, IReadOnlySet<string> nouns, IReadOnlySet<Type> words) =>
        [.. Spoken(types).Where(m => !verbs.Contains(Verb(m)) && !nouns.Contains(m.Name) && !IsShape(m, words))
            .Select(Path).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Listed words that no public method has.</summary>
    internal static string[] Idle(IEnumerable<Type> types, IReadOnlySet<string> verbs, IReadOnlySet<string> nouns)
    {
        MethodInfo[] methods = [.. Spoken(types)];
        return [.. verbs.Where(verb => !methods.Any(m => string.Equals(Verb(m), verb, StringComparison.Ordinal)))
            .Concat(nouns.Where(noun => !methods.Any(m => string.Equals(m.Name, noun, StringComparison.Ordinal))))
            .Order(StringComparer.Ordinal)];
    }

    // What a host calls by name: not what the runtime or the serializer calls, nor what every value has.
    private static IEnumerable<MethodInfo> Spoken(IEnumerable<Type> types) => types.SelectMany(static type =>
    {
        HashSet<MethodInfo> plumbing = type.IsInterface || type.IsEnum ? [] : [.. type.GetInterfaces()
            .Where(static i => i.Namespace!.StartsWith("System", StringComparison.Ordinal))
            .SelectMany(i => type.GetInterfaceMap(i).TargetMethods)];
        return type.GetMethods(Declared).Where(m => !m.IsSpecialName && m.GetBaseDefinition() == m
            && m.Name is not ("Deconstruct" or "<Clone>$" or "GetEnumerator" or "Equals" or "ToString")
            && !(plumbing.Contains(m) && m.Name is not ("Parse" or "TryParse")));
    });

    private static string Verb(MethodInfo method)
    {
        string name = method.Name.StartsWith("Try", StringComparison.Ordinal) ? method.Name[3..] : method.Name;
        return FirstWord().Match(name).Value;
    }

    private static bool IsShape(MethodInfo m, IReadOnlySet<Type> words)
    {
        Type returned = Nullable.GetUnderlyingType(m.ReturnType) ?? m.ReturnType;
        return IsYesOrNo(m, returned) || IsFigure(m, returned) || IsNamed(m, returned) || words.Contains(returned)
            || (m.Name is "Name" && returned == typeof(Bilingual));
    }

    // IsTagged, HasBought, Contains, WouldCloseRing: a question answered with yes, no or not known.
    private static bool IsYesOrNo(MethodInfo m, Type returned) =>
        (returned == typeof(bool) || returned.Name is "Truth") && Question().IsMatch(m.Name);

    // SpendIn(window), RowsOf(segment), CostPerRetainedBuyer(cost), DateAt(instant): a noun, and what it is asked for.
    private static bool IsFigure(MethodInfo m, Type returned) => returned != typeof(void) && Preposition().IsMatch(m.Name);

    // Money.Yuan(…), Occasion.Lunar(…), ReferralFact.Opened(…): what comes out is named.
    private static bool IsNamed(MethodInfo m, Type returned) => m.IsStatic && returned == m.DeclaringType;

    private static string Path(MethodInfo m) => $"{m.DeclaringType!.Name.Split('`')[0]}.{m.Name}";

    [GeneratedRegex("`(?<word>[A-Za-z]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Word();

    [GeneratedRegex("^[A-Z][a-z]*", RegexOptions.None, 1000)]
    private static partial Regex FirstWord();

    [GeneratedRegex("^(Is|Has|Had|Did|Knows|Contains|Overlaps|Would)([A-Z]|$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Question();

    [GeneratedRegex("[a-z](Of|In|At|On|To|Per|For|By|Against|After|With)($|[A-Z])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Preposition();
}
