using System.Collections.Immutable;
using NodaTime;
using PrivateDomain.Core;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Outlook;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Rules;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.ShopReport;

/// <summary>Finds who grows cold in the next days if nothing happens: whose stage falls, and who enters and leaves which segment.</summary>
internal sealed class ColdAnalysis(ShopRules rules)
{
    /// <summary>How many customers are named.</summary>
    public const int NamedMax = 25;

    /// <summary>How many days are looked ahead.</summary>
    public const int Days = 7;

    // Who is not at least on one of these does not fall by silence.
    private static readonly ImmutableArray<(RelationshipStage Stage, string Level)> Stages =
    [
        (RelationshipStage.Interaction, "interaction"), (RelationshipStage.Rapport, "rapport"), (RelationshipStage.Alliance, "alliance"),
    ];

    public ColdPart Of(ShopData data, ImmutableArray<CustomerHistory> histories, RelationshipPart relations)
    {
        Dictionary<CustomerId, Standing> standings = relations.Standings.ToDictionary(static each => each.Facts.Customer);
        CustomerHistory[] known = [.. histories.Where(history => standings.ContainsKey(history.Customer))];
        Instant horizon = data.AsOfInstant + Duration.FromDays(Days);
        var ladder = ShopRules.Create(rules.Options with
        {
            Segments = SegmentSet.From(
                ShopFacts.Schema,
                Stages.Select(static each => new Segment(each.Level, FactsOfRelationship.Stage.AtLeast(each.Level)))),
        });
        SegmentOutlook falls = SegmentOutlook.Of(ladder, known, data.AsOfInstant, horizon);
        GrowsCold[] cold =
        [
            .. Stages.SelectMany((each, place) => falls.Segments[place].Leaves.Select(change => (Change: change, each.Stage)))
                .GroupBy(static each => each.Change.Customer)
                .Select(group => First(standings[group.Key], [.. group])),
        ];
        ImmutableArray<SegmentFlow> segments =
            rules.Segments is null ? [] : SegmentOutlook.Of(rules, known, data.AsOfInstant, horizon).Segments;
        return new ColdPart(
            cold.Length,
            [
                .. cold.OrderByDescending(static each => each.Customer.Facts.Spend).ThenBy(static each => each.Customer.Facts.Customer)
                    .Take(NamedMax),
            ],
            segments);
    }

    // At one instant several stages may be left: the lowest of them says where the customer comes to stand.
    private static GrowsCold First(Standing customer, (SegmentChange Change, RelationshipStage Stage)[] falls)
    {
        Instant at = falls.Min(static each => each.Change.At);
        RelationshipStage lowest = falls.Where(each => each.Change.At == at).Min(static each => each.Stage);
        return new GrowsCold(customer, at, lowest - 1);
    }
}

/// <summary>Who grows cold in the next days.</summary>
/// <param name="Customers">How many fall to a lower stage.</param>
/// <param name="List">Those who spent most of them.</param>
/// <param name="Segments">Who enters and leaves the shop's segments; empty where it has none.</param>
internal sealed record ColdPart(int Customers, ImmutableArray<GrowsCold> List, ImmutableArray<SegmentFlow> Segments);

/// <summary>A customer who falls to a lower stage, and when.</summary>
internal sealed record GrowsCold(Standing Customer, Instant At, RelationshipStage To);
