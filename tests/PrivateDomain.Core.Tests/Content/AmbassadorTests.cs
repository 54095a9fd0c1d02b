using PrivateDomain.Core.Content;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Content;

[Text]
public sealed class AmbassadorTests
{
    [Fact]
    public void Select_TakesWhoCoversMost_AndNamesWhatStaysOpen()
    {
        AmbassadorSelection chosen = AmbassadorPolicy.Create(new() { Places = 2 }).Select(
            [Who("a", 70, "S"), Who("b", 65, "M", "L"), Who("c", 99, "XL"), Who("d", 20, "XXL")], ["S", "M", "L", "XL", "XXL"]);
        Assert.Equal(["b", "c"], chosen.Chosen.Select(static c => c.Candidate.Customer.Text));
        Assert.Equal(["L", "M"], chosen.Chosen[0].ChosenFor);
        Assert.Equal(["S", "XXL"], chosen.Uncovered);
        Assert.Equal(Ratio.From(0.6m), chosen.Coverage);
        Assert.Equal(["content.group_without_candidate", "content.no_place_left"], chosen.Reasons.Select(static r => r.Code));
        Assert.Equal("体型分组 S 未覆盖：2 个名额已用完。", chosen.Reasons[1].ToString(Language.SimplifiedChinese));
        RefusedCandidate refused = Assert.Single(chosen.Refused);
        Assert.Equal(("d", "content.skill_too_low"), (refused.Candidate.Customer.Text, refused.Decision.Reasons.Single().Code));
    }

    [Fact]
    public void Select_AmongEquals_TakesSkillThenStageThenIdentifier()
    {
        AmbassadorCandidate[] candidates =
        [
            Who("d", 70, "S"), new(CustomerId.From("c"), Score.From(70), RelationshipStage.Alliance, "S"),
            Who("b", 80, "S"), Who("a", 70, "S"),
        ];
        Assert.Equal(["b", "c", "a", "d"], Order(AmbassadorPolicy.Default.Select(candidates, ["S"])));
        Assert.Equal(["b", "c", "a", "d"], Order(AmbassadorPolicy.Default.Select(candidates.Reverse(), ["S"])));
    }

    [Fact]
    public void Select_WithPlacesLeft_BeginsANewRound()
    {
        AmbassadorSelection chosen = AmbassadorPolicy.Create(new() { Places = 4 }).Select(
            [Who("a", 90, "S"), Who("b", 80, "S"), Who("c", 70, "S"), Who("d", 60, "M"), Who("e", 99, "nobody asked for")], ["S", "M"]);
        Assert.Equal([("a", 1), ("d", 1), ("b", 2), ("c", 3)], chosen.Chosen.Select(static c => (c.Candidate.Customer.Text, c.Round)));
        Assert.Empty(chosen.Uncovered);
        Assert.Empty(chosen.Reasons);
    }

    [Fact]
    public void Select_OfSmallSets_CoversAlmostTheBestAnyChoiceCan()
    {
        var seeds = Chance.From(20260302);
        string[] groups = ["A", "B", "C", "D", "E", "F"];
        for (int run = 0; run < 300; run++)
        {
            AmbassadorCandidate[] candidates =
            [
                .. Enumerable.Range(0, 7).Select(i => Who(
                    $"c{i}", seeds.Next(60, 100), [.. groups.Where(_ => seeds.Next(4) == 0).DefaultIfEmpty(groups[seeds.Next(6)])])),
            ];
            int places = seeds.Next(1, 4);
            int best = Enumerable.Range(0, 128).Where(set => int.PopCount(set) <= places)
                .Max(set => candidates.Where((_, i) => (set >> i & 1) == 1).SelectMany(static c => c.BodyGroups).Distinct().Count());
            AmbassadorPolicy policy = AmbassadorPolicy.Create(new() { Places = places });
            AmbassadorSelection chosen = policy.Select(candidates, groups);
            int covered = groups.Length - chosen.Uncovered.Length;
            Assert.InRange(covered, best * (1 - (1 / Math.E)), best);
            Assert.Equal(Order(chosen), Order(policy.Select(candidates.OrderBy(_ => seeds.Next()), groups.Reverse())));
            Assert.Equal(
                groups.Except(chosen.Chosen.SelectMany(static c => c.Candidate.BodyGroups)), chosen.Uncovered);
            Assert.Equal(chosen.Uncovered.Length, chosen.Reasons.Length);
        }
    }

    [Fact]
    public void Decide_GivesAllReasons_AndAsksForWhatIsNotKnown()
    {
        var poor = new AmbassadorCandidate(CustomerId.From("x"), Score.From(59.5), RelationshipStage.Interaction);
        Decision no = AmbassadorPolicy.Default.Decide(poor);
        Assert.Equal(["content.skill_too_low", "content.stage_too_low", "content.no_body_group"], no.Reasons.Select(static r => r.Code));
        Assert.Equal("The relationship is at interaction; rapport is needed.", no.Reasons[1].ToString());
        Decision open = AmbassadorPolicy.Default.Decide(new AmbassadorCandidate(CustomerId.From("x"), null, null, "S"));
        Assert.Equal(DecisionOutcome.Undecidable, open.Outcome);
        Assert.Equal(["content.skill_unknown", "content.stage_unknown"], open.Reasons.Select(static r => r.Code));
        var nowhere = new AmbassadorCandidate(CustomerId.From("x"), null, RelationshipStage.Rapport);
        Assert.Equal(DecisionOutcome.Denied, AmbassadorPolicy.Default.Decide(nowhere).Outcome);
        Assert.True(AmbassadorPolicy.Default.Decide(Who("x", 60, "S")).IsAllowed);
    }

    [Fact]
    public void Select_OfNobodyOrNothing_CoversNothing()
    {
        AmbassadorSelection nobody = AmbassadorPolicy.Default.Select([], ["S"]);
        Assert.Equal((0, "S", Ratio.From(0m)), (nobody.Chosen.Length, nobody.Uncovered.Single(), nobody.Coverage));
        AmbassadorSelection nothing = AmbassadorPolicy.Default.Select([Who("a", 90, "S")], []);
        Assert.Equal((0, 0, Ratio.Unknown), (nothing.Chosen.Length, nothing.Uncovered.Length, nothing.Coverage));
    }

    [Fact]
    public void Misuse_IsNamed()
    {
        Assert.Equal(
            ["places", "stageMin"],
        Misuse.Paths(static () => AmbassadorPolicy.Create(new() { Places = 0, StageMin = (RelationshipStage)9 })));
        Assert.Throws<ArgumentException>("customer", static () => new AmbassadorCandidate(default, null, null));
        Assert.Throws<ArgumentException>("bodyGroups", static () => Who("a", 60, " "));
        Assert.Throws<ArgumentException>("groups", static () => AmbassadorPolicy.Default.Select([], [""]));
        Assert.Throws<ArgumentOutOfRangeException>(
            "stage", static () => new AmbassadorCandidate(CustomerId.From("a"), null, (RelationshipStage)9));
        Assert.Throws<ArgumentNullException>("candidates", static () => AmbassadorPolicy.Default.Select([null!], []));
        Assert.Throws<ArgumentNullException>("groups", static () => AmbassadorPolicy.Default.Select([], [null!]));
        Assert.NotNull(AmbassadorPolicy.Create(new() { Places = 10_000 }));
        Assert.Equal(["places"], Misuse.Paths(static () => AmbassadorPolicy.Create(new() { Places = 10_001 })));
        Assert.Equal(AmbassadorPolicy.Default, AmbassadorPolicy.Create(new() { Places = 20 }));
        AmbassadorCandidate[] twice = [Who("a", 60, "S"), Who("a", 60, "M")];
        Assert.Throws<ArgumentException>("candidates", () => AmbassadorPolicy.Default.Select(twice, []));
    }

    private static AmbassadorCandidate Who(string id, double skill, params string[] groups) =>
        new(CustomerId.From(id), Score.From(skill), RelationshipStage.Rapport, groups);

    private static IEnumerable<string> Order(AmbassadorSelection selection) =>
        selection.Chosen.Select(static c => c.Candidate.Customer.Text);
}
