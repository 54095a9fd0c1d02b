using System.Collections.Immutable;
using PrivateDomain.Core.Content;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Content;

[Text]
public sealed class BrandPersonaTests
{
    private static readonly BrandPersonaPolicy List = BrandPersonaPolicy.Default;

    [Fact]
    public void Assess_AllYes_IsAHundredAndAllowed()
    {
        BrandPersonaExplanation verdict = List.Explain(List.Options.Questions.ToDictionary(static q => q.Code, static _ => true));
        Assert.True(verdict.Decision.IsAllowed);
        Assert.Equal((Score.Perfect, Score.Perfect, 0), (verdict.Score, verdict.ScoreMax, verdict.Open.Length));
    }

    [Fact]
    public void Assess_RequiredIsNo_IsDenied_AndNamesWhatIsOpen()
    {
        BrandPersonaExplanation verdict = List.Explain(new Dictionary<string, bool>
        {
            ["scene_moved"] = false,
            ["better_content"] = true,
            ["real_person"] = false,
            ["one_voice"] = true,
            ["own_topics"] = true,
        });
        Assert.Equal(
            ["content.persona_required_is_no", "content.persona_score_too_low", "content.persona_answered_no",
                "content.persona_not_answered"],
            verdict.Decision.Reasons.Select(static r => r.Code));
        Assert.Equal("必备条件为否：“沟通场景是否已迁移到企业微信？”。", verdict.Decision.Reasons[0].ToString(Language.SimplifiedChinese));
        Assert.Equal("can_sustain", verdict.Open.Single().Code);
        Assert.Equal((100 * 5.0 / 12, 100 * 8.0 / 12), (verdict.Score.Value, verdict.ScoreMax.Value));
        Assert.Equal(DecisionOutcome.Denied, verdict.Decision.Outcome);
    }

    [Fact]
    public void Assess_EveryCombination_AgreesWithThePlainRule()
    {
        for (int code = 0; code < 729; code++)
        {
            int[] digits = [.. Enumerable.Range(0, 6).Select(i => code / (int)Math.Pow(3, i) % 3)]; // 0 no, 1 yes, 2 open
            var answers = List.Options.Questions.Zip(digits).Where(static p => p.Second < 2)
                .ToDictionary(static p => p.First.Code, static p => p.Second == 1);
            BrandPersonaExplanation verdict = List.Explain(answers);

            // Allowed when every way to fill in what is open is good, denied when none is.
            bool[] good = [.. Enumerable.Range(0, 64).Where(filled => Fits(digits, filled)).Select(IsGood)];
            DecisionOutcome expected =
                good.All(static g => g) ? DecisionOutcome.Allowed
                : good.Any(static g => g) ? DecisionOutcome.Undecidable
                : DecisionOutcome.Denied;
            Assert.Equal(expected, verdict.Decision.Outcome);
            Assert.Equal(digits.Count(static d => d == 2), verdict.Open.Length);
            int unanswered = verdict.Decision.Reasons.Count(static r => r.Definition.Equals(ContentReasons.PersonaNotAnswered));
            Assert.Equal(expected == DecisionOutcome.Allowed ? 0 : verdict.Open.Length, unanswered);
        }

        static bool Fits(int[] digits, int filled) => digits.Select((d, i) => d == 2 || d == (filled >> i & 1)).All(static fits => fits);

        static bool IsGood(int filled) =>
            (filled & 7) == 7
                && List.Options.Questions.Where((_, i) => (filled >> i & 1) == 1).Sum(static q => q.Weight) * 100.0 / 12 >= 80;
    }

    [Fact]
    public void Rank_PutsTheKindThatMeetsTheNeedsFirst()
    {
        var wants = new Dictionary<AudienceNeed,
        int>
        { [AudienceNeed.Advice] = 3, [AudienceNeed.Company] = 1, [AudienceNeed.Bargains] = 0 };
        KeyValuePair<BrandPersonaKind, Ratio>[] ranks = [.. BrandPersonaPolicy.Default.Rank(wants).Value];
        Assert.Equal(
            [BrandPersonaKind.Expert, BrandPersonaKind.Companion, BrandPersonaKind.Owner, BrandPersonaKind.Butler,
                BrandPersonaKind.WelfareOfficer],
            ranks.Select(static r => r.Key));
        Assert.Equal([9m / 12, 6m / 12, 4m / 12, 3m / 12, 0m], ranks.Select(static r => r.Value.Value));
    }

    [Theory]
    [InlineData(AudienceNeed.Advice, BrandPersonaKind.Expert)]
    [InlineData(AudienceNeed.Company, BrandPersonaKind.Companion)]
    [InlineData(AudienceNeed.Trust, BrandPersonaKind.Owner)]
    [InlineData(AudienceNeed.Bargains, BrandPersonaKind.WelfareOfficer)]
    [InlineData(AudienceNeed.Service, BrandPersonaKind.Butler)]
    public void Rank_ByOneNeed_IsItsOwnKind(AudienceNeed need, BrandPersonaKind kind)
    {
        Assert.Equal(KeyValuePair.Create(kind, Ratio.From(1m)), Rank(need, 2).Value[0]);
    }

    [Fact]
    public void Rank_WithoutKnownNeeds_IsUnknown()
    {
        Assert.Equal("content.needs_unknown", BrandPersonaPolicy.Default.Rank(new Dictionary<AudienceNeed, int>()).Reasons.Single().Code);
        Assert.Equal("content.needs_unknown", Rank(AudienceNeed.Advice, 0).Reasons.Single().Code);
    }

    [Fact]
    public void Misuse_IsNamed()
    {
        Assert.Equal(["questions"], Misuse.Paths(static () => Create()));
        Assert.Equal(
            ["questions[0].code", "questions[1].code", "questions[1]"], Misuse.Paths(static () => Create(Ask(" ", 1), Ask(" ", 1))));
        Assert.Equal(
            ["questions[0].weight", "questions[1].weight", "questions[2]"],
        Misuse.Paths(static () => Create(Ask("a", 0), Ask("b", 101), null!)));
        Assert.NotNull(Create(Ask("a", 1), Ask("b", 100)));
        Assert.Equal(["questions"], Misuse.Paths(static () => Create([.. Enumerable.Range(0, 101).Select(static i => Ask($"q{i}", 1))])));
        Assert.Throws<ArgumentException>("answers", static () => List.Explain(new Dictionary<string, bool> { ["gone"] = true }));
        Assert.Equal(
            ["matches[0].kind", "matches[0].need", "matches[0].strength", "matches[1].kind", "matches[1].need", "matches[1].strength",
                "matches[1]", "matches[2]"],
            Misuse.Paths(static () => BrandPersonaPolicy.Create(new()
            {
                Matches =
                    [new() { Kind = default, Need = default, Strength = 0 }, new() { Kind = default, Need = default, Strength = 4 }, null!],
            })));
        Assert.Throws<ArgumentOutOfRangeException>("needs", static () => Rank((AudienceNeed)6, 1));
        Assert.Throws<ArgumentOutOfRangeException>("needs", static () => Rank(AudienceNeed.Advice, -1));
        Assert.Equal(BrandPersonaPolicy.Default, BrandPersonaPolicy.Create(new()));
        Assert.NotEqual(BrandPersonaPolicy.Default, Create(Ask("a", 1)));
        Assert.Throws<ArgumentOutOfRangeException>("needs", static () => Rank(AudienceNeed.None, 1));
        Assert.Throws<ArgumentOutOfRangeException>("needs", static () => Rank(AudienceNeed.Advice, 4));
    }

    private static BrandPersonaPolicy Create(params BrandPersonaQuestion[] questions) =>
        BrandPersonaPolicy.Create(new() { Questions = [.. questions] });

    private static BrandPersonaQuestion Ask(string code, int weight) => new() { Code = code, Text = new("x", "某"), Weight = weight };

    private static Answer<ImmutableArray<KeyValuePair<BrandPersonaKind, Ratio>>> Rank(AudienceNeed need, int strength) =>
        BrandPersonaPolicy.Default.Rank(new Dictionary<AudienceNeed, int> { [need] = strength });
}
