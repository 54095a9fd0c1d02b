namespace PrivateDomain.Core.Internals.Documents;

/// <summary>What a figure of a policy counts.</summary>
internal static class Unit
{
    internal static Bilingual None { get; } = new("", "");

    internal static Bilingual Share { get; } = new("share, 0.1 = 10 %", "比例，0.1 即 10 %");

    internal static Bilingual Times { get; } = new("times", "倍");

    internal static Bilingual Points { get; } = new("points", "分");

    internal static Bilingual Seconds { get; } = new("seconds", "秒");

    internal static Bilingual Hours { get; } = new("hours", "小时");

    internal static Bilingual Days { get; } = new("days", "天");

    internal static Bilingual Months { get; } = new("months", "个月");

    internal static Bilingual Periods { get; } = new("periods", "期");

    internal static Bilingual Time { get; } = new("a length of time", "时长");

    internal static Bilingual Money { get; } = new("money", "金额");

    internal static Bilingual Customers { get; } = new("customers", "位客户");

    internal static Bilingual Members { get; } = new("members", "位成员");

    internal static Bilingual People { get; } = new("people", "人");

    internal static Bilingual Messages { get; } = new("messages", "条消息");

    internal static Bilingual Orders { get; } = new("orders", "个订单");

    internal static Bilingual Items { get; } = new("entries", "项");

    /// <summary>A value with what it counts, such as "30 members" and "1 day"; where the unit says how to read the value, the value
    /// alone.</summary>
    internal static Bilingual Say(ReasonValue value, Bilingual unit)
    {
        Bilingual said = FigureText.Of(value);
        if (unit == None || unit == Share || unit == Time || unit == Money || value.Content is Bilingual)
        {
            return said;
        }

        string english = !value.IsOne ? unit.English
            : unit == People ? "person"
            : unit == Items ? "entry"
            : unit.English.TrimEnd('s');
        return new($"{said.English} {english}", $"{said.Chinese} {unit.Chinese}");
    }
}
