using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;
using PrivateDomain.Core;
using PrivateDomain.ShopReport.Reading;
using PrivateDomain.ShopReport.Reading.Tables;

namespace PrivateDomain.ShopReport;

/// <summary>Turns what was typed into checked options.</summary>
internal static class OptionsReader
{
    /// <exception cref="CannotRunException">An option has no meaning; the message names it.</exception>
    public static ReportOptions Read(ParseResult typed)
    {
        string[] orders = typed.GetValue(CommandLine.Orders) ?? [];
        MappingFile mapping = typed.GetValue(CommandLine.Mapping) is { } saved ? MappingFile.Read(saved) : new MappingFile();
        Option<string?>[] files =
            [CommandLine.Products, CommandLine.Links, CommandLine.Campaigns, CommandLine.Costs, CommandLine.Interactions,
                CommandLine.Touches];
        string?[] others = [.. files.Select(typed.GetValue)];
        if (orders.Length == 0 && others.Any(static other => other is not null))
        {
            throw Bad("--orders", "", "it must be given when another file is", "给出其他文件时必须给出订单文件");
        }

        string? productKey = typed.GetValue(CommandLine.ProductKey);
        if (productKey is not null && others[0] is null)
        {
            throw Bad("--product-key", productKey, "it is a column of the products file, which is not given", "需要同时给出 --products");
        }

        ColumnMap columns = ColumnMap.From(
            [.. mapping.Columns.Select(static each => $"{each.Key}={each.Value}"), .. typed.GetValue(CommandLine.Map) ?? []],
            out string? bad)
            ?? throw Bad("--map", bad ?? "", "name=column with a known field name is needed", "应为 字段=列，且字段名须是已知的");
        int top = typed.GetValue(CommandLine.Top);
        var options = new ReportOptions
        {
            OrderFiles = orders.Length > 0 ? [.. orders] : [Shipped("orders.csv")],
            Payments = typed.GetValue(CommandLine.Payments),
            Refunds = typed.GetValue(CommandLine.Refunds),
            StatusWords = StatusWords(
                [.. mapping.Statuses.Select(static each => $"{each.Key}={each.Value}"), .. typed.GetValue(CommandLine.Status) ?? []]),
            ExplainsColumns = typed.GetValue(CommandLine.ExplainColumns),
            SaveMapping = typed.GetValue(CommandLine.SaveMapping),
            DecimalMark = OneOf<char?>(
                typed, CommandLine.Decimal, mapping.Decimal, null, ("point", '.'), ("comma", ',')),
            DateOrder = OneOf(
                typed, CommandLine.DateOrder, mapping.DateOrder, DateOrder.Unknown, ("day-first", DateOrder.DayFirst),
                ("month-first", DateOrder.MonthFirst)),
            AmountPer = OneOf(
                typed, CommandLine.AmountPer, mapping.AmountPer, AmountPer.Unknown, ("line", AmountPer.Line), ("order", AmountPer.Order)),
            Carrier = (typed.GetValue(CommandLine.Carrier) ?? mapping.Carrier) is { } carrier
                ? Carriers.Find(carrier) is not null
                    ? carrier
                    : throw Bad("--carrier", carrier, $"one of {Carriers.Known} is needed", $"可用：{Carriers.Known}")
                : null,
            Products = others[0],
            Links = others[1],
            Campaigns = others[2],
            Costs = others[3],
            Interactions = others[4],
            InteractionKind = Kind(typed, CommandLine.InteractionKind, InteractionKinds.Find, InteractionKinds.Known),
            Touches = others[5],
            TouchDates = typed.GetValue(CommandLine.TouchDates),
            TouchKind = Kind(typed, CommandLine.TouchKind, TouchKinds.Find, TouchKinds.Known),
            Programme = typed.GetValue(CommandLine.Programme),
            Plan = typed.GetValue(CommandLine.Plan),
            Segments = typed.GetValue(CommandLine.Segments),
            Traits = typed.GetValue(CommandLine.Traits),
            RepeatOrders = typed.GetValue(CommandLine.RepeatOrders) is > 0 and var least
                ? least
                : throw Bad("--repeat-orders", "", "a number above 0 is needed", "应大于 0"),
            Out = typed.GetValue(CommandLine.Out)
                ?? (typed.CommandResult.Command == CommandLine.Compare ? "shop-compare.html" : "shop-report.html"),
            Errors = typed.GetValue(CommandLine.Errors),
            OrdersFormat = new CsvFormat(Delimiter(typed), !typed.GetValue(CommandLine.NoHeader), TextEncoding(typed)),
            Columns = columns,
            Dates = Dates(typed),
            Shop = new Shop(Zone(typed), Currency(typed)),
            JoinDays = typed.GetValue(CommandLine.JoinDays),
            AsOf = Day(typed, CommandLine.AsOf),
            At = Moment(typed),
            From = Day(typed, CommandLine.From),
            BrandPower = BrandPower(typed),
            ProductKey = productKey,
            EveryBuyerLinked = typed.GetValue(CommandLine.EveryBuyerLinked),
            Language = Lang(typed),
            Top = top > 0 ? top : throw Bad("--top", top.ToString(CultureInfo.InvariantCulture), "a number above 0 is needed", "应大于 0"),
            Quiet = typed.GetValue(CommandLine.Quiet),
        };
        if (options.From > options.AsOf)
        {
            throw Bad("--from", options.From.Value.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture), "it is after --as-of",
                "晚于 --as-of");
        }

        if (options.TouchDates is not null && options.Touches is null)
        {
            throw Bad("--touch-dates", options.TouchDates, "it says when touches were sent, but --touches is not given",
                "需要同时给出 --touches");
        }

        return orders.Length > 0 ? options : File.Exists("orders.csv") ? InThisFolder(options) : options with
        {
            Products = Shipped("products.csv"),
            Links = Shipped("links.csv"),
            Campaigns = Shipped("campaigns.csv"),
            Costs = Shipped("costs.csv"),
            Interactions = Shipped("interactions.csv"),
            Touches = Shipped("touches.csv"),
            Programme = options.Programme ?? Shipped("programme.json"),
            Plan = options.Plan ?? Shipped("plan.csv"),
            Segments = options.Segments ?? Shipped("segments.txt"),
            Traits = options.Traits ?? Shipped("traits.csv"),
            IsShippedShop = true,
        };
    }

    // What --init wrote, and the merchant filled.
    private static ReportOptions InThisFolder(ReportOptions options)
    {
        return options with
        {
            OrderFiles = ["orders.csv"],
            Products = Here("products.csv"),
            Links = Here("links.csv"),
            Campaigns = Here("campaigns.csv"),
            Costs = Here("costs.csv"),
            Interactions = Here("interactions.csv"),
            Touches = Here("touches.csv"),
            Payments = options.Payments ?? Here("payments.csv"),
            Refunds = options.Refunds ?? Here("refunds.csv"),
            Programme = options.Programme ?? Here("programme.json"),
            Plan = options.Plan ?? Here("plan.csv"),
            Segments = options.Segments ?? Here("segments.txt"),
            Traits = options.Traits ?? Here("traits.csv"),
        };

        static string? Here(string name) => File.Exists(name) ? name : null;
    }

    /// <summary>What is compared; null where a report is asked for.</summary>
    /// <exception cref="CannotRunException">The days are out of range.</exception>
    public static CompareOptions? ReadCompare(ParseResult typed)
    {
        const int FollowDaysMax = 365;
        if (typed.CommandResult.Command != CommandLine.Compare)
        {
            return null;
        }

        int days = typed.GetValue(CommandLine.FollowDays);
        return days is >= 1 and <= FollowDaysMax
            ? new CompareOptions(typed.GetRequiredValue(CommandLine.RulesUntilNow), typed.GetRequiredValue(CommandLine.OtherRules), days)
            : throw Bad("--follow-days", days.ToString(CultureInfo.InvariantCulture), "1 to 365 days are needed", "应为 1 到 365 天");
    }

    /// <summary>The language asked for; English when it is none.</summary>
    public static Language LanguageOf(ParseResult typed) =>
        typed.GetValue(CommandLine.Lang) == "zh" ? Language.SimplifiedChinese : Language.English;

    private static string Shipped(string name) => Path.Combine(AppContext.BaseDirectory, "data", name);

    private static Language Lang(ParseResult typed) => typed.GetValue(CommandLine.Lang) is null or "en" or "zh"
        ? LanguageOf(typed)
        : throw Bad("--lang", typed.GetValue(CommandLine.Lang)!, "en or zh is needed", "应为 en 或 zh");

    private static string? Delimiter(ParseResult typed) => typed.GetValue(CommandLine.Delimiter) switch
    {
        null => null,
        "comma" or "," => ",",
        "tab" or "\t" or "\\t" => "\t",
        "semicolon" or ";" => ";",
        CsvFormat.Spaces => CsvFormat.Spaces,
        string other => throw Bad("--delimiter", other, "comma, tab, semicolon or spaces is needed",
            "应为 comma、tab、semicolon 或 spaces"),
    };

    private static Encoding? TextEncoding(ParseResult typed) =>
        typed.GetValue(CommandLine.Encoding) is { } name ? TextEncodings.Named(name) : null;

    private static ImmutableDictionary<string, OrderStatus> StatusWords(IEnumerable<string> pairs)
    {
        var words = ImmutableDictionary.CreateBuilder<string, OrderStatus>(StringComparer.OrdinalIgnoreCase);
        foreach (string pair in pairs)
        {
            int equals = pair.LastIndexOf('=');
            words[equals > 0 ? pair[..equals].Trim() : pair] = (equals > 0 ? Words.KindOf(pair[(equals + 1)..].Trim()) : null)
                ?? throw Bad(
                    "--status", pair, "WORD=paid, pending, cancelled, refunded or partly_refunded is needed",
                    "应为 状态=paid、pending、cancelled、refunded 或 partly_refunded");
        }

        return words.ToImmutable();
    }

    private static DateReader Dates(ParseResult typed)
    {
        string? pattern = typed.GetValue(CommandLine.DateFormat);
        try
        {
            return new DateReader(pattern, Zone(typed));
        }
        catch (InvalidPatternException)
        {
            throw Bad("--date-format", pattern!, "a NodaTime pattern such as yyyyMMdd is needed", "应为 NodaTime 日期格式，如 yyyyMMdd");
        }
    }

    private static LocalDate? Day(ParseResult typed, Option<string?> option)
    {
        string? text = typed.GetValue(option);
        return text is null ? null
            : LocalDatePattern.Iso.Parse(text).TryGetValue(default, out LocalDate date) && DateReader.IsInRange(date) ? date
            : throw Bad(option.Name, text, "a date such as 2026-09-30 is needed", "应为日期，如 2026-09-30");
    }

    private static LocalDateTime? Moment(ParseResult typed)
    {
        string? text = typed.GetValue(CommandLine.At);
        return text is null ? null
            : new DateReader(null, Zone(typed)).TryRead(text, out LocalDateTime at) ? at
            : throw Bad("--at", text, "a date and time such as 2026-10-01 10:00 is needed", "应为日期和时间，如 2026-10-01 10:00");
    }

    private static TKind Kind<TKind>(ParseResult typed, Option<string?> option, Func<string, TKind?> find, string known)
        where TKind : struct
    {
        string? text = typed.GetValue(option);
        return text is null ? default : find(text) ?? throw Bad(option.Name, text, $"one of {known} is needed", $"可用：{known}");
    }

    private static DateTimeZone Zone(ParseResult typed)
    {
        string id = typed.GetValue(CommandLine.Zone) ?? "Asia/Shanghai";
        return DateTimeZoneProviders.Tzdb.GetZoneOrNull(id)
            ?? throw Bad("--zone", id, "a zone such as Asia/Shanghai is needed", "应为时区，如 Asia/Shanghai");
    }

    private static Currency Currency(ParseResult typed)
    {
        string code = typed.GetValue(CommandLine.Currency) ?? "CNY";
        return PrivateDomain.Core.Currency.TryFrom(code, out Currency currency)
            ? currency
            : throw Bad("--currency", code, "an ISO 4217 code such as CNY is needed", "应为 ISO 4217 货币代码，如 CNY");
    }

    private static ImmutableDictionary<string, decimal> BrandPower(ParseResult typed)
    {
        string text = typed.GetValue(CommandLine.BrandPower) ?? "";
        var powers = ImmutableDictionary.CreateBuilder<string, decimal>(StringComparer.OrdinalIgnoreCase);
        foreach (string pair in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            int equals = pair.LastIndexOf('=');
            bool read = decimal.TryParse(
                pair.AsSpan(equals + 1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal power);
            if (equals <= 0 || !read || power > 1m)
            {
                throw Bad("--brand-power", pair, "NAME=number with a number from 0 to 1 is needed", "应为 品牌=数值，数值在 0 至 1 之间");
            }

            powers[pair[..equals].Trim()] = power;
        }

        return powers.ToImmutable();
    }

    // What was typed goes before what a mapping file says.
    private static T OneOf<T>(
        ParseResult typed, Option<string?> option, string? mapped, T whenNone, params ReadOnlySpan<(string Word, T Value)> words)
    {
        if ((typed.GetValue(option) ?? mapped) is not { } text)
        {
            return whenNone;
        }

        foreach ((string word, T value) in words)
        {
            if (text == word)
            {
                return value;
            }
        }

        string known = $"{words[0].Word} or {words[1].Word}";
        throw Bad(option.Name, text, $"{known} is needed", $"应为 {words[0].Word} 或 {words[1].Word}");
    }

    private static CannotRunException Bad(string option, string found, string english, string chinese) =>
        new(new($"{option}: {english}, but it was \"{found}\".", $"{option}：{chinese}，实际为“{found}”。"));
}
