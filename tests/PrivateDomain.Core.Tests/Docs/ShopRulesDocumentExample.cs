using System.Collections.Immutable;
using System.Text;
using NodaTime;
using PrivateDomain.Core.Rules;

namespace PrivateDomain.Core.Tests.Docs;

[Text]
public sealed class ShopRulesDocumentExample
{
    [Fact]
    public void OneDocument()
    {
        byte[] json = """
            {
              "version": 1,
              "zone": "Asia/Shanghai",
              "currency": "CNY",
              "groupHealth": { "membersMin": 50 },
              "segments": { "version": 1, "segments": [
                { "name": "recent", "rule": { "fact": "last_order", "is": "within_last_days", "days": 30 } }
              ] }
            }
            """u8.ToArray();
        // snippet: shop-rules-document
        if (!ShopOptionsJson.TryRead(
            DateTimeZoneProviders.Tzdb, ShopFacts.Schema, json, out ShopOptions? options, out ImmutableArray<Mistake> mistakes))
        {
            foreach (Mistake mistake in mistakes)
            {
                Console.WriteLine(mistake.ToString(Language.SimplifiedChinese)); // each with its path, line and column
            }

            return;
        }

        ShopRules rules = ShopRules.Create(options);
        ShopOptions next = options with { GroupHealth = options.GroupHealth with { ReplyRateMin = 0.08m } };
        ImmutableArray<FigureDifference> differences = ShopOptions.Compare(options, next);
        byte[] written = ShopOptionsJson.Write(next, indented: true); // states every figure
        // end
        Assert.Equal(50, rules.GroupHealth.Options.MembersMin);
        Assert.Equal("groupHealth.replyRateMin", Assert.Single(differences).Place);
        Assert.Contains("\"replyRateMin\": 0.08", Encoding.UTF8.GetString(written), StringComparison.Ordinal);
    }
}
