using System.Collections.Immutable;
using NodaTime;

namespace PrivateDomain.Core.Referrals.Ledger;

/// <summary>One opening of one newcomer, and what is true of it at any instant: whether it was ever good, and how long it lives.</summary>
internal sealed class Invitation
{
    internal Invitation(ReferralFact opened, ReferralCode code, ReferralProgramme programme, ImmutableArray<Reason> refusals,
        Newcomer newcomer)
    {
        Opened = opened;
        Referrer = code.Referrer;
        Code = code.Text;
        Ends = Instant.Min(code.Holds.End, programme.Runs.End);
        Refusals = refusals;
        JoinedBefore = newcomer.JoinedAt < opened.At;
        StandsFrom = newcomer.FreeFrom(opened.At);
    }

    internal ReferralFact Opened { get; }

    internal CustomerId Referrer { get; }

    internal string Code { get; }

    /// <summary>The first instant at which a newcomer who has not joined by it is free again.</summary>
    internal Instant Ends { get; }

    /// <summary>What spoke against it when it was opened.</summary>
    internal ImmutableArray<Reason> Refusals { get; }

    /// <summary>Whether the newcomer had joined before: by another code, or as no newcomer.</summary>
    internal bool JoinedBefore { get; }

    internal bool IsAcceptable => Refusals.IsEmpty && !JoinedBefore;

    /// <summary>The first instant at which no invitation of the newcomer that came before it lives.</summary>
    internal Instant StandsFrom { get; }

    internal bool LivesAt(Instant at) => Opened.At <= at && at < Ends;
}
