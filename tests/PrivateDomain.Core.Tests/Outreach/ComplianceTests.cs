using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using PrivateDomain.Core.Outreach;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Outreach;

[Text]
public sealed class ComplianceTests
{
    private static readonly CompliancePolicy Policy = CompliancePolicy.Default;

    [Fact]
    public void Text_WithHits_NamesEachWithPlaceAndCategory()
    {
        ComplianceAssessment result = Policy.Assess("全网最低价，不买后悔！这款面霜能根治痘痘。");
        Assert.Equal(
            [
                (ComplianceCategory.Boasting, "全网最低", 0, 4), (ComplianceCategory.Boasting, "最低价", 2, 3),
                (ComplianceCategory.OverMarketing, "不买后悔", 6, 4), (ComplianceCategory.Boasting, "根治", 16, 2),
            ],
            result.Hits.Select(static h => (h.Category, h.Term, h.Start, h.Length)));
        Assert.Equal((Compliance.Breached, 3), (result.Compliance, result.Strikes)); // the first two overlap
        Assert.Equal("The text breaks the rules in 3 places; the limit is 0.", Assert.Single(result.Reasons).ToString());
        Assert.Equal(result, Policy.Assess("全网最低价，不买后悔！这款面霜能根治痘痘。"));
    }

    [Fact]
    public void Strikes_ByTextAndByAccount_AreToleratedUpToTheMost()
    {
        CompliancePolicy two = CompliancePolicy.Create(new() { TextStrikesMax = 2 });
        Assert.Equal((Compliance.Tolerated, 2, 0), Of(two.Assess("全网最低价，不买后悔！")));
        Assert.Equal((Compliance.Breached, 3, 1), Of(two.Assess("全网最低价，不买后悔！能根治")));
        Assert.Equal((Compliance.Clean, 0, 0), Of(two.Assess("换季护肤小知识")));

        ImmutableArray<AccountStrikes> accounts = Policy.Rank(
        [
            KeyValuePair.Create("amy", "不买后悔"), KeyValuePair.Create("bob", "能根治，最便宜"), KeyValuePair.Create("amy", "今天上新"),
            KeyValuePair.Create("bob", "手慢无"), KeyValuePair.Create("cat", "稳赚不赔，药到病除"),
        ]);
        Assert.Equal([("bob", 2, 3L), ("cat", 1, 2L), ("amy", 2, 1L)], accounts.Select(static a => (a.Account, a.Texts, a.Strikes)));
        Assert.Equal([false, true, true], accounts.Select(static a => a.Decision.IsAllowed));
        Assert.Equal("该账号的文案共违规 3 处，上限为 2 处。", accounts[0].Decision.Reasons.Single().ToString(Language.SimplifiedChinese));
        Assert.Throws<ArgumentException>("texts", static () => Policy.Rank([KeyValuePair.Create(" ", "x")]));
        Assert.Throws<ArgumentNullException>("texts", static () => Policy.Rank([KeyValuePair.Create<string, string>("amy", null!)]));

        static (Compliance Compliance, int Strikes, int Reasons) Of(ComplianceAssessment a) => (a.Compliance, a.Strikes, a.Reasons.Length);
    }

    [Theory]
    [InlineData("印刷单页")]
    [InlineData("提高仿真花的质感")]
    [InlineData("高仿真花")]
    [InlineData("第一医院")]
    [InlineData("第一季度")]
    [InlineData("首选项")]
    [InlineData("最好提前")]
    [InlineData("收集赞美")]
    [InlineData("没人要求")]
    [InlineData("没有最，好在便宜")]
    [InlineData("销量居第。一直如此")]
    [InlineData("最低/价格")]
    [InlineData("最低\u2014价格")]
    public void WordBorders_AreNoHits(string text) => Assert.Equal(Compliance.Clean, Policy.Assess(text).Compliance);

    [Theory]
    [InlineData("最-低-价", "最低价", 0, 5)]
    [InlineData("全店最 . 低 * 价", "最低价", 2, 9)]
    [InlineData("最·低－价", "最低价", 0, 5)]
    [InlineData("最\u2010低\u2013价", "最低价", 0, 5)] // hyphen to dash
    [InlineData("最\u0080低价", "最低价", 0, 4)] // a control character
    [InlineData("最低價", "最低价", 0, 3)]
    [InlineData("藥到病除", "药到病除", 0, 4)]
    [InlineData("轉發領紅包", "转发领红包", 0, 5)]
    [InlineData("转发领红包", "转发领红包", 0, 5)]
    [InlineData("收到刷单邀请", "刷单", 2, 2)]
    [InlineData("高仿包", "高仿", 0, 2)]
    [InlineData("銷量第一", "第一", 2, 2)]
    [InlineData("祖传秘方", "祖传秘方", 0, 4)]
    [InlineData("躺赚", "躺赚", 0, 2)]
    public void HiddenAndForbiddenTerms_AreFound(string text, string term, int start, int length)
    {
        ComplianceHit hit = Assert.Single(Policy.Assess(text).Hits);
        Assert.Equal((term, start, length), (hit.Term, hit.Start, hit.Length));
    }

    [Fact]
    public void Default_CoversEveryCategory() => Assert.Equal(
        Enum.GetValues<ComplianceCategory>()[1..],
        Policy.Options.Terms.Select(static t => t.Category).Distinct().Order());

    [Fact]
    public void WordsOfADictionary_WhenPassedIn_BoundTheHits()
    {
        CompliancePolicy bare = CompliancePolicy.Create(new()
        {
            Terms = [new() { Category = ComplianceCategory.Forbidden, Text = "刷单" }],
        });
        Assert.Single(bare.Assess("印刷单页").Hits);
        Assert.Empty(bare.Assess("印刷单页", [0, 2]).Hits); // 印刷 单页
        Assert.Single(bare.Assess("找人刷单吗", [0, 1, 2, 4]).Hits);
        Assert.Empty(bare.Assess("找人刷单吗", [0, 1, 2]).Hits); // it does not end with a word
        Assert.Empty(bare.Assess("找人刷单吗", [0, 1, 4]).Hits); // it does not begin with one
        Assert.Single(bare.Assess("刷单", [0]).Hits);
        Assert.Single(bare.Assess("刷-单 吗", [0, 1, 2, 4]).Hits);
        Assert.Throws<ArgumentOutOfRangeException>("wordStarts", () => bare.Assess("刷单", [0, 0]));
        Assert.Throws<ArgumentOutOfRangeException>("wordStarts", () => bare.Assess("刷单", [2]));
        Assert.Throws<ArgumentOutOfRangeException>("wordStarts", () => bare.Assess("刷单", [-1]));
    }

    [Fact]
    public void TermsThatShareACharacter_AreBothFound()
    {
        CompliancePolicy policy = CompliancePolicy.Create(new()
        {
            Terms =
            [
                new() { Category = ComplianceCategory.Forbidden, Text = "刷单" },
                new() { Category = ComplianceCategory.Boasting, Text = "单独" },
            ],
        });

        Assert.Equal([("刷单", 1), ("单独", 2)], policy.Assess("找刷单独家").Hits.Select(static hit => (hit.Term, hit.Start)));
    }

    [Fact]
    public void TraditionalCharacters_BecomeTheirSimplifiedForm_OthersStay()
    {
        Assert.Equal("为国东门龙一丁", FoldedText.Of("為國東門龍一丁"));
        Assert.Equal("著后乾", FoldedText.Of("著后乾")); // simplified texts have these too
    }

    [Theory]
    [InlineData("最 佳", 0, 3)]
    [InlineData("很最\u200B\uFEFF佳！", 1, 4)]
    [InlineData("ＮＯ．１ 品质", 0, 4)]
    [InlineData("我们 n o . 1!", 3, 7)]
    [InlineData("World’s… WORLD'S  BEST", 9, 13)]
    [InlineData("１００％有效", 0, 6)]
    [InlineData("最\u3000\n好", 0, 4)]
    public void Obfuscation_DoesNotHide(string text, int start, int length)
    {
        ComplianceHit hit = Assert.Single(Policy.Assess(text).Hits);
        Assert.Equal((start, length), (hit.Start, hit.Length));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no.10 在架上")]
    [InlineData("minno.1")]
    [InlineData("第一次来店的朋友，请看这里。")]
    [InlineData("今天想和大家聊聊换季护肤的小知识。")]
    public void HarmlessText_IsClean(string text)
    {
        Assert.Equal(Compliance.Clean, Policy.Assess(text).Compliance);
    }

    [Fact]
    public void HarmlessPhrase_DoesNotCoverTheSameTermElsewhere() =>
        Assert.Equal(9, Assert.Single(Policy.Assess("第一次就买到了全网第一的面霜").Hits).Start);

    [Fact]
    public void AllHits_AreThoseOfASearchTermByTerm()
    {
        Gen<string> anyText =
            from length in Gen.Choose(0, 24)
            from parts in Gen.Elements("ab", "a", "b", "A", "Ｂ", "最", "佳", " ", "\u200B", "，").ListOf(length)
            select string.Concat(parts);
        ComplianceTerm[] terms =
        [
            new() { Category = ComplianceCategory.Boasting, Text = "最" }, new() { Category = ComplianceCategory.Boasting, Text = "最佳" },
            new() { Category = ComplianceCategory.Forbidden, Text = "佳 最" },
            new() { Category = ComplianceCategory.Forbidden, Text = "最" },
            new() { Category = ComplianceCategory.PainPlay, Text = "佳a最" },
            new() { Category = ComplianceCategory.OverMarketing, Text = "AB" },
        ];
        CompliancePolicy policy = CompliancePolicy.Create(new() { Terms = [.. terms] });
        Prop.ForAll(anyText.ToArbitrary(), text =>
        {
            IEnumerable<(ComplianceCategory Category, string Term, int Start, int Length)> found =
                policy.Assess(text).Hits.Select(static h => (h.Category, h.Term, h.Start, h.Length));
            Assert.Equal(Plainly(text, terms).Order(), found.Order());
        }).Holds(2000);
    }

    [Fact]
    public void CleanText_OfTwoThousandCharacters_AllocatesNothing()
    {
        string text = string.Concat(Enumerable.Repeat("换季护肤小知识：先清洁，再补水，Moisturize daily。", 80))[..2000];
        Assert.Equal(Compliance.Clean, Policy.Assess(text).Compliance);
        bool clean = true;
        Assert.Equal(0, Allocations.Of(() => clean &= Policy.Assess(text).Compliance == Compliance.Clean));
        Assert.True(clean);
    }

    [Fact]
    public void Policy_WithMistakes_NamesThemAll()
    {
        InvalidPolicyException error = Assert.Throws<InvalidPolicyException>(static () => CompliancePolicy.Create(new()
        {
            Terms =
            [
                new() { Category = ComplianceCategory.None, Text = "x" },
                new() { Category = ComplianceCategory.Boasting, Text = " \u200B" },
                new() { Category = ComplianceCategory.Boasting, Text = "最佳" },
                new() { Category = ComplianceCategory.Boasting, Text = "最 佳" },
                new() { Category = ComplianceCategory.Forbidden, Text = "最佳", NotWithin = ["最佳", "佳节", "最佳食用"] }, null!,
            ],
            TextStrikesMax = -1,
            AccountStrikesMax = -1,
        }));
        Assert.Equal(
            ["terms[0].category", "terms[1].text", "terms[3]", "terms[4].notWithin[0]", "terms[4].notWithin[1]", "terms[5]",
                "textStrikesMax", "accountStrikesMax"],
            error.Mistakes.Select(static m => m.Place));
        Assert.Equal("terms[3]: 最佳 (boasting) is stated twice.", error.Mistakes[2].ToString());
    }

    [Fact]
    public void Terms_OfAHost_AddToTheDefault()
    {
        ComplianceOptions own =
            new() { Terms = [.. Policy.Options.Terms, new() { Category = ComplianceCategory.Forbidden, Text = "竞品甲" }] };
        CompliancePolicy policy = CompliancePolicy.Create(own);
        Assert.Equal(ComplianceCategory.Forbidden, Assert.Single(policy.Assess("比竞品甲划算").Hits).Category);
        Assert.Equal(Compliance.Clean, CompliancePolicy.Create(new() { Terms = [] }).Assess("全网最低").Compliance);
        Assert.NotEqual(Policy, policy);
        Assert.Equal(Policy, CompliancePolicy.Create(new()));
    }

    private static IEnumerable<(ComplianceCategory Category, string Term, int Start, int Length)> Plainly(
        string text, ComplianceTerm[] terms)
    {
        foreach (ComplianceTerm term in terms)
        {
            string wanted = Bare(term.Text);
            for (int start = 0; start < text.Length; start++)
            {
                for (int end = start + 1; end <= text.Length; end++)
                {
                    bool isTight = Bare(text[start..(start + 1)]).Length > 0 && Bare(text[(end - 1)..end]).Length > 0;
                    bool isApart = !(IsLatin(wanted[0]) && start > 0 && IsLatin(text[start - 1]))
                        && !(IsLatin(wanted[^1]) && end < text.Length && IsLatin(text[end]));
                    if (isTight && isApart && string.Equals(Bare(text[start..end]), wanted, StringComparison.Ordinal))
                    {
                        yield return (term.Category, term.Text, start, end - start);
                    }
                }
            }
        }
    }

    // By a table of our own: without ICU the platform does not narrow full-width letters.
    private static string Bare(string text) => string.Concat(text.ToLowerInvariant().Where(static c => c is not (' ' or '\u200B'))
        .Select(static c => c is >= 'ａ' and <= 'ｚ' ? (char)(c - 'ａ' + 'a') : c));

    private static bool IsLatin(char c) => Bare(c.ToString()) is [>= 'a' and <= 'z'];
}
