namespace PrivateDomain.Core.Internals.Documents;

/// <summary>What a figure, a text or a list has to be, in words: the one vocabulary of the "required" side of mistakes.</summary>
internal static class Wanted
{
    internal static Bilingual Text { get; } = new("a visible text", "可见文字");

    internal static Bilingual ZeroOrMore { get; } = new("0 or more", "0 或以上");

    internal static Bilingual Share { get; } = new("a share from 0 to 1", "0 到 1 之间的比例");

    internal static Bilingual NoTime { get; } = new("two different times", "两个不同的时刻");

    internal static Bilingual Entry { get; } = new("an entry", "内容");

    internal static Bilingual List { get; } = new("a list", "列表");

    internal static Bilingual Amount { get; } = new("an amount with a currency", "带币种的金额");

    internal static Bilingual From(string least, string most) => new($"{least} to {most}", $"{least} 到 {most}");

    /// <summary>A range whose ends may be left out, or stand for no limit (null).</summary>
    internal static Bilingual Range(ReasonValue? least, ReasonValue? most, bool above, bool below)
    {
        return new Bilingual(In(Language.English), In(Language.SimplifiedChinese));

        string In(Language language)
        {
            bool english = language == Language.English;
            string? low = least?.ToString(language);
            string? high = most?.ToString(language);
            return (low, high) switch
            {
                (null, null) => english ? "any value" : "任意值",
                (null, _) => below ? (english ? $"below {high}" : $"小于 {high}") : english ? $"at most {high}" : $"不超过 {high}",
                (_, null) => above ? (english ? $"above {low}" : $"大于 {low}") : english ? $"at least {low}" : $"不低于 {low}",
                _ when !above && !below => english ? $"{low} to {high}" : $"{low} 到 {high}",
                _ => english
                    ? $"{(above ? "above" : "at least")} {low} and {(below ? "below" : "at most")} {high}"
                    : $"{(above ? "大于" : "不低于")} {low} 且{(below ? "小于" : "不超过")} {high}",
            };
        }
    }
}
