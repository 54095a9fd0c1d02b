using System.Globalization;

namespace PrivateDomain.ShopReport.Browser.Tests;

/// <summary>A shop made to be hard to show: three years, many customers, products and channels, names that are long, unbroken, in several
/// scripts or look like markup, and amounts in the millions.</summary>
internal static class InventedShop
{
    private const int Customers = 700;
    private const int Products = 48;
    private static readonly DateTime Begin = new(2023, 1, 2, 0, 0, 0, DateTimeKind.Unspecified);

    private static readonly string[] Channels =
    [
        "Tiktok", "store poster at the northern entrance of the shopping centre", "friend",
        "Verpackungsbeilagenaktionscode-2023/2024-Q3-Nord", "<b>bold</b> & \"co\"",
        "门店海报与导购员面对面添加活动（春季）", "newsletter", "event",
    ];

    private static readonly string[] Carriers = ["WeCom", "WeChat", "OfficialAccount"];
    private static readonly string[] Interactions =
        ["message_received", "message_received", "message_received", "activity_joined", "survey_answered", "feedback_volunteered",
            "recommendation_made", "complaint_made", "group_joined"];

    private static readonly string[] Touches = ["service_reply", "useful_content", "useful_content", "promotion", "survey", "welfare"];

    /// <summary>Writes the shop's files, and gives what is typed to read them.</summary>
    public static string[] Write(string folder)
    {
        Random chance = Chance.From(20_260_930);
        string[] names = [.. Enumerable.Range(0, Customers).Select(i => NameOf(i))];
        List<string> orders = ["order;date;customer;product;quantity;amount;refunded_at"];
        List<string> links = ["customer;carrier;since;channel;lost_at"];
        List<string> interactions = ["customer;date;kind;detail"];
        List<string> touches = ["customer;date;kind"];
        List<string> traits = ["customer;has a garden of one's own, a balcony or neither of them;age"];
        int number = 0;
        for (int i = 0; i < Customers; i++)
        {
            DateTime first = Begin.AddDays(chance.Next(1000)).AddMinutes(chance.Next(1440));
            if (chance.Next(10) < 8)
            {
                string lost = chance.Next(6) == 0 ? Text(first.AddDays(30 + chance.Next(60))) : "";
                links.Add($"{names[i]};{Carriers[chance.Next(3)]};{Text(first)};{Quoted(Channels[chance.Next(Channels.Length)])};{lost}");
            }

            for (int order = 1 + (int)(4 * Math.Pow(chance.NextDouble(), 2)); order > 0; order--)
            {
                DateTime at = first.AddDays(order * (20 + chance.Next(60)));
                int product = (int)(Products * Math.Pow(chance.NextDouble(), 2));
                int amount = (5 + chance.Next(400)) * (chance.Next(150) == 0 ? 20_000 : 1);
                string refunded = chance.Next(25) == 0 ? Text(at.AddDays(3)) : "";
                orders.Add($"R-{++number};{Text(at)};{names[i]};P{product};{1 + chance.Next(3)};{amount},{chance.Next(100):00};{refunded}");
            }

            for (int spoken = chance.Next(5); spoken > 0; spoken--)
            {
                interactions.Add($"{names[i]};{Text(first.AddDays(chance.Next(400)))};{Interactions[chance.Next(Interactions.Length)]};");
            }

            for (int sent = chance.Next(6); sent > 0; sent--)
            {
                touches.Add($"{names[i]};{Text(first.AddDays(chance.Next(400)))};{Touches[chance.Next(Touches.Length)]}");
            }

            if (chance.Next(5) == 0)
            {
                string place = chance.Next(3) == 0 ? "a balcony that faces the street" : "neither";
                traits.Add($"{names[i]};{place};{20 + (chance.Next(4) * 10)} or more");
            }
        }

        List<string> products = ["product;name;brand;group;cycle_days"];
        for (int i = 0; i < Products; i++)
        {
            string brand = (chance.Next(100) / 100.0).ToString("0.00", CultureInfo.InvariantCulture);
            products.Add($"P{i};{Quoted(ProductOf(i))};{brand};group {i % 7};{20 + chance.Next(80)}");
        }

        string[] campaigns =
        [
            "campaign;channel;unit_cost;volume;handling;gained",
            .. Channels.Select(static (channel, i) =>
                $"{Quoted("Campaign of " + channel)};{Quoted(channel)};{1 + i},5;{900 * (i + 1)};{i * 1000};{60 + i}"),
        ];
        string[] plan =
        [
            "channel;from;to;followers;first_purchase;orders_per_buyer;ticket",
            .. Channels.Select(static channel => $"{Quoted(channel)};2025-07-01;2025-12-31;120;0,4;1,5;220"),
        ];
        string[] costs =
        [
            "key;value", "wage_year;42000", "customers_per_advisor;800", "content_year;1", "benefits_year;9", "tools_year;2",
            "gross_margin;0.45", "orders_per_year;2", "discount_per_month;0.004",
        ];
        string segments = string.Join('\n', Enumerable.Range(1, 9).Select(static i => FormattableString.Invariant(
            $"[第{i}组客户 | Those who bought {i} times or more and have not been seen for some while]\norders >= {i}\n")));
        File.WriteAllText(Path.Combine(folder, "segments.txt"), segments);
        string File_(string name, IEnumerable<string> lines)
        {
            string path = Path.Combine(folder, name);
            File.WriteAllLines(path, lines);
            return path;
        }

        return
        [
            "--orders", File_("orders.csv", orders), "--products", File_("products.csv", products), "--links", File_("links.csv", links),
            "--campaigns", File_("campaigns.csv", campaigns), "--costs", File_("costs.csv", costs),
            "--interactions", File_("interactions.csv", interactions), "--touches", File_("touches.csv", touches),
            "--traits", File_("traits.csv", traits), "--plan", File_("plan.csv", plan),
            "--segments", Path.Combine(folder, "segments.txt"), "--currency", "EUR", "--zone", "Europe/Berlin", "--decimal", "comma",
            "--programme", Path.Combine(AppContext.BaseDirectory, "data", "programme.json"), "--top", "48",
        ];
    }

    private static string Text(DateTime at) => at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Quoted(string text) => "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    private static string NameOf(int i) => (i % 9) switch
    {
        0 => FormattableString.Invariant($"a.very.long.address.without.any.place.to.break.{i}@customers.of.the.example.test"),
        1 => FormattableString.Invariant($"欧阳建国{i}"),
        2 => FormattableString.Invariant($"محمد عبد الله {i}"),
        3 => FormattableString.Invariant($"oK8xS5{i:x8}QmZrT0vYpLw7DhNbE2cUjA"),
        4 => FormattableString.Invariant($"<img src=x onerror=alert({i})>"),
        _ => FormattableString.Invariant($"Anna Schmidt-Müller {i}"),
    };

    private static string ProductOf(int i) => (i % 5) switch
    {
        0 => FormattableString.Invariant($"Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen {i}"),
        1 => FormattableString.Invariant($"有机五常大米真空装家庭分享礼盒 {i}kg（买三送一，限时包邮）"),
        2 => FormattableString.Invariant($"<script>alert({i})</script>"),
        3 => FormattableString.Invariant($"👟 Runner {i}"),
        _ => FormattableString.Invariant($"Tea no. {i}, of the first harvest, in a tin with a spoon and a booklet"),
    };
}
