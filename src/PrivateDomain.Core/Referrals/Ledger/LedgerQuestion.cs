using System.Collections.Immutable;
using NodaTime;

namespace PrivateDomain.Core.Referrals.Ledger;

/// <summary>Whether a fact may be made true in a ledger that does not hold it.</summary>
internal sealed class LedgerQuestion
{
    private readonly ReferralLedger ledger;
    private readonly ReferralFact fact;
    private readonly LedgerView view;

    internal LedgerQuestion(ReferralLedger ledger, ReferralFact fact)
    {
        this.ledger = ledger;
        this.fact = fact;
        view = ledger.ViewAt(fact.At);
    }

    private ReferralStanding? Asked => view.Standing(fact.Referee, fact.CodeText);

    private Money Nothing => Money.Zero(ledger.Programme.Options.Reward.Currency);

    internal ReferralDecision Decide()
    {
        Findings against = default;
        if (ledger.Contains(fact.Id))
        {
            against.Deny(ReferralReasons.FactDiffers.With(fact.Id.Text));
        }

        Money amount = fact.Kind switch
        {
            ReferralFactKind.Opened => OfOpening(ref against),
            ReferralFactKind.Granted => OfGrant(ref against),
            ReferralFactKind.PaidOut => OfPayment(ref against),
            ReferralFactKind.Recovered => OfRecovery(ref against),
            _ => Nothing,
        };
        return new ReferralDecision(against.ToDecision(), amount, view.Budget.Left);
    }

    private Money OfOpening(ref Findings against)
    {
        // None where another fact has the id and stands before it.
        if (ledger.Add(fact).ViewAt(fact.At).Standing(fact.Referee, fact.CodeText) is { State: ReferralState.Void } opened)
        {
            DenyAll(ref against, opened.Reasons);
        }

        return Nothing;
    }

    private Money OfGrant(ref Findings against)
    {
        Money reward = ledger.Programme.Options.Reward;
        if (Asked is not { Invitation: not null } asked)
        {
            against.Deny(ReferralReasons.NotOpened.With(fact.CodeText));
        }
        else if (asked.Money.HadAt is { } had)
        {
            against.Deny(ReferralReasons.AlreadyGranted.With(had));
        }
        else
        {
            DenyAll(ref against, asked.Counts ? view.BeforeGranting(asked) : asked.BeforeCounting);
        }

        NeedsNothingLater(ref against);
        NeedsAmount(ref against, reward);
        Unless(ref against, view.Budget.Overcommitted.IsZero, ReferralReasons.Overcommitted, view.Budget.Overcommitted,
            ledger.Programme.Options.Budget);
        Unless(ref against, view.Budget.Left >= reward, ReferralReasons.BudgetExhausted, view.Budget.Left, reward);
        return reward;
    }

    private Money OfPayment(ref Findings against)
    {
        if (Asked is not { } asked || asked.Money.GrantedAt is null)
        {
            against.Deny(ReferralReasons.NotGranted.With());
            return Nothing;
        }

        Unless(ref against, asked.Money.PaidAt is null, ReferralReasons.AlreadyPaid, asked.Money.Paid);
        if (asked.Invitation is null || !asked.Counts)
        {
            DenyAll(ref against, asked.BeforeCounting);
        }
        else if (asked.Money.PaidAt is null)
        {
            DenyAll(ref against, view.BeforePaying(asked));
        }

        NeedsNothingLater(ref against);
        NeedsAmount(ref against, asked.Money.Granted);
        return asked.Money.Granted;
    }

    private Money OfRecovery(ref Findings against)
    {
        Money owed = Asked is { IsForfeited: true } asked ? asked.Money.Outstanding : Nothing;
        Unless(ref against, !owed.IsZero, ReferralReasons.NothingOwedBack);
        Unless(ref against, owed.IsZero || fact.Amount <= owed, ReferralReasons.AmountDiffers, fact.Amount, owed);
        return owed;
    }

    // The budget of an earlier instant is no answer, nor is a newcomer of whom more is known.
    private void NeedsNothingLater(ref Findings against)
    {
        Instant known = Instant.Max(ledger.Index.RewardsAt ?? fact.At, ledger.Index.Find(fact.Referee)?.LatestAt ?? fact.At);
        Unless(ref against, known <= fact.At, ReferralReasons.LaterFactKnown, fact.At, known);
    }

    private void NeedsAmount(ref Findings against, Money amount) =>
        Unless(ref against, fact.Amount == amount, ReferralReasons.AmountDiffers, fact.Amount, amount);

    private static void DenyAll(ref Findings against, ImmutableArray<Reason> reasons)
    {
        foreach (Reason reason in reasons)
        {
            against.Deny(reason);
        }
    }

    private static void Unless(ref Findings against, bool holds, ReasonDefinition definition, ReasonValue found = default,
        ReasonValue required = default)
    {
        if (!holds)
        {
            against.Deny(definition.With(found, required));
        }
    }
}
