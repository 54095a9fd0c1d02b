using NodaTime;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Evaluation;
using static PrivateDomain.Core.Tests.Segmentation.RandomRules;

namespace PrivateDomain.Core.Tests.Segmentation.Evaluation;

/// <summary>Columns are 16 bits wide while all their values are whole and fit; which width they have changes no answer.</summary>
[Kernel]
public sealed class CellStoreTests
{
    private static readonly double[] Edges =
    [
        -1e300, -40_000, -32_769, -32_768, -32_767.5, -32_767, -32_766, -1, -0.5, -0.0, 0, 0.5, 1, 32_765, 32_766, 32_766.5, 32_767, 32_768,
        40_000, 1e300,
    ];

    [Theory]
    [InlineData(-32_767, true)]
    [InlineData(32_766, true)]
    [InlineData(-0.0, true)]
    [InlineData(-32_768, false)]
    [InlineData(32_767, false)]
    [InlineData(0.5, false)]
    [InlineData(1e300, false)]
    public void Numbers_AreNarrowWhileWholeAndSmall(double value, bool isNarrow)
    {
        var column = new NumberColumn(Age, 64);
        column.Set(1, double.NaN);
        column.Set(2, double.PositiveInfinity);
        column.SetFolded(3);
        Assert.True(column.Cells.IsNarrow);
        column.Set(0, value);
        Assert.Equal(isNarrow, column.Cells.IsNarrow);
        column.Set(0, 1);
        Assert.Equal(isNarrow, column.Cells.IsNarrow);
    }

    [Fact]
    public void Numbers_NarrowOrWide_AnswerAsTheNumbersThemselves()
    {
        Segment[] segments =
        [
            .. Edges.Select(static (limit, i) => new Segment($"from{i}", Age.AtLeast(limit))),
            .. Edges.Select(static (limit, i) => new Segment($"to{i}", Age.AtMost(limit))),
            new Segment("known", Age.IsKnown()),
        ];
        PreparedSegments prepared = PreparedSegments.From(SegmentSet.From(Schema, segments), Today);
        double[] small = [.. Edges.Where(static x => x == Math.Floor(x) && x is > -32_768 and < 32_767), double.NaN];
        double[] all = [.. small, .. Edges.Except(small)];
        foreach (double[] values in new[] { small, all })
        {
            int rows = values.Length + 2;
            CustomerTable table = CustomerTable.From([Age], Today, rows);
            table.SetFolded(Age, values.Length, 1); // written before the column is widened; the row after it is never written
            table.Set(Age, 0, values);
            Assert.Equal(values == small, ((NumberColumn)table.ColumnOf(Age)!).Cells.IsNarrow);
            SegmentMembership found = prepared.Evaluate(table);
            for (int i = 0; i < segments.Length; i++)
            {
                for (int row = 0; row < values.Length; row++)
                {
                    bool expected = i < Edges.Length ? values[row] >= Edges[i]
                        : i < 2 * Edges.Length ? values[row] <= Edges[i - Edges.Length]
                        : !double.IsNaN(values[row]);
                    Assert.Equal(expected ? Truth.Yes : Truth.No, found.TruthOf(i, row));
                }

                Assert.Equal(Truth.Undecidable, found.TruthOf(i, values.Length));
                Assert.Equal(Truth.No, found.TruthOf(i, values.Length + 1));
            }
        }
    }

    [Fact]
    public void Dates_NarrowOrWide_AnswerAsTheDatesThemselves()
    {
        LocalDate[] narrow = [new(1970, 1, 1), new(1880, 4, 15), new(2026, 1, 1), new(2059, 9, 17)];
        LocalDate[] wide = [.. narrow, new(2059, 9, 18), new(1880, 4, 14), new(1, 1, 1), new(9999, 12, 31)];
        LocalDate[] limits =
            [new(1900, 1, 2), new(1970, 1, 1), new(2026, 1, 2), new(2059, 9, 17), new(2059, 9, 18), new(2059, 9, 19), new(9998, 12, 30)];
        Segment[] segments =
            [.. limits.Select(static (date, i) => new Segment($"s{i}", Birthday.OnOrAfter(date))), new("known", Birthday.IsKnown())];
        PreparedSegments prepared = PreparedSegments.From(SegmentSet.From(Schema, segments), Today);
        foreach (LocalDate[] dates in new[] { narrow, wide })
        {
            CustomerTable table = CustomerTable.From([Birthday], Today, dates.Length + 1);
            table.Set(Birthday, 0, [.. dates.Select(static date => (LocalDate?)date)]);
            Assert.Equal(dates == narrow, ((DateColumn)table.ColumnOf(Birthday)!).Cells.IsNarrow);
            SegmentMembership found = prepared.Evaluate(table);
            for (int i = 0; i < limits.Length; i++)
            {
                Assert.Equal(Enumerable.Range(0, dates.Length).Where(row => dates[row] >= limits[i]), found.RowsOf(i));
            }

            Assert.Equal(Enumerable.Range(0, dates.Length), found.RowsOf(limits.Length));
        }
    }

    [Theory]
    [InlineData(32_767, true)] // codes up to 32,766
    [InlineData(32_768, false)]
    [InlineData(33_000, false)]
    public void Texts_NarrowOrWide_AreFound(int texts, bool isNarrow)
    {
        CustomerTable table = CustomerTable.From([City], Today, texts + 1);
        table.Set(City, 0, [.. Enumerable.Range(0, texts).Select(static i => $"city {i}")]);
        Assert.Equal(isNarrow, ((TextColumn)table.ColumnOf(City)!).Cells.IsNarrow);
        PreparedSegments prepared = PreparedSegments.From(
            SegmentSet.From(Schema,
                [new("last", City.AnyOf($"city {texts - 1}")), new("no", City.AnyOf("none")), new("known", City.IsKnown())]),
            Today);
        SegmentMembership found = prepared.Evaluate(table);
        Assert.Equal([texts - 1], found.RowsOf(0));
        Assert.Empty(found.RowsOf(1));
        Assert.Equal(texts, found.Counts[2]);
    }
}
