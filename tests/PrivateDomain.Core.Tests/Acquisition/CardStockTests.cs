using FsCheck.Fluent;
using PrivateDomain.Core.Acquisition;

namespace PrivateDomain.Core.Tests.Acquisition;

[Text]
public sealed class CardStockTests
{
    private static readonly CardStock Empty = new CardStock(ProductId.From("card-1"), CardKind.Marketing, reorderAt: 10);

    [Fact]
    public void Cards_ComeInAndGoOut_AndAreOrderedInTime()
    {
        CardStock stock = Empty.Receive(Id(1), 12).After;
        Assert.Equal((12, false), (stock.Count, stock.NeedsReorder));
        stock = stock.Pack(Id(2), 2).After;
        Assert.Equal((10, true), (stock.Count, stock.NeedsReorder));
        (Decision decision, CardStock same) = stock.Pack(Id(3), 11);
        Assert.Equal("10 cards are left; 11 are to be packed.", Assert.Single(decision.Reasons).ToString(Language.English));
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
    public void MoreCardsThanCanBeCounted_AreRefused_AndNothingChanges()
    {
        CardStock full = Empty.Receive(Id(1), int.MaxValue - 1).After.Receive(Id(2), 1).After;
        Assert.Equal(int.MaxValue, full.Count);
        (Decision decision, CardStock same) = full.Receive(Id(3), 1);
        Assert.Equal("card.stock_too_large", Assert.Single(decision.Reasons).Code);
        Assert.Same(full, same);
        Assert.True(full.Pack(Id(4), int.MaxValue).Decision.IsAllowed);
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
        }).Holds();

    [Fact]
    public void Misuse_IsNamed()
    {
        Assert.Equal(
            [CardKind.Notice, CardKind.Brand, CardKind.Marketing, CardKind.HotTopic],
            Enum.GetValues<CardKind>().Where(static kind => kind != CardKind.None)
                .Select(static kind => new CardStock(ProductId.From("c"), kind).Kind));
        Assert.Throws<ArgumentException>("item", static () => new CardStock(default, CardKind.Brand));
        Assert.Throws<ArgumentOutOfRangeException>("kind", static () => new CardStock(ProductId.From("c"), CardKind.None));
        Assert.Throws<ArgumentOutOfRangeException>("kind", static () => new CardStock(ProductId.From("c"), (CardKind)5));
        Assert.Throws<ArgumentOutOfRangeException>("reorderAt", static () => new CardStock(ProductId.From("c"), CardKind.Notice, -1));
        Assert.Throws<ArgumentOutOfRangeException>("cards", static () => Empty.Receive(Id(1), 0));
        Assert.Throws<ArgumentException>("id", static () => Empty.Pack(default));
    }

    private static CustomerEventId Id(int number) => CustomerEventId.From(FormattableString.Invariant($"m{number}"));
}
