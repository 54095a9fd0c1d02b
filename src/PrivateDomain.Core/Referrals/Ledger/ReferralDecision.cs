using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Referrals.Ledger;

/// <summary>Whether a fact may be made true, such as whether a reward may be granted (批准结果): the amount, what is left of the budget,
/// and why not.</summary>
/// <remarks>Equality is that of all parts. Immutable, so safe on any thread.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record ReferralDecision
{
    internal ReferralDecision(Decision decision, Money amount, Money budgetLeft)
    {
        Decision = decision;
        Amount = amount;
        BudgetLeft = budgetLeft;
    }

    /// <summary>The answer with all its reasons.</summary>
    public Decision Decision { get; }

    /// <summary>What is to be granted or paid, or is owed back; 0 where no money is asked about.</summary>
    public Money Amount { get; }

    /// <summary>What is left of the budget before it, 0 or more.</summary>
    public Money BudgetLeft { get; }

    /// <summary>Whether the answer is yes.</summary>
    public bool IsAllowed => Decision.IsAllowed;

    /// <summary>Why not, the most important first; empty exactly when the answer is yes.</summary>
    public ImmutableArray<Reason> Reasons => Decision.Reasons;
}
