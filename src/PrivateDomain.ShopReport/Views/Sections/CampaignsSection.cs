namespace PrivateDomain.ShopReport.Views.Sections;

/// <summary>What campaigns cost for a follower and for a retained customer.</summary>
internal sealed class CampaignsSection(Texts texts) : ISection
{
    private const int ShownAtFirst = 10;

    public void Print(ReportModel model, ConsoleView console) => console.Part(
        texts.CampaignsTitle, model.Campaigns.IsEmpty ? null : model, texts.NoCampaigns, _ =>
            console.Table(texts.CampaignsTitle, 2, Header, Rows(model)));

    public void Write(ReportModel model, Html html) => html.Section(
        texts.CampaignsTitle, null, model.Campaigns.IsEmpty ? null : model, texts.NoCampaigns,
        _ => html.List(
            texts.CampaignsTitle, 2, Header,
            Rows(model).Select(static row => row.Select(static text => (Cell)text)), ShownAtFirst),
        "full");

    private string[] Header =>
        [texts.Campaign, texts.Channel, texts.PerFollower, texts.PerRetained, texts.Gained, texts.RetainedNow, texts.Spend];

    private IEnumerable<string[]> Rows(ReportModel model) => model.Campaigns.Select(each => new[]
    {
        each.Name,
        each.Channel,
        Show.Money(each.PerFollower, texts.Language),
        each.PerRetained is { } cost ? Show.Money(cost, texts.Language) : texts.Unknown,
        Show.Count(each.Gained),
        each.Retained is { } retained ? Show.Count(retained) : texts.Unknown,
        Show.Money(each.Spend),
    });
}
