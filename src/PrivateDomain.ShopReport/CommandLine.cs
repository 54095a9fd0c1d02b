using System.CommandLine;

namespace PrivateDomain.ShopReport;

/// <summary>The options as typed; <see cref="OptionsReader"/> checks what they mean.</summary>
internal static class CommandLine
{
    public static readonly Option<string[]> Orders = new("--orders")
    {
        HelpName = "FILE",
        Description = "Orders or order lines: CSV in any usual form, .xlsx, .xls, .gz or .zip; several files of one kind may be named. "
            + "Without it the shipped shop is reported.",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = static _ => [],
    };

    public static readonly Option<string?> Payments = Text(
        "--payments", "FILE", "The payments of orders whose file has no amounts: order, amount.");
    public static readonly Option<string?> Refunds = Text("--refunds", "FILE", "Money given back: order, amount, date.");
    public static readonly Option<string[]> Status = new("--status")
    {
        HelpName = "WORD=KIND",
        Description = "What a word of the status column means: paid, pending, cancelled, refunded or partly_refunded. May be repeated.",
        DefaultValueFactory = static _ => [],
    };

    public static readonly Option<string?> Decimal = Text(
        "--decimal", "point|comma", "The decimal mark of numbers (found from each column).");
    public static readonly Option<string?> DateOrder = Text(
        "--date-order", "day-first|month-first", "How to read dates such as 01/03/2026 (found from each column).");
    public static readonly Option<string?> AmountPer = Text(
        "--amount-per", "line|order", "Whether an amount is that of its row, or of the whole order (found from the file).");
    public static readonly Option<string?> Carrier = Text(
        "--carrier", "NAME", "The carrier of links whose file names none, such as WeCom.");
    public static readonly Option<string?> Products = Text("--products", "FILE", "Products: product, name, brand.");
    public static readonly Option<string?> Links = Text(
        "--links", "FILE", "Who was added where: customer, carrier, since, channel, lost_at, muted_at.");
    public static readonly Option<string?> Campaigns = Text(
        "--campaigns", "FILE", "What acquisition cost: campaign, channel, unit_cost, volume, handling, gained.");
    public static readonly Option<string?> Costs = Text(
        "--costs", "FILE", "What customers cost: key, value (see src/PrivateDomain.ShopReport/data/README.md).");
    public static readonly Option<string?> Interactions = Text(
        "--interactions", "FILE", "What customers did: customer, date, kind, detail.");
    public static readonly Option<string?> InteractionKind = Text(
        "--interaction-kind", "KIND", "The kind of all interactions that name none, such as activity_joined.");
    public static readonly Option<string?> Touches = Text(
        "--touches", "FILE", "What was sent to customers: customer, date (or campaign), kind.");
    public static readonly Option<string?> TouchDates = Text(
        "--touch-dates", "FILE", "When campaigns were sent, for touches without a date: campaign, date.");
    public static readonly Option<string?> TouchKind = Text(
        "--touch-kind", "KIND", "The kind of all touches that name none, such as promotion.");
    public static readonly Option<string?> Programme = Text(
        "--programme", "FILE", "A referral programme to try out (JSON; see src/PrivateDomain.ShopReport/data/README.md).");
    public static readonly Option<string?> Plan = Text(
        "--plan", "FILE", "What was planned for a period: channel, from, to, followers, first_purchase, orders_per_buyer, ticket.");
    public static readonly Option<string?> Segments = Text(
        "--segments", "FILE", "Segments to count, each a [name] and a rule (see src/PrivateDomain.ShopReport/data/README.md).");
    public static readonly Option<string?> Traits = Text(
        "--traits", "FILE", "What researched customers answered: customer, and a column for each question.");
    public static readonly Option<int> RepeatOrders = new("--repeat-orders")
    {
        HelpName = "N",
        Description = "From how many orders on a customer is a repeat buyer, for --traits (2).",
        DefaultValueFactory = static _ => 2,
    };

    public static readonly Option<string[]> Map = new("--map")
    {
        HelpName = "name=column",
        Description = "Which column holds a field: customer=household_id, or customer=#2 by number. "
            + "A field of one file: products.name=title. Fields of orders: customer, date, amount, order, product, refunded_at. May be "
            + "repeated.",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = static _ => [],
    };

    public static readonly Option<bool> NoHeader = new("--no-header") { Description = "The orders file has no header row." };
    public static readonly Option<string?> Delimiter = Text(
        "--delimiter", "comma|tab|semicolon|spaces", "What stands between the fields of the orders file (found from the file).");
    public static readonly Option<string?> Encoding = Text(
        "--encoding", "NAME", "The encoding of the files, such as gb18030 (found from each file).");
    public static readonly Option<string?> DateFormat = Text(
        "--date-format", "PATTERN",
        "NodaTime pattern of the dates, or unix or unix-ms for seconds or milliseconds since 1970 (usual forms are always read).");
    public static readonly Option<bool> JoinDays = new("--join-days") { Description = "Rows of one customer on one day are one order." };
    public static readonly Option<string?> AsOf = Text(
        "--as-of", "DATE", "The last day that counts, as a whole (the last day in the orders and refunds).");
    public static readonly Option<string?> At = Text(
        "--at", "DATE TIME", "When to ask who may be written to: the shop's time, after the last day (10:00 of the next day).");
    public static readonly Option<string?> From = Text(
        "--from", "DATE", "Where weeks and product figures begin (the day of the first order).");
    public static readonly Option<string?> Zone = Text("--zone", "ID", "The shop's time zone (Asia/Shanghai).");
    public static readonly Option<string?> Currency = Text("--currency", "CODE", "The shop's ISO 4217 currency (CNY).");
    public static readonly Option<string?> BrandPower = Text(
        "--brand-power", "NAME=0.9,…", "What words in the products' brand column stand for, from 0 to 1.");
    public static readonly Option<string?> ProductKey = Text(
        "--product-key", "COLUMN", "A column of the products file, such as a category, that plays the product.");
    public static readonly Option<bool> EveryBuyerLinked = new("--every-buyer-linked")
    {
        Description = "No links file: count every buyer as linked by an account since the first order. The report says so.",
    };

    public static readonly Option<bool> ExplainColumns = new("--explain-columns")
    {
        Description = "Print how each file was understood, and which column was taken for which field; make no report.",
    };

    public static readonly Option<string?> SaveMapping = Text(
        "--save-mapping", "FILE", "Write what was understood to a mapping file (JSON), to read it in the same way next time.");
    public static readonly Option<string?> Mapping = Text("--mapping", "FILE", "A mapping file; what is typed goes before what it says.");
    public static readonly Option<bool> Init = new("--init")
    {
        Description = "Write templates of all files into this folder; then shopreport without --orders reads the files of the folder.",
    };

    public static readonly Option<string?> Lang = Text("--lang", "en|zh", "The language of tables and report (en).");
    public static readonly Option<int> Top = new(
        "--top")
    { HelpName = "N", Description = "How many products are shown (20).", DefaultValueFactory = static _ => 20 };
    public static readonly Option<bool> Quiet = new("--quiet") { Description = "Print nothing but problems." };
    public static readonly Option<bool> NoProgress = new("--no-progress")
    {
        Description = "Do not say on standard error how far the work is.",
    };

    public static readonly Option<string?> Out = Text("--out", "FILE", "Where the report goes (shop-report.html).");
    public static readonly Option<string?> Errors = Text("--errors", "FILE", "Writes all rows that were not used to a CSV file.");

    public static readonly Option<string> RulesUntilNow = new("--rules")
    {
        HelpName = "FILE",
        Description = "The document of the rules until now (JSON; see docs/shop-rules.md).",
        Required = true,
    };

    public static readonly Option<string> OtherRules = new("--with")
    {
        HelpName = "FILE",
        Description = "The document of the other rules.",
        Required = true,
    };

    public static readonly Option<int> FollowDays = new("--follow-days")
    {
        HelpName = "N",
        Description = "How many days customers are followed after a touch, from 1 to 365 (14).",
        DefaultValueFactory = static _ => 14,
    };

    public static readonly Command Compare = new(
        "compare", "Shows the shop's past under two documents of rules: what differs in words, and whom the difference touches.")
    {
        RulesUntilNow, OtherRules, FollowDays,
    };

    public static RootCommand Root { get; } = Make();

    private static RootCommand Make()
    {
        var root = new RootCommand("""
            Reads a shop's files, applies the rules of PrivateDomain.Core to them, prints tables and writes one self-contained HTML report.

            Exit codes: 0 = all rows were used; 1 = the report is made,
            but some rows were not used (they are listed); 2 = it cannot be made (usage, missing file or column, no order).
            """);
        Option[] options =
        [
            Orders, Payments, Refunds, Products, Links, Campaigns, Costs, Interactions, InteractionKind, Touches, TouchDates, TouchKind,
            Programme, Plan, Segments,
            Traits, RepeatOrders, Map, Status, AmountPer, Carrier,
            NoHeader, Delimiter, Encoding, Decimal, DateFormat, DateOrder, JoinDays, AsOf, At, From,
            Zone, Currency, BrandPower, ProductKey, EveryBuyerLinked, Lang, Top, Quiet, NoProgress, Out, Errors,
            ExplainColumns, SaveMapping, Mapping, Init,
        ];
        foreach (Option option in options)
        {
            option.Recursive = true; // the files are given to the commands alike
            root.Options.Add(option);
        }

        // A command that has others is run only where it says that it does something; what it does is App's.
        root.SetAction(static _ => App.Fine);
        Compare.SetAction(static _ => App.Fine);
        root.Subcommands.Add(Compare);

        return root;
    }

    private static Option<string?> Text(string name, string helpName, string description) =>
        new(name) { HelpName = helpName, Description = description };
}
