using PrivateDomain.Core.Replay;
using PrivateDomain.Core.Research;

namespace PrivateDomain.ShopReport.Views;

/// <summary>Two documents of rules over one past, on the console and as a page.</summary>
internal sealed class CompareView(Texts texts)
{
    private const int NamedMax = 5;

    public void Print(ComparePart part, ConsoleView console)
    {
        console.Line(Title(part));
        console.Line("");
        console.Line(texts.WhatDiffers);
        foreach (string difference in Differences(part))
        {
            console.Line("  · " + difference);
        }

        console.Line("");
        console.Table(texts.OtherStages, 2, StageHeader, ShiftRows(part.Replay.Stages.Select(static each => (each, ""))));
        console.Table(texts.OtherSegments, 3, SegmentHeader, SegmentRows(part));
        console.Line(texts.TouchesSent(part));
        if (part.Replay.Touches.Sent > 0)
        {
            console.Table(texts.HowTheyFared(part), 1, OutcomeHeader, OutcomeRows(part.Replay.Touches));
            console.Line(part.Replay.Touches.Warning.ToString(texts.Language));
        }
    }

    public string Render(ComparePart part)
    {
        var body = new Html(new Dictionary<Core.CustomerId, int>());
        body.Section(texts.WhatDiffers, () => body.List(Differences(part)), "full");
        body.Section(texts.OtherStages, () => body
            .Table(texts.OtherStages, 2, StageHeader, ShiftRows(part.Replay.Stages.Select(static each => (each, "")))));
        body.Section(texts.OtherSegments, () => body.Table(texts.OtherSegments, 3, SegmentHeader, SegmentRows(part)));
        body.Section(texts.TouchesAgain, () =>
        {
            body.Element("p", texts.TouchesSent(part));
            if (part.Replay.Touches.Sent > 0)
            {
                body.Table(texts.HowTheyFared(part), 1, OutcomeHeader, OutcomeRows(part.Replay.Touches))
                    .Element("p", part.Replay.Touches.Warning.ToString(texts.Language), "note");
            }
        });
        return PageHead.Write(new Html(new Dictionary<Core.CustomerId, int>()), texts.Tag, Title(part))
            .Raw("<div class=\"page\">\n<header class=\"top\">\n")
            .Element("h1", texts.CompareTitle)
            .Element("p", texts.CompareMeaning(part), "quiet")
            .Raw("</header>\n<div class=\"body\">\n<main id=\"main\">\n").Raw(body.ToString())
            .Raw("</main>\n</div>\n</div>\n</body>\n</html>\n").ToString();
    }

    private string Title(ComparePart part) => $"{texts.CompareTitle} · {texts.CompareMeaning(part)}";

    private IEnumerable<string> Differences(ComparePart part) => part.Differences.IsEmpty
        ? [texts.NothingDiffers]
        : part.Differences.Select(difference => difference.ToString(texts.Language));

    private string[] StageHeader => [texts.StageUntilNow, texts.StageUnderOther, texts.Customers, texts.Among];

    private string[] SegmentHeader => [texts.SegmentColumn, texts.UntilNow, texts.UnderOther, texts.Customers, texts.Among];

    private string[] OutcomeHeader => [texts.InTheDaysAfter, texts.WithStopped, texts.WithoutStopped, texts.DifferenceWord];

    private IEnumerable<string[]> SegmentRows(ComparePart part) =>
        ShiftRows(part.Replay.Segments.Select(static each => (each, each.Subject)));

    private IEnumerable<string[]> ShiftRows(IEnumerable<(ReplayShift Shift, string Subject)> shifts) => shifts.Select(each => (string[])
    [
        .. each.Subject.Length > 0 ? [each.Subject] : Array.Empty<string>(),
        each.Shift.From.In(texts.Language), each.Shift.To.In(texts.Language), Show.Count(each.Shift.Customers.Length),
        string.Join(", ", each.Shift.Customers.Take(NamedMax).Select(static customer => customer.Text))
            + (each.Shift.Customers.Length > NamedMax ? " …" : ""),
    ]);

    private IEnumerable<string[]> OutcomeRows(TouchReplay touches) =>
    [
        Row(texts.Interacted, touches.Interaction), Row(texts.LinkWasLost, touches.LinkLost), Row(texts.BoughtSomething, touches.Purchase),
    ];

    private string[] Row(string what, SampleDifference fared) =>
    [
        what, Share(fared.Left), Share(fared.Right),
        fared.Difference.IsKnown
            ? $"{Show.Percent(fared.Difference, texts)} ({Show.Percent(fared.Lower, texts)} … {Show.Percent(fared.Upper, texts)})"
            : texts.Unknown,
    ];

    private string Share(SampleShare share) => share.Share.IsKnown
        ? $"{Show.Percent(share.Share, texts)} ({Show.Count(share.Having)}/{Show.Count(share.Asked)})"
        : texts.Unknown;
}
