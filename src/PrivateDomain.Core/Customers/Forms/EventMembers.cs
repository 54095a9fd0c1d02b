using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using NodaTime;

namespace PrivateDomain.Core.Customers.Forms;

/// <summary>The JSON members of events: which there are, which each kind needs, and what was read of one event.</summary>
internal ref struct EventMembers
{
    internal const int Version = 0;
    internal const int Customer = 1;
    internal const int Id = 2;
    internal const int At = 3;
    internal const int Kind = 4;
    internal const int Carrier = 5;
    internal const int ChannelCode = 6;
    internal const int Loss = 7;
    internal const int Group = 8;
    internal const int Tag = 9;
    internal const int Touch = 10;
    internal const int ProductGroup = 11;
    internal const int Occasion = 12;
    internal const int Topic = 13;
    internal const int Value = 14;
    internal const int Rating = 15;
    internal const int Order = 16;
    internal const int Amount = 17;
    internal const int Lines = 18;
    internal const int Count = 19;

    /// <summary>The names, in the order in which they are written.</summary>
    internal static readonly Utf8Names Names = new(
        "version", "customer", "id", "at", "kind", "carrier", "channelCode", "loss", "group", "tag", "touch", "productGroup", "occasion",
        "topic", "value", "rating", "order", "amount", "lines");

    internal CustomerId CustomerValue;
    internal CustomerEventId IdValue;
    internal Instant AtValue;
    internal EventKind KindValue;
    internal Carrier? CarrierValue;
    internal LinkLoss LossValue;
    internal TouchKind TouchValue;
    internal int RatingValue;
    internal OrderId OrderValue;
    internal Money? AmountValue;
    internal ImmutableArray<OrderLine> LinesValue;
    internal int Read; // one bit a member
    internal PositionsOf Positions;
    internal TextsOf Texts;

    /// <summary>A member that is a plain text; null when it was not read.</summary>
    internal readonly string? TextOf(int member) => Texts[member - ChannelCode];

    /// <summary>The members that a kind needs, and those it may have besides.</summary>
    internal static (int Needed, int Allowed) Of(EventKind kind) => kind switch
    {
        EventKind.LinkMade => (1 << Carrier, 1 << ChannelCode),
        EventKind.LinkMuted or EventKind.LinkUnmuted or EventKind.OptedOut or EventKind.OptedIn => (1 << Carrier, 0),
        EventKind.LinkLost => ((1 << Carrier) | (1 << Loss), 0),
        EventKind.GroupJoined or EventKind.GroupLeft or EventKind.GroupMessageReceived => (1 << Group, 0),
        EventKind.TagAdded or EventKind.TagRemoved => (1 << Tag, 0),
        EventKind.FactNoted => ((1 << Topic) | (1 << Value), 0),
        EventKind.OrderPaid => ((1 << Order) | (1 << Amount), 1 << Lines),
        EventKind.OrderRefunded => (1 << Order, 1 << Amount),
        EventKind.OrderDelivered => (1 << Order, 0),
        EventKind.NpsAnswered => (1 << Rating, 0),
        EventKind.MessageReceived => (0, 1 << Carrier),
        EventKind.TouchSent => (1 << Touch, (1 << Carrier) | (1 << ProductGroup) | (1 << Occasion)),
        _ => (0, 0),
    };

    /// <summary>The event, from members that were checked.</summary>
    internal CustomerEvent ToEvent(CustomerId customer)
    {
        (CustomerEventId id, Instant at) = (IdValue, AtValue);
        return KindValue switch
        {
            EventKind.LinkMade => new LinkMade(id, customer, at, CarrierValue!.Value, TextOf(ChannelCode)),
            EventKind.LinkMuted => new LinkMuted(id, customer, at, CarrierValue!.Value),
            EventKind.LinkUnmuted => new LinkUnmuted(id, customer, at, CarrierValue!.Value),
            EventKind.LinkLost => new LinkLost(id, customer, at, CarrierValue!.Value, LossValue),
            EventKind.OptedOut => new OptedOut(id, customer, at, CarrierValue!.Value),
            EventKind.OptedIn => new OptedIn(id, customer, at, CarrierValue!.Value),
            EventKind.GroupJoined => new GroupJoined(id, customer, at, TextOf(Group)!),
            EventKind.GroupLeft => new GroupLeft(id, customer, at, TextOf(Group)!),
            EventKind.GroupMessageReceived => new GroupMessageReceived(id, customer, at, TextOf(Group)!),
            EventKind.TagAdded => new TagAdded(id, customer, at, TextOf(Tag)!),
            EventKind.TagRemoved => new TagRemoved(id, customer, at, TextOf(Tag)!),
            EventKind.FactNoted => new FactNoted(id, customer, at, TextOf(Topic)!, TextOf(Value)!),
            EventKind.OrderPaid => new OrderPaid(id, customer, at, OrderValue, AmountValue!.Value, LinesValue),
            EventKind.OrderRefunded => new OrderRefunded(id, customer, at, OrderValue, AmountValue),
            EventKind.OrderDelivered => new OrderDelivered(id, customer, at, OrderValue),
            EventKind.NpsAnswered => new NpsAnswered(id, customer, at, RatingValue),
            EventKind.MessageReceived => new MessageReceived(id, customer, at, CarrierValue),
            EventKind.ActivityJoined => new ActivityJoined(id, customer, at),
            EventKind.SurveyAnswered => new SurveyAnswered(id, customer, at),
            EventKind.FeedbackVolunteered => new FeedbackVolunteered(id, customer, at),
            EventKind.RecommendationMade => new RecommendationMade(id, customer, at),
            EventKind.RivalDeclined => new RivalDeclined(id, customer, at),
            EventKind.ReferralConverted => new ReferralConverted(id, customer, at),
            EventKind.WelfareReceived => new WelfareReceived(id, customer, at),
            EventKind.ComplaintMade => new ComplaintMade(id, customer, at),
            _ => new TouchSent(id, customer, at, TouchValue, CarrierValue, TextOf(ProductGroup), TextOf(Occasion)),
        };
    }

    /// <summary>Where each member stands, from the event's beginning on.</summary>
    [InlineArray(EventMembers.Count)]
    internal struct PositionsOf
    {
        private int first;
    }

    /// <summary>The members that are plain texts, from the first of them on.</summary>
    [InlineArray(Value - ChannelCode + 1)]
    internal struct TextsOf
    {
        private string? first;
    }
}
