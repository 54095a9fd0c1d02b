using System.Collections.Immutable;
using System.Text;
using PrivateDomain.Core;
using PrivateDomain.Core.Rules;

namespace PrivateDomain.Hosting.Tests;

public sealed class ShopRegistryTests
{
    [Fact]
    public void AShop_IsAdded_Changed_AndRemoved()
    {
        using var shops = new ShopRegistry();
        List<string> told = [];
        shops.OnReload(reload => told.Add(reload.ToString()));
        Assert.Empty(shops.Names);
        Assert.True(shops.TrySet("north", Documents.Yuan, out ImmutableArray<Mistake> mistakes));
        Assert.Empty(mistakes);
        Assert.True(shops.TrySet("west", Encoding.UTF8.GetBytes(Documents.WithMembersMin(40)), out _));
        Assert.Equal(["north", "west"], shops.Names);
        Assert.Equal(40, shops.Get("west").GroupHealth.Options.MembersMin);
        Assert.True(shops.TrySet("north", Documents.OptionsWithMembersMin(60), out _));
        Assert.Equal(60, shops.Get("north").GroupHealth.Options.MembersMin);
        Assert.True(shops.Remove("north"));
        Assert.False(shops.Remove("north"));
        Assert.False(shops.TryGet("north", out _));
        Assert.Equal(["north: Added", "west: Added", "north: Changed", "north: Removed"], told);
        Assert.Equal(4, shops.Current.Revision);
    }

    [Fact]
    public void AWrongChange_IsRefusedWithAllMistakes_AndTheOldRulesStay()
    {
        using var shops = new ShopRegistry();
        shops.TrySet("north", Documents.Yuan, out _);
        ShopRules old = shops.Get("north");
        List<ShopReload> told = [];
        shops.OnReload(told.Add);
        ReadOnlySpan<byte> wrong = """{ "version": 1, "zone": "Mars", "currency": "CNY", "paybackPeriodsMax": 0 }"""u8;
        Assert.False(shops.TrySet("north", wrong, out ImmutableArray<Mistake> mistakes));
        Assert.Equal(["$.zone", "$.paybackPeriodsMax"], mistakes.Select(static mistake => mistake.Place));
        Assert.Equal(1, mistakes[0].Line);
        Assert.Same(old, shops.Get("north"));
        ShopReload refusal = Assert.Single(shops.Current.Refused);
        Assert.Same(refusal, Assert.Single(told));
        Assert.Equal(mistakes, refusal.Mistakes);
        Assert.Same(old, refusal.After);

        // What is in force is stated again: the refusal is over.
        Assert.True(shops.TrySet("north", Documents.Yuan, out _));
        Assert.Empty(shops.Current.Refused);
        Assert.Equal(ShopReloadOutcome.Unchanged, told[^1].Outcome);
        Assert.Same(old, shops.Get("north"));
    }

    [Fact]
    public void EqualRules_ChangeNothing_AndAreNotTold()
    {
        using var shops = new ShopRegistry();
        shops.TrySet("north", Documents.Yuan, out _);
        ShopSnapshot before = shops.Current;
        shops.OnReload(static reload => Assert.Fail($"{reload}"));
        Assert.True(shops.TrySet("north", Documents.Yuan with { }, out _));
        Assert.Same(before, shops.Current);
    }

    [Fact]
    public void AnEmptyName_IsRefused_WithTheMistakesOfTheOptions()
    {
        using var shops = new ShopRegistry();
        Assert.False(shops.TrySet(" ", new ShopOptions(), out ImmutableArray<Mistake> mistakes));
        Assert.Equal(
            ["rules.name_empty", "rules.zone_missing", "rules.currency_missing"], mistakes.Select(static mistake => mistake.Reason.Code));
        Assert.Empty(shops.Names);
    }

    [Fact]
    public void AChange_TellsWhatDiffers_InBothLanguages()
    {
        using var shops = new ShopRegistry();
        shops.TrySet("north", Documents.Yuan, out _);
        ShopReload? told = null;
        shops.OnReload(reload => told = reload);
        shops.TrySet("north", Documents.OptionsWithMembersMin(60), out _);
        FigureDifference difference = Assert.Single(told!.Differences);
        Assert.Equal("groupHealth.membersMin", difference.Place);
        Assert.Contains("60", difference.ToString(Language.SimplifiedChinese), StringComparison.Ordinal);
    }

    [Fact]
    public void ASnapshot_StaysAsItWas()
    {
        using var shops = new ShopRegistry();
        shops.TrySet("north", Documents.Yuan, out _);
        ShopSnapshot before = shops.Current;
        shops.TrySet("north", Documents.OptionsWithMembersMin(60), out _);
        shops.Remove("north");
        Assert.Equal(ShopRules.Create(Documents.Yuan), before.Get("north"));
        Assert.Equal(["north"], before.Names);
    }

    [Fact]
    public void AListener_ThatThrows_HarmsNobody_AndOneThatIsDisposed_IsNotCalled()
    {
        using var shops = new ShopRegistry();
        List<string> told = [];
        shops.OnReload(static _ => throw new InvalidOperationException("the host's fault"));
        IDisposable listening = shops.OnReload(reload => told.Add(reload.Shop));
        Assert.True(shops.TrySet("a", Documents.Yuan, out _));
        listening.Dispose();
        Assert.True(shops.TrySet("b", Documents.Yuan, out _));
        Assert.Equal(["a"], told);
        Assert.Equal(["a", "b"], shops.Names);
    }

    [Fact]
    public void AListener_MayChangeTheRegistry_AndChangesAreToldInOrder()
    {
        using var shops = new ShopRegistry();
        List<string> told = [];
        shops.OnReload(reload =>
            Assert.True(shops.TrySet(reload.Shop.Length < 3 ? reload.Shop + "x" : reload.Shop, Documents.Yuan, out _)));
        shops.OnReload(reload => told.Add(reload.Shop));
        shops.TrySet("a", Documents.Yuan, out _);
        Assert.Equal(["a", "ax", "axx"], told);
    }

    [Fact]
    public void Misuse_NamesTheShop()
    {
        using var shops = new ShopRegistry();
        Assert.Contains("\"east\"", Assert.Throws<KeyNotFoundException>(() => shops.Get("east")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => shops.Get(null!));
        Assert.Throws<ArgumentNullException>(() => shops.TrySet("a", (ShopOptions)null!, out _));
        Assert.Throws<ArgumentNullException>(() => shops.OnReload(null!));
        shops.TrySet("a", Documents.Yuan, out _);
        shops.Dispose();
        Assert.NotNull(shops.Get("a"));
        Assert.Throws<ObjectDisposedException>(() => shops.TrySet("b", Documents.Yuan, out _));
    }
}
