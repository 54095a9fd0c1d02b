using NodaTime;
using PrivateDomain.Core.Outreach;
using PrivateDomain.Core.Rules;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Rules;

/// <summary>A shop's rules as a list that people read.</summary>
[Text]
public sealed class ShopFigureTests
{
    private static readonly ShopOptions Shop = new() { Zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"], Currency = Currency.Cny };

    [Fact]
    public void EveryFigure_IsSaidInBothLanguages_WithARange()
    {
        Assert.All(Shop.Explain(), static figure =>
        {
            Bilingual[] said = [figure.Part, figure.Figure, figure.Value, figure.Default, figure.Range];
            Assert.All(said, text => Assert.True(
                text.English.Length > 0 && text.Chinese.Length > 0, $"{figure.Place}: {text.English} / {text.Chinese}"));
            Assert.Equal(figure.Source.English.Length > 0, figure.Source.Chinese.Length > 0);
        });
        Assert.InRange(Shop.Explain().Length, 100, 1_000);
        Assert.Equal(Shop.Explain().Length, Shop.Explain().Select(static figure => figure.Place).Distinct().Count());
    }

    [Fact]
    public void AShopThatSaysNothing_DiffersOnlyInWhatItMustSay() => Assert.Equal(
        ["zone", "currency"], Shop.Explain().Where(static figure => !figure.IsDefault).Select(static figure => figure.Place));

    [Fact]
    public void WhatTheShopSays_StandsBesideTheDefault()
    {
        ShopOptions strict = Shop with
        {
            Outreach = new OutreachOptions { PromotionShareMax = 0.15m },
            Segments = SegmentSet.From(ShopFacts.Schema, [new("loyal", Facts.Orders.AtLeast(3))]),
        };
        ShopFigure[] changed = [.. strict.Explain().Where(static f => !f.IsDefault && f.Place is not ("zone" or "currency"))];
        Assert.Equal(["outreach.promotionShareMax", "segments"], changed.Select(static figure => figure.Place));
        Assert.Equal("15 %", changed[0].Value.English);
        Assert.Equal("20 %", changed[0].Default.English);
        Assert.Equal("outreach policy", changed[0].Part.English);
        Assert.StartsWith("outreach policy: ", changed[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void AFigureThatDiffers_IsOneThatCompareTells()
    {
        ShopOptions other = Shop with { Outreach = new OutreachOptions { PromotionShareMax = 0.15m, PromotionShareDays = 60 } };
        Assert.Equal(
            ShopOptions.Compare(Shop, other).Select(static difference => difference.Place),
            other.Explain().Zip(Shop.Explain()).Where(static pair => pair.First != pair.Second)
                .Select(static pair => pair.First.Place));
    }
}
