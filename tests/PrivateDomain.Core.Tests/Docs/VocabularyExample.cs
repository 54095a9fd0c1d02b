using System.Globalization;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Docs;

[Text]
public sealed class VocabularyExample
{
    [Fact]
    public void Vocabulary()
    {
        // snippet: vocabulary
        Money budget = Money.Parse("100 CNY", CultureInfo.InvariantCulture);
        string shares = string.Join(" + ", budget.Split(3).Select(part => part.ToString())); // 33.34 CNY + 33.33 CNY + 33.33 CNY

        Answer<Money> perFollower = budget.Per(0);                     // no value, and no infinity
        Reason reason = perFollower.Reasons[0];                        // code: money.nothing_to_divide_by
        string sentence = reason.ToString(Language.SimplifiedChinese); // 要把金额分摊到 0 个对象上，无法计算。

        Ratio repeatBuyers = Ratio.From(946, 2357);
        string shown = repeatBuyers.ToString("P1", CultureInfo.InvariantCulture); // 40.1 %
        // end
        Assert.Equal("33.34 CNY + 33.33 CNY + 33.33 CNY", shares);
        Assert.Equal("money.nothing_to_divide_by", reason.Code);
        Assert.Equal("要把金额分摊到 0 个对象上，无法计算。", sentence);
        Assert.Equal("40.1 %", shown);
    }
}
