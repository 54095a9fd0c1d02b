using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using NodaTime.TimeZones;
using PrivateDomain.Core.Acquisition;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Membership;
using PrivateDomain.Core.Outreach;
using PrivateDomain.Core.Referrals;
using PrivateDomain.Core.Referrals.Ledger;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Rules;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Forms;

namespace PrivateDomain.Core.Outlook;

/// <summary>Everything of a customer that may change by itself, with the instants at which it can.</summary>
internal sealed class OutlookWatches
{
    private readonly ShopRules rules;
    private readonly OutlookFacts facts;
    private readonly CustomerHistory history;
    private readonly Instant asOf;
    private readonly CustomerFacts now;
    private readonly ImmutableArray<Reason>.Builder leftOut = ImmutableArray.CreateBuilder<Reason>();

    internal OutlookWatches(ShopRules rules, OutlookFacts facts)
    {
        this.rules = rules;
        this.facts = facts;
        asOf = facts.AsOf;
        history = UpTo(asOf, facts.History, rules.Shop, nameof(facts));
        now = history.FactsAt(asOf, rules.Shop);
    }

    /// <summary>The history without what came later.</summary>
    internal static CustomerHistory UpTo(Instant asOf, CustomerHistory history, Shop shop, string argument)
    {
        CustomerFacts seen = history.FactsAt(asOf, shop);
        return seen.Seen == history.Events.Count ? history
            : history.Checkpoint is null ? CustomerHistory.From(history.Customer, seen.Events)
            : throw new ArgumentException("A compacted history must not have events after the instant asked about.", argument);
    }

    internal ImmutableArray<Reason> LeftOut => leftOut.ToImmutable();

    internal ImmutableArray<Watch> All() =>
        [OfStage(), .. OfTrust(), .. OfSegments(), .. OfTier(), .. OfReception(), .. OfRewards(), .. OfOutreach()];

    private CustomerFacts At(Instant at) => history.FactsAt(at, rules.Shop);

    private StageAssessment StageAt(Instant at) => rules.Ladder.Assess(RelationshipFacts.From(At(at)));

    private IEnumerable<Instant> Ages(Instant _) => Ages(rules.Ladder, RelationshipFacts.From(now));

    /// <summary>When evidence grows too old for a stage.</summary>
    internal static IEnumerable<Instant> Ages(LadderPolicy ladder, RelationshipFacts evidence) =>
        ladder.Ages.Where(x => evidence[x.Kind].Count > 0).Select(x => evidence[x.Kind].Last + x.Age);

    /// <summary>The beginnings of days; around a change of the clocks a date may come twice, so its end is looked at too.</summary>
    internal static IEnumerable<Instant> Beginnings(IEnumerable<int> days, DateTimeZone zone)
    {
        var clock = new ShopDays(zone);
        foreach (int day in days)
        {
            Instant start = clock.StartOf(day);
            yield return start;
            ZoneInterval around = zone.GetZoneInterval(start + Duration.FromDays(1));
            if (around.HasStart && around.Start > start - Duration.FromDays(1))
            {
                yield return around.Start;
                foreach (ZonedDateTime midnight in zone.MapLocal(ShopDays.DateOf(day).AtMidnight()) is { Count: > 0 } map
                    ? new[] { map.First(), map.Last() } : [])
                {
                    yield return midnight.ToInstant();
                }
            }
        }
    }

    private Watch OfStage() => new(OutlookKind.Stage, "", at =>
    {
        RelationshipStage? stage = StageAt(at).Stage;
        return new(stage?.ToString() ?? "", stage?.Name() ?? VocabularyReasons.UnknownWord, _ => WhyStage(at));
    }, Ages);

    private Reason WhyStage(Instant at)
    {
        ImmutableArray<Reason> missing = rules.Ladder.Explain(RelationshipFacts.From(At(at))).Missing;
        return missing.IsEmpty ? OutlookReasons.TimePassed.With() : missing[0];
    }

    private double? TrustAt(Instant at) => rules.Trust.Assess(RelationshipFacts.From(At(at))).Trust?.Value;

    // Trust only falls while nothing happens.
    private Instant? Falls(double level, Instant horizon) => Forecasts.FirstNot(at => TrustAt(at) >= level, asOf, horizon);

    private IEnumerable<Watch> OfTrust() => facts.TrustLevels.Select(level => new Watch(
        OutlookKind.Trust, level.ToString(CultureInfo.InvariantCulture),
        at => TrustAt(at) is not { } trust ? new("?", VocabularyReasons.UnknownWord)
            : new(trust >= level, trust >= level ? Above(level) : Below(level)),
        horizon => Falls(level, horizon) is { } at ? [at] : []));

    private static Bilingual Above(double level) => new(
        FormattableString.Invariant($"at least {level}"), FormattableString.Invariant($"不低于 {level}"));

    private static Bilingual Below(double level) => new(
        FormattableString.Invariant($"below {level}"), FormattableString.Invariant($"低于 {level}"));

    private FactValues ValuesAt(Instant at)
    {
        FactValues values = rules.ValuesOf(At(at));
        return facts.OwnFacts?.Invoke(values) ?? values;
    }

    private IEnumerable<Watch> OfSegments()
    {
        if (rules.Segments is not { } set)
        {
            yield break;
        }

        FactValues values = ValuesAt(asOf);
        var meanings = new FactMeanings(ShopDays.NumberOf(values.Today));
        RankedSegments ranked = RankedSegments.Of(set);
        for (int i = 0; i < set.Segments.Length; i++)
        {
            Segment segment = set.Segments[i];
            if (ranked.ReasonOf(i) is { } reason)
            {
                leftOut.Add(reason);
                continue;
            }

            var times = new SegmentTimes(now, values, meanings);
            foreach (Segment read in set.IsExclusive ? set.Segments.Take(i + 1) : [segment])
            {
                AddWithReferences(times, read.Rule, set);
            }

            int place = i;
            yield return new Watch(OutlookKind.Segment, segment.Name, at => In(set, place, ValuesAt(at)),
                horizon => TimesTo(times, horizon));
        }
    }

    private IEnumerable<Instant> TimesTo(SegmentTimes times, Instant horizon)
    {
        var clock = new ShopDays(rules.Shop.Zone);
        IEnumerable<Instant> levels = times.TrustLevels.Select(level => Falls(level, horizon)).OfType<Instant>();
        return Beginnings(times.DaysTo(clock.Of(horizon)), rules.Shop.Zone).Concat(levels).Concat(times.AsksForStage ? Ages(horizon) : []);
    }

    private static Said In(SegmentSet set, int place, FactValues values)
    {
        Truth truth = TruthIn(set, place, new RuleReader(values, set).Read);
        Bilingual said = truth switch
        {
            Truth.Yes => new("in it", "在分群中"),
            Truth.No => new("not in it", "不在分群中"),
            _ => Truth.Undecidable.Name(),
        };
        return new(truth, said, _ => OutlookReasons.ConditionChanged.With(SegmentSentence.Of(set.Segments[place].Rule), said));
    }

    /// <summary>Whether a customer is in a segment; in an exclusive set the tiers before it come first.</summary>
    internal static Truth TruthIn(SegmentSet set, int place, Func<SegmentRule, Truth> truthOf)
    {
        Truth truth = truthOf(set.Segments[place].Rule);
        for (int i = 0; i < place && set.IsExclusive && truth != Truth.No; i++)
        {
            Truth earlier = truthOf(set.Segments[i].Rule);
            truth = earlier == Truth.Yes ? Truth.No : earlier == Truth.Undecidable ? Truth.Undecidable : truth;
        }

        return truth;
    }

    private static void AddWithReferences(SegmentTimes times, SegmentRule rule, SegmentSet set)
    {
        times.Add(rule);
        foreach (string name in References(rule))
        {
            AddWithReferences(times, set.Segments[set.PlaceOf(name)].Rule, set);
        }
    }

    private static IEnumerable<string> References(SegmentRule rule) => rule switch
    {
        GroupRule group => group.Rules.SelectMany(References),
        NotRule not => References(not.Rule),
        ReferenceRule reference => [reference.Name],
        _ => [],
    };

    private IEnumerable<Watch> OfTier()
    {
        if (rules.Membership is not { } policy)
        {
            yield break;
        }

        yield return new Watch(OutlookKind.Tier, "", at =>
        {
            MembershipAssessment tier = policy.Assess(EarningsAt(policy, at));
            return new((tier.Tier, tier.Hold), new($"{tier.Tier}, {tier.Hold.Name().English}", $"{tier.Tier}，{tier.Hold.Name().Chinese}"),
                _ => tier.Reasons[0]);
        }, horizon => TierDays(policy, horizon));
    }

    private MemberEarnings EarningsAt(MembershipPolicy policy, Instant at) => policy.Options.Basis == EarnedBasis.PointsEarned
        ? MemberEarnings.From(EarnedBasis.PointsEarned, facts.PointsEarned.Where(earned => earned.At <= asOf), at, rules.Shop)
        : MemberEarnings.From(At(at), policy.Options.Basis);

    private IEnumerable<Instant> TierDays(MembershipPolicy policy, Instant horizon)
    {
        LocalDate day = rules.Shop.DateAt(asOf).PlusDays(-1);
        LocalDate last = rules.Shop.DateAt(horizon);
        var days = new List<int>();
        var clock = new ShopDays(rules.Shop.Zone);
        while (day <= last)
        {
            MemberEarnings earnings = EarningsAt(policy, Instant.Max(asOf, clock.StartOf(ShopDays.NumberOf(day))));
            day = LocalDate.Max(day, rules.Shop.DateAt(earnings.AsOf) > last ? day : earnings.Today); // the zone may have skipped it
            MembershipAssessment tier = policy.Assess(earnings);
            LocalDate validOver = tier.ValidUntil.PlusDays(1);
            LocalDate[] ahead =
            [
                .. new LocalDate?[] { validOver, validOver.PlusDays(policy.Options.GraceDays),
                    earnings.NextChange(day, policy.Options.Period) }
                    .OfType<LocalDate>().Where(next => next > day),
            ];
            if (ahead.Length == 0)
            {
                break;
            }

            day = ahead.Min();
            days.Add(ShopDays.NumberOf(day));
        }

        return Beginnings(days, rules.Shop.Zone);
    }

    private IEnumerable<Watch> OfReception()
    {
        if (facts.Reception is not { } newcomer)
        {
            yield break;
        }

        ReceptionAssessment first = rules.Reception.Assess(newcomer, asOf);
        Instant[] times =
            [first.VerdictAt, .. first.Clocks.Where(static c => c.DueAt is not null).Select(static c => c.DueAt!.Value + Duration.Epsilon)];
        yield return new Watch(OutlookKind.Reception, "", at =>
        {
            ReceptionAssessment then = rules.Reception.Assess(newcomer, at);
            return new(then.Quality, then.Quality.Name(), then.Reasons.IsEmpty ? null : _ => then.Reasons[0]);
        }, _ => times);
        for (int i = 0; i < first.Clocks.Length; i++)
        {
            int place = i;
            yield return new Watch(OutlookKind.Reception, first.Clocks[i].Step.Name().English, at =>
            {
                ClockState state = rules.Reception.Assess(newcomer, at).Clocks[place].State;
                return new(state, state.Name());
            }, _ => times);
        }
    }

    private IEnumerable<Watch> OfRewards()
    {
        if (facts.Ledger is not { } whole)
        {
            yield break;
        }

        var ledger = ReferralLedger.From(whole.Programme, whole.Facts.Where(fact => fact.At <= asOf));
        ReferralLimits limits = ledger.Programme.Options.Limits;
        Instant[] times =
        [
            .. ledger.Index.Newcomers.SelectMany(static newcomer => newcomer.Invitations).Select(static i => i.Ends),
            .. ledger.Facts.SelectMany(fact => new[] { fact.At + limits.ReturnWindow, fact.At + limits.TestPeriod }),
            .. ledger.StateAt(asOf).Referrals.Select(static r => r.FreeAt).OfType<Instant>(), ledger.Programme.Runs.End,
        ];
        foreach (Referral referral in ledger.StateAt(asOf).Referrals.Where(r => r.Referrer == history.Customer))
        {
            yield return new Watch(OutlookKind.Reward, $"{referral.Referee} {referral.Code}", at =>
            {
                Referral then = ledger.StateAt(at).Find(referral.Referee, referral.Code)!;
                return new((then.State, then.Reward), new(
                    $"{then.State.Name().English}, {then.Reward.Name().English}",
                    $"{then.State.Name().Chinese}，{then.Reward.Name().Chinese}"),
                    then.Reasons.IsEmpty ? null : _ => then.Reasons[0]);
            }, horizon => times.SelectMany(static at => new[] { at, at + Duration.Epsilon }));
        }
    }

    private IEnumerable<Watch> OfOutreach()
    {
        if (facts.Carrier == Carrier.None)
        {
            yield break;
        }

        CustomerEvent.CheckDefined(facts.Carrier);
        var times = new OutreachTimes(rules.Outreach.Options, OutreachFactsAt(asOf));
        foreach (TouchKind kind in Enum.GetValues<TouchKind>().Where(static kind => kind != TouchKind.None))
        {
            yield return new Watch(OutlookKind.Outreach, kind.Name().English, at =>
            {
                OutreachDecision decision = rules.Outreach.Decide(OutreachFactsAt(at), kind, at);
                return new((decision.Outcome, decision.Until), decision.Outcome.Name(),
                    decision.IsAllowed ? null : _ => decision.Reasons[0]);
            }, horizon => times.To(horizon).Concat(Ages(horizon)));
        }
    }

    // A stage that nobody can decide is none.
    private OutreachFacts OutreachFactsAt(Instant at) =>
        OutreachFacts.From(At(at), facts.Carrier, StageAt(at).Stage ?? RelationshipStage.None, facts.Zone);
}
