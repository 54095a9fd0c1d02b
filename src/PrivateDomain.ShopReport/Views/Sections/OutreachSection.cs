using System.Collections.Immutable;
using PrivateDomain.Core;

namespace PrivateDomain.ShopReport.Views.Sections;

/// <summary>Who may be sold to today, who later, and why not.</summary>
internal sealed class OutreachSection(Texts texts, Charts charts, ReportOptions options) : ISection
{
    private const int ReasonsMax = 3;
    private const int NamedOnConsole = 3;

    public void Print(ReportModel model, ConsoleView console) =>
        console.Part(texts.OutreachTitle, model.Relationships?.Outreach, texts.LinksUnknown, part =>
    {
        console.Table(texts.OutreachTitle, 2, Header, Kinds(part));
        console.Line(texts.AskedAt(part.At.InZone(options.Shop.Zone)));
        if (!part.AreTouchesKnown)
        {
            console.Line(texts.NoTouches);
        }

        console.Table(
            "",
            9,
            [texts.Customer, texts.Stage, texts.Answer, texts.WhyNot],
            new[] { part.Allowed, part.Deferred, part.Denied, part.Undecidable }
                .SelectMany(static each => each.Take(NamedOnConsole)).Select(Row));
    });

    public void Write(ReportModel model, Html html) =>
        html.Section(texts.OutreachTitle, null, model.Relationships?.Outreach, texts.LinksUnknown, part =>
    {
        html.Element("p", texts.AskedAt(part.At.InZone(options.Shop.Zone)), "quiet")
            .Legend(("yes", texts.Allowed), ("later", texts.Deferred), ("no", texts.Denied), ("unsaid", texts.Undecidable))
            .Raw(charts.Answers(part));
        if (!part.AreTouchesKnown)
        {
            html.Element("p", texts.NoTouches, "note");
        }

        foreach (TouchPart each in part.Kinds.Where(static each => !each.Reasons.IsEmpty))
        {
            html.Element("p", $"{texts.NameOf(each.Kind)} – {texts.LeadingReasons}: {Reasons(each)}", "quiet");
        }

        html.Element("h3", $"{texts.PromotionTo}?");
        Names(html, texts.AllowedTitle, part.Allowed);
        Names(html, texts.DeferredTitle, part.Deferred);
        Names(html, texts.DeniedTitle, part.Denied);
        Names(html, texts.UndecidableTitle, part.Undecidable);
    });

    private string[] Header =>
        [texts.TouchKindColumn, texts.LeadingReasons, texts.Allowed, texts.Deferred, texts.Denied, texts.Undecidable];

    private IEnumerable<string[]> Kinds(OutreachPart part) => part.Kinds.Select(each => new[]
    {
        texts.NameOf(each.Kind),
        Reasons(each),
        Show.Count(each.Allowed),
        Show.Count(each.Deferred),
        Show.Count(each.Denied),
        Show.Count(each.Undecidable),
    });

    private string Reasons(TouchPart part) =>
        string.Join(", ", part.Reasons.Take(ReasonsMax).Select(each => $"{texts.Short(each.Reason)} {Show.Count(each.Count)}"));

    private string[] Row(Asked asked) =>
    [
        asked.Customer.Facts.Customer.Text,
        texts.NameOf(asked.Customer.Stage),
        texts.AnswerOf(asked.Decision, options.Shop.Zone),
        string.Join(", ", asked.Decision.Reasons.Select(reason => texts.Short(reason.Definition))),
    ];

    private void Names(Html html, string title, ImmutableArray<Asked> asked)
    {
        html.Element("p", title, "lead");
        if (asked.IsEmpty)
        {
            html.Element("p", texts.Nobody, "quiet");
            return;
        }

        html.Raw("<ul class=\"names\">");
        foreach (Asked each in asked)
        {
            string[] row = Row(each);
            string when = each.Decision.Until is null ? "" : $" · {row[2]}";
            html.Raw("<li>").Element("strong", row[0])
                .Element("span", $"{row[1]} · {Show.Money(each.Customer.Facts.Spend)}{when}", "quiet");
            foreach (Reason reason in each.Decision.Reasons)
            {
                html.Element("div", reason.ToString(texts.Language, options.Shop.Zone));
            }

            html.Raw("</li>");
        }

        html.Raw("</ul>\n");
    }
}
