using System.Diagnostics;
using System.Globalization;
using ArrowColumns;
using PrivateDomain.Core.Segmentation.Evaluation;

// dotnet run -c Release --project docs/samples/ArrowColumns [-- CUSTOMERS]
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
int customers = args is [string given, ..] ? int.Parse(given, CultureInfo.InvariantCulture) : 2_000_000;
DirectoryInfo folder = Directory.CreateTempSubdirectory("arrow-columns-");
try
{
    string path = Path.Combine(folder.FullName, "customers.parquet");
    var file = new CustomerFile(path);
    Timed("written", () => file.Write(customers));
    Console.WriteLine($"{customers} customers, {CustomerColumns.All.Length} columns, {new FileInfo(path).Length / 1e6:0.0} MB of Parquet");

    PreparedSegments prepared = PreparedSegments.From(ShopSegments.Set, CustomerColumns.Today);
    CustomerTable table = null!;
    Timed("read into a table", () => table = file.Read(prepared, CustomerColumns.Today).GetAwaiter().GetResult());
    double nanoseconds = file.Copying.TotalNanoseconds / customers / table.Facts.Length;
    Console.WriteLine($"  of it from Arrow's arrays to the table's: {file.Copying.TotalMilliseconds:0} ms, {nanoseconds:0.0} ns a value");

    SegmentMembership members = prepared.Evaluate(table); // the first call compiles
    Timed($"{ShopSegments.Set.Segments.Length} segments evaluated, one thread", () => prepared.EvaluateInto(members, table));
    long[] counted = [];
    Timed("the same counted by DuckDB, one thread",
        () => counted = DuckDbCounts.Of(ShopSegments.Set, CustomerColumns.Today, path, threads: 1));

    int different = 0;
    for (int i = 0; i < counted.Length; i++)
    {
        bool isSame = counted[i] == members.Counts[i];
        different += isSame ? 0 : 1;
        Console.WriteLine($"  {ShopSegments.Set.Segments[i].Name,-12} {members.Counts[i],9} {(isSame ? "=" : "DuckDB " + counted[i])}");
    }

    Console.WriteLine(different == 0 ? "All counts are equal." : $"{different} counts differ.");
    return different == 0 ? 0 : 1;
}
finally
{
    folder.Delete(recursive: true);
}

static void Timed(string what, Action work)
{
    (long before, TimeSpan busyBefore) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
    work();
    TimeSpan busy = Environment.CpuUsage.TotalTime - busyBefore;
    TimeSpan passed = Stopwatch.GetElapsedTime(before);
    Console.WriteLine($"{what}: {passed.TotalMilliseconds:0} ms, {busy.TotalMilliseconds:0} ms of processor time");
}
