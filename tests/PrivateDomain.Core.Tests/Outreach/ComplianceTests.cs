using System.Text;
using FsCheck;
using FsCheck.Fluent;
using PrivateDomain.Core.Outreach;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Outreach;

public sealed class ComplianceTests
{
    private static readonly ComplianceScreen Screen = ComplianceScreen.Default;

    [Fact]
    public void Text_WithHits_NamesEachWithPlaceAndCategory()
    {
        ComplianceResult result = Screen.Screen("全网最低价，不买后悔！这款面霜能根治痘痘。");
        Assert.Equal(
            [
                (ComplianceCategory.Boasting, "全网最低", 0, 4), (ComplianceCategory.Boasting, "最低价", 2, 3),
                (ComplianceCategory.OverMarketing, "不买后悔", 6, 4), (ComplianceCategory.Boasting, "根治", 16, 2),
            ],
            result.Hits.Select(static h => (h.Category, h.Term, h.Start, h.Length)));
        Assert.Equal(3, result.Strikes); // the first two overlap
        Assert.Equal(2, result.StrikesOf(ComplianceCategory.Boasting));
        Assert.Equal(0, result.StrikesOf(ComplianceCategory.Forbidden));
        Assert.Equal("The text has 3 strikes, the most is 2.", Assert.Single(result.Decide(2).Reasons).ToString());
        Assert.True(result.Decide(3).IsAllowed);
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
        ComplianceHit hit = Assert.Single(Screen.Screen(text).Hits);
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
        Assert.True(Screen.Screen(text).IsClean);
        Assert.True(Screen.Screen(text).Decide().IsAllowed);
    }

    [Fact]
    public void HarmlessPhrase_DoesNotCoverTheSameTermElsewhere() =>
        Assert.Equal(9, Assert.Single(Screen.Screen("第一次就买到了全网第一的面霜").Hits).Start);

    [Fact]
    public void Default_WasNeverScreened_AndIsNotClean()
    {
        ComplianceResult forgotten = default;
        Assert.False(forgotten.IsClean);
        Assert.Equal("decision.never_made", forgotten.Decide().Reasons[0].Code);
    }

    [Fact]
    public void AllHits_AreThoseOfASearchTermByTerm()
    {
        Gen<string> anyText = Gen.Elements("ab", "a", "b", "A", "Ｂ", "最", "佳", " ", "\u200B", "，").ListOf().Select(static parts => string.Concat(parts));
        ComplianceTerm[] terms =
        [
            new(ComplianceCategory.Boasting, "最"), new(ComplianceCategory.Boasting, "最佳"), new(ComplianceCategory.Forbidden, "佳 最"),
            new(ComplianceCategory.Forbidden, "最"), new(ComplianceCategory.PainPlay, "佳a最"), new(ComplianceCategory.OverMarketing, "AB"),
        ];
        var screen = new ComplianceScreen(ComplianceLexicon.Create(terms));
        Prop.ForAll(anyText.ToArbitrary(), text =>
        {
            IEnumerable<(ComplianceCategory Category, string Term, int Start, int Length)> found =
                screen.Screen(text).Hits.Select(static h => (h.Category, h.Term, h.Start, h.Length));
            Assert.Equal(Plainly(text, terms).Order(), found.Order());
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Fact]
    public void CleanText_OfTwoThousandCharacters_AllocatesNothing()
    {
        string text = string.Concat(Enumerable.Repeat("换季护肤小知识：先清洁，再补水，Moisturize daily。", 80))[..2000];
        Assert.True(Screen.Screen(text).IsClean);
        bool clean = true;
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 200; i++)
        {
            clean &= Screen.Screen(text).IsClean;
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(clean);
    }

    [Fact]
    public void Lexicon_WithMistakes_NamesThemAll()
    {
        InvalidPolicyException error = Assert.Throws<InvalidPolicyException>(static () => ComplianceLexicon.Create(
            [
                new(ComplianceCategory.None, "x"), new(ComplianceCategory.Boasting, " \u200B"), new(ComplianceCategory.Boasting, "最佳"),
                new(ComplianceCategory.Boasting, "最 佳"), new(ComplianceCategory.Forbidden, "最佳"),
            ],
            [" "]));
        Assert.Equal(["terms[0].category", "terms[1].text", "terms[3]", "harmless[0]"], error.Mistakes.Select(static v => v.Place));
        Assert.Throws<ArgumentOutOfRangeException>(static () => Screen.Screen("").Decide(-1));
        Assert.Throws<ArgumentOutOfRangeException>(static () => Screen.Screen("").StrikesOf(ComplianceCategory.None));
    }

    [Fact]
    public void Lexicon_OfAHost_AddsToTheDefault()
    {
        var screen = new ComplianceScreen(ComplianceLexicon.Default.With([new(ComplianceCategory.Forbidden, "竞品甲")]));
        Assert.Equal(ComplianceCategory.Forbidden, Assert.Single(screen.Screen("比竞品甲划算").Hits).Category);
        Assert.True(new ComplianceScreen(ComplianceLexicon.Create([])).Screen("全网最低").IsClean);
    }

    private static IEnumerable<(ComplianceCategory Category, string Term, int Start, int Length)> Plainly(string text, ComplianceTerm[] terms)
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

    private static string Bare(string text) =>
        text.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Replace(" ", "", StringComparison.Ordinal).Replace("\u200B", "", StringComparison.Ordinal);

    private static bool IsLatin(char c) => Bare(c.ToString()) is [>= 'a' and <= 'z'];
}
