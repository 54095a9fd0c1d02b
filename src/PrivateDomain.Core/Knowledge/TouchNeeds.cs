using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json.Serialization;
using NodaTime;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Knowledge;

/// <summary>The touches to customers of one state of need, and what they returned (触达需求分项).</summary>
/// <remarks>Equality is that of all members; there is no ordering. The default value counts nothing.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
[StructLayout(LayoutKind.Auto)]
public readonly record struct TouchNeedPart
{
    internal TouchNeedPart(NeedState state, int touches, int followed, int orders, Money sales)
    {
        State = state;
        Touches = touches;
        Followed = followed;
        Orders = orders;
        Sales = sales;
    }

    /// <summary>What was known of the need when they went.</summary>
    public NeedState State { get; }

    /// <summary>How many touches.</summary>
    public int Touches { get; }

    /// <summary>How many of them an order followed.</summary>
    public int Followed { get; }

    /// <summary>How many orders followed them.</summary>
    public int Orders { get; }

    /// <summary>What those orders brought of the product group, in the shop's currency.</summary>
    public Money Sales { get; }

    /// <summary>The share of the touches that an order followed; unknown without touches.</summary>
    public Ratio FollowedShare => Ratio.From(Followed, Touches);

    /// <summary>What a touch brought; no value without touches.</summary>
    public Answer<Money> SalesPerTouch => Sales.Per(Touches);
}

/// <summary>How many touches of a cohort went to a need that was shown, and what each kind returned (触达需求分析).</summary>
/// <remarks>
/// <para>The need is taken as it was known when the touch went. An order belongs to the latest touch of its product group before it, if it
/// came within the days allowed; one that a refund took back wholly belongs to none.</para>
/// <para>No experiment: who was written to was chosen, not drawn. Immutable. Equality is that of all members; there is no ordering.</para>
/// </remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record TouchNeeds
{
    private TouchNeeds(ImmutableArray<TouchNeedPart> parts, int open)
    {
        Warning = KnowledgeReasons.NoExperiment.With();
        Parts = parts;
        Open = open;
    }

    /// <summary>The four parts, in the order of <see cref="NeedState"/>: touches without a product group are among the unknown.</summary>
    public ImmutableArray<TouchNeedPart> Parts { get; }

    /// <summary>How many touches are in no part, because their days are not over.</summary>
    public int Open { get; }

    /// <summary>Why the parts are not to be read as cause and effect.</summary>
    public Reason Warning { get; }

    /// <summary>The share of the touches, unknown needs left out, that went to no known need; unknown when all needs are.</summary>
    public Ratio NeedlessShare => Ratio.From(
        this[NeedState.NoneKnown].Touches,
        this[NeedState.NoneKnown].Touches + this[NeedState.Satisfied].Touches + this[NeedState.Shown].Touches);

    /// <summary>The part of a state of need.</summary>
    /// <param name="state">The state.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none there is.</exception>
    public TouchNeedPart this[NeedState state] => state is >= NeedState.Unknown and <= NeedState.Shown
        ? Parts[(int)state]
        : throw new ArgumentOutOfRangeException(nameof(state), state, "One of the four states of need is needed.");

    /// <summary>Counts the touches of a cohort.</summary>
    /// <param name="histories">The customers' histories.</param>
    /// <param name="policy">How a need is verified.</param>
    /// <param name="shop">The shop.</param>
    /// <param name="kinds">The kinds of touch that count; by default the promotional ones: promotion, referral invitation and membership
    /// offer.</param>
    /// <param name="from">The first instant whose touches count.</param>
    /// <param name="asOf">Up to when is looked; not before <paramref name="from"/>.</param>
    /// <param name="daysMax">Within how many days of 24 hours an order belongs to a touch, 1 to 365.</param>
    /// <exception cref="ArgumentNullException">Something is null.</exception>
    /// <exception cref="ArgumentException">A history is null, or a value is out of range.</exception>
    public static TouchNeeds Measure(
        IEnumerable<CustomerHistory> histories, NeedPolicy policy, Shop shop, Instant from, Instant asOf, int daysMax = 14,
        IEnumerable<TouchKind>? kinds = null)
    {
        Guard.Against.Null(histories);
        Guard.Against.Null(policy);
        Guard.Against.Null(shop);
        Guard.Against.OutOfRange(daysMax, nameof(daysMax), 1, 365);
        Guard.Against.OutOfRange(asOf, nameof(asOf), CustomerEvent.EarliestAt, CustomerEvent.LatestAt);
        Guard.Against.OutOfRange(from, nameof(from), Instant.MinValue, asOf);
        TouchKind[] counted =
        [
            .. (kinds ?? [TouchKind.Promotion, TouchKind.ReferralInvitation, TouchKind.MembershipOffer])
                .Select(static kind => CustomerEvent.CheckDefined(kind, nameof(kinds))),
        ];
        var tally = new TouchNeedTally(policy, shop, counted, from, asOf, Duration.FromDays(daysMax));
        foreach (CustomerHistory history in histories)
        {
            tally.Add(history ?? throw new ArgumentException("A history is null.", nameof(histories)));
        }

        return new TouchNeeds(tally.Parts, tally.Open);
    }

    /// <inheritdoc/>
    public bool Equals(TouchNeeds? other) => other is not null && Open == other.Open && Contents.Equal(Parts, other.Parts);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Open, Contents.Hash(Parts));
}
