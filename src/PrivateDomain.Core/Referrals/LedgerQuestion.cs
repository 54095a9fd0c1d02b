using System.Collections.Immutable;
using NodaTime;

namespace PrivateDomain.Core.Referrals;

/// <summary>Whether a fact may be made true in a ledger that does not hold it.</summary>
internal sealed class LedgerQuestion
{
    private readonly ReferralLedger ledger;
    private readonly ReferralFact fact;
    private readonly ReferralLedgerState state;
    private Findings against;

    internal LedgerQuestion(ReferralLedger ledger, ReferralFact fact)
    {
        this.ledger = ledger;
        this.fact = fact;
        state = ledger.StateAt(fact.At);
    }

    private ReferralStanding? Asked => state.Standing(fact.Referee, fact.CodeText);

    private Money Nothing => Money.Zero(ledger.Programme.Reward.Currency);

    internal ReferralDecision Decide()
    {
        if (ledger.Contains(fact.Id))
        {
            against.Deny(ReferralReasons.FactDiffers.With(fact.Id.Text));
        }

        Money amount = fact.Kind switch
        {
            ReferralFactKind.Opened => OfOpening(),
            ReferralFactKind.Granted => OfGrant(),
            ReferralFactKind.PaidOut => OfPayment(),
            ReferralFactKind.Recovered => OfRecovery(),
            _ => Nothing,
        };
        return new ReferralDecision(against.ToDecision(), amount, state.BudgetLeft);
    }

    private Money OfOpening()
    {
        ReferralStanding opened = ledger.Add(fact).StateAt(fact.At).Standing(fact.Referee, fact.CodeText)!;
        if (opened.State == ReferralState.Void)
        {
            DenyAll(opened.Reasons);
        }

        return Nothing;
    }

    private Money OfGrant()
    {
        Money reward = ledger.Programme.Reward;
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
            DenyAll(asked.Counts ? state.BeforeGranting(asked) : state.BeforeCounting(asked));
        }

        NeedsNothingLater();
        NeedsAmount(reward);
        Unless(state.Overcommitted.IsZero, ReferralReasons.Overcommitted, state.Overcommitted, ledger.Programme.Budget);
        Unless(state.BudgetLeft >= reward, ReferralReasons.BudgetExhausted, state.BudgetLeft, reward);
        return reward;
    }

    private Money OfPayment()
    {
        if (Asked is not { } asked || asked.Money.GrantedAt is null)
        {
            against.Deny(ReferralReasons.NotGranted.With());
            return Nothing;
        }

        Unless(asked.Money.PaidAt is null, ReferralReasons.AlreadyPaid, asked.Money.Paid);
        if (asked.Invitation is null || !asked.Counts)
        {
            DenyAll(state.BeforeCounting(asked));
        }
        else if (asked.Money.PaidAt is null)
        {
            DenyAll(state.BeforePaying(asked));
        }

        NeedsNothingLater();
        NeedsAmount(asked.Money.Granted);
        return asked.Money.Granted;
    }

    private Money OfRecovery()
    {
        Money owed = Asked is { IsForfeited: true } asked ? asked.Money.Outstanding : Nothing;
        Unless(!owed.IsZero, ReferralReasons.NothingOwedBack);
        Unless(owed.IsZero || fact.Amount <= owed, ReferralReasons.AmountDiffers, fact.Amount, owed);
        return owed;
    }

    // The budget of an earlier instant is no answer, nor is a newcomer of whom more is known.
    private void NeedsNothingLater()
    {
        Instant known = Instant.Max(ledger.Index.RewardsAt ?? fact.At, ledger.Index.Find(fact.Referee)?.LatestAt ?? fact.At);
        Unless(known <= fact.At, ReferralReasons.LaterFactKnown, fact.At, known);
    }

    private void NeedsAmount(Money amount) => Unless(fact.Amount == amount, ReferralReasons.AmountDiffers, fact.Amount, amount);

    private void DenyAll(ImmutableArray<Reason> reasons)
    {
        foreach (Reason reason in reasons)
        {
            against.Deny(reason);
        }
    }

    private void Unless(bool holds, ReasonDefinition definition, ReasonValue found = default, ReasonValue required = default)
    {
        if (!holds)
        {
            against.Deny(definition.With(found, required));
        }
    }
}
