using System.Collections.Immutable;
using NodaTime;
using PrivateDomain.Core;
using PrivateDomain.Core.Acquisition;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Outreach;
using PrivateDomain.Core.Rules;
using PrivateDomain.Core.Value;

namespace PrivateDomain.ShopReport;

/// <summary>Finds whom to write to today, why, and about what. Nobody is named to whom the guard does not allow it.</summary>
internal sealed class TodayAnalysis(ShopRules rules, OutreachAnalysis outreach)
{
    /// <summary>How many customers are named for one reason.</summary>
    public const int NamedMax = 25;

    private const int LateMax = 1; // what is due for longer than a whole cycle was bought elsewhere
    private const int CycleDaysMax = 3_650; // what the rhythm takes
    private static readonly ImmutableArray<TouchKind> Talk = [TouchKind.Survey, TouchKind.UsefulContent, TouchKind.Welfare];

    public TodayPart Of(ShopData data, RelationshipPart relations, RfmPart? rfm)
    {
        Dictionary<CustomerId, RfmScore> scores = SegmentAnalysis.ScoresOf(rfm);
        HashSet<CustomerId> linked =
            [.. relations.Standings.Where(static each => each.Facts.IsReachable).Select(static each => each.Facts.Customer)];
        var rhythm = PurchaseRhythm.Of(data, linked);
        var found = new List<ToWrite>[Enum.GetValues<TodayReason>().Length];
        foreach (Standing customer in relations.Standings.Where(static each => each.Facts.IsReachable))
        {
            ToWrite? one = DueAgain(data, customer, rhythm)
                ?? Newcomer(data, customer, relations)
                ?? Leaving(data, customer, scores, rhythm)
                ?? NeverTalked(data, customer, relations, rhythm);
            if (one is not null)
            {
                (found[(int)one.Reason] ??= []).Add(one);
            }
        }

        return new TodayPart(
            data.Now,
            [.. Enum.GetValues<TodayReason>().Where(reason => found[(int)reason] is not null)
                .Select(reason => (reason, found[(int)reason].Count))],
            [
                .. found.Where(static group => group is not null).SelectMany(static group => group
                    .OrderByDescending(static each => each.Customer.Facts.Spend)
                    .ThenBy(static each => each.Customer.Facts.Customer).Take(NamedMax)),
            ]);
    }

    // The product that is due for the longest; the customer's own cycle stands for the last purchase where the product has none.
    private ToWrite? DueAgain(ShopData data, Standing customer, PurchaseRhythm rhythm)
    {
        LocalDate today = data.Now.InZone(data.Options.Shop.Zone).Date;
        ToWrite? due = null;
        foreach ((ProductId product, LocalDate day) in rhythm.LastOf(customer.Facts.Customer))
        {
            if (rhythm.CycleOf(product) is { } cycle
                && rules.Rhythm.Select(new RhythmFacts(today, day, productCycleDays: Math.Clamp(cycle, 1, CycleDaysMax)))
                    .TryGet(out NextTouch? next)
                && next.On <= today && day.PlusDays(cycle * (LateMax + 1)) > today
                && (due is null || day.PlusDays(cycle) < due.On.PlusDays(due.Cycle!.Value)))
            {
                due = new ToWrite(
                    customer, TodayReason.DueAgain, TouchKind.Promotion, rhythm.NameOf(product), day, cycle);
            }
        }

        return due is not null && outreach.Decide(data, customer, TouchKind.Promotion)[0].Decision.IsAllowed ? due : null;
    }

    private ToWrite? Newcomer(ShopData data, Standing customer, RelationshipPart relations)
    {
        if (!relations.AreInteractionsKnown || !relations.Outreach.AreTouchesKnown || data.Files.Links is null
            || !ReceptionFacts.From(customer.Facts, customer.Facts.Links[0].Carrier).TryGet(out ReceptionFacts? facts)
            || facts.TalkedAt is not null)
        {
            return null;
        }

        ReceptionAssessment reception = rules.Reception.Assess(facts, customer.Facts.AsOf);
        return reception.Quality == ReceptionQuality.Open && KindOf(data, customer, Talk) is { } kind
            ? new ToWrite(customer, TodayReason.Newcomer, kind, null, facts.RequestedAt.InZone(data.Options.Shop.Zone).Date)
            : null;
    }

    private ToWrite? Leaving(ShopData data, Standing customer, Dictionary<CustomerId, RfmScore> scores, PurchaseRhythm rhythm)
    {
        const int High = 4;
        const int Low = 2;
        return scores.TryGetValue(customer.Facts.Customer, out RfmScore score) && score.Recency <= Low
            && (score.Frequency >= High || score.Monetary >= High) && KindOf(data, customer, [TouchKind.Welfare]) is { } kind
            ? Bought(data, customer, TodayReason.Leaving, kind, rhythm)
            : null;
    }

    private ToWrite? NeverTalked(ShopData data, Standing customer, RelationshipPart relations, PurchaseRhythm rhythm) =>
        relations.AreInteractionsKnown && customer.Facts.IsBuyer && customer.Facts.CountOf(Behaviour.Interaction) == 0
            && KindOf(data, customer, Talk) is { } kind
            ? Bought(data, customer, TodayReason.NeverTalked, kind, rhythm)
            : null;

    private static ToWrite Bought(ShopData data, Standing customer, TodayReason reason, TouchKind kind, PurchaseRhythm rhythm)
    {
        (ProductId product, _) = rhythm.LastOf(customer.Facts.Customer).FirstOrDefault();
        return new ToWrite(
            customer, reason, kind, product.Text.Length == 0 ? null : rhythm.NameOf(product),
            customer.Facts.LastOrderAt!.Value.InZone(data.Options.Shop.Zone).Date);
    }

    private TouchKind? KindOf(ShopData data, Standing customer, ImmutableArray<TouchKind> kinds)
    {
        foreach ((TouchKind kind, OutreachDecision decision) in outreach.Decide(data, customer, kinds))
        {
            if (decision.IsAllowed)
            {
                return kind;
            }
        }

        return null;
    }
}
