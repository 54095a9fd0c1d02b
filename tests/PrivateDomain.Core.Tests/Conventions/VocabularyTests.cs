using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Conventions;

/// <summary>The page of the vocabulary is the language of the library: what it says is there, and nothing is said in other words.</summary>
public sealed class VocabularyTests
{
    private const string VerbsHeading = "### Verbs";
    private const string NounsHeading = "### Figures that need arguments";

    // A rule of the segment language is said in its own words: spend.AtLeast(100), bought.Within(…).
    private static readonly HashSet<Type> RuleLanguage = [typeof(SegmentRule), typeof(NumberFact), typeof(DateFact), typeof(TimeWindow)];

    private static string Page => Repository.Read("docs", "vocabulary.md");

    [Fact]
    public void EveryTerm_NamesPublicMembersThatExist()
    {
        Assert.True(Glossary.Rows(Page).Count() >= 17);
        Assert.Empty(Glossary.Breaches(Page, typeof(Money).Assembly));
    }

    [Fact]
    public void EveryPublicMethod_SpeaksTheGrammar() => Assert.Empty(Verbs.Strays(
        typeof(Money).Assembly.GetExportedTypes(), Verbs.Listed(Page, VerbsHeading), Verbs.Listed(Page, NounsHeading), RuleLanguage));

    [Fact]
    public void EveryListedWord_IsSpoken() => Assert.Empty(Verbs.Idle(
        typeof(Money).Assembly.GetExportedTypes(), Verbs.Listed(Page, VerbsHeading), Verbs.Listed(Page, NounsHeading)));

    [Fact]
    public void TheCheck_SeesTermsWithoutMembers()
    {
        const string Text = "### Glossary\n\n| term | 中文 | definition | member |\n| --- | --- | --- | --- |\n"
            + "| buyer | 已购客户 | has an order | `Money`, `Money.Yuan`, `Gold`, `Money.Silver` |\n"
            + "| linked | 在联 | | `Money` |\n| muted | 屏蔽 | hidden | none |\n\n### More\n| a | b | c | d |\n";
        Assert.Equal(
            ["buyer: no public Gold", "buyer: no public Money.Silver", "linked: a cell is empty", "muted: no member answers it"],
            Glossary.Breaches(Text, typeof(Money).Assembly));
    }

    [Fact]
    public void TheCheck_SeesStrayVerbs_AndIdleWords()
    {
        const string Text = "### Verbs\n| word | meaning |\n| --- | --- |\n| `Decide`, `Read` | x `Judge` |\n| `Rank` | y |\n"
            + "### Next\n| `Screen` | z |\n";
        HashSet<string> verbs = Verbs.Listed(Text, VerbsHeading);
        Assert.Equal(["Decide", "Rank", "Read"], verbs.Order(StringComparer.Ordinal));
        HashSet<string> nouns = ["Curve", "Chart"];
        Assert.Equal(["Speaker.Check", "Speaker.Judge", "Speaker.VerifyFor"], Verbs.Strays([typeof(Speaker)], verbs, nouns, RuleLanguage));
        Assert.Equal(["Chart", "Rank"], Verbs.Idle([typeof(Speaker)], verbs, nouns));
    }

    private sealed class Speaker : IEquatable<Speaker>
    {
        public static Speaker Loud() => new();

        public static Speaker? TryRead() => null;

        public bool Decide() => IsFor(this);

        public bool IsFor(Speaker other) => Equals(other);

        public int Judge() => 1;

        public bool Check() => Curve() > CountOf();

        public void VerifyFor() => Judge();

        public int CountOf() => 2;

        public int Curve() => 3;

        public SegmentRule? Silent() => null;

        public bool Equals(Speaker? other) => ReferenceEquals(this, other);

        public override bool Equals(object? obj) => Equals(obj as Speaker);

        public override int GetHashCode() => 0;
    }
}
