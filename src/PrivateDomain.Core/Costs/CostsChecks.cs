namespace PrivateDomain.Core.Costs;

/// <summary>What the formulas of this area share.</summary>
internal static class CostsChecks
{
    /// <summary>Throws for money without a currency, which is a forgotten argument.</summary>
    /// <exception cref="ArgumentException">The money has no currency.</exception>
    internal static Money NeedsCurrency(Money money, string name) =>
        money.Currency.IsNone ? throw new ArgumentException($"Money needs a currency, but it was \"{money.Currency.Code}\".", name) : money;

    /// <summary>Records a cost below 0.</summary>
    /// <exception cref="ArgumentException">The money has no currency: a forgotten argument.</exception>
    internal static void NeedsCost(this ref Findings findings, Money cost, string name)
    {
        if (NeedsCurrency(cost, name).IsNegative)
        {
            findings.Deny(CostsReasons.NegativeCost.With(cost, 0m));
        }
    }

    /// <summary>What a sum comes to, or that its amounts are too large for it.</summary>
    internal static Answer<T> Sum<T>(Func<Answer<T>> sum)
        where T : notnull
    {
        try
        {
            return sum();
        }
        catch (OverflowException)
        {
            return Answer<T>.Refused(CostsReasons.AmountsTooLarge.With());
        }
    }

    /// <summary>The value of an answer that the caller expects, or an exception that names what was wrong.</summary>
    internal static T Expected<T>(this Answer<T> answer, string name)
        where T : notnull =>
        answer.TryGet(out T? value) ? value : throw new ArgumentException(string.Join(" ", answer.Reasons), name);
}
