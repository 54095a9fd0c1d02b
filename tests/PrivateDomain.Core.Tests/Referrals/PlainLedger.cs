using NodaTime;
using PrivateDomain.Core.Referrals;

namespace PrivateDomain.Core.Tests.Referrals;

/// <summary>A plain, slow model of the ledger: flags and loops instead of tables, nothing shared with the library but the words.</summary>
internal sealed class PlainLedger(ReferralProgramme programme)
{
    private readonly List<ReferralEvent> seen = [];
    private readonly List<Row> rows = [];

    internal IReadOnlyList<Row> Rows => rows;

    internal int Spent => rows.Count(static r => r is { Due: true, Ended: false });

    internal int PaidOut => rows.Count(static r => r is { Paid: true, Ended: false });

    internal int GivenTo(CustomerId referrer) => rows.Count(r => r.Referrer == referrer && r is { Due: true, Ended: false });

    internal bool Tell(ReferralEvent e)
    {
        foreach (ReferralEvent old in seen.Where(old => old.Id == e.Id))
        {
            return old == e;
        }

        bool accepted = Accept(e);
        if (accepted)
        {
            seen.Add(e);
        }

        return accepted;
    }

    private bool Accept(ReferralEvent e)
    {
        Row? row = rows.Find(r => r.Referee == e.Referee);
        if (row is null)
        {
            if (e.Move != ReferralMove.Open || e.Referrer == e.Referee)
            {
                return false;
            }

            row = new Row { Referrer = e.Referrer, Referee = e.Referee };
            rows.Add(row);
            EarnIf(row, PayTrigger.PerInvitation, e.At);
            return true;
        }

        if (row.Referrer != e.Referrer)
        {
            return false;
        }

        bool kills = e.Move is ReferralMove.Refund or ReferralMove.Cancel or ReferralMove.DeleteEarly or ReferralMove.Reject or ReferralMove.Expire;
        if (e.Move == ReferralMove.Open || (row.Dead && kills))
        {
            return true;
        }

        if (kills)
        {
            return Kill(row, e);
        }

        return e.Move == ReferralMove.None ? Reward(row, e) : !row.Dead && Move(row, e);
    }

    private bool Kill(Row row, ReferralEvent e)
    {
        bool tooLate = (e.Move == ReferralMove.Expire && row.Counts)
            || (e.Move == ReferralMove.DeleteEarly && row.JoinedAt is { } joined && e.At >= joined + programme.Limits.TestPeriod);
        if (!tooLate)
        {
            row.Dead = row.Ended = true;
            row.Counts = row.Suspect = false;
        }

        return !tooLate;
    }

    private bool Move(Row row, ReferralEvent e)
    {
        if (e.Move == ReferralMove.Join)
        {
            if (!row.Joined)
            {
                row.Joined = true;
                row.JoinedAt = e.At;
                EarnIf(row, PayTrigger.PerJoin, e.At);
                EarnIf(row, PayTrigger.PerInvitation, e.At);
            }

            return true;
        }

        if (!row.Joined)
        {
            return false;
        }

        if (e.Move == ReferralMove.Flag)
        {
            row.Suspect = true;
            row.Counts = false;
        }
        else if (e.Move == ReferralMove.Clear)
        {
            row.Suspect = false;
        }
        else if (row.Suspect)
        {
            return false;
        }
        else
        {
            row.Counts = true;
            EarnIf(row, PayTrigger.PerPurchase, e.At);
        }

        return true;
    }

    private bool Reward(Row row, ReferralEvent e)
    {
        if (row.Ended || row.EarnedAt is null)
        {
            return false;
        }

        if (e.RewardMove == RewardMove.Pay)
        {
            if (row.Paid)
            {
                return true;
            }

            row.Paid = row.Due && !row.Suspect;
            return row.Paid;
        }

        if (row.Due)
        {
            return true;
        }

        int given = GivenTo(row.Referrer);
        int helpers = rows.Count(r => r.Referrer == row.Referrer && r is { EarnedAt: not null, Ended: false });
        row.Due = !row.Suspect
            && e.At >= row.EarnedAt + programme.Limits.Hold
            && given < programme.Limits.RewardsPerReferrerMax
            && (programme.Mechanic != ReferralMechanic.InviteFriends || helpers / programme.Limits.HelpersNeeded > given)
            && programme.Reward.Amount * (Spent + 1) <= programme.Budget.Amount;
        return row.Due;
    }

    private void EarnIf(Row row, PayTrigger trigger, Instant at)
    {
        if (programme.PaidPer == trigger)
        {
            row.EarnedAt ??= at;
        }
    }

    internal sealed class Row
    {
        internal CustomerId Referrer { get; init; }

        internal CustomerId Referee { get; init; }

        internal bool Joined { get; set; }

        internal bool Suspect { get; set; }

        internal bool Counts { get; set; }

        internal bool Dead { get; set; }

        internal bool Due { get; set; }

        internal bool Paid { get; set; }

        internal bool Ended { get; set; }

        internal Instant? JoinedAt { get; set; }

        internal Instant? EarnedAt { get; set; }

        internal ReferralState State => Dead ? ReferralState.Void
            : Suspect ? ReferralState.Flagged
            : Counts ? ReferralState.Qualified
            : Joined ? ReferralState.Pending
            : ReferralState.Open;

        internal RewardState RewardState => Ended ? (Paid ? RewardState.TakenBack : RewardState.Withdrawn)
            : Paid ? RewardState.Paid
            : Due ? RewardState.Due
            : EarnedAt is not null ? RewardState.Held
            : RewardState.None;
    }
}
