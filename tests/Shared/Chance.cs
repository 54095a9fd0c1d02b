using System.Globalization;
using System.Runtime.CompilerServices;
using FsCheck;

namespace PrivateDomain.Testing;

/// <summary>
/// Where all chance in tests comes from. Seeds are fixed, so that no test fails by chance, and printed into the test's output, so that a
/// failure can be
/// seen again. RANDOM_SEED=n shifts all of them; LONG_RUNS=1 asks for the long runs (<c>.ci/run --long</c>), FEW_CASES=1 for short ones
/// (<c>.ci/mutate</c>).
/// </summary>
internal static class Chance
{
    /// <summary>Shifts every seed; 0 unless the environment says otherwise.</summary>
    internal static ulong RunSeed { get; } = ulong.TryParse(
        Environment.GetEnvironmentVariable("RANDOM_SEED"), NumberStyles.None, CultureInfo.InvariantCulture, out ulong given) ? given : 0;

    /// <summary>Whether the long runs are asked for.</summary>
    internal static bool IsLong { get; } = string.Equals(Environment.GetEnvironmentVariable("LONG_RUNS"), "1", StringComparison.Ordinal);

    /// <summary>Whether a fifth of the cases is enough, since the same tests run hundreds of times.</summary>
    private static bool IsShort { get; } = string.Equals(Environment.GetEnvironmentVariable("FEW_CASES"), "1", StringComparison.Ordinal);

    /// <summary>How many cases this run takes: few, well chosen ones on a developer's machine, many in a long run.</summary>
    internal static int Cases(int usual, int inLongRun) => IsLong ? inLongRun : IsShort ? Math.Max(1, usual / 5) : usual;

    /// <summary>A generator from a fixed seed.</summary>
    internal static Random From(int seed)
    {
        int used = unchecked(seed + (int)RunSeed);
        Say($"seed {used} (RANDOM_SEED={RunSeed})");
        return new Random(used);
    }

    /// <summary>Checks a property from a seed of the test's own; a long run takes fifty times the cases unless told how many.</summary>
    internal static void Holds(this Property property, int cases = 100, int? inLongRun = null, [CallerMemberName] string test = "")
    {
        ulong seed = unchecked(Mixed(test) + RunSeed);
        int taken = Cases(cases, inLongRun ?? cases * 50);
        Say($"{taken} cases from seed ({seed}, 1) (RANDOM_SEED={RunSeed})");
        property.Check(Config.QuickThrowOnFailure.WithMaxTest(taken).WithReplay(seed, 1).WithQuietOnSuccess(true));
    }

    // FNV-1a: a seed that stays when tests come and go.
    private static ulong Mixed(string name) =>
        name.Aggregate(14_695_981_039_346_656_037UL, static (hash, c) => unchecked((hash ^ c) * 1_099_511_628_211UL));

    private static void Say(FormattableString line) => TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant(line));
}
