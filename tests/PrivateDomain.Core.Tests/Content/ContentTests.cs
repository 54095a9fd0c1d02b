using NodaTime;
using PrivateDomain.Core.Content;
using PrivateDomain.Core.Costs;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Content;

[Text]
public sealed class ContentTests
{
    private static readonly LocalDate Monday = new(2026, 3, 2);
    private static readonly ContentProgramme TryOn =
        new(ContentSource.UserMade, 20, 5, Money.Yuan(100_000m), 500_000, interactions: 400_000);

    [Fact]
    public void CostPerUser_TwentyAmbassadorsFiveOutfits_IsTwentyFen()
    {
        Assert.Equal((100L, Money.Yuan(1_000m), Money.Yuan(0.20m)), (TryOn.Pieces, TryOn.CostPerPiece.Value, TryOn.CostPerUser.Value));
        Upkeep upkeep = Upkeep.From(new UpkeepFigures
        {
            WagePerYear = Money.Yuan(72_000m),
            CustomersPerAdvisor = 400m,
            Content = TryOn.CostPerUser.Value,
            Benefits = Money.Yuan(12m),
            Tools = Money.Yuan(3m),
        });
        Assert.Equal(Money.Yuan(195.20m), upkeep.PerYear);
    }

    [Fact]
    public void CostPerInteraction_AndEffect_CompareTheSources()
    {
        ContentProgramme studio =
            new(ContentSource.Professional, 2, 100, Money.Yuan(300_000m), 500_000, interactions: 200_000);
        Assert.Equal((Money.Yuan(0.25m), Money.Yuan(1.5m)), (TryOn.CostPerInteraction.Value, studio.CostPerInteraction.Value));
        Assert.Equal((Ratio.From(4_000m), Ratio.From(1_000m)), (TryOn.InteractionsPerPiece, studio.InteractionsPerPiece));
        Assert.Equal(Ratio.From(4m), TryOn.EffectAgainst(studio));
    }

    [Fact]
    public void Programme_WithoutUsersPiecesOrCounts_HasNoCosts()
    {
        ContentProgramme none = new(ContentSource.Professional, 0, 5, Money.Yuan(10m), 0);
        Assert.Equal("money.nothing_to_divide_by", none.CostPerUser.Reasons.Single().Code);
        Assert.Equal("money.nothing_to_divide_by", none.CostPerPiece.Reasons.Single().Code);
        Assert.Equal("content.interactions_unknown", none.CostPerInteraction.Reasons.Single().Code);
        Assert.False(none.InteractionsPerPiece.IsKnown || TryOn.EffectAgainst(none).IsKnown || none.EffectAgainst(TryOn).IsKnown);
        ContentProgramme ignored = new(ContentSource.Professional, 1, 5, Money.Yuan(10m), 10, interactions: 0);
        Assert.Equal("money.nothing_to_divide_by", ignored.CostPerInteraction.Reasons.Single().Code);
        Assert.Equal((Ratio.From(0m), Ratio.Unknown), (ignored.InteractionsPerPiece, TryOn.EffectAgainst(ignored)));
    }

    [Fact]
    public void Mix_CountsTheWindow_BothEndsIncluded()
    {
        ContentPiece[] pieces =
        [
            new(Monday.PlusDays(-1), ContentSource.UserMade, ContentPurpose.Advertising, 99),
            new(Monday, ContentSource.UserMade, ContentPurpose.Useful, 30),
            new(Monday.PlusDays(1), ContentSource.UserMade, ContentPurpose.Useful, 11),
            new(Monday.PlusDays(2), ContentSource.UserMade, ContentPurpose.Useful),
            new(Monday.PlusDays(6), ContentSource.Professional, ContentPurpose.Advertising, 5),
            new(Monday.PlusDays(7), ContentSource.UserMade, ContentPurpose.Useful, 99),
        ];
        ContentMix mix = ContentMix.Measure(pieces, Monday, Monday.PlusDays(6));
        Assert.Equal((4, 3, 1, 3, 1), (mix.Pieces, mix.Useful, mix.Advertising, mix.UserMade, mix.Professional));
        Assert.Equal([0.75m, 0.25m, 0.75m], new[] { mix.UsefulShare, mix.AdvertisingShare, mix.UserMadeShare }.Select(static r => r.Value));
        Assert.Equal(Ratio.From(20.5m), mix.InteractionsPerPiece(ContentSource.UserMade)); // the piece nobody counted is left out
        Assert.Equal(Ratio.From(5m), mix.InteractionsPerPiece(ContentSource.Professional));

        ContentMix empty = ContentMix.Measure(pieces, Monday.PlusDays(30), Monday.PlusDays(30));
        Assert.False(empty.UsefulShare.IsKnown || empty.AdvertisingShare.IsKnown || empty.UserMadeShare.IsKnown);
        Assert.False(empty.InteractionsPerPiece(ContentSource.UserMade).IsKnown);
    }

    [Theory]
    [InlineData(1_000, 2, 100, 25, 80, 0, 1_000)]
    [InlineData(1_000, 2, 60, 25, 80, 20, 750)]
    [InlineData(10, 5, 49, 1, 50, 1, 9)]
    [InlineData(3, 5, 4, 100, 5, 1, 0)] // a group needs different pieces: sharing does not help
    [InlineData(3, 5, 5, 100, 5, 0, 3)]
    [InlineData(0, 5, 0, 1, 0, 0, 0)]
    [InlineData(4, 0, 0, 1, 0, 0, 4)]
    public void Supply_SaysWhatIsNeededAndByHowManyItIsShort(
        int groups, int perGroup, int made, int perPiece, long needed, long shortBy, int fed)
    {
        ContentSupply supply = new(groups, perGroup, made, perPiece);
        Assert.Equal((needed, shortBy, fed), (supply.Needed, supply.ShortBy, supply.GroupsFed));
        Assert.Equal(shortBy == 0, supply.Decision.IsAllowed);
    }

    [Fact]
    public void Supply_OfSmallNumbers_IsWhatHandingOutShows()
    {
        for (int groups = 0; groups <= 6; groups++)
        {
            for (int perGroup = 0; perGroup <= 5; perGroup++)
            {
                for (int perPiece = 1; perPiece <= 7; perPiece++)
                {
                    for (int made = 0; made <= 12; made++)
                    {
                        ContentSupply supply = new(groups, perGroup, made, perPiece);
                        int fed = Enumerable.Range(0, groups + 1).Last(g => CanFeed(g, perGroup, made, perPiece));
                        long needed = Enumerable.Range(0, 100).First(n => CanFeed(groups, perGroup, n, perPiece));
                        Assert.Equal((fed, needed, Math.Max(0, needed - made)), (supply.GroupsFed, supply.Needed, supply.ShortBy));
                    }
                }
            }
        }
    }

    [Fact]
    public void Misuse_IsNamed()
    {
        Assert.Throws<ArgumentOutOfRangeException>("source", static () => Programme(source: ContentSource.None));
        Assert.Throws<ArgumentOutOfRangeException>("source", static () => Programme(source: (ContentSource)9));
        Assert.Throws<ArgumentOutOfRangeException>("makers", static () => Programme(makers: -1));
        Assert.Throws<ArgumentOutOfRangeException>("piecesPerMaker", static () => Programme(pieces: -1));
        Assert.Throws<ArgumentOutOfRangeException>("costPerYear", static () => Programme(cost: Money.Yuan(-1m)));
        Assert.Throws<ArgumentOutOfRangeException>("costPerYear", static () => Programme(cost: default(Money)));
        Assert.Throws<ArgumentOutOfRangeException>("usersServed", static () => Programme(users: -1));
        Assert.Throws<ArgumentOutOfRangeException>("interactions", static () => Programme(interactions: -1));
        Assert.Equal(0, Programme(makers: 0, pieces: 0, cost: Money.Yuan(0m), users: 0, interactions: 0).Pieces);
        Assert.Throws<ArgumentOutOfRangeException>("groups", static () => new ContentSupply(-1, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>("piecesPerGroup", static () => new ContentSupply(1, -1, 1));
        Assert.Throws<ArgumentOutOfRangeException>("made", static () => new ContentSupply(1, 1, -1));
        Assert.Throws<ArgumentOutOfRangeException>("groupsPerPiece", static () => new ContentSupply(1, 1, 1, 0));
        Assert.Equal("1 piece is made; 2 are needed.", new ContentSupply(1, 2, 1).Decision.Reasons.Single().ToString());
        Assert.Throws<ArgumentNullException>("pieces", static () => ContentMix.Measure([null!], Monday, Monday));
        Assert.Throws<ArgumentOutOfRangeException>("source", static () => Piece(ContentSource.None));
        Assert.Throws<ArgumentOutOfRangeException>("purpose", static () => Piece(purpose: ContentPurpose.None));
        Assert.Throws<ArgumentOutOfRangeException>("interactions", static () => Piece(interactions: -1));
        Assert.Throws<ArgumentOutOfRangeException>("to", static () => ContentMix.Measure([], Monday, Monday.PlusDays(-1)));
    }

    private static ContentProgramme Programme(
        ContentSource source = ContentSource.UserMade, int makers = 1, int pieces = 1, Money? cost = null, int users = 1,
        long? interactions = null) =>
        new(source, makers, pieces, cost ?? Money.Yuan(1m), users, interactions);

    private static ContentPiece Piece(
        ContentSource source = ContentSource.UserMade, ContentPurpose purpose = ContentPurpose.Useful, int? interactions = null) =>
        new(Monday, source, purpose, interactions);

    // Hands each group in turn the pieces that were shown least: if that does not do, nothing does.
    private static bool CanFeed(int groups, int perGroup, int made, int perPiece)
    {
        int[] shown = new int[made];
        for (int group = 0; group < groups; group++)
        {
            int[] least = [.. Enumerable.Range(0, made).Where(p => shown[p] < perPiece).OrderBy(p => shown[p]).Take(perGroup)];
            if (least.Length < perGroup)
            {
                return false;
            }

            foreach (int piece in least)
            {
                shown[piece]++;
            }
        }

        return true;
    }
}
