namespace PrivateDomain.Core.Referrals;

/// <summary>The checks that the makers of this area share.</summary>
internal static class ReferralChecks
{
    /// <summary>Whether a ratio is known and from 0 to 1.</summary>
    public static bool IsShare(Ratio ratio) => ratio is { IsKnown: true, Value: >= 0m and <= 1m };

    /// <summary>Records a ratio that is no share.</summary>
    public static PolicyCheck NeedsShare(this PolicyCheck check, Ratio ratio, string path) =>
        check.Needs(IsShare(ratio), path, PolicyReasons.OutOfRange, ratio, Wanted.Share);

    /// <summary>Records an amount that is negative or in another currency.</summary>
    public static PolicyCheck NeedsCost(this PolicyCheck check, Money cost, Currency currency, string path) =>
        check.NeedsCurrency(cost, currency, path)
            .Needs(!cost.IsNegative, path, PolicyReasons.OutOfRange, cost, Wanted.ZeroOrMore);

    /// <summary>Records an amount in another currency.</summary>
    public static PolicyCheck NeedsCurrency(this PolicyCheck check, Money amount, Currency currency, string path) =>
        check.Needs(amount.Currency == currency && !currency.IsNone, path, PolicyReasons.OtherCurrency, amount.Currency.Code, currency.Code);
}
