using System.Globalization;
using NodaTime;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Queries;

namespace PrivateDomain.Core.Tests.Segmentation.Queries;

/// <summary>The text of conditions in each dialect, and what is refused. That databases agree with it is tested in PrivateDomain.Sql.Tests.
/// </summary>
[Text]
public sealed class SqlMappingTests
{
    private static readonly LocalDate Today = RandomRules.Today;

    [Theory]
    [InlineData(SqlDialect.PostgreSql,
        "(((\"age\" is not null and \"age\" >= $1) and ((\"city\" is null or \"city\" not in ($2, $3)) and "
            + "(\"hobbies\" is not null and \"hobbies\" @> array[$4, $2]::text[]))))")]
    [InlineData(SqlDialect.DuckDb,
        "(((\"age\" is not null and \"age\" >= $1) and ((\"city\" is null or \"city\" not in ($2, $3)) and "
            + "(\"hobbies\" is not null and list_has_all(\"hobbies\", [$4, $2])))))")]
    [InlineData(SqlDialect.ClickHouse,
        "(((\"age\" is not null and \"age\" >= {p1:Int64}) and ((\"city\" is null or \"city\" not in ({p2:String}, {p3:String})) and "
            + "(\"known\" and hasAll(\"hobbies\", [{p4:String}, {p2:String}])))))")]
    [InlineData(SqlDialect.Spark,
        "(((`age` is not null and `age` >= :p1) and ((`city` is null or `city` not in (:p2, :p3)) and "
            + "(`hobbies` is not null and size(array_except(array(:p4, :p2), `hobbies`)) = 0))))")]
    public void Filter_OneRule_IsThisTextWithParameters(SqlDialect dialect, string text)
    {
        SegmentRule rule = RandomRules.Age.GreaterThan(17.5) & !RandomRules.City.AnyOf("x' or 1 = 1 --", "上海")
            & RandomRules.Hobbies.AllOf("mum", "x' or 1 = 1 --");
        SqlText where = Mapping(dialect).Filter(rule, Today).Value;
        Assert.Equal(text[1..^1], where.Text);
        Assert.Equal([18L, "x' or 1 = 1 --", "上海", "mum"], where.Parameters);
    }

    [Fact]
    public void Filter_WhatADatabaseCannotHold_IsRefusedInBothLanguages()
    {
        SegmentRule late = RandomRules.Birthday.After(new LocalDate(2300, 1, 1));
        Assert.True(Mapping(SqlDialect.PostgreSql).Filter(late, Today).HasValue);
        Reason tooLate = Assert.Single(Mapping(SqlDialect.ClickHouse).Filter(late, Today).Reasons);
        Assert.Equal(SegmentMappingReasons.DateNotHeld, tooLate.Definition);
        Assert.Contains("数据库无法存放日期", tooLate.ToString(Language.SimplifiedChinese), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => RandomRules.City.AnyOf("a\0b")); // no rule has what a database could not hold
        Assert.Throws<ArgumentException>(() => RandomRules.City.AnyOf("\ud83d"));
        Assert.Equal(
            [SegmentMappingReasons.UnmappedFact, SegmentMappingReasons.UnknownSegment],
            Mapping(SqlDialect.Sqlite).Filter(Facts.Nps.AtLeast(9) & SegmentRule.InSegment("x"), Today).Reasons
                .Select(static r => r.Definition));
    }

    [Fact]
    public void Filter_TooManyParametersOrSegments_IsRefused()
    {
        static SegmentRule Wide(int from) =>
            RandomRules.City.AnyOf([.. Enumerable.Range(from, 9_000).Select(static n => n.ToString(CultureInfo.InvariantCulture))]);
        SegmentSet wide = SegmentSet.From(RandomRules.Schema,
            Enumerable.Range(0, 4).Select(static n => new Segment(FormattableString.Invariant($"s{n}"), Wide(n * 10_000))));
        Assert.True(Mapping(SqlDialect.PostgreSql).Filter(wide, Today).HasValue);
        Assert.Equal([SegmentMappingReasons.TooManyParameters.With(36_000, 32_766)],
            Mapping(SqlDialect.Sqlite).Filter(wide, Today).Reasons);

        SegmentSet many = SegmentSet.From(RandomRules.Schema,
            Enumerable.Range(0, 1_601).Select(static n => new Segment(FormattableString.Invariant($"s{n}"), RandomRules.Age.AtLeast(n))));
        Assert.Equal(SegmentMappingReasons.TooManySegments.With(1_601, 1_600),
            Assert.Single(Mapping(SqlDialect.DuckDb).Filter(many, Today).Reasons));
    }

    [Fact]
    public void Map_AColumnThatCannotHoldTheFact_Throws()
    {
        SqlMapping mapping = SqlMapping.From(SqlDialect.ClickHouse);
        Assert.Throws<ArgumentException>(() => mapping.Map(RandomRules.Age, "age", SqlColumnType.Text));
        Assert.Throws<ArgumentException>(() => mapping.Map(RandomRules.Hobbies, "hobbies", SqlColumnType.Texts)); // known, or not?
        Assert.Throws<ArgumentException>(() => mapping.Map(RandomRules.Age, "", SqlColumnType.Number));
        Assert.Throws<ArgumentException>(() => mapping.Map(RandomRules.Age, "a\0b", SqlColumnType.Number));
        Assert.Throws<ArgumentException>(() => SqlMapping.From(SqlDialect.Sqlite).Map(Facts.Spend, "spend", SqlColumnType.Amount));
        Assert.Equal("(\"a\"\"b\".\"c\"\"\" is not null and \"a\"\"b\".\"c\"\"\" = $1)",
            SqlMapping.From(SqlDialect.DuckDb, "a\"b").Map(RandomRules.Age, "c\"", SqlColumnType.Number)
                .Filter(RandomRules.Age.EqualTo(1), Today).Value.Text);
    }

    // ClickHouse cuts digits off that the parameter's type does not hold: 2.0000000000000004 would be 2.
    [Theory]
    [InlineData(2.5, "Decimal(38, 9)")]
    [InlineData(1e20, "Decimal(38, 9)")]
    [InlineData(2.0000000000000004, "Decimal(76, 28)")]
    public void Filter_AnAmount_IsOfATypeThatHoldsItsDigitsInClickHouse(double end, string type) => Assert.Contains(
        $"{{p1:{type}}}",
        SqlMapping.From(SqlDialect.ClickHouse).Map(Facts.Spend, "spend", SqlColumnType.Amount)
            .Filter(Facts.Spend.LessThan(end), Today).Value.Text,
        StringComparison.Ordinal);

    private static SqlMapping Mapping(SqlDialect dialect)
    {
        SqlMapping mapping = SqlMapping.From(dialect)
            .Map(RandomRules.Age, "age", SqlColumnType.Whole)
            .Map(RandomRules.Birthday, "birthday", SqlColumnType.Date)
            .Map(RandomRules.City, "city", SqlColumnType.Text);
        return dialect == SqlDialect.ClickHouse
            ? mapping.Map(RandomRules.Hobbies, "hobbies", "known")
            : mapping.Map(RandomRules.Hobbies, "hobbies", SqlColumnType.Texts);
    }
}
