using PrivateDomain.Core.Growth;
using PrivateDomain.Core.Outreach;

namespace PrivateDomain.ShopReport.Views;

/// <summary>The page's look: columns on a desk, cards on a phone, light and dark, and ink on paper.</summary>
internal static class Style
{
    public static string Sheet { get; } = Asset.Read("page.css");

    public static string ClassOf(GradeTone tone) => tone switch
    {
        GradeTone.Good => "good",
        GradeTone.Fair => "fair",
        GradeTone.Poor => "poor",
        _ => "bad",
    };

    public static string ClassOf(GrowthStanding standing) => standing switch
    {
        GrowthStanding.Holds => "holds",
        GrowthStanding.Tolerated => "tolerated",
        GrowthStanding.Fails => "fails",
        _ => "unmeasured",
    };

    public static string ClassOf(GrowthVerdict verdict) => verdict switch
    {
        GrowthVerdict.Scale => "holds",
        GrowthVerdict.Repair => "fails",
        _ => "tolerated",
    };

    public static string ClassOf(OutreachOutcome outcome) => outcome switch
    {
        OutreachOutcome.Allowed => "yes",
        OutreachOutcome.Deferred => "later",
        OutreachOutcome.Denied => "no",
        _ => "unsaid",
    };

    /// <summary>The icon of a mark, so that colour alone says nothing.</summary>
    public static string IconOf(string style) => style.Split(' ')[0] switch
    {
        "holds" or "good" or "yes" => "✓",
        "fails" or "bad" or "no" => "✗",
        "tolerated" or "fair" or "poor" => "!",
        "later" => "…",
        _ => "?",
    };
}
