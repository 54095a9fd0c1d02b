using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using PrivateDomain.Core;

namespace PrivateDomain.Hosting.Internals;

/// <summary>Logs and counts the changes of a registry.</summary>
internal sealed class ShopsTold(ILogger<ShopRegistry> logger, ShopMeters meters)
{
    private const int ShownMax = 20;

    internal void Changed(ShopReload reload)
    {
        meters.Count(reload);
        switch (reload.Outcome)
        {
            case ShopReloadOutcome.Added:
                ShopsLog.Added(logger, reload.Shop);
                break;
            case ShopReloadOutcome.Changed:
                LogChanged(reload);
                break;
            case ShopReloadOutcome.Unchanged:
                ShopsLog.Mended(logger, reload.Shop);
                break;
            case ShopReloadOutcome.Removed:
                ShopsLog.Removed(logger, reload.Shop);
                break;
            case ShopReloadOutcome.Refused:
                LogRefused(reload);
                break;
        }
    }

    internal void Failed(Exception exception, ShopReload reload) => ShopsLog.ListenerFailed(logger, exception, reload.Shop);

    private void LogChanged(ShopReload reload)
    {
        if (logger.IsEnabled(LogLevel.Information))
        {
            ImmutableArray<FigureDifference> differences = reload.Differences;
            string shown = Shown(differences);
            ShopsLog.Changed(logger, reload.Shop, differences.Length, shown);
        }
    }

    private void LogRefused(ShopReload reload)
    {
        if (logger.IsEnabled(LogLevel.Error))
        {
            string shown = Shown(reload.Mistakes);
            ShopsLog.Refused(logger, reload.Shop, reload.Mistakes.Length, shown);
        }
    }

    private static string Shown<T>(IReadOnlyCollection<T> items) =>
        string.Join(' ', items.Take(ShownMax)) + (items.Count > ShownMax ? " …" : "");
}
