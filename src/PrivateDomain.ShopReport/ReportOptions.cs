using System.Collections.Immutable;
using NodaTime;
using PrivateDomain.Core;
using PrivateDomain.Core.Customers;
using PrivateDomain.ShopReport.Reading;
using PrivateDomain.ShopReport.Reading.Tables;

namespace PrivateDomain.ShopReport;

/// <summary>What the command line asks for, read and checked.</summary>
internal sealed record ReportOptions
{
    /// <summary>The files of orders, one or several.</summary>
    public required ImmutableArray<string> OrderFiles { get; init; }

    /// <summary>Their names, for messages.</summary>
    public string Orders => string.Join(", ", OrderFiles);

    /// <summary>The payments of orders whose file has no amounts.</summary>
    public string? Payments { get; init; }

    /// <summary>Money given back, where it stands in a file of its own.</summary>
    public string? Refunds { get; init; }

    /// <summary>What further words of a status column mean.</summary>
    public ImmutableDictionary<string, OrderStatus> StatusWords { get; init; } =
        ImmutableDictionary.Create<string, OrderStatus>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The decimal mark of all numbers; null is found from each column.</summary>
    public char? DecimalMark { get; init; }

    /// <summary>The order of day and month in all dates; unknown is found from each column.</summary>
    public DateOrder DateOrder { get; init; }

    /// <summary>Whether amounts are those of rows or of orders; unknown is found from the files.</summary>
    public AmountPer AmountPer { get; init; }

    /// <summary>The carrier of links whose file names none.</summary>
    public string? Carrier { get; init; }

    public string? Products { get; init; }

    public string? Links { get; init; }

    public string? Campaigns { get; init; }

    public string? Costs { get; init; }

    /// <summary>What customers did; null when it is not known.</summary>
    public string? Interactions { get; init; }

    /// <summary>The kind of interactions that name none.</summary>
    public EventKind InteractionKind { get; init; }

    /// <summary>What was sent to customers; null when it is not known.</summary>
    public string? Touches { get; init; }

    /// <summary>When campaigns were sent, for touches that name a campaign and no date.</summary>
    public string? TouchDates { get; init; }

    /// <summary>The kind of touches that name none.</summary>
    public TouchKind TouchKind { get; init; }

    /// <summary>A referral programme to try out.</summary>
    public string? Programme { get; init; }

    /// <summary>What was planned for a period, by channel.</summary>
    public string? Plan { get; init; }

    /// <summary>The segments to count.</summary>
    public string? Segments { get; init; }

    /// <summary>What researched customers answered.</summary>
    public string? Traits { get; init; }

    /// <summary>From how many orders on a customer is a repeat buyer, for what repeat buyers have in common.</summary>
    public int RepeatOrders { get; init; } = 2;

    public required string Out { get; init; }

    public string? Errors { get; init; }

    /// <summary>How the orders file is written; the other files are comma-separated with a header.</summary>
    public required CsvFormat OrdersFormat { get; init; }

    public required ColumnMap Columns { get; init; }

    public required DateReader Dates { get; init; }

    public required Shop Shop { get; init; }

    public bool JoinDays { get; init; }

    /// <summary>The last day that is seen, as a whole; null is the day of the last order.</summary>
    public LocalDate? AsOf { get; init; }

    /// <summary>When to ask who may be written to, in the shop's time; null is 10:00 on the day after the last.</summary>
    public LocalDateTime? At { get; init; }

    /// <summary>Where weeks and product figures begin; orders before it still count as earlier orders.</summary>
    public LocalDate? From { get; init; }

    /// <summary>What the words in the products' brand column stand for, 0 to 1.</summary>
    public ImmutableDictionary<string, decimal> BrandPower { get; init; } = ImmutableDictionary<string, decimal>.Empty;

    /// <summary>The column of the products file that plays the product; null is the product itself.</summary>
    public string? ProductKey { get; init; }

    public bool EveryBuyerLinked { get; init; }

    /// <summary>Whether to say how files were understood, instead of making a report.</summary>
    public bool ExplainsColumns { get; init; }

    /// <summary>Where to write what was understood.</summary>
    public string? SaveMapping { get; init; }

    public Language Language { get; init; }

    public int Top { get; init; }

    public bool Quiet { get; init; }

    /// <summary>Whether this is the shop that ships with the program.</summary>
    public bool IsShippedShop { get; init; }

    public CsvFormat OtherFormat => OrdersFormat with { Delimiter = null, HasHeader = true };
}
