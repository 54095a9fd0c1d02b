using PrivateDomain.Core.Content;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Content;

[Text]
public sealed class BodyGroupTests
{
    [Theory]
    [InlineData(160, 80, "full")]
    [InlineData(240, 100, "soft")]
    [InlineData(160, 65, "soft")]
    [InlineData(160, 55, "regular")]
    [InlineData(160, 50, "slim")]
    [InlineData(160, 45, "slim")]
    public void Select_HeightToWeight_BandsIncludeTheirBeginning(int height, int weight, string group) =>
        Assert.Equal(group, BodyGroupPolicy.Default.Select(height, weight).Value.Name);

    [Fact]
    public void Select_NotMeasured_IsItsOwnAnswer()
    {
        Assert.Equal([ContentReasons.MeasurementUnknown.With()], BodyGroupPolicy.Default.Select(160m, null).Reasons);
        Assert.Equal([ContentReasons.MeasurementUnknown.With()], BodyGroupPolicy.Default.Select(null, null).Reasons);
        Assert.Equal([ContentReasons.MeasurementUnknown.With()], BodyGroupPolicy.Default.Select(Ratio.Unknown).Reasons);
        Assert.Equal([ContentReasons.MeasurementNotPositive.With(0, 0)], BodyGroupPolicy.Default.Select(160m, 0m).Reasons);
        Assert.Equal([ContentReasons.MeasurementNotPositive.With(-1, 0)], BodyGroupPolicy.Default.Select(-1m, null).Reasons);
    }

    [Fact]
    public void Select_BandsWithLimits_RefuseWhatIsBeyond()
    {
        BodyGroupPolicy bmi = BodyGroupPolicy.Create(new()
        {
            Ratio = new Bilingual("weight ÷ height²", "体重 ÷ 身高²"),
            Groups = [Group("low", 15m, 20m), Group("high", 20m, 25m)],
        });

        Assert.Equal("low", bmi.Select(Ratio.From(50m, 1.6m * 1.6m)).Value.Name);
        Assert.Equal("high", bmi.Select(Ratio.From(20m)).Value.Name);
        Assert.Equal(
            [ContentReasons.OutsideAllGroups.With(25)], bmi.Select(Ratio.From(25m)).Reasons.Select(static r => r.Definition.With(25)));
        Assert.False(bmi.Select(Ratio.From(14.99m)).HasValue);
    }

    [Fact]
    public void Create_GapOverlapEmptyAndName_AreNamedTogether()
    {
        InvalidPolicyException e = Assert.Throws<InvalidPolicyException>(static () => BodyGroupPolicy.Create(new()
        {
            Groups = [Group("a", null, 2m), Group("b", 3m, 4m), Group("b", 3.5m, 3.5m), Group("c", 3.5m, null), Group("d", null, 9m),
                Group(" ", 9m, null), null!],
        }));

        Assert.Equal(
            [
                ("groups[2].below", "policy.not_in_order"), ("groups[2]", "policy.twice"), ("groups[5].name", "policy.missing"),
                ("groups[6]", "policy.missing"),
                ("groups[1].from", "policy.not_in_order"), ("groups[2].from", "policy.not_in_order"),
                ("groups[4].from", "policy.not_in_order"),
            ],
            e.Mistakes.Select(static v => (v.Place, v.Reason.Code)));
        Assert.Equal("groups[1].from: It was 3; it must be 2, where the group before ends.", e.Mistakes[4].ToString());
        Assert.Equal("groups[2].below: It was 3.5; it must be more than 3.5.", e.Mistakes[0].ToString());
        Assert.Equal(["groups"], Misuse.Paths(static () => BodyGroupPolicy.Create(new() { Groups = [] })));
        Assert.Equal(BodyGroupPolicy.Default, BodyGroupPolicy.Create(new()));
        Assert.NotEqual(BodyGroupPolicy.Default, BodyGroupPolicy.Create(new() { Groups = [Group("all", null, null)] }));
    }

    [Fact]
    public void Cover_SaysWhichGroupsNobodyShowsContentFor()
    {
        BodyCoverage coverage = Cover(
        [
            Member("a", 160m, 50m, shows: true), Member("b", 160m, 48m), Member("c", 160m, 65m), Member("d", null, 65m, shows: true),
            Member("e", 160m, 80m),
        ]);

        Assert.Equal([1, 1, 0, 2], coverage.Groups.Select(static g => g.Members.Length));
        Assert.Equal(["a"], coverage.Groups[3].Showing.Select(static c => c.Text));
        Assert.Equal(["full", "soft"], coverage.Uncovered.Select(static g => g.Name)); // nobody is regular, so nobody is missed there
        Assert.Equal(1, coverage.WithoutGroup);
        Assert.Throws<ArgumentException>("members", static () => Cover([Member("a", 1m, 1m), Member("a", 1m, 1m)]));
        Assert.Throws<ArgumentNullException>("members", static () => Cover([null!]));
        Assert.Throws<ArgumentNullException>("policy", static () => BodyCoverage.Measure(null!, []));

        static BodyCoverage Cover(IEnumerable<BodyMember> members) => BodyCoverage.Measure(BodyGroupPolicy.Default, members);
    }

    private static BodyGroup Group(string name, decimal? from, decimal? below) =>
        new() { Name = name, Label = new Bilingual(name, name), From = from, Below = below };

    private static BodyMember Member(string customer, decimal? height, decimal? weight, bool shows = false) =>
        new() { Customer = CustomerId.From(customer), Numerator = height, Denominator = weight, ShowsContent = shows };
}
