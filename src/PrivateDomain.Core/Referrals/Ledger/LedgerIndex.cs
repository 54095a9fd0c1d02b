using System.Collections.Immutable;
using NodaTime;

namespace PrivateDomain.Core.Referrals.Ledger;

/// <summary>The facts of a ledger by newcomer, and the invitations that were good when they were opened. None of it depends on the instant
/// asked about.</summary>
internal sealed class LedgerIndex
{
    private readonly ReferralProgramme programme;
    private readonly Dictionary<CustomerId, Newcomer> newcomers;

    internal LedgerIndex(ReferralProgramme programme, IEnumerable<ReferralFact> facts)
    {
        this.programme = programme;
        ImmutableArray<ReferralFact> all = [.. facts];
        newcomers = all.GroupBy(static f => f.Referee).ToDictionary(static g => g.Key, static g => new Newcomer(g.Key, g));
        foreach (ReferralFact opened in all.Where(static f => f.Code is not null).Order(
            Comparer<ReferralFact>.Create(ReferralFact.CompareInTime)))
        {
            Open(newcomers[opened.Referee], opened, opened.Code!);
        }

        RewardsAt = all.Where(static f => f.Kind >= ReferralFactKind.Granted).Max(static f => (Instant?)f.At);
    }

    internal IEnumerable<Newcomer> Newcomers => newcomers.Values;

    /// <summary>The latest instant of a grant, a payment or a recovery.</summary>
    internal Instant? RewardsAt { get; }

    internal Newcomer? Find(CustomerId referee) => newcomers.GetValueOrDefault(referee);

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
