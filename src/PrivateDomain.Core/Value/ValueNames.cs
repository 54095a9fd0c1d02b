namespace PrivateDomain.Core.Value;

/// <summary>The names of the measures for people.</summary>
internal static class ValueNames
{
    internal static Bilingual Recency { get; } = new("number of days since the last order", "最近一次消费天数");

    internal static Bilingual Frequency { get; } = new("number of orders", "消费频率");

    internal static Bilingual Monetary { get; } = new("spend", "消费金额");
}
