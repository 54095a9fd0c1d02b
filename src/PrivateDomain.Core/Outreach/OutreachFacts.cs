using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Knowledge;
using PrivateDomain.Core.Relationships;

namespace PrivateDomain.Core.Outreach;

/// <summary>What the outreach guard needs to know of a customer on a carrier (触达依据), as of an instant.</summary>
/// <remarks>Immutable, so safe on several threads. Two are equal only when they are the same object.</remarks>
/// <example>
/// <code>
/// OutreachFacts facts = OutreachFacts.From(history.FactsAt(now, shop), Carrier.WeCom, RelationshipStage.Interaction);
/// OutreachDecision decision = OutreachPolicy.Default.Decide(facts, TouchKind.UsefulContent, now);
/// </code>
/// </example>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class OutreachFacts
{
    /// <summary>The most days of a repurchase cycle.</summary>
    internal const int CycleDaysMax = NeedPolicy.CycleDaysMax;

    private const int SeenDays = TouchCap.DaysMax + 3;

    /// <summary>Makes facts from a host's own records.</summary>
    /// <param name="asOf">Up to when everything sent is known, from 1900 to 2200.</param>
    /// <param name="zone">The customer's own zone.</param>
    /// <param name="stage">How far the relationship has come.</param>
    /// <param name="link">What the link can carry.</param>
    /// <param name="linkedSince">When the customer was linked; needed unless the link is lost.</param>
    /// <param name="loss">How the link was lost; none while it is not.</param>
    /// <param name="isOptedOut">Whether the customer wants no messages on the carrier.</param>
    /// <param name="sent">Everything sent on every carrier, in any order; empty when nothing was, null when there is no record of
    /// it.</param>
    /// <param name="sentKnownSince">Since when <paramref name="sent"/> is complete; null when it always is.</param>
    /// <param name="lastOrderAt">When the customer last bought; null when never.</param>
    /// <param name="repurchaseCycle">After how long it is needed again, above 0 and up to 3,650 days; null when unknown.</param>
    /// <param name="group">The health of the group to be written to; unknown when it is none.</param>
    /// <param name="need">What is known of the customer's need of what is to be written about; null when that is not told.</param>
    /// <exception cref="ArgumentNullException">There is no zone.</exception>
    /// <exception cref="ArgumentException">A value is out of range, an event is after <paramref name="asOf"/>, or an unlost link has no
    /// instant.</exception>
    public OutreachFacts(
        Instant asOf,
        DateTimeZone zone,
        RelationshipStage stage,
        LinkState link,
        Instant? linkedSince = null,
        LinkLoss loss = LinkLoss.None,
        bool isOptedOut = false,
        IEnumerable<SentTouch>? sent = null,
        Instant? sentKnownSince = null,
        Instant? lastOrderAt = null,
        Duration? repurchaseCycle = null,
        GroupHealth group = GroupHealth.Unknown,
        NeedAssessment? need = null)
    {
        AsOf = Guard.Against.OutOfRange(asOf, nameof(asOf), CustomerEvent.EarliestAt, OutreachPolicy.LatestAt);
        Zone = Guard.Against.Null(zone, message: "The customer's time zone is unknown; take the shop's where it is.");
        Stage = CheckKnown(stage, nameof(stage));
        Link = CheckKnown(link, nameof(link));
        Loss = CheckKnown(loss, nameof(loss));
        Group = CheckKnown(group, nameof(group));
        Need = need;
        IsOptedOut = isOptedOut;
        Sent = sent is null ? null : [.. sent.OrderBy(static touch => touch.At)];
        foreach (SentTouch touch in Sent ?? [])
        {
            CheckNotAfter(touch.At, asOf, nameof(sent));
            CustomerEvent.CheckDefined(touch.Kind, nameof(sent));
        }

        SentKnownSince = CheckNotAfter(sentKnownSince, asOf, nameof(sentKnownSince));
        LastOrderAt = CheckNotAfter(lastOrderAt, asOf, nameof(lastOrderAt));
        RepurchaseCycle = repurchaseCycle is { } cycle
            ? Guard.Against.OutOfRange(cycle, nameof(repurchaseCycle), Duration.Epsilon, Duration.FromDays(CycleDaysMax))
            : null;
        LinkedSince = CheckNotAfter(linkedSince, asOf, nameof(linkedSince)) is { } since ? since
            : link == LinkState.Lost ? asOf
            : throw new ArgumentException($"A link that is {link} was made at an instant, but there was none.", nameof(linkedSince));
    }

    /// <summary>Up to when everything sent is among the facts.</summary>
    public Instant AsOf { get; }

    /// <summary>The customer's own zone, for quiet hours and days.</summary>
    public DateTimeZone Zone { get; }

    /// <summary>How far the relationship has come.</summary>
    public RelationshipStage Stage { get; }

    /// <summary>What the link can carry.</summary>
    public LinkState Link { get; }

    /// <summary>How the link was lost, if it was.</summary>
    public LinkLoss Loss { get; }

    /// <summary>When the customer was linked; without meaning when the link is lost.</summary>
    public Instant LinkedSince { get; }

    /// <summary>Whether the customer wants no messages on the carrier.</summary>
    public bool IsOptedOut { get; }

    /// <summary>Everything sent on every carrier, the oldest first; null when there is no record of it.</summary>
    public ImmutableArray<SentTouch>? Sent { get; }

    /// <summary>Since when <see cref="Sent"/> is complete; null when it always is.</summary>
    public Instant? SentKnownSince { get; }

    /// <summary>When the customer last bought; null when never.</summary>
    public Instant? LastOrderAt { get; }

    /// <summary>After how long what was bought is needed again; null when unknown, and then no rhythm holds.</summary>
    public Duration? RepurchaseCycle { get; }

    /// <summary>The health of the group to be written to; unknown when it is none.</summary>
    public GroupHealth Group { get; }

    /// <summary>What is known of the customer's need of what is to be written about; null when that is not told.</summary>
    public NeedAssessment? Need { get; }

    /// <summary>The facts of a customer whose history is kept, as of its facts' instant.</summary>
    /// <remarks>What was sent counts on whatever carrier. Touches folded away by compaction are missing: where a rule needs them, the guard
    /// says
    /// undecidable; see <see cref="OutreachPolicy.LookBack"/>.</remarks>
    /// <param name="facts">The customer's facts.</param>
    /// <param name="carrier">The carrier to be written on.</param>
    /// <param name="stage">How far the relationship has come.</param>
    /// <param name="zone">The customer's own zone; the shop's when null.</param>
    /// <param name="repurchaseCycle">After how long it is needed again; when null the customer's own cycle, if it is known.</param>
    /// <param name="group">The health of the group to be written to; unknown when it is none.</param>
    /// <param name="hasRecordOfTouches">Whether the host records what it sends; if not, what was sent is unknown.</param>
    /// <param name="need">What is known of the customer's need of what is to be written about; null when that is not told.</param>
    /// <exception cref="ArgumentNullException">There are no facts.</exception>
    /// <exception cref="ArgumentException">A value is out of range.</exception>
    public static OutreachFacts From(
        CustomerFacts facts,
        Carrier carrier,
        RelationshipStage stage,
        DateTimeZone? zone = null,
        Duration? repurchaseCycle = null,
        GroupHealth group = GroupHealth.Unknown,
        bool hasRecordOfTouches = true,
        NeedAssessment? need = null)
    {
        Guard.Against.Null(facts);
        CustomerEvent.CheckDefined(carrier);
        Link link = facts.Links.FirstOrDefault(l => l.Carrier == carrier);
        return new(
            facts.AsOf,
            zone ?? facts.Shop.Zone,
            stage,
            link.State,
            link.State == LinkState.Lost ? null : link.Since,
            link.Loss,
            facts.IsOptedOutOn(carrier),
            hasRecordOfTouches ? TouchesOf(facts) : null,
            KnownSince(facts),
            facts.LastOrderAt,
            repurchaseCycle ?? OwnCycle(facts),
            group,
            need);
    }

    /// <summary>What is missing to know all that was sent since an instant; null when nothing is.</summary>
    internal Reason? MissingSince(Instant start) =>
        SentKnownSince is { } known && known > start ? OutreachReasons.TouchesFolded.With(known, start) : null;

    /// <summary>Whether a touch finds a need that is shown at an instant; a satisfied need is shown when what was bought is due.</summary>
    internal OutreachFinding CheckNeed(Instant at) => Need switch
    {
        null => OutreachFinding.Unknown(KnowledgeReasons.NoProductGroup.With()),
        { State: NeedState.Shown } => default,
        { State: NeedState.Satisfied, DueAt: { } due } => at >= due ? default : OutreachFinding.Later(due, Need.Reason),
        { State: NeedState.Unknown } => OutreachFinding.Unknown(Need.Reason),
        _ => OutreachFinding.Never(Need.Reason),
    };

    private static List<SentTouch> TouchesOf(CustomerFacts facts)
    {
        Instant horizon = facts.AsOf - Duration.FromDays(SeenDays);
        var sent = new List<SentTouch>();
        CustomerEvents events = facts.Events;
        for (int i = events.Count - 1; i >= 0 && events[i].At >= horizon; i--)
        {
            if (events[i] is TouchSent touch)
            {
                sent.Add(new SentTouch(touch.At, touch.Touch));
            }
        }

        return sent;
    }

    private static Instant? KnownSince(CustomerFacts facts)
    {
        Instant? since = null;
        foreach (EventTotal total in facts.Folded)
        {
            if (total.Kind == EventKind.TouchSent && total.Touch != TouchKind.ServiceReply && total.First <= facts.AsOf)
            {
                // The next whole second: a sentence shows it.
                Instant after = Instant.Min(Instant.FromUnixTimeSeconds(total.Last.ToUnixTimeSeconds() + 1), facts.AsOf);
                since = since is { } known ? Instant.Max(known, after) : after;
            }
        }

        return since;
    }

    private static Duration? OwnCycle(CustomerFacts facts) =>
        facts.RepurchaseCycleDays.TryGet(out decimal days) && days > 0
            ? Duration.FromTicks(decimal.ToInt64(Math.Min(days, CycleDaysMax) * NodaConstants.TicksPerDay))
            : null;

    private static Instant? CheckNotAfter(Instant? at, Instant asOf, string name) =>
        at > asOf ? throw new ArgumentOutOfRangeException(name, at, $"An event from the future: the facts are as of {asOf}.") : at;

    private static T CheckKnown<T>(T value, string name)
        where T : struct, Enum =>
        Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(name, value, $"A defined {typeof(T).Name} is needed.");
}
