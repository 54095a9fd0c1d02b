using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace PrivateDomain.Core.Tests.Conventions;

/// <summary>Finds enumerations whose values have no name for people: each has an extension Name that gives English and Chinese.</summary>
internal static partial class EnumNames
{
    internal static string[] Breaches(IEnumerable<Type> enums, IEnumerable<Type> all)
    {
        Dictionary<Type, MethodInfo> names = all.Where(static t => t is { IsAbstract: true, IsSealed: true })
            .SelectMany(static t => t.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly))
            .Where(static m => m.Name is "Name" && m.IsDefined(typeof(ExtensionAttribute)))
            .Where(static m => m.ReturnType == typeof(Bilingual) && m.GetParameters().Length == 1)
            .ToDictionary(static m => m.GetParameters()[0].ParameterType);
        return [.. enums.SelectMany(type =>
            names.TryGetValue(type, out MethodInfo? name) ? BreachesOf(type, name) : [$"{type.Name}: no Name"])];
    }

    private static IEnumerable<string> BreachesOf(Type type, MethodInfo name)
    {
        (string Value, Bilingual Name)[] values =
            [.. Enum.GetValues(type).Cast<object>().Select(value => ($"{value}", (Bilingual)name.Invoke(null, [value])!))];
        foreach ((string value, Bilingual said) in values)
        {
            if (said.English.Length == 0 || Chinese().IsMatch(said.English) || IsNumber(said.English) || IsIdentifier(said.English, value))
            {
                yield return $"{type.Name}.{value}: no English name";
            }

            if (said.Chinese.Length == 0 || IsNumber(said.Chinese) || IsIdentifier(said.Chinese, value))
            {
                yield return $"{type.Name}.{value}: no Chinese name";
            }
        }

        if (!RefusesOthers(type, name))
        {
            yield return $"{type.Name}: a value that is none of it is not refused";
        }

        foreach (var twice in values.GroupBy(static v => v.Name).Where(static g => g.Count() > 1))
        {
            yield return $"{type.Name}: {twice.Key.English} is the name of {string.Join(" and ", twice.Select(static v => v.Value))}";
        }
    }

    private static bool RefusesOthers(Type type, MethodInfo name)
    {
        try
        {
            name.Invoke(null, [Enum.ToObject(type, 99)]);
            return false;
        }
        catch (TargetInvocationException failure)
        {
            return failure.InnerException is ArgumentOutOfRangeException refusal
                && string.Equals(refusal.ParamName, name.GetParameters()[0].Name, StringComparison.Ordinal);
        }
    }

    // "PackageCard" is no name; "Sms" said as "SMS" and "Expected" said as "expected" are, and WeCom writes itself so.
    private static bool IsIdentifier(string said, string value) =>
        string.Equals(said, value, StringComparison.Ordinal) && InnerCapital().IsMatch(value) && value is not "WeCom";

    private static bool IsNumber(string said) => long.TryParse(said, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    [GeneratedRegex("[a-z][A-Z]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex InnerCapital();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Chinese();
}
