using NodaTime;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Evaluation;
using static PrivateDomain.Core.Tests.Segmentation.RandomRules;

namespace PrivateDomain.Core.Tests.Segmentation.Evaluation;

/// <summary>Columns with bitmaps and dictionaries say what the same customers say row by row; what is wrong is named, and changes
/// nothing.</summary>
[Kernel]
public sealed class CustomerTableColumnsTests
{
    private const int Block = 8_192;
    private static readonly int[] Lengths = [0, 1, 2, 63, 64, 65, 127, 128, 129, 255, 256, 257, 1_000, Block - 1, Block, Block + 1];
    private static readonly Fact[] Kinds = [Age, Birthday, IsParent, City, Tier, Hobbies];

    [Fact]
    public void Set_RandomColumns_SayWhatTheRowsSay()
    {
        Random random = Chance.From(20_260);
        var rules = new RandomRules(20_261);
        var columns = new ArrowColumns(random);
        PreparedSegments prepared = SegmentSet.From(
            Schema, Enumerable.Range(0, 400).Select(i => new Segment($"s{i}", i < 200 ? rules.Leaf() : rules.Rule(1 + (i % 4)))))
            .Prepare(Today);
        for (int i = 0; i < Chance.Cases(48, 2_000); i++)
        {
            FactValues[] kinds = [.. Enumerable.Range(0, 97).Select(n => i % 2 == 0 ? rules.Customer(n) : rules.HeldCustomer(n))];
            FactValues[] others = [.. Enumerable.Range(0, 31).Select(n => rules.Customer(n, isFolding: true))];
            int[] lengths = [random.Next(130), Lengths[i % Lengths.Length], random.Next(70)];
            FactValues[] before = [.. Enumerable.Range(0, lengths[0]).Select(n => others[n % others.Length])];
            FactValues[] written = [.. Enumerable.Range(0, lengths[1]).Select(n => kinds[(n + (n / 97)) % kinds.Length])];
            FactValues[] after = [.. Enumerable.Range(0, lengths[2]).Select(n => others[^(1 + (n % others.Length))])];
            CustomerTable table = CustomerTable.From(prepared.FactsUsed, Today);
            foreach (FactValues values in (IEnumerable<FactValues>)[.. before, .. written.Select((_, n) => others[n % 7]), .. after])
            {
                table.Append(values);
            }

            columns.Write(table, before.Length, written);

            SegmentMembership expected = prepared.Evaluate([.. before, .. written, .. after]);
            SegmentMembership found = prepared.Evaluate(table);
            Assert.Equal(expected.Counts, found.Counts);
            Assert.All(expected.Bitmaps.Zip(found.Bitmaps), static pair => Assert.Equal(pair.First, pair.Second));
            Assert.All(expected.Undecidable.Zip(found.Undecidable), static pair => Assert.Equal(pair.First, pair.Second));
        }

        Assert.Equal(7, columns.Types.Count); // from fixed seeds: no type of numbers was left out
    }

    [Fact]
    public void Set_NumbersAndDays_AreAsNarrowAsWrittenRowByRow()
    {
        (double[] Values, bool IsNarrow)[] cases = [([1, -32_767, 32_766], true), ([1, 32_767], false), ([0.5], false), ([-32_768], false)];
        foreach ((double[] values, bool isNarrow) in cases)
        {
            CustomerTable table = CustomerTable.From([Age, Birthday], Today, 4);
            table.Set(Age, 0, values, RowBits.All);
            Assert.Equal(isNarrow, ((NumberColumn)table.ColumnOf(Age)!).Cells.IsNarrow);
            table.Set(Birthday, 1, [.. values.Select(static x => (int)x)], RowBits.All);
            Assert.Equal(isNarrow || values is [0.5], ((DateColumn)table.ColumnOf(Birthday)!).Cells.IsNarrow);
        }

        CustomerTable absent = CustomerTable.From([Age], Today, 2);
        absent.Set<long>(Age, 0, [long.MaxValue, 3], RowBits.From([0b10]));
        Assert.True(((NumberColumn)absent.ColumnOf(Age)!).Cells.IsNarrow);
    }

    [Fact]
    public void Set_MoreTextsThanNarrowCellsHold_AreFound()
    {
        string[] dictionary = [.. Enumerable.Range(0, 40_000).Select(static i => $"city {i}")];
        CustomerTable table = CustomerTable.From([City], Today, dictionary.Length + 1);
        table.Set(City, 0, [.. Enumerable.Range(0, dictionary.Length)], dictionary, RowBits.All);
        SegmentSet set = SegmentSet.From(
            Schema, [new("first", City.AnyOf("city 0")), new("last", City.AnyOf("city 39999")), new("known", City.IsKnown())]);
        SegmentMembership found = set.Prepare(Today).Evaluate(table);
        Assert.Equal([0], found.RowsOf(0));
        Assert.Equal([39_999], found.RowsOf(1));
        Assert.Equal(40_000, found.Counts[2]);
    }

    [Fact]
    public void Set_FirstAndLastDay_AreTheCalendars()
    {
        CustomerTable table = CustomerTable.From([Birthday], Today, 4);
        table.Set(Birthday, 0, [-4_371_222, 2_932_896, 0, -1], RowBits.All);
        CustomerTable rows = CustomerTable.From([Birthday], Today, 4);
        rows.Set(Birthday, 0, [LocalDate.MinIsoValue, LocalDate.MaxIsoValue, new LocalDate(1970, 1, 1), new LocalDate(1969, 12, 31)]);
        SegmentSet set = SegmentSet.From(Schema,
        [
            new("early", Birthday.Before(new LocalDate(1969, 12, 31))), new("epoch", Birthday.On(new LocalDate(1970, 1, 1))),
            new("late", Birthday.After(new LocalDate(9998, 12, 30))),
        ]);
        Assert.Equal([1, 1, 1], set.Prepare(Today).Evaluate(table).Counts);
        Assert.Equal([1, 1, 1], set.Prepare(Today).Evaluate(rows).Counts);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(61)]
    public void RowBits_EveryLengthTo140_AreTheBitsOfTheBytes(int firstBit)
    {
        byte[] bitmap = new byte[26];
        Chance.From(firstBit).NextBytes(bitmap);
        SegmentSet set = SegmentSet.From(Schema, [new("yes", IsParent.IsYes()), new("known", IsParent.IsKnown())]);
        PreparedSegments prepared = set.Prepare(Today);
        bool Bit(int row) => ((bitmap[(firstBit + row) / 8] >> ((firstBit + row) % 8)) & 1) != 0;
        for (int rows = 0; rows <= 140; rows++)
        {
            int bytes = (firstBit + rows + 7) / 8;
            RowBits bits = RowBits.From(bitmap.AsSpan(0, bytes), firstBit);
            CustomerTable table = CustomerTable.From([IsParent], Today, rows + 3);
            table.Set(IsParent, 3, rows, bits, RowBits.All);
            Assert.Equal(Enumerable.Range(0, rows).Where(Bit).Select(static row => row + 3), prepared.Evaluate(table).RowsOf(0));
            Assert.Equal(rows, prepared.Evaluate(table).Counts[1]);
            table.Set(IsParent, 3, rows, RowBits.All, bits);
            Assert.Equal(Enumerable.Range(0, rows).Where(Bit).Select(static row => row + 3), prepared.Evaluate(table).RowsOf(1));
            Assert.Equal(prepared.Evaluate(table).Counts[1], prepared.Evaluate(table).Counts[0]);
        }

        Assert.Throws<ArgumentOutOfRangeException>(nameof(firstBit), () => { RowBits.From(bitmap, -1); });
        Assert.Throws<ArgumentOutOfRangeException>(nameof(firstBit), () => { RowBits.From(bitmap, 209); });
    }

    [Fact]
    public void Set_WhatIsWrong_IsNamed_AndChangesNothing()
    {
        CustomerTable table = CustomerTable.From(Kinds, Today, 5);
        PreparedSegments prepared = SegmentSet.From(Schema,
        [
            .. Kinds.Select(static (fact, i) => new Segment($"known{i}", fact.IsKnown())), new("age", Age.EqualTo(40)),
            new("city", City.AnyOf("上海")), new("run", Hobbies.AllOf("run")), new("swim", Hobbies.AnyOf("swim")),
        ]).Prepare(Today);
        table.Set(Age, 1, [40, 41], RowBits.All);
        table.Set(Birthday, 1, [0, 1], RowBits.All);
        table.Set(IsParent, 1, 2, RowBits.All, RowBits.All);
        table.Set(City, 1, [0, 1], ["上海", "北京"], RowBits.All);
        table.Set(Tier, 1, [0, 0], [Tier.Levels[1].Name], RowBits.All);
        table.Set(Hobbies, 1, [0, 1, 2], [0, 0], ["run"], RowBits.All);
        SegmentMembership before = prepared.Evaluate(table);
        Assert.Equal([2, 2, 2, 2, 2, 2, 1, 1, 2, 0], before.Counts);

        Refused("values", "values[1], of row 2, is known and must be finite", "NaN", () => table.Set(Age, 1, [1, double.NaN], RowBits.All));
        Refused("values", "values[0], of row 1,", "-Infinity", () => table.Set(Age, 1, [float.NegativeInfinity], RowBits.All));
        Refused("days", "days[1], of row 2, is not from -4371222 to 2932896", "2932897",
            () => table.Set(Birthday, 1, [5, 2_932_897], RowBits.All));
        Refused("days", "days[0], of row 4,", "-4371223", () => table.Set(Birthday, 4, [-4_371_223], RowBits.All));
        Refused("codes", "codes[1], of row 2, is no place in the dictionary, which has 1 texts", "1",
            () => table.Set(City, 1, [0, 1], ["广州"], RowBits.All));
        Refused("codes", "codes[0], of row 1,", "-1", () => table.Set(City, 1, [-1], ["广州"], RowBits.All));
        Refused("codes", "codes[0], of row 1,", "0", () => table.Set(City, 1, [0], [], RowBits.All));
        Refused("dictionary", "dictionary[1] is null", null, () => table.Set(City, 1, [0], ["广州", null!], RowBits.All));
        Refused("dictionary", "dictionary[1], of row 2, is no level, but \"nobility\"", null,
            () => table.Set(Tier, 0, [0, 1, 1], [Tier.Levels[0].Name, "nobility"], RowBits.From([0b101])));
        Refused("offsets", "offsets[2], of row 2, is not from 2 to 2, the number of codes", "1",
            () => table.Set(Hobbies, 1, [0, 2, 1], [0, 0], ["swim"], RowBits.All));
        Refused("offsets", "offsets[1], of row 1,", "3", () => table.Set(Hobbies, 1, [0, 3], [0, 0], ["swim"], RowBits.All));
        Refused("offsets", "offsets[0], of row 1,", "-1", () => table.Set(Hobbies, 1, [-1, 0], [], [], RowBits.All));
        Refused("codes", "codes[2], of row 2, is no place", "2",
            () => table.Set(Hobbies, 1, [0, 1, 3], [0, 1, 2], ["swim", "x"], RowBits.All));
        Refused("codes", "codes[1], of row 1, is no place", "-1", () => table.Set(Hobbies, 1, [0, 2], [0, -1], ["swim"], RowBits.All));
        Refused("dictionary", "dictionary[0] is null", null, () => table.Set(Hobbies, 1, [0, 0], [], [null!], RowBits.All));
        foreach (int firstBit in new[] { 0, 7 })
        {
            string needed = $"{9 - firstBit} rows need a bit each, but the bitmap has {8 - firstBit} from bit {firstBit} on";
            CustomerTable long9 = CustomerTable.From(Kinds, Today, 9);
            Refused("known", needed, null, () => long9.Set(Age, 0, new int[9 - firstBit], RowBits.From([0xFF], firstBit)));
            Refused("known", needed, null, () => long9.Set(Birthday, 0, new int[9 - firstBit], RowBits.From([0xFF], firstBit)));
            Refused("known", needed, null, () => long9.Set(City, 0, new int[9 - firstBit], ["a"], RowBits.From([0xFF], firstBit)));
            Refused("known", needed, null,
                () => long9.Set(Tier, 0, new int[9 - firstBit], [Tier.Levels[0].Name], RowBits.From([0xFF], firstBit)));
            Refused("known", needed, null, () => long9.Set(Hobbies, 0, new int[10 - firstBit], [], [], RowBits.From([0xFF], firstBit)));
            Refused("known", needed, null, () => long9.Set(IsParent, 0, 9 - firstBit, RowBits.All, RowBits.From([0xFF], firstBit)));
            Refused("yes", needed, null, () => long9.Set(IsParent, 0, 9 - firstBit, RowBits.From([0xFF], firstBit), RowBits.All));
            Assert.All(prepared.Evaluate(long9).Counts, static count => Assert.Equal(0, count));
        }

        Refused("firstRow", "5 rows", "4", () => table.Set(Age, 4, [1, 2], RowBits.All));
        Refused("firstRow", "5 rows", "-1", () => table.Set(Hobbies, -1, [0, 0], [], [], RowBits.All));
        Refused("rows", "0 or more", "-1", () => table.Set(IsParent, 0, -1, RowBits.All, RowBits.All));
        Refused("fact", "The table has no column for height", null, () => table.Set(Height, 0, [1], RowBits.All));

        SegmentMembership after = prepared.Evaluate(table);
        Assert.All(before.Bitmaps.Zip(after.Bitmaps), static pair => Assert.Equal(pair.First, pair.Second));
        table.Set(Hobbies, 2, [0, 0, 1], [0], ["swim"], RowBits.From([0b11]));
        Assert.Equal([2, 2, 2, 2, 2, 3, 1, 1, 1, 1], prepared.Evaluate(table).Counts);
    }

    [Fact]
    public void Set_EveryKind_AllocatesNothing()
    {
        const int Rows = 1_000;
        CustomerTable table = CustomerTable.From(Kinds, Today, Rows);
        int[] numbers = [.. Enumerable.Range(0, Rows)];
        double[] wide = [.. numbers.Select(static i => i / 3.0)];
        int[] offsets = [.. Enumerable.Range(0, Rows + 1)];
        int[] codes = [.. numbers.Select(static i => i % 2)];
        byte[] bitmap = [.. Enumerable.Repeat((byte)0xB7, 200)];
        string[] dictionary = ["上海", "北京"];
        string[] levels = [Tier.Levels[0].Name, Tier.Levels[1].Name];
        Assert.Equal(0, Allocations.Of(() =>
        {
            RowBits known = RowBits.From(bitmap, 3);
            table.Set(Age, 0, numbers, known);
            table.Set(Age, 0, wide, known);
            table.Set(Birthday, 0, numbers, known);
            table.Set(IsParent, 0, Rows, known, known);
            table.Set(City, 0, codes, dictionary, known);
            table.Set(Tier, 0, codes, levels, known);
            table.Set(Hobbies, 0, offsets, codes, dictionary, known);
        }));
    }

    private static void Refused(string name, string message, string? value, Action set)
    {
        ArgumentException refused = Assert.ThrowsAny<ArgumentException>(set);
        Assert.Equal(name, refused.ParamName);
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
        Assert.Equal(value, value is null ? null : (refused as ArgumentOutOfRangeException)?.ActualValue is IFormattable number
            ? number.ToString(null, System.Globalization.CultureInfo.InvariantCulture)
            : (refused as ArgumentOutOfRangeException)?.ActualValue?.ToString());
    }
}
