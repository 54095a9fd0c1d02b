using System.Collections.Immutable;
using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Relationships;

namespace PrivateDomain.Core.Outreach;

/// <summary>What the outreach guard needs to know of a customer on a carrier (触达依据), as of an instant.</summary>
/// <remarks>Immutable. Two are equal only when they are the same object.</remarks>
public sealed class OutreachFacts
{
    internal const int CycleDaysMax = 3650;
    private const int SeenDays = OutreachPolicy.DaysMax + 3;

    private OutreachFacts(
        Instant asOf, DateTimeZone zone, RelationshipStage stage, LinkState link, LinkLoss loss, Instant linkedSince, bool isOptedOut,
        ImmutableArray<SentTouch> sent, Instant? lastOrderAt, Duration? repurchaseCycle, GroupHealth group)
    {
        AsOf = asOf;
        Zone = zone;
        Stage = stage;
        Link = link;
        Loss = loss;
        LinkedSince = linkedSince;
        IsOptedOut = isOptedOut;
        Sent = sent;
        LastOrderAt = lastOrderAt;
        RepurchaseCycle = repurchaseCycle;
        Group = group;
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

    /// <summary>Everything sent on every carrier, the oldest first.</summary>
    public ImmutableArray<SentTouch> Sent { get; }

    /// <summary>When the customer last bought; null when never.</summary>
    public Instant? LastOrderAt { get; }

    /// <summary>After how long what was bought is needed again; null when unknown, and then no rhythm holds.</summary>
    public Duration? RepurchaseCycle { get; }

    /// <summary>The health of the group to be written to; unknown when it is none.</summary>
    public GroupHealth Group { get; }

    /// <summary>Makes facts from a host's own records.</summary>
    /// <param name="asOf">Up to when everything sent is known, from 1900 to 9000.</param>
    /// <param name="zone">The customer's own zone.</param>
    /// <param name="stage">How far the relationship has come.</param>
    /// <param name="link">What the link can carry.</param>
    /// <param name="linkedSince">When the customer was linked; needed unless the link is lost.</param>
    /// <param name="loss">How the link was lost; none while it is not.</param>
    /// <param name="isOptedOut">Whether the customer wants no messages on the carrier.</param>
    /// <param name="sent">Everything sent on every carrier, in any order; nothing when null.</param>
    /// <param name="lastOrderAt">When the customer last bought; null when never.</param>
    /// <param name="repurchaseCycle">After how long it is needed again, above 0 and up to 3,650 days; null when unknown.</param>
    /// <param name="group">The health of the group to be written to; unknown when it is none.</param>
    /// <exception cref="ArgumentNullException">There is no zone.</exception>
    /// <exception cref="ArgumentException">A value is out of range, an event is after <paramref name="asOf"/>, or an unlost link has no instant.</exception>
    public static OutreachFacts Create(
        Instant asOf,
        DateTimeZone zone,
        RelationshipStage stage,
        LinkState link,
        Instant? linkedSince = null,
        LinkLoss loss = LinkLoss.None,
        bool isOptedOut = false,
        IEnumerable<SentTouch>? sent = null,
        Instant? lastOrderAt = null,
        Duration? repurchaseCycle = null,
        GroupHealth group = GroupHealth.Unknown)
    {
        Guard.Against.OutOfRange(asOf, nameof(asOf), CustomerEvent.EarliestAt, OutreachPolicy.LatestAt);
        Guard.Against.Null(zone, message: "The customer's time zone is unknown; take the shop's where it is.");
        ImmutableArray<SentTouch> touches = [.. (sent ?? []).OrderBy(static touch => touch.At)];
        foreach (SentTouch touch in touches)
        {
            CheckNotAfter(touch.At, asOf, nameof(sent));
            CustomerEvent.CheckDefined(touch.Kind, nameof(sent));
        }

        CheckNotAfter(linkedSince, asOf, nameof(linkedSince));
        CheckNotAfter(lastOrderAt, asOf, nameof(lastOrderAt));
        if (repurchaseCycle is { } cycle)
        {
            Guard.Against.OutOfRange(cycle, nameof(repurchaseCycle), Duration.Epsilon, Duration.FromDays(CycleDaysMax));
        }

        if (link != LinkState.Lost && linkedSince is null)
        {
            throw new ArgumentException($"A link that is {link} was made at an instant, but there was none.", nameof(linkedSince));
        }

        return new OutreachFacts(
            asOf, zone, CheckKnown(stage, nameof(stage)), CheckKnown(link, nameof(link)), CheckKnown(loss, nameof(loss)), linkedSince ?? asOf, isOptedOut,
            touches, lastOrderAt, repurchaseCycle, CheckKnown(group, nameof(group)));
    }

    /// <summary>The facts of a customer whose history is kept.</summary>
    /// <remarks>A history must not be compacted into the days of the policy's windows: what is folded away is not counted.</remarks>
    /// <param name="facts">The customer's facts.</param>
    /// <param name="carrier">The carrier to be written on.</param>
    /// <param name="stage">How far the relationship has come.</param>
    /// <param name="zone">The customer's own zone; the shop's when null.</param>
    /// <param name="repurchaseCycle">After how long it is needed again; null when unknown.</param>
    /// <param name="group">The health of the group to be written to; unknown when it is none.</param>
    /// <exception cref="ArgumentNullException">There are no facts.</exception>
    /// <exception cref="ArgumentException">A value is out of range.</exception>
    public static OutreachFacts Of(
        CustomerFacts facts,
        Carrier carrier,
        RelationshipStage stage,
        DateTimeZone? zone = null,
        Duration? repurchaseCycle = null,
        GroupHealth group = GroupHealth.Unknown)
    {
        Guard.Against.Null(facts);
        CustomerEvent.CheckDefined(carrier);
        Link link = facts.Links.FirstOrDefault(l => l.Carrier == carrier);
        Instant horizon = facts.AsOf - Duration.FromDays(SeenDays);
        var sent = new List<SentTouch>();
        ReadOnlySpan<CustomerEvent> events = facts.Events;
        for (int i = events.Length - 1; i >= 0 && events[i].At >= horizon; i--)
        {
            if (events[i] is TouchSent message)
            {
                sent.Add(new SentTouch(message.At, message.Touch));
            }
        }

        return Create(
            facts.AsOf, zone ?? facts.Shop.Zone, stage, link.State, link.State == LinkState.Lost ? null : link.Since, link.Loss, facts.IsOptedOut(carrier),
            sent, facts.LastOrderAt, repurchaseCycle, group);
    }

    private static void CheckNotAfter(Instant? at, Instant asOf, string name)
    {
        if (at > asOf)
        {
            throw new ArgumentOutOfRangeException(name, at, $"An event from the future: the facts are as of {asOf}.");
        }
    }

    private static T CheckKnown<T>(T value, string name)
        where T : struct, Enum =>
        Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(name, value, $"A defined {typeof(T).Name} is needed.");
}
