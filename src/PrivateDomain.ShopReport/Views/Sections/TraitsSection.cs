using PrivateDomain.Core.Research;

namespace PrivateDomain.ShopReport.Views.Sections;

/// <summary>What repeat buyers have in common, with how sure that is.</summary>
internal sealed class TraitsSection(Texts texts) : ISection
{
    private const int Shown = 8;

    public void Print(ReportModel model, ConsoleView console) => console.Part(texts.TraitsTitle, model.Traits, texts.NoTraits, part =>
    {
        console.Line(texts.TraitsAsked(part));
        console.Table(texts.TraitsTitle, 1, Header, Rows(part));
    });

    public void Write(ReportModel model, Html html) =>
        html.Section(texts.TraitsTitle, texts.TraitsMeaning, model.Traits, texts.NoTraits, part => html
        .Element("p", texts.TraitsAsked(part), "quiet")
        .Table(texts.TraitsTitle, 1, Header, Rows(part)));

    private string[] Header => [texts.Trait, texts.RepeatBuyers, texts.OtherCustomers, texts.Lift, texts.Sure];

    private IEnumerable<string[]> Rows(TraitsPart part) => part.Findings.Take(Shown).Select(each => new[]
    {
        each.Trait,
        Share(each.RepeatBuyers),
        Share(each.Others),
        each.Lift.IsKnown ? Show.Score((double)each.Lift.Value) + " ×" : "–",
        each.Warnings.IsEmpty ? texts.Yes : texts.No,
    });

    private string Share(SampleShare share) => !share.Share.IsKnown
        ? texts.Unknown
        : $"{Show.Percent(share.Share, texts)} ({Show.Percent(share.Lower, texts)}–{Show.Percent(share.Upper, texts)})";
}
