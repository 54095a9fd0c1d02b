using System.Collections.Immutable;
using NodaTime;

namespace PrivateDomain.Core.Referrals.Ledger;

/// <summary>The facts of a ledger by newcomer, and the invitations that were good when they were opened. None of it depends on the instant
/// asked about.</summary>
internal sealed class LedgerIndex
{
    private readonly ReferralProgramme programme;
    private readonly ReferralFact? lastOpened;
    private readonly ImmutableDictionary<CustomerId, Newcomer> newcomers;
    private readonly ImmutableDictionary<CustomerId, ImmutableHashSet<CustomerId>> referred;
    private readonly ImmutableHashSet<CustomerId> rewarded;

    internal LedgerIndex(ReferralProgramme programme, IEnumerable<ReferralFact> facts)
    {
        this.programme = programme;
        ImmutableArray<ReferralFact> all = [.. facts];
        newcomers = all.GroupBy(static f => f.Referee)
            .ToImmutableDictionary(static g => g.Key, g => new Newcomer(programme, g.Key, g));
        ReferralFact[] openings = [.. all.Where(static f => f.Code is not null)];
        Array.Sort(openings, ReferralFact.CompareInTime);
        foreach (ReferralFact opened in openings)
        {
            Open(newcomers[opened.Referee], opened, opened.Code!);
        }

        referred = openings.GroupBy(static f => f.Code!.Referrer, static f => f.Referee)
            .ToImmutableDictionary(static g => g.Key, static g => g.ToImmutableHashSet());
        rewarded = [.. newcomers.Values.Where(static n => n.IsRewarded).Select(static n => n.Id)];
        lastOpened = openings.LastOrDefault();
        RewardsAt = all.Where(static f => f.Kind >= ReferralFactKind.Granted).Max(static f => (Instant?)f.At);
    }

    private LedgerIndex(LedgerIndex before, ReferralFact fact)
    {
        programme = before.programme;
        referred = before.referred;
        rewarded = before.rewarded;
        lastOpened = before.lastOpened;
        RewardsAt = before.RewardsAt;
        Newcomer newcomer = before.Find(fact.Referee) is { } known
            ? new Newcomer(known, fact)
            : new Newcomer(programme, fact.Referee, [fact]);
        newcomers = before.newcomers.SetItem(fact.Referee, newcomer);
        if (fact.Code is { } code)
        {
            Open(newcomer, fact, code);
            referred = referred.SetItem(code.Referrer, referred.GetValueOrDefault(code.Referrer, []).Add(fact.Referee));
            lastOpened = fact;
        }

        if (fact.Kind >= ReferralFactKind.Granted)
        {
            rewarded = rewarded.Add(fact.Referee);
            RewardsAt = RewardsAt > fact.At ? RewardsAt : fact.At;
        }
    }

    internal IEnumerable<Newcomer> Newcomers => newcomers.Values;

    /// <summary>Those of whom a grant, a payment or a recovery was told.</summary>
    internal IEnumerable<Newcomer> Rewarded => rewarded.Select(id => newcomers[id]);

    /// <summary>The latest instant of a grant, a payment or a recovery.</summary>
    internal Instant? RewardsAt { get; }

    internal Newcomer? Find(CustomerId referee) => newcomers.GetValueOrDefault(referee);

    /// <summary>Those who took up a code of a referrer.</summary>
    internal IEnumerable<Newcomer> ReferredBy(CustomerId referrer) =>
        referred.GetValueOrDefault(referrer, []).Select(id => newcomers[id]);

    /// <summary>The index with one more fact, whose id is not told yet; null where the fact may change what an earlier invitation found, so
    /// that all is to be looked at anew.</summary>
    internal LedgerIndex? With(ReferralFact fact)
    {
        bool isAfter = lastOpened is null || fact.Kind switch
        {
            ReferralFactKind.Opened => ReferralFact.CompareInTime(lastOpened, fact) < 0,
            ReferralFactKind.Joined => lastOpened.At < fact.At,
            ReferralFactKind.Bought => lastOpened.At <= fact.At,
            _ => true,
        };
        return isAfter ? new LedgerIndex(this, fact) : null;
    }

    private void Open(Newcomer newcomer, ReferralFact opened, ReferralCode code)
    {
        Instant at = opened.At;
        Interval runs = programme.Runs;
        var refusals = ImmutableArray.CreateBuilder<Reason>();
        void Unless(bool holds, ReasonDefinition definition, ReasonValue found = default, ReasonValue required = default)
        {
            if (!holds)
            {
                refusals.Add(definition.With(found, required));
            }
        }

        Unless(at >= runs.Start, ReferralReasons.ProgrammeNotBegun, at, runs.Start);
        Unless(at < runs.End, ReferralReasons.ProgrammeEnded, at, runs.End);
        Unless(string.Equals(code.Programme, programme.Options.Name, StringComparison.Ordinal), ReferralReasons.CodeOfAnotherProgramme,
            code.Programme, programme.Options.Name);
        Unless(at >= code.Holds.Start, ReferralReasons.CodeNotBegun, at, code.Holds.Start);
        Unless(at < code.Holds.End, ReferralReasons.CodeExpired, at, code.Holds.End);
        Unless(code.Referrer != newcomer.Id, ReferralReasons.RefereeIsReferrer);
        Unless(!newcomer.BoughtBefore(at, at), ReferralReasons.RefereeIsCustomer);
        Unless(refusals.Count > 0 || !StandsAbove(newcomer.Id, code.Referrer, at), ReferralReasons.ClosesARing);
        newcomer.Add(new Invitation(opened, code, programme, refusals.ToImmutable(), newcomer));
    }

    // Up the referrers that stood then. Invitations are opened in order, so those that come later are not there yet.
    private bool StandsAbove(CustomerId wanted, CustomerId below, Instant at)
    {
        var seen = new HashSet<CustomerId> { below };
        var open = new Stack<CustomerId>([below]);
        while (open.TryPop(out CustomerId customer))
        {
            foreach (CustomerId above in Find(customer)?.ReferrersAt(at) ?? [])
            {
                if (above == wanted)
                {
                    return true;
                }

                if (seen.Add(above))
                {
                    open.Push(above);
                }
            }
        }

        return false;
    }
}
