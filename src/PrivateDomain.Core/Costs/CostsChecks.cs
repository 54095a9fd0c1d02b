namespace PrivateDomain.Core.Costs;

/// <summary>The checks that the makers of this area share.</summary>
internal static class CostsChecks
{
    /// <summary>Records a negative cost.</summary>
    /// <exception cref="ArgumentException">The money has no currency: a forgotten argument.</exception>
    public static PolicyCheck NeedsCost(this PolicyCheck check, Money cost, string name) =>
        check.Needs(!NeedsCurrency(cost, name).IsNegative, name, CostsReasons.NegativeCost, found: cost, required: 0m);

    /// <summary>Throws for money without a currency, which is a forgotten argument.</summary>
    /// <exception cref="ArgumentException">The money has no currency.</exception>
    public static Money NeedsCurrency(Money money, string name) =>
        money.Currency.IsNone ? throw new ArgumentException($"Money needs a currency, but it was \"{money.Currency.Code}\".", name) : money;

    /// <summary>What was recorded, as the reasons why there is no value.</summary>
    public static Answer<T> Refusal<T>(this PolicyCheck check)
        where T : notnull =>
        Answer<T>.Refused([.. check.Mistakes.Select(static mistake => mistake.Reason)]);
}
