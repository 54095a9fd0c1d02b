namespace PrivateDomain.Core.Referrals.Ledger;

/// <summary>A programme's budget, and what of it is committed.</summary>
internal readonly record struct RewardBudget(Money Budget, Money Committed)
{
    /// <summary>The budget less what is committed; 0 when more than the budget is.</summary>
    internal Money Left => Committed > Budget ? Money.Zero(Budget.Currency) : Budget - Committed;

    /// <summary>By how much more than the budget is committed; 0 when it is not.</summary>
    internal Money Overcommitted => Committed > Budget ? Committed - Budget : Money.Zero(Budget.Currency);
}
