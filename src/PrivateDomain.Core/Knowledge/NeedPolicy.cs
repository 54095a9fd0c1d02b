using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Knowledge;

/// <summary>Does a customer need something of a product group (需求验证)? Promotion goes to a need that was verified: do not teach a
/// non-smoker to smoke.</summary>
/// <remarks>
/// <para>A need is shown when what was bought of the group is due again, when it was noted after the last purchase of the group, or when
/// the customer never bought any of it and carries a tag that a finding ties to it. It is satisfied when something was bought and is
/// not due.</para>
/// <para>The cycle is the customer's own median between purchase days of this group (three days or more), else the group's. Bought without
/// a known cycle is unknown, and so is whatever an order that does not tell its products could change.</para>
/// <para>Immutable, so safe on several threads. Equality is that of the options; there is no ordering. The rule is from the article on the
/// steps of the private domain.</para>
/// </remarks>
/// <example>
/// <code>
/// NeedPolicy needs = NeedPolicy.Create(new NeedOptions
/// {
///     Groups = [new NeedGroup { Name = "diapers", Products = [ProductId.From("d1")], CycleDays = 30 }],
/// });
/// NeedAssessment need = needs.Assess(history.FactsAt(now, shop), "diapers");
/// bool mayPromote = need.State == NeedState.Shown;
/// </code>
/// </example>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class NeedPolicy : Policy<NeedPolicy, NeedOptions>, IPolicy<NeedPolicy, NeedOptions>
{
    /// <summary>The most days of a repurchase cycle.</summary>
    internal const int CycleDaysMax = 3650;

    private NeedPolicy(NeedOptions options)
        : base(options)
    {
    }

    static NeedPolicy IPolicy<NeedPolicy, NeedOptions>.Make(NeedOptions options) => new(options);

    /// <summary>What is known of the need of every group, in the order of the options.</summary>
    /// <param name="facts">The customer's facts.</param>
    /// <exception cref="ArgumentNullException">There are no facts.</exception>
    public ImmutableArray<NeedAssessment> Assess(CustomerFacts facts)
    {
        ImmutableArray<OrderFacts> orders = Guard.Against.Null(facts).Orders;
        var noted = new Dictionary<string, Instant>(StringComparer.Ordinal);
        foreach (FactNoted note in NotesOfNeeds(facts))
        {
            noted.TryAdd(note.Value, note.At);
        }

        return
        [
            .. Options.Groups.Select(group => Assess(
                facts, orders, group, noted.TryGetValue(group.Name, out Instant last) ? last : null)),
        ];
    }

    /// <summary>What is known of the need of one group.</summary>
    /// <param name="facts">The customer's facts.</param>
    /// <param name="productGroup">The group's name; null, or a name that is none of the options', is an unknown need.</param>
    /// <exception cref="ArgumentNullException">There are no facts.</exception>
    public NeedAssessment Assess(CustomerFacts facts, string? productGroup)
    {
        Guard.Against.Null(facts);
        return GroupOf(productGroup) is { } group
            ? Assess(facts, facts.Orders, group, NotesOfNeeds(facts).FirstOrDefault(note => IsNamed(group, note.Value))?.At)
            : new NeedAssessment(facts.Customer, productGroup, NeedState.Unknown, productGroup is null
                ? KnowledgeReasons.NoProductGroup.With()
                : KnowledgeReasons.OtherProductGroup.With(productGroup));
    }

    internal NeedGroup? GroupOf(string? name) => Options.Groups.FirstOrDefault(group => IsNamed(group, name));

    internal static bool IsOf(OrderFacts order, NeedGroup group) => order.Lines.Any(line => group.Products.Contains(line.Product));

    private static bool IsNamed(NeedGroup group, string? name) => string.Equals(group.Name, name, StringComparison.Ordinal);

    private IEnumerable<FactNoted> NotesOfNeeds(CustomerFacts facts) =>
        facts.NotesNewestFirst.Where(note => string.Equals(note.Topic, Options.NoteTopic, StringComparison.Ordinal));

    private static NeedAssessment Assess(CustomerFacts facts, ImmutableArray<OrderFacts> orders, NeedGroup group, Instant? notedAt)
    {
        OrderFacts[] bought = [.. orders.Where(order => order.Counts && IsOf(order, group))];
        Instant? lastBought = bought.LastOrDefault()?.At;
        OrderFacts? blind = orders.LastOrDefault(static order => order.Counts && order.Lines.IsEmpty);
        DateTimeZone zone = facts.Shop.Zone;
        if (notedAt is { } noted && !(noted < lastBought) && !(noted < blind?.At))
        {
            return Found(NeedState.Shown, KnowledgeReasons.NeedNoted.With(noted.InZone(zone).Date));
        }

        if (lastBought is { } at)
        {
            LocalDate on = at.InZone(zone).Date;
            if ((OwnCycleOf(facts, bought) ?? group.CycleDays) is not { } cycle)
            {
                return Found(NeedState.Unknown, KnowledgeReasons.CycleUnknown.With(on));
            }

            LocalDate due = on.PlusDays((int)Math.Min(decimal.Ceiling(cycle), CycleDaysMax));
            Instant dueAt = zone.AtStartOfDay(due).ToInstant();
            return facts.AsOf < dueAt ? Found(NeedState.Satisfied, KnowledgeReasons.NeedSatisfied.With(on, due), dueAt)
                : blind?.At > at ? Blind(blind)
                : Found(NeedState.Shown, KnowledgeReasons.NeedDue.With(on, due), dueAt);
        }

        return blind is not null ? Blind(blind)
            : group.TraitTags.FirstOrDefault(facts.IsTagged) is { } tag ? Found(NeedState.Shown, KnowledgeReasons.NeedOfTrait.With(tag))
            : Found(NeedState.NoneKnown, KnowledgeReasons.NoNeedKnown.With(group.Name));

        NeedAssessment Blind(OrderFacts order) =>
            Found(NeedState.Unknown, KnowledgeReasons.ProductsUnknown.With(order.At.InZone(zone).Date));

        NeedAssessment Found(NeedState state, Reason reason, Instant? due = null) => new(facts.Customer, group.Name, state, reason, due);
    }

    private static decimal? OwnCycleOf(CustomerFacts facts, OrderFacts[] bought)
    {
        ShopDays clock = facts.Clock;
        var days = new List<int>(bought.Length);
        foreach (OrderFacts order in bought)
        {
            int day = clock.Of(order.At);
            if (days.Count == 0 || days[^1] != day)
            {
                days.Add(day);
            }
        }

        return CustomerFacts.CycleOf([.. days]);
    }
}
