using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using PrivateDomain.Core;

namespace PrivateDomain.Hosting;

/// <summary>Whether the rules in force are those stated (店铺规则健康检查): degraded while the latest change of a shop is refused,
/// with its mistakes; healthy otherwise.</summary>
/// <remarks>Register it with <c>AddHealthChecks().AddCheck&lt;ShopRulesHealthCheck&gt;("shop rules")</c>. Degraded and not unhealthy:
/// the old rules are in force, and every instance would be taken out at once.</remarks>
public sealed class ShopRulesHealthCheck : IHealthCheck
{
    private const int ShownMax = 10;

    private readonly ShopRegistry shops;

    /// <summary>Makes the check.</summary>
    /// <param name="shops">What is checked.</param>
    /// <exception cref="ArgumentNullException">The registry is null.</exception>
    public ShopRulesHealthCheck(ShopRegistry shops) => this.shops = Guard.Against.Null(shops);

    /// <summary>Checks. The data has for each refused shop its mistakes in English and Chinese, at most ten.</summary>
    /// <param name="context">Not used.</param>
    /// <param name="cancellationToken">Not used: the check is done at once.</param>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        ShopSnapshot now = shops.Current;
        string count = now.Names.Length.ToString(CultureInfo.InvariantCulture);
        if (now.Refused.IsEmpty)
        {
            return Task.FromResult(HealthCheckResult.Healthy($"Shops with rules in force: {count}."));
        }

        Dictionary<string, object> data = now.Refused.ToDictionary(
            static refusal => refusal.Shop, static object (refusal) => Sentences(refusal), StringComparer.Ordinal);
        string names = string.Join(", ", now.Refused.Select(static refusal => refusal.Shop));
        return Task.FromResult(HealthCheckResult.Degraded(
            $"Shops with rules in force: {count}. The latest change is refused, and what was in force stays, for: {names}.", data: data));
    }

    private static string[] Sentences(ShopReload refusal) =>
    [
        .. refusal.Mistakes.Take(ShownMax).Select(
            static mistake => $"{mistake.ToString(Language.English)} {mistake.ToString(Language.SimplifiedChinese)}"),
    ];
}
