using System.Globalization;
using System.Runtime.InteropServices;
using PrivateDomain.Core.Benchmarks;

namespace PrivateDomain.Peers.Benchmarks;

/// <summary>The twenty segments as two queries of ClickHouse: how many are in each, and the mask of each customer, summed so that it stays
/// inside; with its compiler warm, and cold, which is what the first three runs of any new text are.</summary>
internal static class ClickHouseSegments
{
    private const string Warm = "compile_expressions = 1, min_count_to_compile_expression = 0, compile_aggregate_expressions = 1, "
        + "min_count_to_compile_aggregate_expression = 0";
    private const string Cold = "compile_expressions = 0, compile_aggregate_expressions = 0";
    private const string Columns = "id UInt32, Stage UInt8, LastOrderDay UInt16, Orders UInt16, Spend Float64, Tags UInt16, "
        + "Community UInt16, JoinedDay UInt16, ContactDay UInt16";

    private static readonly string[] Rules = [.. TwentySegments.Expressions.Select(static one => LambdaText.Of(one, forClickHouse: true))];
    private static readonly string Mask = Rules.Select(static (rule, i) => $"bitShiftLeft(toUInt32({rule}), {i})")
        .Aggregate(static (one, next) => $"bitOr({one}, {next})");

    /// <summary>A ClickHouse with the customers in memory.</summary>
    internal static ClickHouse With(SegmentCustomer[] customers)
    {
        var clickHouse = new ClickHouse();
        string file = clickHouse.FileNamed("customers.bin");
        using (var writer = new BinaryWriter(File.Create(file)))
        {
            for (int i = 0; i < customers.Length; i++)
            {
                Write(writer, i, customers[i]);
            }
        }

        clickHouse.Ask("create database benchmarks");
        clickHouse.Ask($"create table benchmarks.customers ({Columns}) engine = Memory");
        clickHouse.Ask($"insert into benchmarks.customers select * from file('{file}', 'RowBinary', '{Columns}')");
        return clickHouse;
    }

    internal static IEnumerable<Competitor> Competitors(ClickHouse clickHouse, SegmentAnswers expected)
    {
        string file = clickHouse.FileNamed("masks.bin");
        clickHouse.Ask(
            $"insert into function file('{file}', 'RowBinary', 'mask UInt32') select {Mask} from benchmarks.customers c order by id");
        Disagreement.Check(expected.Masks, MemoryMarshal.Cast<byte, int>(File.ReadAllBytes(file)));
        string counts = string.Join(", ", Rules.Select(static rule => $"countIf({rule})"));
        foreach (int threads in new[] { 1, 2 })
        {
            foreach ((string state, string settings) in new[] { ("warm", Warm), ("cold", Cold) })
            {
                string end = string.Create(
                    CultureInfo.InvariantCulture, $"from benchmarks.customers c settings max_threads = {threads}, {settings}");
                yield return Of($"mask, {state}, {SegmentAnswers.Threads(threads)}", $"select sum({Mask}) {end}", [expected.MaskSum]);
                yield return Of($"counts, {state}, {SegmentAnswers.Threads(threads)}", $"select {counts} {end}", expected.Counts);
            }
        }

        Competitor Of(string what, string query, long[] answer)
        {
            string[] found = [];
            return new(
                $"ClickHouse, {what}", Ask,
                () => Disagreement.Check<long>(answer, [.. found.Select(static cell => long.Parse(cell, CultureInfo.InvariantCulture))]),
                BytesCount: false);

            Spent Ask()
            {
                (found, Spent spent) = clickHouse.Ask(query);
                return spent;
            }
        }
    }

    private static void Write(BinaryWriter writer, int id, SegmentCustomer c)
    {
        writer.Write(id);
        writer.Write((byte)c.Stage);
        writer.Write((ushort)c.LastOrderDay);
        writer.Write((ushort)c.Orders);
        writer.Write(c.Spend);
        writer.Write((ushort)c.Tags);
        writer.Write((ushort)c.Community);
        writer.Write((ushort)c.JoinedDay);
        writer.Write((ushort)c.ContactDay);
    }
}
