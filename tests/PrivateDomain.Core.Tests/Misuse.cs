namespace PrivateDomain.Core.Tests;

/// <summary>What a refused policy names.</summary>
internal static class Misuse
{
    /// <summary>The paths of all mistakes, in order.</summary>
    internal static IEnumerable<string> Paths(Func<object> make) =>
        Assert.Throws<InvalidPolicyException>(make).Mistakes.Select(static v => v.Place);
}
