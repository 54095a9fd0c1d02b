using System.Collections.Immutable;
using System.Globalization;
using ShopReport.Reading;

namespace ShopReport.Views;

/// <summary>The report's tables as texts, for console and page alike.</summary>
internal static class Rows
{
    public static IEnumerable<string[]> Retained(RetainedPart part, Texts texts) =>
    [
        [texts.Flow, Show.Count(part.Flow)],
        [texts.Buyers, Show.Count(part.Buyers)],
        [texts.Linked, Show.Count(part.Linked)],
        [texts.RetainedCustomers, Show.Count(part.Retained)],
        [texts.Ineffective, Show.Count(part.Ineffective)],
        [texts.RetainedRatio, Show.Percent(part.Share, texts)],
    ];

    public static IEnumerable<string[]> Weeks(IEnumerable<WeekOfOrders> weeks) =>
        weeks.Select(static week => new[] { Show.Date(week.Monday), Show.Count(week.First), Show.Count(week.Repeat) });

    public static string[] CampaignHeader(Texts texts) =>
        [texts.Campaign, texts.PerFollower, texts.PerRetained, texts.Gained, texts.RetainedNow, texts.Spend, texts.Channel];

    public static IEnumerable<string[]> Campaigns(ImmutableArray<CampaignPart> campaigns, Texts texts) => campaigns.Select(each => new[]
    {
        each.Name,
        Show.Money(each.PerFollower, texts.Language),
        each.PerRetained is { } cost ? Show.Money(cost, texts.Language) : texts.Unknown,
        Show.Count(each.Gained),
        each.Retained is { } retained ? Show.Count(retained) : texts.Unknown,
        Show.Money(each.Spend),
        each.Channel,
    });

    public static IEnumerable<string[]> Upkeep(UpkeepPart part, Texts texts) =>
    [
        .. part.Parts.Select(each => new[] { each.Name.In(texts.Language), Show.Money(each.Amount) }),
        [texts.Total, Show.Money(part.Total)],
    ];

    public static IEnumerable<string[]> Payback(PaybackPart part) => part.Curve.Select(static (sum, month) => new[] { Show.Count(month), Show.Money(sum) });

    public static IEnumerable<string[]> Values(ImmutableArray<ValuePart> values, Texts texts) =>
        values.Select(each => new[] { each.Name.In(texts.Language), each.Meaning.In(texts.Language), Show.Money(each.Value, texts.Language) });

    public static string[] ProblemHeader(Texts texts) => [texts.File, texts.Line, texts.Column, texts.Reason];

    public static IEnumerable<string[]> Problems(IEnumerable<RowProblem> problems, Texts texts) =>
        problems.Select(each => new[] { each.File, each.Line.ToString(CultureInfo.InvariantCulture), each.Column, each.Reason.In(texts.Language) });
}
