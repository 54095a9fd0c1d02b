using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using PrivateDomain.Core;
using PrivateDomain.Core.Rules;

namespace PrivateDomain.Hosting.Tests;

public sealed class StartTests
{
    [Fact]
    public async Task AHost_WithWrongRules_DoesNotStart_AndTellsAllMistakesOfAllShops()
    {
        var files = new ChangingFiles();
        files.Write("south.json", """{ "version": 1, "zone": "Asia/Shanghai", "currency": "CNY", "paybackPeriodsMax": 0 }""");
        HostApplicationBuilder builder = Builder(("Shops:north:version", "1"), ("Shops:north:zone", "Mars"));
        builder.Services.AddPrivateDomain()
            .AddShops(builder.Configuration.GetSection("Shops"))
            .AddShopFile("south", "south.json", files)
            .AddShopFile("west", "west.json", files)
            .AddShop("east", Documents.Yuan with { Currency = default })
            .AddShop(builder.Configuration.GetSection("Gone"));
        using IHost host = builder.Build();
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());
        string[] told = [.. refused.Failures];
        Assert.Equal(6, told.Length);
        Assert.StartsWith("Shops:north:currency: ", told[0], StringComparison.Ordinal);
        Assert.StartsWith("Shops:north:zone: ", told[1], StringComparison.Ordinal);
        Assert.StartsWith("south.json $.paybackPeriodsMax (1,82): ", told[2], StringComparison.Ordinal);
        Assert.StartsWith("west.json: ", told[3], StringComparison.Ordinal);
        Assert.StartsWith("currency: ", told[4], StringComparison.Ordinal);
        Assert.StartsWith("Gone: ", told[5], StringComparison.Ordinal);
    }

    [Fact]
    public async Task AHost_WithRightRules_Starts_WithAFileOfItsContentRoot()
    {
        string root = Directory.CreateTempSubdirectory().FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(root, "south.json"), Documents.WithMembersMin(41));
            var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = root });
            builder.Services.AddPrivateDomain().AddShop("north", Documents.Yuan).AddShopFile("south", "south.json");
            using IHost host = builder.Build();
            await host.StartAsync();
            Assert.Equal(["north", "south"], host.Services.GetRequiredService<ShopRegistry>().Names);
            await host.StopAsync();
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    // A file of the real file system, saved as an editor saves it; however slow the machine, the deadline is far.
    [Fact]
    public async Task AFileOfTheFileSystem_IsTakenAgain()
    {
        string root = Directory.CreateTempSubdirectory().FullName;
        try
        {
            string path = Path.Combine(root, "south.json");
            await File.WriteAllTextAsync(path, Documents.WithMembersMin(41));
            var changed = new TaskCompletionSource<ShopReload>(TaskCreationOptions.RunContinuationsAsynchronously);
            var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = root });
            builder.Services.AddPrivateDomain().AddShopFile("south", "south.json")
                .OnReload(reload => _ = reload.Outcome == ShopReloadOutcome.Changed && changed.TrySetResult(reload));
            using IHost host = builder.Build();
            await host.StartAsync();
            await File.WriteAllTextAsync(path, Documents.WithMembersMin(51));
            ShopReload told = await changed.Task.WaitAsync(TimeSpan.FromMinutes(5));
            Assert.Equal("groupHealth.membersMin", Assert.Single(told.Differences).Place);
            Assert.Equal(51, host.Services.GetRequiredService<ShopRegistry>().Get("south").GroupHealth.Options.MembersMin);
            await host.StopAsync();
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    [Fact]
    public void WithoutAHost_TheRegistryTellsAllMistakes_EachTimeItIsAskedFor()
    {
        using ServiceProvider provider = new ServiceCollection()
            .AddPrivateDomain().AddShop("east", new ShopOptions()).Services.BuildServiceProvider();
        for (int i = 0; i < 2; i++)
        {
            InputFormatException wrong = Assert.Throws<InputFormatException>(() => provider.GetRequiredService<ShopRegistry>());
            Assert.Equal(["rules.zone_missing", "rules.currency_missing"], wrong.Mistakes.Select(static mistake => mistake.Reason.Code));
        }
    }

    [Fact]
    public void TheSameShopTwice_IsMisuse_AndAFileNeedsAPlace()
    {
        ShopsBuilder shops = new ServiceCollection().AddPrivateDomain().AddShop("north", Documents.Yuan);
        ArgumentException twice = Assert.Throws<ArgumentException>(() => shops.AddShopFile("north", "north.json"));
        Assert.Contains("\"north\"", twice.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => shops.AddShop(" ", Documents.Yuan));
        Assert.Throws<ArgumentException>(() => shops.AddShopFile("a", ""));
        var reading = new ShopReadingOptions();
        Assert.Throws<ArgumentNullException>(() => reading.Zones = null!);
        Assert.Throws<ArgumentNullException>(() => reading.Facts = null!);
        Assert.Throws<ArgumentOutOfRangeException>(() => reading.FileDelay = TimeSpan.FromTicks(-1));
        using ServiceProvider provider = shops.AddShopFile("a", "a.json").Services.BuildServiceProvider();
        InvalidOperationException lacks = Assert.Throws<InvalidOperationException>(() => provider.GetRequiredService<ShopRegistry>());
        Assert.Contains("a.json", lacks.Message, StringComparison.Ordinal);
    }

    private static HostApplicationBuilder Builder(params (string Key, string Value)[] values)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(
            values.ToDictionary(static v => v.Key, static string? (v) => v.Value, StringComparer.Ordinal));
        return builder;
    }
}
