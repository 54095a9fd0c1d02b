using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Knowledge;
using PrivateDomain.Core.Outreach;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Knowledge;

/// <summary>Who knows the household, sizes and occasions serves deeper.</summary>
[Text]
public sealed class ProfileTests
{
    private static readonly Shop Shop = new(DateTimeZoneProviders.Tzdb["Asia/Shanghai"], Currency.Cny);
    private static readonly Instant Now = Instant.FromUtc(2026, 6, 30, 4, 0);

    private static readonly ProfilePolicy Policy = ProfilePolicy.Create(new ProfileOptions
    {
        Topics =
        [
            new() { Name = "household", Label = new("household", "家庭成员"), Weight = 3m },
            new() { Name = "sizes", Label = new("sizes", "尺码"), Weight = 2m, KeptDays = 180 },
            new() { Name = "brands", Label = new("brands", "品牌"), Weight = 4m },
            new() { Name = "dislikes", Label = new("dislikes", "忌讳"), Weight = 4m },
        ],
    });

    // 3 of 13 for the household, 2 for sizes noted 180 days ago; the day after they hold no longer.
    [Fact]
    public void Depth_IsTheWeightedShareKnownAndFresh()
    {
        ProfileAssessment profile = Assess("anna", ("household", 400), ("sizes", 180), ("shoe", 1));
        Assert.Equal(Ratio.From(5, 13), profile.Depth);
        Assert.Equal(
            [TopicState.Known, TopicState.Known, TopicState.Unknown, TopicState.Unknown], profile.Topics.Select(static t => t.State));
        ProfileAssessment later = Assess("anna", ("household", 400), ("sizes", 181));
        Assert.Equal(Ratio.From(3, 13), later.Depth);
        Assert.Equal((TopicState.Stale, "x181"), (later.Topics[1].State, later.Topics[1].Value));
        Assert.Equal(Ratio.From(0, 1), Assess("anna").Depth);
        Assert.Equal(profile, Assess("anna", ("household", 400), ("sizes", 180)));
    }

    [Fact]
    public void OfSeveralNotes_TheLastHolds() =>
        Assert.Equal("x2", Assess("anna", ("sizes", 300), ("sizes", 2), ("sizes", 9)).Topics[1].Value);

    // Brands and dislikes weigh the same: the profile's order decides. What is out of date is asked again.
    [Fact]
    public void WhatToAsk_IsTheUnknownThatWeighsTheMost()
    {
        Assert.Equal("brands", Assess("anna").Ask!.Name);
        Assert.Equal("dislikes", Assess("anna", ("brands", 1)).Ask!.Name);
        Assert.Equal("sizes", Assess("anna", ("brands", 1), ("dislikes", 1), ("household", 1), ("sizes", 200)).Ask!.Name);
        Assert.Null(Assess("anna", ("brands", 1), ("dislikes", 1), ("household", 1), ("sizes", 20)).Ask);
    }

    [Fact]
    public void TheNextTouch_TellsWhatToAsk()
    {
        ProfileAssessment profile = Assess("anna", ("brands", 1));
        LocalDate today = new(2026, 6, 30);
        NextTouch next = RhythmPolicy.Default.Select(new RhythmFacts(
            today, today.PlusDays(-20), productCycleDays: 30, needs: [new NotedNeed(today, "shoes")], profile: profile)).Value;
        Assert.Equal(("shoes", "dislikes"), (next.Topic, next.Ask?.Name));
        Assert.Null(RhythmPolicy.Default.Select(new RhythmFacts(today, today, productCycleDays: 30)).Value.Ask);
    }

    // 5 of 13 and 0: the mean is 5 of 26; nobody served is no value, and no depth of 0.
    [Fact]
    public void AnAdvisorsDepth_IsTheMeanOverTheCustomersServed()
    {
        AdvisorDepth depth = AdvisorDepth.Measure(
            AdvisorId.From("li"), [Assess("anna", ("household", 400), ("sizes", 180)), Assess("bob")], AdvisorPolicy.Default);
        Assert.Equal(Math.Round(5m / 26m, 20), Math.Round(depth.Depth.Value.Value, 20));
        Assert.Equal((2, 1), (depth.Load.Customers, depth.Load.Advisors));
        AdvisorDepth idle = AdvisorDepth.Measure(AdvisorId.From("wu"), [], AdvisorPolicy.Default);
        Assert.Equal("knowledge.nobody_served", idle.Depth.Reasons.Single().Code);
        ArgumentException twice = Assert.Throws<ArgumentException>(
            "served", () => AdvisorDepth.Measure(AdvisorId.From("li"), [Assess("bob"), Assess("bob")], AdvisorPolicy.Default));
        Assert.Contains("bob", twice.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_MayAskForDepth()
    {
        FactValues values = FactValues.From(CustomerId.From("anna"), new LocalDate(2026, 6, 30)).With(Assess("anna", ("brands", 1)));
        Assert.True(FactsOfKnowledge.Depth.AtLeast(0.3).Matches(values));
        Assert.False(FactsOfKnowledge.Depth.AtLeast(0.31).Matches(values));
    }

    private static ProfileAssessment Assess(string who, params (string Topic, int DaysAgo)[] notes)
    {
        CustomerId customer = CustomerId.From(who);
        return Policy.Assess(CustomerHistory.From(customer, notes.Select(note => new FactNoted(
            CustomerEventId.From($"{note.Topic}{note.DaysAgo}"), customer, Now - Duration.FromDays(note.DaysAgo), note.Topic,
            $"x{note.DaysAgo}"))).FactsAt(Now, Shop));
    }
}
