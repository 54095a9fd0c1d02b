using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using PrivateDomain.Core;
using PrivateDomain.Core.Rules;

namespace PrivateDomain.Hosting.Tests;

public sealed class ReloadTests
{
    private const string Broken = """{ "version": 1, "zone": "Mars", "currency": "CNY", "paybackPeriodsMax": 0 }""";

    [Fact]
    public void ASection_IsTakenAgain_WhenTheConfigurationChanges_AndABrokenOneIsRefused()
    {
        var configuration = new ChangingConfiguration(Shop(Documents.WithMembersMin(40)));
        List<ShopReload> told = [];
        using ServiceProvider provider = new ServiceCollection()
            .AddPrivateDomain(configuration.Root.GetSection("Shop")).OnReload(told.Add).Services.BuildServiceProvider();
        ShopRegistry shops = provider.GetRequiredService<ShopRegistry>();
        Assert.Equal(40, shops.Get().GroupHealth.Options.MembersMin);

        configuration.Change(Shop(Documents.WithMembersMin(60)));
        ShopRules inForce = shops.Get();
        Assert.Equal(60, inForce.GroupHealth.Options.MembersMin);

        configuration.Change(Shop(Broken));
        Assert.Same(inForce, shops.Get());
        Assert.Equal(
            ["Shop:paybackPeriodsMax", "Shop:zone"], Assert.Single(shops.Current.Refused).Mistakes.Select(static m => m.Place));

        configuration.Change("{}");
        Assert.Same(inForce, shops.Get());
        Assert.Equal("hosting.section_missing", Assert.Single(Assert.Single(shops.Current.Refused).Mistakes).Reason.Code);

        configuration.Change(Shop(Documents.WithMembersMin(60)));
        Assert.Same(inForce, shops.Get());
        Assert.Empty(shops.Current.Refused);
        Assert.Equal(
            ["default: Added", "default: Changed", "default: Refused", "default: Refused", "default: Unchanged"],
            told.Select(static reload => reload.ToString()));
    }

    [Fact]
    public void SomethingElseInTheConfigurationChanges_NothingIsTold_AndWhatTheHostSetStays()
    {
        var configuration = new ChangingConfiguration(Shop(Documents.WithMembersMin(40)));
        using ServiceProvider provider =
            new ServiceCollection().AddPrivateDomain(configuration.Root.GetSection("Shop")).Services.BuildServiceProvider();
        ShopRegistry shops = provider.GetRequiredService<ShopRegistry>();
        shops.TrySet(ShopRegistry.DefaultShop, Documents.OptionsWithMembersMin(70), out _);
        ShopSnapshot before = shops.Current;
        configuration.Change($$"""{ "Other": 1, "Shop": {{Documents.WithMembersMin(40)}} }""");
        Assert.Same(before, shops.Current);
        configuration.Change(Shop(Documents.WithMembersMin(41)));
        Assert.Equal(41, shops.Get().GroupHealth.Options.MembersMin);
    }

    [Fact]
    public void SectionsOfShops_ComeAndGo_EachJudgedByItself_AndAnEmptySectionTakesNoneAway()
    {
        var configuration = new ChangingConfiguration(
            Shops(("north", Documents.WithMembersMin(40)), ("south", Documents.WithMembersMin(41))));
        using ServiceProvider provider = new ServiceCollection()
            .AddPrivateDomain().AddShops(configuration.Root.GetSection("Shops")).Services.BuildServiceProvider();
        ShopRegistry shops = provider.GetRequiredService<ShopRegistry>();
        Assert.Equal(["north", "south"], shops.Names);

        configuration.Change(Shops(("north", Broken), ("south", Documents.WithMembersMin(51)), ("west", Documents.WithMembersMin(42))));
        Assert.Equal(["north", "south", "west"], shops.Names);
        Assert.Equal((40, 51, 42), (Members("north"), Members("south"), Members("west")));
        Assert.Equal(["north"], shops.Current.Refused.Select(static refusal => refusal.Shop));

        configuration.Change(Shops(("north", Documents.WithMembersMin(60)), ("west", Documents.WithMembersMin(42))));
        Assert.Equal(["north", "west"], shops.Names);
        Assert.Empty(shops.Current.Refused);

        configuration.Change("{}");
        Assert.Equal(["north", "west"], shops.Names);
        Assert.Equal(["north", "west"], shops.Current.Refused.Select(static refusal => refusal.Shop));
        configuration.Change(Shops(("north", Documents.WithMembersMin(60)), ("west", Documents.WithMembersMin(42))));
        Assert.Empty(shops.Current.Refused);

        // A new shop that is wrong from the start is refused until it is right, or taken out again.
        configuration.Change(Shops(("north", Documents.WithMembersMin(60)), ("west", Documents.WithMembersMin(42)), ("x", Broken)));
        Assert.Equal(["x"], shops.Current.Refused.Select(static refusal => refusal.Shop));
        Assert.False(shops.TryGet("x", out _));
        configuration.Change(Shops(("north", Documents.WithMembersMin(60)), ("west", Documents.WithMembersMin(42))));
        Assert.Empty(shops.Current.Refused);

        int Members(string shop) => shops.Get(shop).GroupHealth.Options.MembersMin;
    }

    [Fact]
    public void TwoPlacesOfOneShop_TheSecondIsRefused_UntilItIsTakenOut()
    {
        var configuration = new ChangingConfiguration(Shops(("north", Documents.WithMembersMin(40))));
        using ServiceProvider provider = new ServiceCollection().AddPrivateDomain()
            .AddShop("south", Documents.Yuan).AddShops(configuration.Root.GetSection("Shops")).Services.BuildServiceProvider();
        ShopRegistry shops = provider.GetRequiredService<ShopRegistry>();
        configuration.Change(Shops(("north", Documents.WithMembersMin(40)), ("south", Documents.WithMembersMin(41))));
        Assert.Equal("hosting.shop_twice", Assert.Single(Assert.Single(shops.Current.Refused).Mistakes).Reason.Code);
        Assert.Equal(ShopRules.Create(Documents.Yuan), shops.Get("south"));
        configuration.Change(Shops(("north", Documents.WithMembersMin(40))));
        Assert.Empty(shops.Current.Refused);
        Assert.Equal(["north", "south"], shops.Names);
    }

    [Fact]
    public void AFile_IsTakenAgain_WhenItChanges_AndKeepsTheShopWhenItIsGoneOrUnreadable()
    {
        var files = new ChangingFiles();
        files.Write("shop.json", Documents.WithMembersMin(40));
        using ServiceProvider provider = new ServiceCollection().AddPrivateDomain()
            .AddShopFile("north", "shop.json", files).Configure("north", static reading => reading.FileDelay = TimeSpan.Zero)
            .Services.BuildServiceProvider();
        ShopRegistry shops = provider.GetRequiredService<ShopRegistry>();
        files.Write("shop.json", Documents.WithMembersMin(60));
        Assert.Equal(60, shops.Get("north").GroupHealth.Options.MembersMin);

        files.Write("shop.json", "{\n  \"version\": 1,\n  \"zone\": \"Mars\",\n  \"currency\": \"CNY\"\n}");
        Mistake mistake = Assert.Single(Assert.Single(shops.Current.Refused).Mistakes);
        Assert.Equal(("shop.json $.zone", 3), (mistake.Place, mistake.Line));

        files.Write("shop.json", null);
        Assert.Equal("hosting.file_missing", Assert.Single(Assert.Single(shops.Current.Refused).Mistakes).Reason.Code);
        files.Failure = new IOException("The disk is gone");
        files.Write("shop.json", "");
        mistake = Assert.Single(Assert.Single(shops.Current.Refused).Mistakes);
        Assert.Equal("shop.json: The rules could not be fetched: The disk is gone.", mistake.ToString());
        Assert.Equal(60, shops.Get("north").GroupHealth.Options.MembersMin);
        files.Failure = null;
        files.Write("shop.json", Documents.WithMembersMin(61));
        Assert.Equal(61, shops.Get("north").GroupHealth.Options.MembersMin);
        Assert.Empty(shops.Current.Refused);
    }

    [Fact]
    public void AFile_IsReadWhenItsWriterIsDone()
    {
        var files = new ChangingFiles();
        var time = new HeldTime();
        files.Write("shop.json", Documents.WithMembersMin(40));
        List<string> told = [];
        using ServiceProvider provider = new ServiceCollection().AddSingleton<TimeProvider>(time).AddPrivateDomain()
            .AddShopFile("north", "shop.json", files).OnReload(reload => told.Add(reload.ToString())).Services.BuildServiceProvider();
        ShopRegistry shops = provider.GetRequiredService<ShopRegistry>();
        files.Write("shop.json", "{ \"version\"");
        files.Write("shop.json", Documents.WithMembersMin(60));
        Assert.Equal(40, shops.Get("north").GroupHealth.Options.MembersMin);
        time.Due(TimeSpan.FromMilliseconds(250));
        Assert.Equal(60, shops.Get("north").GroupHealth.Options.MembersMin);
        Assert.Equal(["north: Added", "north: Changed"], told);
    }

    [Fact]
    public void ASource_ThatSaysAnotherThingEachTime_IsRefused_AndOneThatSettles_IsTaken()
    {
        int reads = 0;
        int settlesAt = int.MaxValue;
        var source = new ScriptedSource(() => Documents.OptionsWithMembersMin(30 + Math.Min(++reads, settlesAt)));
        SourceReading reading = SourceReading.Settled(source);
        Assert.Equal("hosting.source_changing", reading.Failure!.Value.Reason.Code);
        (reads, settlesAt) = (0, 4);
        Assert.Equal(
            34, Assert.Single(SourceReading.Settled(source).Documents).ToRules(new(), out _)!.GroupHealth.Options.MembersMin);
    }

    private static string Shop(string document) => $$"""{ "Shop": {{document}} }""";

    private static string Shops(params (string Name, string Document)[] shops) =>
        $$"""{ "Shops": { {{string.Join(',', shops.Select(static shop => $"\"{shop.Name}\": {shop.Document}"))}} } }""";

    private sealed class ScriptedSource(Func<ShopOptions> next) : IShopSource
    {
        public string Place => "script";

        public TimeSpan Delay => TimeSpan.Zero;

        public SourceReading Read() => new([new ShopDocument("x", next())]);

        public IChangeToken Watch() => new CancellationChangeToken(default);
    }

    // Time that stands still until the test says that a timer is due.
    private sealed class HeldTime : TimeProvider
    {
        private readonly List<Held> timers = [];

        internal void Due(TimeSpan after)
        {
            foreach (Held timer in timers.Where(timer => timer.After == after).ToArray())
            {
                timer.Fire();
            }
        }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = new Held(() => callback(state)) { After = dueTime };
            timers.Add(timer);
            return timer;
        }

        private sealed class Held(Action fire) : ITimer
        {
            internal TimeSpan After { get; set; }

            internal void Fire()
            {
                After = Timeout.InfiniteTimeSpan;
                fire();
            }

            public bool Change(TimeSpan dueTime, TimeSpan period)
            {
                After = dueTime;
                return true;
            }

            public void Dispose() => After = Timeout.InfiniteTimeSpan;

            public ValueTask DisposeAsync()
            {
                Dispose();
                return ValueTask.CompletedTask;
            }
        }
    }
}
