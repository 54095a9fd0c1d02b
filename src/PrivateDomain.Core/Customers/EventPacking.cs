using NodaTime;

namespace PrivateDomain.Core.Customers;

/// <summary>Events as parts of columns, and back.</summary>
internal static class EventPacking
{
    private const int CarrierBits = 4;
    private const int CarrierMask = (1 << CarrierBits) - 1;
    private const int CurrencyBits = 16;
    private const int Letters = 26;
    private const long UnitsMax = long.MaxValue >> (CurrencyBits + 1);
    private static readonly int Cny = CodeOf(Currency.Cny);

    /// <summary>The carrier in a detail; none when it is not told.</summary>
    internal static int CarrierOf(byte detail) => detail & CarrierMask;

    /// <summary>What a touch was for, how a link was lost, or what was answered.</summary>
    internal static int RestOf(byte detail) => detail >> CarrierBits;

    internal static byte DetailOf(CustomerEvent e)
    {
        (Carrier? carrier, int rest) = e.Kind switch
        {
            EventKind.MessageReceived => (((MessageReceived)e).Carrier, 0),
            EventKind.TouchSent => (((TouchSent)e).Carrier, (int)((TouchSent)e).Touch),
            EventKind.NpsAnswered => (default(Carrier?), ((NpsAnswered)e).Rating),
            EventKind.LinkMade => (((LinkMade)e).Carrier, 0),
            EventKind.LinkLost => (((LinkLost)e).Carrier, (int)((LinkLost)e).Loss),
            EventKind.LinkMuted => (((LinkMuted)e).Carrier, 0),
            EventKind.LinkUnmuted => (((LinkUnmuted)e).Carrier, 0),
            EventKind.OptedOut => (((OptedOut)e).Carrier, 0),
            EventKind.OptedIn => (((OptedIn)e).Carrier, 0),
            _ => (null, 0),
        };
        return (byte)((int)carrier.GetValueOrDefault() | (rest << CarrierBits));
    }

    /// <summary>The text of an event and its packed amount; the event itself where these do not hold it.</summary>
    internal static (object? Text, long Amount) PayloadOf(CustomerEvent e) => e switch
    {
        LinkMade x => (x.ChannelCode, 0),
        GroupJoined x => (x.Group, 0),
        GroupLeft x => (x.Group, 0),
        GroupMessageReceived x => (x.Group, 0),
        TagAdded x => (x.Tag, 0),
        TagRemoved x => (x.Tag, 0),
        FactNoted => (e, 0),
        TouchSent x => (x.ProductGroup is null && x.Occasion is null ? null : e, 0),
        OrderDelivered x => (x.Order.Text, 0),
        OrderPaid x => x.Lines.IsEmpty && TryPack(x.Amount, out long amount) ? (x.Order.Text, amount) : (e, 0),
        OrderRefunded { Amount: null } x => (x.Order.Text, 0),
        OrderRefunded x => TryPack(x.Amount!.Value, out long amount) ? (x.Order.Text, amount) : (e, 0),
        _ => (null, 0),
    };

    /// <summary>The event at a place.</summary>
    internal static CustomerEvent At(EventColumns columns, int place, CustomerId customer)
    {
        if (columns.WholeAt(place) is { } whole)
        {
            return whole;
        }

        CustomerEventId id = columns.Ids(place + 1)[place];
        Instant at = Nanos.ToInstant(columns.Instants(place + 1)[place]);
        byte detail = columns.Details(place + 1)[place];
        string? text = columns.TextAt(place);
        var carrier = (Carrier)CarrierOf(detail);
        Carrier? told = carrier == Carrier.None ? null : carrier;
        return (EventKind)columns.Kinds(place + 1)[place] switch
        {
            EventKind.LinkMade => new LinkMade(id, customer, at, carrier, text),
            EventKind.LinkMuted => new LinkMuted(id, customer, at, carrier),
            EventKind.LinkUnmuted => new LinkUnmuted(id, customer, at, carrier),
            EventKind.LinkLost => new LinkLost(id, customer, at, carrier, (LinkLoss)RestOf(detail)),
            EventKind.OptedOut => new OptedOut(id, customer, at, carrier),
            EventKind.OptedIn => new OptedIn(id, customer, at, carrier),
            EventKind.GroupJoined => new GroupJoined(id, customer, at, text!),
            EventKind.GroupLeft => new GroupLeft(id, customer, at, text!),
            EventKind.GroupMessageReceived => new GroupMessageReceived(id, customer, at, text!),
            EventKind.TagAdded => new TagAdded(id, customer, at, text!),
            EventKind.TagRemoved => new TagRemoved(id, customer, at, text!),
            EventKind.OrderPaid => new OrderPaid(id, customer, at, OrderId.From(text!), Unpack(columns.AmountAt(place))),
            EventKind.OrderRefunded => new OrderRefunded(id, customer, at, OrderId.From(text!),
                columns.AmountAt(place) is not 0 and var part ? Unpack(part) : null),
            EventKind.OrderDelivered => new OrderDelivered(id, customer, at, OrderId.From(text!)),
            EventKind.NpsAnswered => new NpsAnswered(id, customer, at, RestOf(detail)),
            EventKind.MessageReceived => new MessageReceived(id, customer, at, told),
            EventKind.ActivityJoined => new ActivityJoined(id, customer, at),
            EventKind.SurveyAnswered => new SurveyAnswered(id, customer, at),
            EventKind.FeedbackVolunteered => new FeedbackVolunteered(id, customer, at),
            EventKind.RecommendationMade => new RecommendationMade(id, customer, at),
            EventKind.RivalDeclined => new RivalDeclined(id, customer, at),
            EventKind.ReferralConverted => new ReferralConverted(id, customer, at),
            EventKind.WelfareReceived => new WelfareReceived(id, customer, at),
            EventKind.ComplaintMade => new ComplaintMade(id, customer, at),
            _ => new TouchSent(id, customer, at, (TouchKind)RestOf(detail), told),
        };
    }

    /// <summary>The order of a payment, a refund or a delivery.</summary>
    internal static string OrderAt(EventColumns columns, int place) => columns.WholeAt(place) switch
    {
        OrderPaid x => x.Order.Text,
        OrderRefunded x => x.Order.Text,
        _ => columns.TextAt(place)!,
    };

    /// <summary>The currency in a packed amount.</summary>
    internal static int CurrencyOf(long packed) => (int)(packed & ((1 << CurrencyBits) - 1));

    /// <summary>The ten-thousandths in a packed amount.</summary>
    internal static long UnitsOf(long packed) => packed >> CurrencyBits;

    internal static int CodeOf(Currency currency)
    {
        string code = currency.Code;
        return 1 + ((((code[0] - 'A') * Letters) + (code[1] - 'A')) * Letters) + (code[2] - 'A');
    }

    private static bool TryPack(Money money, out long packed)
    {
        decimal units = money.Amount * OrderBook.UnitsPerMajor;
        bool fits = units <= UnitsMax && (units.Scale == 0 || decimal.Truncate(units) == units);
        packed = fits ? ((long)units << CurrencyBits) | (long)CodeOf(money.Currency) : 0;
        return fits;
    }

    private static Money Unpack(long packed) => Money.From(OrderBook.MajorOf(UnitsOf(packed)), CurrencyAt(CurrencyOf(packed)));

    internal static Currency CurrencyAt(int code)
    {
        if (code == Cny)
        {
            return Currency.Cny;
        }

        int letters = code - 1;
        ReadOnlySpan<char> text = [(char)('A' + (letters / Letters / Letters)), (char)('A' + (letters / Letters % Letters)),
            (char)('A' + (letters % Letters))];
        return Currency.From(text.ToString());
    }
}
