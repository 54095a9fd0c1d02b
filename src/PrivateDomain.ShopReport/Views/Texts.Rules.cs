namespace PrivateDomain.ShopReport.Views;

/// <summary>The words on the shop's rules.</summary>
internal sealed partial class Texts
{
    public string RulesWord => Say("Our rules", "本店规则");

    public string RulesMeaning => Say(
        "Every figure that this report was judged by; what the shop changed comes first. The library's own figures are no law: a shop "
            + "that knows better states its own.",
        "本报告依据的全部数值，本店改动过的排在最前。本库自定的数值并非定律：更了解自己的店铺应写明自己的数值。");

    public string RulesPart => Say("Rules", "规则");

    public string RulesFigure => Say("Figure", "项目");

    public string RulesValue => Say("Ours", "本店");

    public string RulesDefault => Say("Default", "默认");

    public string RulesRange => Say("May be", "范围");

    public string RulesSource => Say("Default's source", "默认值来源");
}
