using System.Collections.Immutable;
using NodaTime;
using PrivateDomain.Core.Internals.Documents;

namespace PrivateDomain.Core.Tests.Internals;

/// <summary>What is described once is checked: every kind of figure on both sides of its edges, all mistakes at once, each with its
/// place.</summary>
[Text]
public sealed class DescriptionTests
{
    private static readonly Description<Sample> Subject = new(
        new("sample", "样例"), static () => new(),
        For<Sample>.Whole(
            static o => o.Members, static (o, v) => o with { Members = v }, new("members", "成员"), 1, 10, Unit.Members, Source.Own),
        For<Sample>.Share(static o => o.Low, static (o, v) => o with { Low = v }, new("low", "低"), Source.Own),
        For<Sample>.Share(static o => o.High, static (o, v) => o with { High = v }, new("high", "高"), Source.Own, above: true,
            below: true),
        For<Sample>.Below<decimal>(static o => o.Low, static o => o.High),
        For<Sample>.Real(static o => o.Weight, static (o, v) => o with { Weight = v }, new("weight", "权重"), 0, null, Unit.None,
            Source.Own),
        For<Sample>.Value(
            static o => o.Reception, static (o, v) => o with { Reception = v }, new("reception", "接待"),
            new TimeForm(Duration.Zero, Duration.FromDays(7), above: false), Source.Own),
        For<Sample>.Amount(static o => o.Floor, static (o, v) => o with { Floor = v }, new("floor", "底价"), Source.Own),
        For<Sample>.Choice<IsoDay>(
            static o => o.Day, static (o, v) => o with { Day = v }, new("day", "星期"), static day => new Bilingual(day.ToString(), "日"),
            Source.Own, notZero: true),
        For<Sample>.Flag(static o => o.Sells, static (o, v) => o with { Sells = v }, new("sells", "销售"), Source.Own),
        For<Sample>.Text(static o => o.Name, static (o, v) => o with { Name = v }, new("name", "名称"), Source.Own, lengthMax: 5),
        For<Sample>.List(
            static o => o.Entries, static (o, v) => o with { Entries = v }, new("entries", "条目"), Source.Own,
            countMin: 1, countMax: 3, key: static e => e.Max),
        For<Sample>.Part(static o => o.First, static (o, v) => o with { First = v }),
        For<Sample>.Rule("rule", static o => o.Broken ? PolicyReasons.WrongSum.With(1, 2) : null),
        For<Sample>.AtLast(static o => o.Sells && o.Members == 7 ? [new Mistake("last", PolicyReasons.WrongSum.With(7, 6))] : []));

    [Fact]
    public void GoodOptions_HaveNoMistakes() => Assert.Empty(Subject.Check(new Sample()));

    [Fact]
    public void EveryMistake_IsTold_InOrder_WithItsPlace()
    {
        var bad = new Sample
        {
            Members = 0,
            Low = 0.5m,
            High = 0.4m,
            Weight = double.NaN,
            Reception = Duration.FromDays(8),
            Floor = Money.Yuan(-1m),
            Day = default,
            Name = "too long",
            Entries = [new Entry { Max = 3 }, null!, new Entry { Max = 3 }, new Entry { Max = 10 }],
            First = null,
            Broken = true,
        };
        Assert.Equal(
            [
                "members: It was 0; it must be 1 to 10.",
                "low: It was 0.5; it must be below high, 0.4.",
                "weight: It was NaN; it must be at least 0.",
                "reception: It was 8 days; it must be 0 seconds to 7 days.",
                "floor: It was -1.00 CNY; it must be at least 0.",
                "day: Sunday is no choice here; choose Monday, Tuesday, Wednesday, Thursday, Friday, Saturday.",
                "name: It was \"too long\"; a visible text of at most 5 characters is needed.",
                "entries: There are 4 entries; 1 to 3 are needed.",
                "entries[1]: an entry is needed.",
                "entries[2]: 3 is stated twice.",
                "entries[3].max: It was 10; it must be 0 to 9.",
                "first: entry is needed.",
                "rule: They add up to 1; 2 is needed.",
            ],
            Subject.Check(bad).Select(static mistake => mistake.ToString()));
        InvalidPolicyException error = Assert.Throws<InvalidPolicyException>(() => Subject.ThrowIfWrong(bad));
        Assert.Equal(13, error.Mistakes.Length);
        Assert.StartsWith("The sample has 13 mistakes: members: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryEdge_IsOnItsSide()
    {
        Assert.Empty(Places(new Sample { Members = 1 }).Concat(Places(new Sample { Members = 10 })));
        Assert.Equal(["members", "members"], Places(new Sample { Members = 0 }).Concat(Places(new Sample { Members = 11 })));
        Assert.Equal(["high", "high"], Places(new Sample { High = 1m }).Concat(Places(new Sample { Low = -1m, High = 0m }).Skip(1)));
        Assert.Equal(["low"], Places(new Sample { Low = 0.9m }));
        Assert.Equal(["low", "low"], Places(new Sample { Low = 1.01m }));
        Assert.Empty(Places(new Sample { Reception = Duration.FromDays(7), Floor = Money.Yuan(0m), Weight = 0, Name = "12345" }));
        Assert.Equal(["floor"], Places(new Sample { Floor = default(Money) }));
        Assert.Equal(["name"], Places(new Sample { Name = " " }));
        Assert.Equal(["entries"], Places(new Sample { Entries = default }));
        Assert.Equal(["entries"], Places(new Sample { Entries = [] }));
        Assert.Equal(["first.max"], Places(new Sample { First = new Entry { Max = -1 } }));
        Assert.Equal(["day"], Places(new Sample { Day = (IsoDay)9 }));
    }

    [Fact]
    public void WhatMayBeLeftOut_IsFineWhenItIs() =>
        Assert.Empty(Subject.Check(new Sample { Members = null, Reception = null, Floor = null }));

    [Fact]
    public void WhatIsAskedAtLast_IsAskedOnlyOfWhatIsOtherwiseRight()
    {
        Assert.Equal(["last"], Places(new Sample { Members = 7, Sells = true }));
        Assert.Equal(["low"], Places(new Sample { Members = 7, Sells = true, Low = 0.9m }));
    }

    [Fact]
    public void Rows_ShowEveryFigure_WithRangeAndValue()
    {
        FigureRow[] rows = [.. Subject.Rows(new Sample())];
        Assert.Equal(
            ["members", "low", "high", "weight", "reception", "floor", "day", "sells", "name", "entries", "entries[].max", "first.max"],
            rows.Select(static row => row.Path));
        Assert.Equal("1 to 10", rows[0].Range.English);
        Assert.Equal("大于 0 且小于 1", rows[2].Range.Chinese);
        Assert.Equal("5", rows[0].Value.English);
    }

    private static IEnumerable<string> Places(Sample options) => Subject.Check(options).Select(static mistake => mistake.Place);

    private enum IsoDay
    {
        Sunday,
        Monday,
        Tuesday,
        Wednesday,
        Thursday,
        Friday,
        Saturday,
    }

    private sealed record Entry : IPolicyOptions<Entry>
    {
        internal int Max { get; init; } = 1;

        static Description<Entry> IPolicyOptions<Entry>.Description { get; } = new(
            new("entry", "条目"), static () => new(),
            For<Entry>.Whole(static e => e.Max, static (e, v) => e with { Max = v }, new("most", "上限"), 0, 9, Unit.Messages, Source.Own));
    }

    private sealed record Sample
    {
        internal int? Members { get; init; } = 5;

        internal decimal Low { get; init; } = 0.1m;

        internal decimal High { get; init; } = 0.8m;

        internal double Weight { get; init; } = 1;

        internal Duration? Reception { get; init; } = Duration.FromDays(7);

        internal Money? Floor { get; init; } = Money.Yuan(1m);

        internal IsoDay Day { get; init; } = IsoDay.Monday;

        internal bool Sells { get; init; }

        internal string Name { get; init; } = "name";

        internal ImmutableArray<Entry> Entries { get; init; } = [new Entry()];

        internal Entry? First { get; init; } = new();

        internal bool Broken { get; init; }
    }
}
