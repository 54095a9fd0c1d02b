namespace PrivateDomain.Core.Value;

/// <summary>The names of this area's kinds for people, in English and Chinese (客户价值的中英文名称).</summary>
/// <remarks>A value outside its enumeration has no name: <see cref="ArgumentOutOfRangeException"/>.</remarks>
public static class ValueNames
{
    /// <summary>The name of a kind of change in spend (消费变化名称).</summary>
    /// <param name="change">The kind.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public static Bilingual Name(this SpendChange change) => change switch
    {
        SpendChange.None => new("bought in neither period", "两期均未购买"),
        SpendChange.Won => new("won", "新增"),
        SpendChange.Returned => new("returned", "回流"),
        SpendChange.Grown => new("grown", "增长"),
        SpendChange.Kept => new("kept", "持平"),
        SpendChange.Shrunk => new("shrunk", "下降"),
        SpendChange.Stopped => new("stopped", "停购"),
        _ => throw Choices.Undefined(change),
    };

    internal static Bilingual Recency { get; } = new("number of days since the last order", "最近一次消费天数");

    internal static Bilingual Frequency { get; } = new("number of orders", "消费频率");

    internal static Bilingual Monetary { get; } = new("spend", "消费金额");
}
