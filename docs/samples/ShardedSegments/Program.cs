using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Evaluation;
using PrivateDomain.Core.Segmentation.Queries;
using ShardedSegments;

// dotnet run -c Release --project docs/samples/ShardedSegments [-- CUSTOMERS]
// Ends with 0 where all answers agree, 1 where one does not, 2 where it was stopped, 3 where there is no PostgreSQL.
const int Workers = 4;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
int count = args is [string given, ..] ? int.Parse(given, CultureInfo.InvariantCulture) : 200_000;
using var stop = new CancellationTokenSource();
using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
var clock = Stopwatch.StartNew();
try
{
    Console.WriteLine("Servers are starting.");
    using Shards shards = Shards.Start(Workers, stop.Token);
    if (shards.Missing.Length > 0)
    {
        Console.WriteLine($"PostgreSQL: NOT EXECUTED: {shards.Missing}");
        return 3;
    }

    Tell($"one coordinator and {Workers} workers started");
    Console.WriteLine($"PostgreSQL: {string.Join(' ', shards.Folders)}");
    Customer[] customers = Customer.Invented(count, stop.Token);
    await shards.Fill(customers, stop.Token);
    Tell($"{count} customers are on the workers: "
        + string.Join(", ", customers.CountBy(static c => c.ShardOf(Workers)).OrderBy(static s => s.Key).Select(static s => s.Value)));

    SegmentMembership members = Shop.MembersOf(customers);
    Tell("evaluated in this process");
    bool isRight = await AskTheCoordinator(shards, customers, members);
    isRight &= await AskTheWorkers(shards, members);
    Console.WriteLine(isRight ? "All answers are equal." : "ANSWERS DIFFER.");
    return isRight ? 0 : 1;
}
catch (OperationCanceledException)
{
    Console.WriteLine("Stopped; the servers are gone.");
    return 2;
}

// Members of each segment, in one query each; the whole predicate must be the workers'.
async Task<bool> AskTheCoordinator(Shards shards, Customer[] customers, SegmentMembership members)
{
    bool isRight = true;
    for (int i = 0; i < Shop.Segments.Segments.Length; i++)
    {
        Segment segment = Shop.Segments.Segments[i];
        SqlText where = Shop.Mapping.Filter(segment.Rule, Shop.Today, Shop.Segments).Value;
        string[] plan = await shards.PlanOf(where, stop.Token);
        if (i == 0)
        {
            Console.WriteLine($"How the coordinator asks for \"{segment.Name}\":");
            Console.WriteLine(string.Join('\n', plan.Select(static line => "    " + line)));
        }

        bool isPushed = plan.Count(static line => line.Contains("Remote SQL:", StringComparison.Ordinal)
                && line.Contains(" WHERE ", StringComparison.Ordinal)) == Workers
            && !plan.Any(static line => line.TrimStart().StartsWith("Filter:", StringComparison.Ordinal));
        long[] expected = [.. members.RowsOf(i).Select(row => customers[row].Id)];
        bool isEqual = (await shards.IdsOf(where, stop.Token)).AsSpan().SequenceEqual(expected);
        isRight &= isPushed && isEqual;
        Console.WriteLine($"  {segment.Name,-10} {expected.Length,8} members {(isEqual ? "=" : "DIFFERENT")}, "
            + (isPushed ? "selected by the workers" : "FILTERED BY THE COORDINATOR"));
    }

    Tell("members asked of the coordinator");
    return isRight;
}

// Counts of the whole set, in one query for each worker.
async Task<bool> AskTheWorkers(Shards shards, SegmentMembership members)
{
    SqlText segments = Shop.Mapping.Filter(Shop.Segments, Shop.Today).Value;
    long[] counts = await shards.CountsOf(segments, Shop.Segments.Segments.Length, stop.Token);
    Tell($"counts asked of {Workers} workers and added up");
    bool isRight = counts.AsSpan().SequenceEqual([.. members.Counts.Select(static n => (long)n)]);
    Console.WriteLine(isRight ? "  all as in this process" : $"  DIFFERENT: {string.Join(", ", counts)}");
    return isRight;
}

void Tell(string what)
{
    Console.WriteLine($"{what}: {clock.ElapsedMilliseconds} ms");
    clock.Restart();
}

void Stop(PosixSignalContext context)
{
    context.Cancel = true; // the servers are stopped first
    stop.Cancel();
}
