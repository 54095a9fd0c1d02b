using PrivateDomain.Core.Products;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Products;

public sealed class GiftTests
{
    private static readonly Gift Scarf = Gift.Physical(Money.Yuan(15m), Money.Yuan(1m), Money.Yuan(2m), Money.Yuan(6m));

    [Fact]
    public void CostOf_VirtualIsFixed_PhysicalGrowsWithPieces()
    {
        Gift book = Gift.Virtual(Money.Yuan(500m));
        Assert.Equal((500m, 500m), (book.CostOf(0).Amount, book.CostOf(1_000_000).Amount));
        Assert.Equal((0m, 12_000m), (Scarf.CostOf(0).Amount, Scarf.CostOf(500).Amount));
        Assert.Equal((GiftKind.Virtual, GiftKind.Physical), (book.Kind, Scarf.Kind));
        Assert.Throws<ArgumentOutOfRangeException>("pieces", static () => Scarf.CostOf(-1));
    }

    [Fact]
    public void Make_EverythingWrong_NamesAllMistakesTogether()
    {
        Assert.Equal(
            ["goods", "storage", "labour", "labour"],
            Assert.Throws<InvalidPolicyException>(static () => Gift.Physical(Money.Yuan(-1m), Money.Yuan(-1m), Money.Of(-1m, Currency.Jpy), Money.Yuan(0m)))
                .Mistakes.Select(static v => v.Place));
        Assert.Equal("gift.currency_missing", Assert.Throws<InvalidPolicyException>(static () => Gift.Virtual(default)).Mistakes.Single().Reason.Code);
    }

    [Fact]
    public void Assess_GivenAwayAboveWhatItBringsIn_IsRefusedWithTheLossAndTheLowestPrice()
    {
        GiftSuitability away = GiftSuitability.Assess(Scarf, 500, Money.Yuan(10m), price: Money.Yuan(0m), redLine: Money.Yuan(0m));
        Assert.False(away.Decision.IsAllowed);
        Assert.Equal("Giving it leaves -7000.00 CNY, but at least 0.00 CNY is needed.", away.Decision.Reasons.Single().ToString());
        Assert.Equal(Money.Yuan(14m), away.PriceMin.Value);
        Assert.True(GiftSuitability.Assess(Scarf, 500, Money.Yuan(10m), away.PriceMin.Value, Money.Yuan(0m)).Decision.IsAllowed);
        Assert.False(GiftSuitability.Assess(Scarf, 500, Money.Yuan(10m), Money.Yuan(13.99m), Money.Yuan(0m)).Decision.IsAllowed);
    }

    [Fact]
    public void Assess_WhatBringsInMore_MayBeGivenAway()
    {
        GiftSuitability good = GiftSuitability.Assess(Scarf, 10, Money.Yuan(30m), Money.Yuan(0m), Money.Yuan(60m));
        Assert.True(good.Decision.IsAllowed);
        Assert.Equal((60m, 0m), (good.Left.Amount, good.PriceMin.Value.Amount));
        Assert.Equal("money.nothing_to_divide_by", GiftSuitability.Assess(Scarf, 0, Money.Yuan(1m), Money.Yuan(0m), Money.Yuan(0m)).PriceMin.Reasons.Single().Code);
        Assert.Throws<ArgumentOutOfRangeException>("price", static () => GiftSuitability.Assess(Scarf, 1, Money.Yuan(1m), Money.Yuan(-1m), Money.Yuan(0m)));
    }
}
