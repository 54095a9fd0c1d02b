using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using PrivateDomain.Core.Rules;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Forms;

namespace PrivateDomain.Core.Tests.Segmentation.Forms;

[Text]
public sealed class SegmentJsonTests
{
    [Fact]
    public void Write_Rule_IsTheDocumentedForm() => Assert.Equal(
        """{"version":1,"rule":{"all":[{"fact":"stage","is":"at_least","value":"interaction"},"""
            + """{"not":{"fact":"tag","is":"any_of","values":["mum","上海"]}},"""
            + """{"count":1,"atLeast":[{"fact":"last_order","is":"within_last_days","days":90},"""
            + """{"fact":"spend","is":"between","from":-1.5,"to":1E+20},{"segment":"老客"}]}]}}""",
        Encoding.UTF8.GetString(SegmentJson.Write(Rule(
            "stage >= interaction and not tag any (\"mum\", \"上海\") and "
                + "at least 1 of (last_order within 90 days, spend between -1.5 and 1e20, segment \"老客\")"))));

    [Fact]
    public void ReadRule_RandomRules_EqualAndSameBytes()
    {
        var random = new RandomRules(815);
        for (int i = 0; i < 3000; i++)
        {
            SegmentRule rule = random.Rule(1 + (i % 6), "vip", "名 \"单\" \\");
            byte[] json = SegmentJson.Write(rule, indented: i % 2 == 0);

            Assert.True(
                SegmentJson.TryReadRule(RandomRules.Schema, json, out SegmentRule? read, out ImmutableArray<Mistake> errors),
                    Encoding.UTF8.GetString(json) + string.Join(" ", errors));

            Assert.Equal(rule, read);
            Assert.Equal(json, SegmentJson.Write(read, indented: i % 2 == 0));
        }
    }

    [Fact]
    public void ReadRule_DeepestRule_IsRead()
    {
        SegmentRule rule = Rule("orders = 1");
        for (int i = 1; i < SegmentRule.DepthMax; i++)
        {
            rule = SegmentRule.AllOf(rule);
        }

        Assert.Equal(rule, SegmentJson.ReadRule(ShopFacts.Schema, SegmentJson.Write(rule)));
    }

    [Fact]
    public void ReadSegmentAndSet_WhatWasWritten_IsRead()
    {
        var old = new Segment("老客", Rule("orders >= 2"), 3);
        var best = new Segment("best", Rule("segment \"老客\" and spend > 1000"));
        SegmentSet set = SegmentSet.From(ShopFacts.Schema, isExclusive: true, segments: [best, old]);

        SegmentSet read = SegmentJson.ReadSet(ShopFacts.Schema, SegmentJson.Write(set, indented: true));

        Assert.Equal(old, SegmentJson.ReadSegment(ShopFacts.Schema, SegmentJson.Write(old)));
        Assert.Equal(set.Segments.AsEnumerable(), read.Segments);
        Assert.True(read.IsExclusive);
    }

    [Theory]
    [InlineData("""{"version":1,"rule":{"fact":"ordres","is":"at_least","value":2}}""", "$.rule.fact (1,29) segmentation.unknown_fact")]
    [InlineData("""{"version":1,"rule":{"fact":"orders","is":"at_leest","value":2}}""", "$.rule.is (1,43) segmentation.unknown_word")]
    [InlineData("""{"version":1,"rule":{"fact":"orders","is":"at_least","value":"2"}}""", "$.rule.value (1,62) segmentation.unexpected")]
    [InlineData("""{"version":1,"rule":{"fact":"orders","is":"at_least","value":1e999}}""",
        "$.rule.value (1,62) segmentation.number_not_held")]
    [InlineData("""{"version":1,"rule":{"fact":"orders","is":"equal","value":9007199254740993}}""",
        "$.rule.value (1,59) segmentation.number_not_held")]
    [InlineData("""{"version":1,"rule":{"fact":"orders","is":"at_least","value":null}}""", "$.rule.value (1,62) segmentation.unexpected")]
    [InlineData("""{"version":1,"rule":{"fact":"orders","is":"at_least","value":NaN}}""", "$.rule.value (1,62) segmentation.not_json")]
    [InlineData("""{"version":1,"rule":{"fact":"orders","is":"at_least"}}""", "$.rule.value (1,21) segmentation.member_missing")]
    [InlineData("""{"version":1,"rule":{"fact":"orders","is":"at_least","value":1,"value":1}}""",
        "$.rule.value (1,64) segmentation.member_twice")]
    [InlineData("""{"version":1,"rule":{"fact":"orders","is":"at_least","valeu":1,"value":1}}""",
        "$.rule.valeu (1,54) segmentation.unknown_member")]
    [InlineData("""{"version":1,"rule":{"fact":"orders","is":"at_least","value":1,"days":1}}""",
        "$.rule.days (1,71) segmentation.foreign_member")]
    [InlineData("""{"version":1,"rule":{"fact":"last_order","is":"within_last_days","days":1e999}}""",
        "$.rule.days (1,73) segmentation.number_not_held")]
    [InlineData("""{"version":1,"rule":{"fact":"last_order","is":"within_last_days","days":0}}""",
        "$.rule.days (1,73) segmentation.out_of_range")]
    [InlineData("""{"version":1,"rule":{"fact":"tag","is":"any_of","values":["a","b","a"]}}""",
        "$.rule.values[2] (1,67) segmentation.value_twice")]
    [InlineData("""{"version":1,"rule":{"fact":"last_order","is":"on","value":"2024-02-30"}}""",
        "$.rule.value (1,60) segmentation.unexpected")]
    [InlineData("""{"version":1,"rule":{"fact":"tag","is":"any_of","values":["mum"," mum"]}}""",
        "$.rule.values[1] (1,65) segmentation.bad_text")]
    [InlineData("""{"version":1,"rule":{"all":{}}}""", "$.rule.all (1,28) segmentation.unexpected")]
    [InlineData("""{"version":1,"rule":{"atLeast":[],"count":1}}""", "$.rule (1,21) segmentation.out_of_range")]
    [InlineData("""{"version":1,"rule":{"all":[],"any":[]}}""", "$.rule.any (1,37) segmentation.foreign_member")]
    [InlineData("""{"version":1,"rule":{}}""", "$.rule (1,21) segmentation.member_missing")]
    [InlineData("""{"version":2,"rule":{"all":[]}}""", "$.version (1,12) segmentation.other_version")]
    [InlineData("""{"version":1}""", "$.rule (1,1) segmentation.member_missing")]
    [InlineData("""{"version":1,"rule":{"segment":"\ud800"}}""", "$.rule.segment (1,32) segmentation.bad_text")]
    [InlineData("""{"version":1,"rule":{"all":[]}} x""", "$ (1,33) segmentation.not_json")]
    [InlineData("[]", "$ (1,1) segmentation.unexpected")]
    [InlineData("", "$ (1,1) segmentation.not_json")]
    public void TryReadRule_Mistake_SaysWhere(string json, string expected)
    {
        Assert.False(
            SegmentJson.TryReadRule(ShopFacts.Schema, Encoding.UTF8.GetBytes(json), out SegmentRule? rule,
                out ImmutableArray<Mistake> errors));

        Assert.Null(rule);
        Mistake error = Assert.Single(errors);
        Assert.Equal(expected, $"{error.Place} ({error.Line},{error.Column}) {error.Reason.Code}");
    }

    [Fact]
    public void TryReadSet_ManyMistakes_AllWithTheirPlaces()
    {
        const string Json = """
            {"version":1,"exclusive":"no","segments":[
            {"name":" a","version":0,"rule":{"fact":"名","is":"known"}},
            {"name":"b","rule":{"none":[{"all":[]},{"not":{"fact":"stage","is":"equal","value":"allianc"}}]}},3]}
            """;

        Assert.False(SegmentJson.TryReadSet(ShopFacts.Schema, Encoding.UTF8.GetBytes(Json), out _, out ImmutableArray<Mistake> errors));

        Assert.Equal(
            [
                "$.exclusive (1,26)", "$.segments[0].name (2,9)", "$.segments[0].version (2,24)", "$.segments[0].rule.fact (2,41)",
                "$.segments[1].rule.none[1].not.value (3,84)", "$.segments[2] (3,99)",
            ],
            errors.Select(static x => $"{x.Place} ({x.Line},{x.Column})"));
    }

    [Fact]
    public void TryReadSet_SegmentsThatMakeNoSet_SaysWhere()
    {
        const string Json = """
            {"version":1,"segments":[{"name":"a","rule":{"all":[{"segment":"c"}]}},
            {"name":"b","rule":{"segment":"b"}},{"name":"b","rule":{"all":[]}}]}
            """;

        Assert.False(
            SegmentJson.TryReadSet(ShopFacts.Schema, Encoding.UTF8.GetBytes(Json), out SegmentSet? set,
                out ImmutableArray<Mistake> errors));

        Assert.Null(set);
        Assert.Equal(
            ["$.segments[0].rule.all[0] (1,53) segmentation.unknown_segment", "$.segments[1] (2,1) segmentation.segment_cycle",
                "$.segments[2] (2,37) segmentation.name_taken"],
            errors.Select(static x => $"{x.Place} ({x.Line},{x.Column}) {x.Reason.Code}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void TryReadSet_HostileInput_FewErrorsInBoundedTime()
    {
        const int Length = 10_000_000;
        string[] hostile =
        [
            new('[', Length), "{\"version\":1,\"segments\":[" + string.Join(",", Enumerable.Repeat("{\"x\":[]}", Length / 9)) + "]}",
            "{\"version\":1,\"segments\":[" + string.Join(",", Enumerable.Repeat("{}", Length / 3)) + "]}", "{"
                + string.Join(",", Enumerable.Repeat("\"version\":1", Length / 12)) + "}",
            "{\"version\":1,\"segments\":[{\"name\":\"" + new string('a', Length) + "\",\"rule\":{\"all\":[]}}]}", "\""
                + new string('x', Length) + "\"", new('\0', 10),
            string.Concat(Enumerable.Repeat("{\"not\":", Length / 7)),
            "{\"version\":1,\"segments\":[{\"name\":\"a\",\"rule\":{\"any\":["
                + string.Join(",", Enumerable.Repeat("{\"all\":[]}", Length / 11)) + "]}}]}",
            "{\"version\":1,\"segments\":[{\"name\":\"a\",\"rule\":{\"fact\":\"tag\",\"is\":\"any_of\",\"values\":["
                + string.Join(",", Enumerable.Repeat("\"\\u0000\"", Length / 9)) + "]}}]}",
        ];
        foreach (string json in hostile)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(json);
            long start = Stopwatch.GetTimestamp();
            Assert.False(SegmentJson.TryReadSet(ShopFacts.Schema, bytes, out _, out ImmutableArray<Mistake> errors));
            TestContext.Current.TestOutputHelper?.WriteLine(
                $"{json[..10]}… refused in {Stopwatch.GetElapsedTime(start).TotalMilliseconds} ms");
            Assert.InRange(errors.Length, 1, 50);
            Assert.All(errors, static error => Assert.InRange(error.ToString().Length, 1, 1_000));
        }

        Assert.False(
            SegmentJson.TryReadRule(ShopFacts.Schema, new byte[SegmentJson.InputBytesMax + 1], out _, out ImmutableArray<Mistake> tooLong));
        Assert.Equal("segmentation.input_too_long", Assert.Single(tooLong).Reason.Code);
    }

    [Fact]
    public void TryReadRule_ByteOrderMark_IsNoPartOfTheDocument()
    {
        byte[] json = [0xEF, 0xBB, 0xBF, .. SegmentJson.Write(Rule("orders = 1"))];
        Assert.Equal(Rule("orders = 1"), SegmentJson.ReadRule(ShopFacts.Schema, json));
        byte[] wrong = [0xEF, 0xBB, 0xBF, .. """{"version":1,"rule":{"fact":"ordres","is":"known"}}"""u8];
        Assert.False(SegmentJson.TryReadRule(ShopFacts.Schema, wrong, out _, out ImmutableArray<Mistake> mistakes));
        Assert.Equal((1, 29), (mistakes[0].Line, mistakes[0].Column));
    }

    [Fact]
    public void TryReadSet_MoreMistakesThanAreNamed_StopsThere()
    {
        // 4 MiB of wrong segments: what is behind the fiftieth mistake is not read.
        byte[] json = Encoding.UTF8.GetBytes(
            "{\"version\":1,\"segments\":["
                + string.Join(",", Enumerable.Repeat("{\"name\":\"a\",\"rule\":{\"fact\":\"ordres\",\"is\":\"known\"}}", 80_000)) + "]}");
        Assert.False(SegmentJson.TryReadSet(ShopFacts.Schema, json, out _, out _));
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.False(SegmentJson.TryReadSet(ShopFacts.Schema, json, out _, out ImmutableArray<Mistake> mistakes));
        Assert.Equal(50, mistakes.Length);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10_000_000);
    }

    [Fact]
    public void TryReadRule_OnePartTooMany_IsRefusedAtItsPlace()
    {
        static byte[] Json(int parts) => Encoding.UTF8.GetBytes(
            "{\"version\":1,\"rule\":{\"all\":[" + string.Join(",", Enumerable.Repeat("{\"all\":[]}", parts)) + "]}}");
        Assert.True(SegmentJson.TryReadRule(ShopFacts.Schema, Json(SegmentRule.SizeMax - 1), out _, out _));
        Assert.False(SegmentJson.TryReadRule(ShopFacts.Schema, Json(SegmentRule.SizeMax), out _, out ImmutableArray<Mistake> mistakes));
        Assert.Equal(("$.rule.all[9999]", "segmentation.rule_too_large"), (mistakes[0].Place, mistakes[0].Reason.Code));
    }

    [Fact]
    public void ReadSet_TwentyThousandRules_AreReadAgain()
    {
        var random = new RandomRules(3);
        SegmentSet set = SegmentSet.From(RandomRules.Schema, Enumerable.Range(0, 20_000).Select(i => new Segment($"s{i}", random.Rule(4))));
        byte[] json = SegmentJson.Write(set);
        long start = Stopwatch.GetTimestamp();

        SegmentSet read = SegmentJson.ReadSet(RandomRules.Schema, json);

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{json.Length} bytes read in {Stopwatch.GetElapsedTime(start).TotalMilliseconds} ms");
        Assert.Equal(set.Segments.AsEnumerable(), read.Segments);
    }

    private static SegmentRule Rule(string text) => SegmentText.Parse(ShopFacts.Schema, text);
}
