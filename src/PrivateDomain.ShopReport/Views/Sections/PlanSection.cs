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
        console.Table(texts.PlanTitle, 1, Header, Rows(gap));
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
            html.Table(texts.PlanTitle, 1, Header, Rows(gap));
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

    private IEnumerable<string[]> Rows(PlanGap gap) => gap.SalesParts.Select(part => new[]
    {
        part.Name.In(texts.Language),
        part.Planned is { } planned ? Figure(part, planned) : "–",
        part.Actual is { } actual ? Figure(part, actual) : "–",
        Show.Money(part.Part),
        gap.Sales.Amount >= 0m ? "–"
            : part is { IsEnoughAlone: false } ? texts.NotAlone
            : part.Needed is { } needed ? Figure(part, needed)
            : part.NeededTimes is { } times ? texts.TimesInEach(times)
            : "–",
    });

    private static string Figure(GapPart part, decimal value) => part.Steps.All(static step =>
        step is FunnelStep.AddRate or FunnelStep.Acceptance or FunnelStep.FirstPurchase)
        ? Show.PercentToCompare(value)
        : Show.Count(decimal.Round(value, 2, MidpointRounding.AwayFromZero));
}
