using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PrivateDomain.Hosting;
using ShopWorker;

// The store is a folder with a document for each shop; --store says where.
HostApplicationBuilder builder = Host.CreateApplicationBuilder(args);
builder.Services.AddPrivateDomain();
builder.Services.AddSingleton(new ShopStore(builder.Configuration["store"] ?? Path.Combine(AppContext.BaseDirectory, "shops")));
builder.Services.AddHostedService<StoredRules>();
builder.Services.AddHostedService<GroupRounds>();
await builder.Build().RunAsync();
