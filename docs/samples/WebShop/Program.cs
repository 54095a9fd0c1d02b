using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;
using PrivateDomain.Core;
using PrivateDomain.Core.Rules;
using PrivateDomain.Hosting;
using WebShop;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.Services.AddPrivateDomain().AddShops(builder.Configuration.GetSection("Shops"));
builder.Services.AddHealthChecks().AddCheck<ShopRulesHealthCheck>("shop rules");
builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Converters.Add(new JsonStringEnumConverter()));

WebApplication app = builder.Build();
app.MapHealthChecks("/health");

// snippet: hosting-web
// One request sees one set of rules: the snapshot is that of the request.
app.MapGet("/shops", (ShopSnapshot shops) => shops.Names);

app.MapGet("/shops/{shop}/rules", (string shop, ShopSnapshot shops) => shops.TryGet(shop, out ShopRules? rules)
    ? Results.Bytes(ShopOptionsJson.Write(rules.Options, indented: true), "application/json")
    : Results.NotFound());

// May this customer be written to now? Counted and timed by shop, outcome and reason.
app.MapPost("/shops/{shop}/touch", (string shop, TouchQuestion question, ShopRegistry shops, ShopDecider decider, IClock clock) =>
    shops.TryGet(shop, out _)
        ? Results.Ok(decider.Decide(shop, "touch", rules => question.Decide(rules, clock.GetCurrentInstant())))
        : Results.NotFound());

// Other rules at run time. A real host asks first who it is, and keeps the document.
app.MapPut("/shops/{shop}/rules", async (string shop, HttpRequest request, ShopRegistry shops) =>
{
    using var body = new MemoryStream();
    await request.Body.CopyToAsync(body);
    return shops.TrySet(shop, body.ToArray(), out ImmutableArray<Mistake> mistakes)
        ? Results.NoContent()
        : Results.BadRequest(mistakes.Select(static mistake => mistake.ToString(Language.SimplifiedChinese)));
});
// end

await app.RunAsync();
