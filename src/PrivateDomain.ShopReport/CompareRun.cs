using System.Collections.Immutable;
using NodaTime;
using PrivateDomain.Core;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Replay;
using PrivateDomain.Core.Rules;
using PrivateDomain.ShopReport.Reading;
using PrivateDomain.ShopReport.Views;

namespace PrivateDomain.ShopReport;

/// <summary>The shop's past under two documents of rules: what differs between them in words, and whom the difference touches.</summary>
internal static class CompareRun
{
    /// <summary>Compares, prints and writes the page.</summary>
    /// <exception cref="CannotRunException">A document is wrong, or is of another shop.</exception>
    public static int Run(ReportOptions options, CompareOptions compared, ConsoleView console, ShopFiles files, Texts texts)
    {
        if (files.Lines.IsEmpty)
        {
            throw new CannotRunException(new($"No order in \"{options.Orders}\" can be used.", $"“{options.Orders}”中没有可用的订单。"));
        }

        ComparePart part = Compare(ShopData.Make(files, options, asksForProducts: true), compared);
        var view = new CompareView(texts);
        File.WriteAllText(options.Out, view.Render(part));
        if (!options.Quiet)
        {
            view.Print(part, console);
        }

        console.ShowProblems(files.Problems);
        if (!options.Quiet)
        {
            console.Line(texts.Written(options.Out));
        }

        return files.Problems.IsEmpty && !files.Reading.IsMoneyLeft ? App.Fine : App.SomeRowsBad;
    }

    private static ComparePart Compare(ShopData data, CompareOptions compared)
    {
        ShopOptions before = RulesFile.Read(compared.Before, data.Options.Shop);
        ShopOptions after = RulesFile.Read(compared.After, data.Options.Shop);
        ImmutableArray<CustomerHistory> histories =
            [.. data.Histories.Where(history => history.FactsAt(data.AsOfInstant, data.Options.Shop).Events.Count > 0)];
        Carrier carrier = CarrierOf(data);
        RulesReplay replay = RulesReplay.Of(
            ShopRules.Create(before), ShopRules.Create(after), histories,
            new ReplayQuestion
            {
                AsOf = data.AsOfInstant,
                TouchesFrom = data.Options.Shop.Zone.AtStartOfDay(data.From).ToInstant(),
                FollowDays = compared.FollowDays,
                Carrier = carrier,
            });
        return new ComparePart(compared, data.AsOf, ShopOptions.Compare(before, after, data.AsOf), replay, carrier);
    }

    // Files do not say on which carrier a touch went: on the one with most links.
    private static Carrier CarrierOf(ShopData data) => data.Options.Carrier is { } named && Carriers.Find(named) is { } found
        ? found
        : data.MainCarrier ?? Carrier.WeCom;
}

/// <summary>Which documents are compared.</summary>
/// <param name="Before">The file of the rules until now.</param>
/// <param name="After">The file of the other rules.</param>
/// <param name="FollowDays">How many days customers are followed after a touch.</param>
internal sealed record CompareOptions(string Before, string After, int FollowDays);

/// <summary>What two documents of rules say of the shop's past.</summary>
/// <param name="Options">What was compared.</param>
/// <param name="AsOf">The last day that is seen.</param>
/// <param name="Differences">What differs, in words.</param>
/// <param name="Replay">Whom the difference touches.</param>
/// <param name="Carrier">The carrier on which touches are taken to have gone.</param>
internal sealed record ComparePart(
    CompareOptions Options, LocalDate AsOf, ImmutableArray<FigureDifference> Differences, RulesReplay Replay, Carrier Carrier);
