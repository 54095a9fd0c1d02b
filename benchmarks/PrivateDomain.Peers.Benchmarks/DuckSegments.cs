using PrivateDomain.Core.Benchmarks;

namespace PrivateDomain.Peers.Benchmarks;

/// <summary>The twenty segments as two queries of DuckDB: how many are in each, and the mask of each customer, summed so that it stays
/// inside.</summary>
internal static class DuckSegments
{
    private static readonly string[] Rules = [.. TwentySegments.Expressions.Select(static one => LambdaText.Of(one))];
    private static readonly string Mask = string.Join(" | ", Rules.Select(static (rule, i) => $"({rule}::integer << {i})"));

    /// <summary>A database with the customers.</summary>
    internal static DuckDatabase With(SegmentCustomer[] customers)
    {
        var database = new DuckDatabase();
        database.Fill(
            "customers",
            "id integer, Stage utinyint, LastOrderDay smallint, Orders smallint, Spend double, Tags smallint, Community smallint, "
                + "JoinedDay smallint, ContactDay smallint",
            customers.Length,
            (row, i) =>
            {
                SegmentCustomer c = customers[i];
                row.AppendValue(i).AppendValue((byte)c.Stage).AppendValue((short)c.LastOrderDay).AppendValue((short)c.Orders)
                    .AppendValue(c.Spend).AppendValue((short)c.Tags).AppendValue((short)c.Community).AppendValue((short)c.JoinedDay)
                    .AppendValue((short)c.ContactDay);
            });
        return database;
    }

    internal static IEnumerable<Competitor> Competitors(DuckDatabase database, SegmentAnswers expected)
    {
        int[] masks = [.. database.Rows($"select {Mask} from customers c order by id", static row => row.GetInt32(0))];
        Disagreement.Check<int>(expected.Masks, masks);
        foreach (int threads in new[] { 1, 2 })
        {
            yield return Of("mask", $"select sum({Mask})::bigint from customers c", threads, [expected.MaskSum]);
            string counts = string.Join(", ", Rules.Select(static rule => $"count(*) filter (where {rule})"));
            yield return Of("counts", $"select {counts} from customers c", threads, expected.Counts);
        }

        Competitor Of(string what, string query, int threads, long[] answer)
        {
            Func<long[]> ask = database.Asking(query);
            long[] found = [];
            return new($"DuckDB, {what}, {SegmentAnswers.Threads(threads)}", database.TimedOn(threads, () => found = ask()),
                () => Disagreement.Check<long>(answer, found), BytesCount: false);
        }
    }
}
