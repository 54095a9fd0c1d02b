using PrivateDomain.Core.Rules;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Forms;

namespace PrivateDomain.Core.Tests.Segmentation.Forms;

[Text]
public sealed class SegmentSentenceTests
{
    [Theory]
    [InlineData(
        "last_order within 90 days and orders >= 2 and stage >= interaction",
        "bought in the last 90 days and orders is at least 2 and stage is at least interaction",
        "最近 90 天内有购买 且 订单数不低于 2 且 关系阶段不低于 ")]
    [InlineData(
        "linked is yes and (tag any (\"mum\") or not tag all (\"size-m\", \"上海\"))",
        "linked is yes and (tag has one of (\"mum\") or it is not so that (tag has all of (\"size-m\", \"上海\")))",
        "在联为是 且 （标签包含以下任一（“mum”） 或 以下不成立（标签包含以下全部（“size-m”、“上海”）））")]
    [InlineData(
        "not (orders >= 2 and spend > 10) and orders != 5",
        "it is not so that (orders is at least 2 and spend is above 10) and orders is other than 5 (or is unknown)",
        "以下不成立（订单数不低于 2 且 累计消费高于 10） 且 订单数不等于 5（含未知）")]
    [InlineData("stage != rapport and stage none (none, alliance)",
        "stage is other than rapport (or is unknown) and stage is none of (no link, alliance) (or is unknown)",
        "关系阶段不等于 私交（含未知） 且 关系阶段不为以下任何一项（")]
    [InlineData("last_order not on 2024-02-29", "last order is another day than 2024-02-29 (or is unknown)",
        "最近下单日期不为 2024-02-29（含未知）")]
    [InlineData("tag none (\"mum\")", "tag has none of (\"mum\") (or is unknown)", "标签不包含以下任何一项（“mum”）（含未知）")]
    [InlineData(
        "at least 2 of (trust is unknown, first_order between 2024-01-01 and 2024-03-31, segment \"老客\")",
        "at least 2 of (trust is unknown; first order is from 2024-01-01 to 2024-03-31; in the segment \"老客\")",
        "以下至少满足 2 项（信任度未知；首单日期在 2024-01-01 至 2024-03-31 之间；属于分群“老客”）")]
    [InlineData(
        "none of (channel none (), count(order, 90d) = 0)",
        "none of (channel of acquisition is none of (nothing) (or is unknown); orders in the last 90 days is exactly 0)",
        "以下均不满足（来源渠道不为以下任何一项（无）（含未知）；最近 90 天下单次数等于 0）")]
    [InlineData("all of ()", "every customer", "所有客户")]
    [InlineData("any of ()", "no customer", "无任何客户")]
    public void Of_Rule_SaysWhatItAsks(string text, string english, string chinese)
    {
        Bilingual sentence = SegmentSentence.Of(SegmentText.Parse(ShopFacts.Schema, text));

        Assert.Equal(english, sentence.English, ignoreCase: true);
        Assert.StartsWith(chinese, sentence.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_RandomRules_IsNeverEmptyAndNamesEveryOperator()
    {
        var random = new RandomRules(99);
        for (int i = 0; i < 1000; i++)
        {
            SegmentRule leaf = random.Leaf();
            Bilingual sentence = SegmentSentence.Of(leaf);

            Assert.NotEqual(sentence, SegmentSentence.Of(SegmentRule.Not(leaf)));
            Assert.Contains(SegmentSentence.Of(leaf).Chinese, SegmentSentence.Of(SegmentRule.AllOf(leaf, leaf)).Chinese,
                StringComparison.Ordinal);
            Assert.True(sentence.English.Length > 5 && sentence.Chinese.Length > 2);
        }
    }
}
