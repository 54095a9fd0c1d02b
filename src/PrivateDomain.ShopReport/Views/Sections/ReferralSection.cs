using PrivateDomain.Core;
using PrivateDomain.Core.Referrals.Economics;

namespace PrivateDomain.ShopReport.Views.Sections;

/// <summary>What a referral programme would do: is the shop ready, what do newcomers cost, does it pay?</summary>
internal sealed class ReferralSection(Texts texts, Charts charts) : ISection
{
    public void Print(ReportModel model, ConsoleView console) =>
        console.Part(texts.ReferralTitle, model.Referral, texts.NoProgramme, part =>
    {
        console.Line($"{texts.ReferralTitle} · {texts.Plan(part)}");
        Say(console, texts.Readiness(part.Readiness), part.Readiness);
        Say(console, texts.Verdict(part.Verdict), part.Verdict);
        console.Table("", 1, [texts.Figure, ""], Figures(part));
        if (part.Sizes.TryGet(out var sizes))
        {
            console.Table("", 0, SizeHeader, sizes.Select(Size));
        }
    });

    public void Write(ReportModel model, Html html) => html.Section(texts.ReferralTitle, null, model.Referral, texts.NoProgramme, part =>
    {
        html.Element("p", texts.Plan(part), "quiet");
        Say(html, texts.Readiness(part.Readiness), part.Readiness);
        Say(html, texts.Verdict(part.Verdict), part.Verdict);
        if (part.Curve.TryGet(out var curve))
        {
            html.Element("h3", texts.CurveTitle)
                .Legend(("no", texts.Costs), ("yes", texts.BringsIn))
                .Raw(charts.BreakEven(curve)).Element("p", texts.CurveSentence(curve[1]), "quiet");
        }

        if (part.Sizes.TryGet(out var sizes))
        {
            html.Table(texts.Newcomers, 0, SizeHeader, sizes.Select(Size));
        }

        html.Table(texts.Figure, 1, [texts.Figure, ""], Figures(part));
    });

    private string[] SizeHeader => [texts.Newcomers, texts.Costs, texts.Left];

    private static string[] Size(EconomicsPoint point) => [Show.Count(point.Successes), Show.Money(point.Cost), Show.Money(point.Profit)];

    private IEnumerable<string[]> Figures(ReferralPart part) =>
    [
        [texts.CostPerSuccess, Show.Money(part.Economics.CostPerSuccess, texts.Language)],
        [texts.CostPerGenuine, Show.Money(part.Economics.CostPerGenuine, texts.Language)],
        [texts.CostPerRetained, Show.Money(part.Economics.CostPerRetained, texts.Language)],
        [texts.BreakEvenReward, Show.Money(part.Economics.BreakEvenReward, texts.Language)],
        [texts.LargestReward, part.LargestReward.TryGet(out Money reward) ? Show.Money(reward) : texts.NoReward],
    ];

    private void Say(ConsoleView console, string sentence, Decision decision)
    {
        console.Line(sentence);
        foreach (Reason reason in decision.Reasons)
        {
            console.Line($"  – {reason.ToString(texts.Language)}");
        }
    }

    private void Say(Html html, string sentence, Decision decision)
    {
        html.Element("p", sentence, "lead");
        if (!decision.IsAllowed)
        {
            html.List(decision.Reasons.Select(reason => reason.ToString(texts.Language)));
        }
    }
}
