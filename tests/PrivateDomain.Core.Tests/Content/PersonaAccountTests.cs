using System.Collections.Immutable;
using PrivateDomain.Core.Content;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Content;

public sealed class PersonaAccountTests
{
    private static readonly PersonaChecklist List = PersonaChecklist.Default;

    [Fact]
    public void Assess_AllYes_IsAHundredAndAllowed()
    {
        PersonaVerdict verdict = List.Assess(List.Questions.ToDictionary(static q => q.Code, static _ => true));
        Assert.True(verdict.Decision.IsAllowed);
        Assert.Equal((Score.Perfect, Score.Perfect, 0), (verdict.Score, verdict.ScoreMax, verdict.Open.Length));
    }

    [Fact]
    public void Assess_RequiredIsNo_IsDenied_AndNamesWhatIsOpen()
    {
        PersonaVerdict verdict = List.Assess(new Dictionary<string, bool>
        {
            ["scene_moved"] = false,
            ["better_content"] = true,
            ["real_person"] = false,
            ["one_voice"] = true,
            ["own_topics"] = true,
        });
        Assert.Equal(
            ["persona_account.required_is_no", "persona_account.score_too_low", "persona_account.answered_no", "persona_account.not_answered"],
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
            var answers = List.Questions.Zip(digits).Where(static p => p.Second < 2)
                .ToDictionary(static p => p.First.Code, static p => p.Second == 1);
            PersonaVerdict verdict = List.Assess(answers);

            // Allowed when every way to fill in what is open is good, denied when none is.
            bool[] good = [.. Enumerable.Range(0, 64).Where(filled => Fits(digits, filled)).Select(IsGood)];
            DecisionOutcome expected =
                good.All(static g => g) ? DecisionOutcome.Allowed
                : good.Any(static g => g) ? DecisionOutcome.Undecidable
                : DecisionOutcome.Denied;
            Assert.Equal(expected, verdict.Decision.Outcome);
            Assert.Equal(digits.Count(static d => d == 2), verdict.Open.Length);
            int unanswered = verdict.Decision.Reasons.Count(static r => r.Definition.Equals(PersonaAccountReasons.NotAnswered));
            Assert.Equal(expected == DecisionOutcome.Allowed ? 0 : verdict.Open.Length, unanswered);
        }

        static bool Fits(int[] digits, int filled) => digits.Select((d, i) => d == 2 || d == (filled >> i & 1)).All(static fits => fits);

        static bool IsGood(int filled) =>
            (filled & 7) == 7 && List.Questions.Where((_, i) => (filled >> i & 1) == 1).Sum(static q => q.Weight) * 100.0 / 12 >= 80;
    }

    [Fact]
    public void Rank_PutsTheKindThatMeetsTheNeedsFirst()
    {
        var wants = new Dictionary<PersonaNeed, int> { [PersonaNeed.Advice] = 3, [PersonaNeed.Company] = 1, [PersonaNeed.Bargains] = 0 };
        PersonaFit[] ranks = [.. PersonaTable.Default.Rank(wants).Value];
        Assert.Equal(
            [PersonaKind.Expert, PersonaKind.Companion, PersonaKind.Owner, PersonaKind.Butler, PersonaKind.WelfareOfficer],
            ranks.Select(static r => r.Kind));
        Assert.Equal([9m / 12, 6m / 12, 4m / 12, 3m / 12, 0m], ranks.Select(static r => r.Fit.Value));
        Assert.Equal([PersonaNeed.Trust, PersonaNeed.Service], PersonaTable.Unknown(wants));
    }

    [Theory]
    [InlineData(PersonaNeed.Advice, PersonaKind.Expert)]
    [InlineData(PersonaNeed.Company, PersonaKind.Companion)]
    [InlineData(PersonaNeed.Trust, PersonaKind.Owner)]
    [InlineData(PersonaNeed.Bargains, PersonaKind.WelfareOfficer)]
    [InlineData(PersonaNeed.Service, PersonaKind.Butler)]
    public void Rank_ByOneNeed_IsItsOwnKind(PersonaNeed need, PersonaKind kind)
    {
        PersonaFit first = Rank(need, 2).Value[0];
        Assert.Equal((kind, Ratio.Known(1m)), (first.Kind, first.Fit));
    }

    [Fact]
    public void Rank_WithoutKnownNeeds_IsUnknown()
    {
        Assert.Equal("persona_account.needs_unknown", PersonaTable.Default.Rank(new Dictionary<PersonaNeed, int>()).Reasons.Single().Code);
        Assert.Equal("persona_account.needs_unknown", Rank(PersonaNeed.Advice, 0).Reasons.Single().Code);
    }

    [Fact]
    public void Misuse_IsNamed()
    {
        var text = new Bilingual("x", "某");
        Assert.Equal(["questions"], Misuse.Paths(static () => PersonaChecklist.Create([])));
        Assert.Equal(
            ["questions[0]", "questions[1]", "questions[1]"],
            Misuse.Paths(() => PersonaChecklist.Create([new(" ", text, 1), new(" ", text, 1)])));
        Assert.Equal(["questions[0]"], Misuse.Paths(() => PersonaChecklist.Create([new("a", text, 0)])));
        Assert.Throws<ArgumentException>("answers", static () => List.Assess(new Dictionary<string, bool> { ["gone"] = true }));
        Assert.Equal(
            ["rows[0]", "rows[0]", "rows[0]", "rows[1]", "rows[1]", "rows[1]", "rows[1]"],
            Misuse.Paths(static () => PersonaTable.Create([new(default, default, 0), new(default, default, 4)])));
        Assert.Throws<ArgumentOutOfRangeException>("needs", static () => Rank(PersonaNeed.None, 1));
        Assert.Throws<ArgumentOutOfRangeException>("needs", static () => Rank(PersonaNeed.Advice, 4));
    }

    private static Answer<ImmutableArray<PersonaFit>> Rank(PersonaNeed need, int strength) =>
        PersonaTable.Default.Rank(new Dictionary<PersonaNeed, int> { [need] = strength });
}
