using Ardalis.GuardClauses;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Conventions;

public sealed class ImmutabilityTests
{
    // What may change, and why: the members of an event are filled by the JSON reader and never leave it; running sums, and days with the
    // zone interval they stand in, are locals of one method;
    // builders collect what the host says while AddPrivateDomain runs; a customer table is the host's working memory, and says so;
    // the readers of rules stand at a place in their input, and the rows and ranks of a cohort collect its customers, and the
    // tallies of a journey count its events: all are locals of one method;
    // the cells of a column belong to the customer table; a run over it counts what it has done; a membership changes only when the
    // host evaluates into it again, and says so; the search of an analysis and the times of an outlook are filled by one call;
    // a table is filled with facts and values that are read anew for each history, with their orders, which never leave the thread that
    // fills (CustomerFacts and FactValues: only by ReadAnew);
    // a figure is marked as needed in the description that makes it, and the reader of options stands at a place in its input.
    private static readonly string[] Exempt =
    [
        "Findings", "EventMembers", "PositionsOf", "TextsOf", "PurchaseSums", "ShopDays", "ShopRulesBuilder",
        "CustomerTable", "BitColumn", "FactColumn", "NumberColumn", "IntColumn", "YesNoColumn", "TextSetColumn", "RuleParser", "RuleTokens",
        "FilterPlan", "RuleJsonReader", "JsonCursor", "Ranks", "Rows",
        "CellStore`1", "ColumnRun", "SegmentMembership",
        "EvidenceTally", "PurchaseTally", "OrderBalance", "StageReplay",
        "HistoryDraft", "RuleQuestion", "RuleModel", "Sums", "SegmentTimes", "FlowTally", "TouchTally", "TouchNeedTally",
        "Sold", "Figure`1",
        "OptionsReader",
        "CustomerFacts", "FactValues", "OrderBook", "OrderReader", "RowProgress", "TableFilling",
    ];

    [Fact]
    public void NothingInTheLibrary_CanChange() => Assert.Empty(
        Immutability.Breaches(typeof(Money).Assembly.GetTypes().Where(static t => !Exempt.Contains(t.Name, StringComparer.Ordinal))));

    [Fact]
    public void TheCheck_SeesEveryKindOfBreach() => Assert.Equal(
        [
            "Bad.Array shows an array", "Bad.Init has a setter", "Bad.Set has a setter", "Bad.field can be assigned",
            "Bad.shared can be assigned",
            "Made.Init has a setter",
        ],
        Immutability.Breaches([typeof(Bad), typeof(Good), typeof(Checked), typeof(Made), typeof(Plain)]));

#pragma warning disable CS0169, CS0414, IDE0044, IDE0051, CA1823, CA1819, CA1812, MA0069, CA1805, CA1852, CA1034 // bad on purpose
    public sealed class Bad
    {
        private static int shared = 0;
        private int field;

        public int Init { get; init; }

        public int Set { get; set; }

        public int[] Array { get; } = [];
    }

    private sealed class Good
    {
        private const int Constant = 1;
        private static readonly int Shared = Constant;
        private readonly int field = Shared;

        public int Get => this.field;

        public int Auto { get; }
    }

    public sealed record Made
    {
        private Made()
        {
        }

        public static Made One { get; } = new();

        public int Init { get; init; }
    }

    public sealed record Plain
    {
        public int Init { get; init; }
    }

    public sealed class Checked
    {
        public string Init { get; init => field = Guard.Against.Null(value); } = "";
    }
#pragma warning restore
}
