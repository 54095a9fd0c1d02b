namespace PrivateDomain.Core.Segmentation;

/// <summary>Where a part of a rule stands: <c>all[0].not.any[2]</c>, as in the JSON form; empty for the whole rule.</summary>
internal static class RulePath
{
    internal static string Below(string path, GroupRule group, int place) =>
        Join(path, FormattableString.Invariant($"{NameOf(group.Operator)}[{place}]"));

    internal static string Below(string path, NotRule _) => Join(path, "not");

    internal static string NameOf(GroupOperator how) => how switch
    {
        GroupOperator.AllOf => "all",
        GroupOperator.AnyOf => "any",
        GroupOperator.NoneOf => "none",
        _ => "atLeast",
    };

    private static string Join(string path, string step) => path.Length == 0 ? step : $"{path}.{step}";
}
