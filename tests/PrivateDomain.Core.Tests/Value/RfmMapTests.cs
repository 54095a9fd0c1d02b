using PrivateDomain.Core.Value;

namespace PrivateDomain.Core.Tests.Value;

[Text]
public sealed class RfmMapTests
{
    [Theory]
    [InlineData(5, 5, 5, "重要价值客户")]
    [InlineData(1, 5, 5, "重要保持客户")]
    [InlineData(5, 1, 5, "重要发展客户")]
    [InlineData(1, 1, 5, "重要挽留客户")]
    [InlineData(5, 5, 1, "一般价值客户")]
    [InlineData(1, 5, 1, "一般保持客户")]
    [InlineData(5, 1, 1, "一般发展客户")]
    [InlineData(1, 1, 1, "一般挽留客户")]
    [InlineData(4, 3, 4, "重要发展客户")]
    public void EightCells_HighAndLow_AsInTheTextbooks(int recency, int frequency, int monetary, string label) =>
        Assert.Equal(label, RfmMap.EightCells().CellOf(new RfmScore(recency, frequency, monetary)).Label.Chinese);

    [Theory]
    [InlineData(5, 5, "champions")]
    [InlineData(5, 4, "champions")]
    [InlineData(4, 5, "loyal_customers")]
    [InlineData(3, 4, "loyal_customers")]
    [InlineData(5, 3, "potential_loyalists")]
    [InlineData(4, 2, "potential_loyalists")]
    [InlineData(5, 1, "new_customers")]
    [InlineData(4, 1, "promising")]
    [InlineData(3, 3, "need_attention")]
    [InlineData(3, 2, "about_to_sleep")]
    [InlineData(2, 5, "cannot_lose")]
    [InlineData(1, 4, "at_risk")]
    [InlineData(2, 3, "at_risk")]
    [InlineData(2, 2, "hibernating")]
    public void TenCells_ByRecencyAndFrequency(int recency, int frequency, string cell) => Assert.All(
        Enumerable.Range(1, 5), monetary => Assert.Equal(cell, RfmMap.TenCells.CellOf(new RfmScore(recency, frequency, monetary)).Name));

    [Fact]
    public void KnownMaps_ForEveryNumberOfScores_PutEachScoreIntoOneCell()
    {
        for (int bins = 2; bins <= 10; bins++)
        {
            foreach (RfmMap map in new[] { RfmMap.EightCells(bins), RfmMap.ValueTiers(bins), RfmMap.EightCells(bins, highFrom: bins),
                RfmMap.Grid(bins) })
            {
                Assert.All(AllScores(bins), score => Assert.Equal([map.CellOf(score)], map.Cells.Where(cell => cell.Has(score))));
                Assert.All(map.Cells, cell => Assert.Contains(AllScores(bins), cell.Has));
            }
        }

        Assert.Equal(
            ["low_value", "low_value", "middle_value", "middle_value", "high_value"],
            Enumerable.Range(1, 5).Select(static m => RfmMap.ValueTiers().CellOf(new RfmScore(3, 3, m)).Name));
        Assert.Equal(2, RfmMap.ValueTiers(2).Cells.Length);
    }

    [Fact]
    public void Create_GapOverlapRangeAndName_AreNamedTogether()
    {
        RfmCell low = new RfmCell { Name = "low", Label = new Bilingual("Low", "低"), Recency = new ScoreRange(1, 1) };
        RfmCell lowAgain = new RfmCell
        {
            Name = "low",
            Label = new Bilingual("Low", "低"),
            Recency = new ScoreRange(1, 3),
            Frequency = new ScoreRange(1, 1)
        };
        InvalidPolicyException e = Assert.Throws<InvalidPolicyException>(() => RfmMap.From(2, [low, lowAgain]));

        Assert.Equal(
            [
                ("cells[1].name", "low is stated twice."),
                ("cells[1].recency", "It was 1-3; it must be 1 to 2."),
                ("cells", "The score 1-1-1 is in more than one cell: low, low."),
                ("cells", "The score 1-1-2 is in more than one cell: low, low."),
                ("cells", "The score 2-2-1 is in no cell."),
                ("cells", "The score 2-2-2 is in no cell."),
            ],
            e.Mistakes.Select(static v => (v.Place, v.Reason.ToString())));
        Assert.Equal(["bins"], Misuse.Paths(static () => RfmMap.From(1, [])));
        Assert.Equal(["bins"], Misuse.Paths(static () => RfmMap.From(11, [])));
        Assert.Equal(["cells[1]"], Misuse.Paths(() => RfmMap.From(2, [low, null!])));
        Assert.Throws<ArgumentException>(static () => RfmMap.TenCells.CellOf(new RfmScore(1, 1, 1, 4)));
        Assert.Throws<ArgumentException>(static () => RfmMap.TenCells.CellOf(default));
    }

    [Fact]
    public void CountsAndGrid_AddUpToWhoHasAScore()
    {
        RfmCohort cohort = RfmPolicy.Default.Measure(Enumerable.Range(0, 57).Select(static i => KeyValuePair.Create(
            CustomerId.From($"c{i}"), i % 10 == 0 ? default : new RfmFigures(i * 7 % 31, i % 6, Money.Yuan(i * 13 % 101)))));
        Money all = cohort.Where(static c => c.Score.HasValue).Aggregate(Money.Yuan(0m), static (sum, c) => sum + c.Figures.Monetary);

        foreach (RfmMap map in new[] { RfmMap.TenCells, RfmMap.EightCells(), RfmMap.ValueTiers() })
        {
            Assert.Equal(cohort.Scored, cohort.CountsOf(map).Sum(static c => c.Count));
            Assert.Equal(all, cohort.CountsOf(map).Aggregate(Money.Yuan(0m), static (sum, c) => sum + c.Monetary));
            Assert.All(cohort.CountsOf(map), count => Assert.Equal(Ratio.From(count.Count, cohort.Scored), count.Share));
        }

        Assert.Equal(51, cohort.Scored);
        var grid = cohort.CountsOf(RfmMap.Grid());
        Assert.Equal(25, grid.Length);
        Assert.Equal((1, 2), (grid[1].Cell.Recency!.Value.From, grid[1].Cell.Frequency!.Value.To));
        Assert.All(grid, cell => Assert.Equal(
            cohort.Count(c => c.Score.HasValue
                && string.Equals($"{c.Score.Value.Recency}-{c.Score.Value.Frequency}", cell.Cell.Name, StringComparison.Ordinal)),
            cell.Count));
        Assert.Equal(all, grid.Aggregate(Money.Yuan(0m), static (sum, cell) => sum + cell.Monetary));
        Assert.Throws<ArgumentException>(() => cohort.CountsOf(RfmMap.EightCells(4)));
    }

    private static IEnumerable<RfmScore> AllScores(int bins) =>
        from r in Enumerable.Range(1, bins)
        from f in Enumerable.Range(1, bins)
        from m in Enumerable.Range(1, bins)
        select new RfmScore(r, f, m, bins);
}
