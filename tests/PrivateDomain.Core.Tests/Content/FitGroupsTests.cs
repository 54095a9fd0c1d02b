using PrivateDomain.Core.Content;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Content;

public sealed class FitGroupsTests
{
    [Theory]
    [InlineData(160, 80, "full")]
    [InlineData(240, 100, "soft")]
    [InlineData(160, 65, "soft")]
    [InlineData(160, 55, "regular")]
    [InlineData(160, 50, "slim")]
    [InlineData(160, 45, "slim")]
    public void GroupOf_HeightToWeight_BandsIncludeTheirBeginning(int height, int weight, string group) =>
        Assert.Equal(group, FitGroups.HeightToWeight.GroupOf(height, weight).Value.Name);

    [Fact]
    public void GroupOf_NotMeasured_IsItsOwnAnswer()
    {
        Assert.Equal([FitGroupReasons.MeasurementUnknown.With()], FitGroups.HeightToWeight.GroupOf(160m, null).Reasons);
        Assert.Equal([FitGroupReasons.MeasurementUnknown.With()], FitGroups.HeightToWeight.GroupOf(null, null).Reasons);
        Assert.Equal([FitGroupReasons.MeasurementUnknown.With()], FitGroups.HeightToWeight.GroupOf(Ratio.Unknown).Reasons);
        Assert.Equal([FitGroupReasons.MeasurementNotPositive.With(0, 0)], FitGroups.HeightToWeight.GroupOf(160m, 0m).Reasons);
        Assert.Equal([FitGroupReasons.MeasurementNotPositive.With(-1, 0)], FitGroups.HeightToWeight.GroupOf(-1m, null).Reasons);
    }

    [Fact]
    public void GroupOf_BandsWithLimits_RefuseWhatIsBeyond()
    {
        FitGroups bmi = FitGroups.Create(new Bilingual("weight ÷ height²", "体重 ÷ 身高²"), [Group("low", 15m, 20m), Group("high", 20m, 25m)]);

        Assert.Equal("low", bmi.GroupOf(Ratio.Of(50m, 1.6m * 1.6m)).Value.Name);
        Assert.Equal("high", bmi.GroupOf(Ratio.Known(20m)).Value.Name);
        Assert.Equal([FitGroupReasons.OutsideAllBands.With(25)], bmi.GroupOf(Ratio.Known(25m)).Reasons.Select(static r => r.Definition.With(25)));
        Assert.False(bmi.GroupOf(Ratio.Known(14.99m)).HasValue);
    }

    [Fact]
    public void Create_GapOverlapEmptyAndName_AreNamedTogether()
    {
        InvalidPolicyException e = Assert.Throws<InvalidPolicyException>(static () => FitGroups.Create(
            default, [Group("a", null, 2m), Group("b", 3m, 4m), Group("b", 3.5m, 3.5m), Group("c", 3.5m, null), Group("d", null, 9m)]));

        Assert.Equal(
            [
                ("groups[1].from", "fit_group.not_contiguous"), ("groups[2].name", "fit_group.named_twice"), ("groups[2]", "fit_group.empty_band"),
                ("groups[2].from", "fit_group.not_contiguous"), ("groups[4].from", "fit_group.not_contiguous"),
            ],
            e.Mistakes.Select(static v => (v.Place, v.Reason.Code)));
        Assert.Equal("fit_group.no_bands", Assert.Throws<InvalidPolicyException>(static () => FitGroups.Create(default, [])).Mistakes[0].Reason.Code);
    }

    [Fact]
    public void Cover_SaysWhichGroupsNobodyShowsContentFor()
    {
        FitCoverage coverage = FitGroups.HeightToWeight.Cover(
        [
            Member("a", 160m, 50m, shows: true), Member("b", 160m, 48m), Member("c", 160m, 65m), Member("d", null, 65m, shows: true), Member("e", 160m, 80m),
        ]);

        Assert.Equal([1, 1, 0, 2], coverage.Groups.Select(static g => g.Members.Length));
        Assert.Equal(["a"], coverage.Groups[3].Showing.Select(static c => c.Text));
        Assert.Equal([false, false, false, true], coverage.Groups.Select(static g => g.IsCovered));
        Assert.Equal(["full", "soft"], coverage.Uncovered.Select(static g => g.Name)); // nobody is regular, so nobody is missed there
        Assert.Equal(1, coverage.WithoutGroup);
        Assert.Throws<ArgumentException>(static () => FitGroups.HeightToWeight.Cover([Member("a", 1m, 1m), Member("a", 1m, 1m)]));
    }

    private static FitGroup Group(string name, decimal? from, decimal? below) => FitGroup.Create(name, new Bilingual(name, name), from, below);

    private static FitMember Member(string customer, decimal? height, decimal? weight, bool shows = false) =>
        FitMember.Create(CustomerId.From(customer), height, weight, shows);
}
