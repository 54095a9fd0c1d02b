using System.Collections.Immutable;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PrivateDomain.Core;
using PrivateDomain.Core.Outreach;
using PrivateDomain.Core.Rules;

namespace PrivateDomain.Hosting.Tests.Docs;

public sealed class HostingExample
{
    [Fact]
    public void AHost_WithShopsFromTheConfiguration()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddJsonStream(
            new MemoryStream(Encoding.UTF8.GetBytes($$"""{ "Shops": { "north": {{Documents.WithMembersMin(40)}} } }""")));
        builder.Logging.ClearProviders();
        // snippet: hosting-register
        builder.Services.AddPrivateDomain()
            .AddShops(builder.Configuration.GetSection("Shops"))               // a shop for each section, named by its key
            .AddShop("outlet", new ShopOptions { Zone = Zones.Shanghai, Currency = Currency.Cny })
            .OnReload(reload => Console.WriteLine(reload));                    // what was taken, and what was refused
        builder.Services.AddHealthChecks().AddCheck<ShopRulesHealthCheck>("shop rules");
        // end
        using var app = (IDisposable)builder.Build();
        IServiceProvider services = ((WebApplication)app).Services;

        // snippet: hosting-ask
        ShopRegistry shops = services.GetRequiredService<ShopRegistry>();
        ShopRules rules = shops.Get("north");                                  // immutable: one decision, one set of rules
        ShopSnapshot all = shops.Current;                                      // all shops at one moment
        using IServiceScope scope = services.CreateScope();                    // a request: everything in it sees the same rules
        OutreachPolicy outreach = scope.ServiceProvider.GetRequiredKeyedService<OutreachPolicy>("north");
        // end
        Assert.Equal(40, rules.GroupHealth.Options.MembersMin);
        Assert.Equal(["north", "outlet"], all.Names);
        Assert.Same(rules.Outreach, outreach);

        byte[] document = ShopOptionsJson.Write(rules.Options);
        // snippet: hosting-store
        if (!shops.TrySet("west", document, out ImmutableArray<Mistake> mistakes))       // from a database, an editor, a message
        {
            foreach (Mistake mistake in mistakes)
            {
                Console.WriteLine(mistake.ToString(Language.SimplifiedChinese));         // the old rules stay
            }
        }
        // end
        Assert.Equal(["north", "outlet", "west"], shops.Names);
        Assert.Empty(mistakes);
    }

    private static class Zones
    {
        internal static NodaTime.DateTimeZone Shanghai { get; } = NodaTime.DateTimeZoneProviders.Tzdb["Asia/Shanghai"];
    }
}
