using PrivateDomain.Core.Knowledge;

namespace PrivateDomain.ShopReport.Views.Sections;

/// <summary>Verified needs and depth of service (需求与了解); left out where the files tell neither.</summary>
internal sealed class KnowledgeSection(Texts texts) : ISection
{
    public void Print(ReportModel model, ConsoleView console)
    {
        if (model.Knowledge is not { } part)
        {
            return;
        }

        if (!part.Needs.IsEmpty)
        {
            console.Table(texts.NeedsTitle, 1, NeedHeader, NeedRows(part));
        }

        if (part.Depth is { } depth)
        {
            console.Line($"{texts.DepthTitle}: {Show.Percent(depth, texts)}");
            console.Table(texts.DepthTitle, 1, TopicHeader, TopicRows(part));
        }
    }

    public void Write(ReportModel model, Html html)
    {
        if (model.Knowledge is not { } part)
        {
            return;
        }

        html.Section(texts.KnowledgeTitle, texts.KnowledgeMeaning, part, "", _ =>
        {
            if (!part.Needs.IsEmpty)
            {
                html.Table(texts.NeedsTitle, 1, NeedHeader, NeedRows(part));
            }

            if (part.Depth is { } depth)
            {
                html.Element("p", $"{texts.DepthTitle}: {Show.Percent(depth, texts)}")
                    .Table(texts.DepthTitle, 1, TopicHeader, TopicRows(part));
            }
        });
    }

    private string[] NeedHeader =>
    [
        texts.ProductGroup,
        .. Enum.GetValues<NeedState>().Reverse().Select(state => state.Name().In(texts.Language)),
    ];

    private string[] TopicHeader => [texts.Topic, texts.KnownOf, texts.OutOfDateOf, texts.AskNext];

    private static IEnumerable<string[]> NeedRows(KnowledgePart part) => part.Needs.Select(static line => new[] { line.Group }
        .Concat(line.Customers.Reverse().Select(static count => Show.Count(count))).ToArray());

    private IEnumerable<string[]> TopicRows(KnowledgePart part) => part.Topics.Select(line => new[]
    {
        line.Label.In(texts.Language), Show.Count(line.Known), Show.Count(line.Stale), Show.Count(line.AskNext),
    });
}
