using FsCheck;
using FsCheck.Fluent;
using PrivateDomain.Core.Acquisition;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Acquisition;

public sealed class CardStockTests
{
    private static readonly CardStock Empty = CardStock.Of(ProductId.From("card-1"), CardKind.Marketing, reorderAt: 10);

    [Fact]
    public void Cards_ComeInAndGoOut_AndAreOrderedInTime()
    {
        CardStock stock = Empty.Receive(Id(1), 12).After;
        Assert.Equal((12, false), (stock.Count, stock.NeedsReorder));
        stock = stock.Pack(Id(2), 2).After;
        Assert.Equal((10, true), (stock.Count, stock.NeedsReorder));
        (Decision decision, CardStock same) = stock.Pack(Id(3), 11);
        Assert.Equal("There are 10 cards, but 11 are to be packed.", Assert.Single(decision.Reasons).ToString(Language.English));
        Assert.Same(stock, same);
        Assert.Equal(0, stock.Pack(Id(3), 10).After.Count);
    }

    [Fact]
    public void AMovementToldTwice_CountsOnce()
    {
        CardStock stock = Empty.Receive(Id(1), 12).After;
        (Decision again, CardStock same) = stock.Receive(Id(1), 12);
        Assert.True(again.IsAllowed);
        Assert.Same(stock, same);
        Assert.Equal("card.movement_differs", Assert.Single(stock.Receive(Id(1), 13).Decision.Reasons).Code);
        Assert.Equal("card.movement_differs", Assert.Single(stock.Pack(Id(1), 12).Decision.Reasons).Code);
    }

    [Fact]
    public void AnyMovements_NeverFallBelowZero_AndAddUp() => Prop.ForAll(
        (from id in Gen.Choose(0, 30) from cards in Gen.Choose(-9, 9) select (id, cards)).ArrayOf(60).ToArbitrary(),
        static movements =>
        {
            var told = new Dictionary<int, int>();
            CardStock stock = Empty;
            foreach ((int id, int cards) in movements.Where(static m => m.cards != 0))
            {
                (Decision decision, stock) = cards > 0 ? stock.Receive(Id(id), cards) : stock.Pack(Id(id), -cards);
                bool expected = told.TryGetValue(id, out int before) ? before == cards : told.Values.Sum() + cards >= 0;
                Assert.Equal(expected, decision.IsAllowed);
                if (expected)
                {
                    told[id] = cards;
                }

                Assert.Equal(told.Values.Sum(), stock.Count);
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Misuse_IsNamed()
    {
        Assert.Throws<ArgumentException>("item", static () => CardStock.Of(default, CardKind.Brand));
        Assert.Throws<ArgumentOutOfRangeException>("kind", static () => CardStock.Of(ProductId.From("c"), CardKind.None));
        Assert.Throws<ArgumentOutOfRangeException>("reorderAt", static () => CardStock.Of(ProductId.From("c"), CardKind.Notice, -1));
        Assert.Throws<ArgumentOutOfRangeException>("cards", static () => Empty.Receive(Id(1), 0));
        Assert.Throws<ArgumentException>("id", static () => Empty.Pack(default));
    }

    private static CustomerEventId Id(int number) => CustomerEventId.From(FormattableString.Invariant($"m{number}"));
}
