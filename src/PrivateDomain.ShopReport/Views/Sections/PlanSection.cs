using PrivateDomain.Core;
using PrivateDomain.Core.Growth;

namespace PrivateDomain.ShopReport.Views.Sections;

/// <summary>Plan and actual, the largest lever first (目标与数据模型).</summary>
internal sealed class PlanSection(Texts texts) : ISection
{
    public void Print(ReportModel model, ConsoleView console)
    {
        if (model.Plan is not { } part)
        {
            return;
        }

        if (Gap(part) is not { } gap)
        {
            console.Line($"{texts.PlanTitle}: {Missing(part)}");
            return;
        }

        console.Line($"{texts.PlanTitle}: {Headline(part, gap)}");
        console.Table(texts.PlanTitle, 1, Header, Rows(part, gap));
    }

    public void Write(ReportModel model, Html html)
    {
        if (model.Plan is not { } part)
        {
            return;
        }

        html.Section(texts.PlanTitle, texts.PlanMeaning, Gap(part), Missing(part), gap =>
        {
            html.Element("p", Headline(part, gap));
            html.List(gap.SalesParts.Take(1).Select(each => each.Sentence.In(texts.Language)));
            html.Table(texts.PlanTitle, 1, Header, Rows(part, gap));
            if (gap.ByChannel.Count > 1)
            {
                html.Folded(texts.ByChannel, 2, [texts.Channel, .. Header], gap.ByChannel.SelectMany(each =>
                    each.Value.Select(one => new[] { each.Key }.Concat(
                        Row(one, each.Value.Sum(static x => x.Part.Amount) < 0m, one.Planned, one.Actual)))));
            }
        });
    }

    private string[] Header => [texts.Factor, texts.PlannedColumn, texts.Found, texts.ShareOfGap, texts.NeededAlone];

    private static PlanGap? Gap(PlanPart part) => part.Gap is { } answer && answer.TryGet(out PlanGap? gap) ? gap : null;

    private string Missing(PlanPart part) => part switch
    {
        { State: PlanState.LinksUnknown } => texts.LinksUnknown,
        { State: PlanState.NotOver } => texts.PlanNotOver(part.Period.End),
        { Gap: { HasValue: false } gap } => gap.Reasons[0].ToString(texts.Language),
        _ => "",
    };

    private string Headline(PlanPart part, PlanGap gap) => texts.PlanHeadline(part, gap.Sales);

    // Over several channels the factors of all of them together, for people to compare; the parts are those of the channels, added.
    private IEnumerable<string[]> Rows(PlanPart plan, PlanGap gap) => gap.SalesParts.Select(part => Row(
        part, gap.Sales.IsNegative, Known(PlanPart.Total(plan.Planned, part)), Known(PlanPart.Total(plan.Actual, part))));

    private static decimal? Known(Ratio ratio) => ratio.IsKnown ? ratio.Value : null;

    private string[] Row(GapPart part, bool isShort, decimal? planned, decimal? actual) =>
    [
        part.Name.In(texts.Language),
        planned is { } wanted ? Figure(part, wanted) : "–",
        actual is { } was ? Figure(part, was) : "–",
        Show.Money(part.Part),
        !isShort ? "–"
            : part is { IsEnoughAlone: false } ? texts.NotAlone
            : part.Needed is { } needed ? Figure(part, needed)
            : part.NeededTimes is { } times ? texts.TimesInEach(times)
            : "–",
    ];

    private static string Figure(GapPart part, decimal value) => part.Steps.All(static step =>
        step is FunnelStep.AddRate or FunnelStep.Acceptance or FunnelStep.FirstPurchase)
        ? Show.PercentToCompare(value)
        : Show.Count(decimal.Round(value, 2, MidpointRounding.AwayFromZero));
}
