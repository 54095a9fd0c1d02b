using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using NodaTime;
using PrivateDomain.Core;
using PrivateDomain.Core.Products;
using PrivateDomain.Core.Rules;
using PrivateDomain.ShopReport.Reading;
using PrivateDomain.ShopReport.Views;

namespace PrivateDomain.ShopReport;

/// <summary>Measures the shop's products from its order lines and judges their fit.</summary>
internal sealed class ProductAnalysis(ShopRules rules)
{
    /// <summary>The products, the best fit first; those behind a gate and those without a score stand last.</summary>
    public ImmutableArray<ProductPart> Rank(ShopData data)
    {
        ProductFitPolicy model = rules.ProductFit;
        Dictionary<ProductId, ProductRow> products = ById(data);
        OrderRow[] lines = [.. Lines(data, products)];
        if (lines.Length == 0)
        {
            return [];
        }

        Currency currency = rules.Shop.Currency;
        ProductId Key(OrderRow line) => products.TryGetValue(line.Product, out ProductRow? product) ? product.Key : line.Product;
        IEnumerable<ProductPurchase> purchases = lines.Select(line =>
            new ProductPurchase(Key(line), line.Customer, line.At.Date, Money.From(line.Amount, currency)));
        Dictionary<ProductId, decimal> sales = [];
        foreach (OrderRow line in lines)
        {
            ref decimal sum = ref CollectionsMarshal.GetValueRefOrAddDefault(sales, Key(line), out _);
            sum += line.Amount;
        }

        Dictionary<ProductId, string> names = products.Values.DistinctBy(static product => product.Key)
            .ToDictionary(static product => product.Key, static product => product.Name);
        return
        [
            .. ProductMeasurement.Measure(purchases, new DateInterval(data.From, data.AsOf), BrandPower(lines, products, Key))
                .Select(measured => (Measured: measured, Fit: model.Assess(measured.Figures)))
                .OrderBy(static each => each.Fit.Grade switch { FitGrade.Unknown => 2, FitGrade.Barred => 1, _ => 0 })
                .ThenByDescending(static each => each.Fit.Score?.Value ?? 0)
                .ThenByDescending(each => sales[each.Measured.Product])
                .ThenBy(static each => each.Measured.Product)
                .Select(each => Part(each.Measured, each.Fit, model,
                    names.GetValueOrDefault(each.Measured.Product) ?? each.Measured.Product.Text,
                    Money.From(sales[each.Measured.Product], currency))),
        ];
    }

    /// <summary>By what the tickets are judged, and what was left out.</summary>
    public ImmutableArray<Bilingual> Notes(ShopData data, Money? breakEven)
    {
        var notes = ImmutableArray.CreateBuilder<Bilingual>();
        notes.Add(breakEven is { } ticket
            ? new($"Tickets are judged against the break-even ticket of {Show.Money(ticket)}.",
                $"客单价以保本客单价 {Show.Money(ticket)} 为准评分。")
            : rules.Shop.Currency == Currency.Cny
                ? new("Tickets are judged by the default curve; give --costs to judge them against the break-even ticket.",
                    "客单价按默认曲线评分；用 --costs 给出成本后改以保本客单价为准。")
                : new(
                    $"Tickets in {rules.Shop.Currency} are not judged, so no product has a score: give --costs to judge them against the "
                        + $"break-even ticket.",
                    $"以 {rules.Shop.Currency} 计的客单价未评价，商品均无得分：请用 --costs 给出成本，以保本客单价为准。"));
        Dictionary<ProductId, ProductRow> products = ById(data);
        int strangers = data.Files.Lines.Count(line => line.Product.Text.Length > 0 && !products.ContainsKey(line.Product));
        if (strangers > 0 && products.Count > 0)
        {
            notes.Add(new(
                $"Order lines of products that are not in the products file: {Show.Count(strangers)}; "
                    + (data.Options.ProductKey is null ? "their brand is unknown." : "they are left out here."),
                $"{Show.Count(strangers)} 行订单的产品不在产品文件中，"
                    + (data.Options.ProductKey is null ? "其品牌未知。" : "此处未计入。")));
        }

        return notes.ToImmutable();
    }

    // Lines that count: seen, not refunded, of a product that can be judged.
    private static IEnumerable<OrderRow> Lines(ShopData data, Dictionary<ProductId, ProductRow> products)
    {
        LocalDateTime end = data.AsOf.PlusDays(1).AtMidnight();
        return data.Files.Lines.Where(line =>
            line.At < end && line.At.Date >= data.From && !line.IsGoneBefore(end) && line.Quantity > 0m && line.Product.Text.Length > 0
            && (data.Options.ProductKey is null || products.ContainsKey(line.Product)));
    }

    private static Dictionary<ProductId, ProductRow> ById(ShopData data)
    {
        var products = new Dictionary<ProductId, ProductRow>();
        foreach (ProductRow product in data.Files.Products)
        {
            products[product.Id] = product; // the last one counts
        }

        return products;
    }

    // Of a group the mean of its products' brands, weighted by what was spent on them.
    private static Dictionary<ProductId, Ratio> BrandPower(
        OrderRow[] lines, Dictionary<ProductId, ProductRow> products, Func<OrderRow, ProductId> key) =>
        lines.Where(line => products.GetValueOrDefault(line.Product)?.BrandPower is not null)
            .GroupBy(key)
            .ToDictionary(
                static group => group.Key,
                group => Ratio.From(group.Sum(line => line.Amount * products[line.Product].BrandPower!.Value),
                    group.Sum(static line => line.Amount)));

    private static ProductPart Part(ProductMeasurement measured, ProductFitAssessment fit, ProductFitPolicy model, string name, Money sales)
    {
        ProductFigures figures = measured.Figures;
        CriterionPart Criterion(FitCriterion criterion, Bilingual label, string? found)
        {
            double points = fit.Contribution(criterion);
            return new CriterionPart(label, found, double.IsNaN(points) ? 0 : points, model.PointsOf(criterion));
        }

        return new ProductPart(
            name,
            fit.Score,
            NameOf(fit.Grade),
            ToneOf(fit.Grade),
            [
                Criterion(FitCriterion.TicketSize, new("Ticket", "客单价"), figures.Ticket is { } ticket ? Show.Money(ticket) : null),
                Criterion(FitCriterion.Repurchase, new("Repurchase", "复购率"), Percent(figures.RepurchaseRate)),
                Criterion(FitCriterion.Loyalty, new("Loyalty", "忠诚度"), Percent(figures.LoyaltyRate)),
                Criterion(FitCriterion.BrandPower, new("Brand (inverse)", "品牌力（反向）"), figures.BrandPower is { IsKnown: true } power
                    ? power.Value.ToString("0.00", CultureInfo.InvariantCulture) : null),
            ],
            model.Explain(figures),
            measured.Buyers,
            sales);
    }

    private static string? Percent(Ratio ratio) => ratio.IsKnown ? ratio.ToString("P1", CultureInfo.InvariantCulture) : null;

    private static Bilingual NameOf(FitGrade grade) => grade switch
    {
        FitGrade.Barred => new("barred", "不准入"),
        FitGrade.Poor => new("poor", "差"),
        FitGrade.Fair => new("fair", "一般"),
        FitGrade.Good => new("good", "良好"),
        FitGrade.Excellent => new("excellent", "优秀"),
        _ => new("unknown", "未知"),
    };

    private static GradeTone ToneOf(FitGrade grade) => grade switch
    {
        FitGrade.Good or FitGrade.Excellent => GradeTone.Good,
        FitGrade.Fair => GradeTone.Fair,
        FitGrade.Poor => GradeTone.Poor,
        _ => GradeTone.Bad,
    };
}
