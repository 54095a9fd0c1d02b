using System.Collections.Immutable;
using System.CommandLine;
using PrivateDomain.Peers.Benchmarks;

const int different = 65_536;
Option<int[]> rowsOption = new("--rows")
{
    Description = "How many products and customers the paths over columns take; several are taken in turn.",
    DefaultValueFactory = static _ => [1_000_000],
    AllowMultipleArgumentsPerToken = true,
};
Option<int> roundsOption = new("--rounds") { Description = "Rounds of each path.", DefaultValueFactory = static _ => 11 };
Option<string[]> pathOption = new("--path")
{
    Description = "Only these paths: fit, segments, customer, referral.",
    AllowMultipleArgumentsPerToken = true,
};
Option<bool> dryOption = new("--dry") { Description = "Every path once and small: only whether all start and answer alike." };
Option<bool> writeOption = new("--write") { Description = "Writes benchmarks/results/peers.md." };
pathOption.AcceptOnlyFromAmong("fit", "segments", "customer", "referral");
RootCommand command = new("Times the library beside its peers: all in the same rounds, equal answers checked before.")
{
    rowsOption, roundsOption, pathOption, dryOption, writeOption,
};
command.SetAction(asked =>
{
    bool dry = asked.GetValue(dryOption);
    int rounds = dry ? 1 : asked.GetValue(roundsOption);
    int[] rows = dry ? [1_003] : asked.GetValue(rowsOption)!;
    string[] paths = asked.GetValue(pathOption) is { Length: > 0 } some ? some : ["fit", "segments", "customer", "referral"];
    if (ClickHouse.Missing is { } missing)
    {
        Console.WriteLine($"WITHOUT CLICKHOUSE: {missing}.");
    }

    string? loadBefore = Machine.Load();
    var scores = paths.SelectMany(path => Run(path, rows, dry ? 256 : different, rounds)).ToImmutableArray();
    if (dry)
    {
        int ways = scores.DistinctBy(static one => one.Path, StringComparer.Ordinal).Count();
        Console.WriteLine($"{scores.Length} competitors on {ways} paths answer alike.");
        return;
    }

    string page = Report.Of(scores, Machine.Describe(), Machine.Peers(), rounds, loadBefore, Machine.Load());
    Console.WriteLine(page);
    if (asked.GetValue(writeOption))
    {
        File.WriteAllText(Path.Combine(Repository.Root, "benchmarks", "results", "peers.md"), page);
    }
});
return command.Parse(args).Invoke();

static IEnumerable<Score> Run(string path, int[] rows, int customers, int rounds)
{
    Console.Error.WriteLine($"{path} …");
    return path switch
    {
        "fit" => rows.SelectMany(count => FitPath.Run(count, rounds)),
        "segments" => rows.SelectMany(count => SegmentsPath.Run(count, rounds)),
        "customer" => OneCustomerPath.Run(customers, rounds),
        _ => ReferralPath.Run(customers, rounds),
    };
}
