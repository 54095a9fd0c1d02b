using System.Collections.Immutable;
using PrivateDomain.Core.Rules;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Forms;

namespace PrivateDomain.Core.Tests.Docs;

[Text]
public sealed class SegmentationLanguageExample
{
    [Fact]
    public void SegmentationLanguage()
    {
        // snippet: segmentation-language
        SegmentRule rule = SegmentText.Parse(
            ShopFacts.Schema, "did order within 90 days and orders >= 2 and tag any (\"mum\", \"size-m\")");

        string text = SegmentText.Write(rule);           // count(order, 90d) >= 1 and orders >= 2 and tag any ("mum", "size-m")
        string chinese = SegmentSentence.Of(rule).Chinese;
        // 最近 90 天下单次数不低于 1 且 订单数不低于 2 且 标签包含以下任一（“mum”、“size-m”）
        byte[] json = SegmentJson.Write(rule); // {"version":1,"rule":{"all":[{"fact":"count(order, 90d)","is":"at_least","value":1},…
        SegmentRule same = SegmentJson.ReadRule(ShopFacts.Schema, json);

        // All mistakes at once, each with its place.
        bool isRule = SegmentText.TryParse(
            ShopFacts.Schema, "ordres >= 2 and stage >= interation", out _, out ImmutableArray<Mistake> errors);
        string first = errors[0].ToString(); // (1,1): There is no fact "ordres"; the nearest is "orders".
        // end
        Assert.Equal("count(order, 90d) >= 1 and orders >= 2 and tag any (\"mum\", \"size-m\")", text);
        Assert.Equal("最近 90 天下单次数不低于 1 且 订单数不低于 2 且 标签包含以下任一（“mum”、“size-m”）", chinese);
        Assert.Equal(rule, same);
        Assert.Equal("(1,1): There is no fact \"ordres\"; the nearest is \"orders\".", first);
        Assert.False(isRule);
        Assert.Equal(2, errors.Length);
    }
}
