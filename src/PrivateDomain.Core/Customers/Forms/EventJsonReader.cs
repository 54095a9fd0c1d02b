using System.Collections.Immutable;
using System.Text.Json;

namespace PrivateDomain.Core.Customers.Forms;

/// <summary>Reads one event from JSON in one pass. The rules are those of the constructors; every mistake has its place.</summary>
internal static class EventJsonReader
{
    private static readonly Utf8Names LineNames = new("product", "quantity", "amount");

    /// <summary>The event at which a reader stands; null when something is wrong with it. The reader is left at the event's end.</summary>
    internal static CustomerEvent? Read(ref Utf8JsonReader reader, JsonMistakes mistakes, in JsonPath path, CustomerId? customer)
    {
        long start = reader.TokenStartIndex;
        if (!JsonValues.IsObject(ref reader, mistakes, path))
        {
            return null;
        }

        int before = mistakes.Count;
        var members = default(EventMembers);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName && !mistakes.IsFull)
        {
            int member = JsonValues.IndexOf(ref reader, EventMembers.Names);
            if (!JsonValues.IsNew(ref reader, member, ref members.Read, mistakes, path))
            {
                continue;
            }

            members.Positions[member] = (int)(reader.TokenStartIndex - start);
            reader.Read();
            ReadMember(ref reader, ref members, member, mistakes, path);
        }

        return mistakes.Count == before && IsComplete(in members, mistakes, path, start, customer is null)
            ? Made(ref members, mistakes, path, start, customer) : null;
    }

    private static void ReadMember(ref Utf8JsonReader reader, ref EventMembers members, int member, JsonMistakes mistakes, in JsonPath path)
    {
        string name = EventMembers.Names.Texts[member];
        switch (member)
        {
            case EventMembers.Version:
                JsonValues.Version(ref reader, mistakes, path, name);
                break;
            case EventMembers.Customer:
                members.CustomerValue = JsonValues.Id<CustomerId>(ref reader, mistakes, path, name);
                break;
            case EventMembers.Id:
                members.IdValue = JsonValues.Id<CustomerEventId>(ref reader, mistakes, path, name);
                break;
            case EventMembers.At:
                members.AtValue = JsonValues.Instant(ref reader, mistakes, path, name);
                break;
            case EventMembers.Kind:
                members.KindValue = JsonValues.Name<EventKind>(ref reader, mistakes, path, name);
                break;
            case EventMembers.Carrier:
                members.CarrierValue = JsonValues.Name<Carrier>(ref reader, mistakes, path, name);
                break;
            case EventMembers.Loss:
                members.LossValue = JsonValues.Name<LinkLoss>(ref reader, mistakes, path, name);
                break;
            case EventMembers.Touch:
                members.TouchValue = JsonValues.Name<TouchKind>(ref reader, mistakes, path, name);
                break;
            case EventMembers.Rating:
                members.RatingValue = JsonValues.Whole(ref reader, mistakes, path, name, 0, 10);
                break;
            case EventMembers.Order:
                members.OrderValue = JsonValues.Id<OrderId>(ref reader, mistakes, path, name);
                break;
            case EventMembers.Amount:
                members.AmountValue = JsonValues.Amount(ref reader, mistakes, path, name);
                break;
            case EventMembers.Lines:
                members.LinesValue = ReadLines(ref reader, mistakes, path.Member(name));
                break;
            default:
                members.Texts[member - EventMembers.ChannelCode] = JsonValues.Text(ref reader, mistakes, path, name);
                break;
        }
    }

    // Every needed member is there, and none that belongs to another kind.
    private static bool IsComplete(in EventMembers members, JsonMistakes mistakes, in JsonPath path, long start, bool isAlone)
    {
        int alone = (1 << EventMembers.Version) | (1 << EventMembers.Customer);
        int always = (1 << EventMembers.Id) | (1 << EventMembers.At) | (1 << EventMembers.Kind) | (isAlone ? alone : 0);
        (int needed, int allowed) = EventMembers.Of(members.KindValue);
        needed |= always;
        bool isKindKnown = (members.Read & (1 << EventMembers.Kind)) != 0;
        if ((members.Read & needed) == needed && (members.Read & ~(needed | allowed)) == 0)
        {
            return true;
        }

        for (int i = 0; i < EventMembers.Count; i++)
        {
            if ((members.Read & (1 << i)) != 0 && ((needed | allowed) & (1 << i)) == 0 && isKindKnown)
            {
                mistakes.Add(
                    path.Member(EventMembers.Names.Texts[i]),
                        CustomersReasons.JsonMisplaced.With(EventMembers.Names.Texts[i], EnumNames<EventKind>.Of(members.KindValue)),
                            start + members.Positions[i]);
            }
            else if ((members.Read & (1 << i)) == 0 && ((isKindKnown ? needed : always) & (1 << i)) != 0)
            {
                string missing = EventMembers.Names.Texts[i];
                mistakes.Add(path.Member(missing), CustomersReasons.JsonMissing.With(default, missing), start);
            }
        }

        return false;
    }

    private static CustomerEvent? Made(ref EventMembers members, JsonMistakes mistakes, in JsonPath path, long start, CustomerId? customer)
    {
        if (members.KindValue == EventKind.OrderRefunded && members.AmountValue is { IsZero: true })
        {
            mistakes.Add(path.Member("amount"), CustomersReasons.JsonWrong.With("0", JsonValues.AmountAboveZero),
                start + members.Positions[EventMembers.Amount]);
            return null;
        }

        try
        {
            return members.ToEvent(customer ?? members.CustomerValue);
        }
        catch (ArgumentException exception)
        {
            string member = exception.ParamName ?? "kind";
            int index = EventMembers.Names.Texts.IndexOf(member);
            mistakes.Add(
                path.Member(member), CustomersReasons.JsonWrong.With(Quoted.Of(exception.Message), JsonValues.OneCurrency), index < 0
                    ? start : start + members.Positions[index]);
            return null;
        }
    }

    private static ImmutableArray<OrderLine> ReadLines(ref Utf8JsonReader reader, JsonMistakes mistakes, in JsonPath path)
    {
        if (!JsonValues.IsArray(ref reader, mistakes, path))
        {
            return [];
        }

        var lines = ImmutableArray.CreateBuilder<OrderLine>();
        for (int i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray && !mistakes.IsFull; i++)
        {
            if (ReadLine(ref reader, mistakes, path.Item(i)) is { } line)
            {
                lines.Add(line);
            }
        }

        return lines.DrainToImmutable();
    }

    private static OrderLine? ReadLine(ref Utf8JsonReader reader, JsonMistakes mistakes, in JsonPath path)
    {
        (long start, int before, int read) = (reader.TokenStartIndex, mistakes.Count, 0);
        (ProductId product, decimal quantity, Money? amount) = (default, 0m, null);
        if (!JsonValues.IsObject(ref reader, mistakes, path))
        {
            return null;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName && !mistakes.IsFull)
        {
            int member = JsonValues.IndexOf(ref reader, LineNames);
            if (!JsonValues.IsNew(ref reader, member, ref read, mistakes, path))
            {
                continue;
            }

            reader.Read();
            string name = LineNames.Texts[member];
            switch (member)
            {
                case 0:
                    product = JsonValues.Id<ProductId>(ref reader, mistakes, path, name);
                    break;
                case 1:
                    quantity = JsonValues.Quantity(ref reader, mistakes, path, name);
                    break;
                default:
                    amount = JsonValues.Amount(ref reader, mistakes, path, name);
                    break;
            }
        }

        return JsonValues.AreRead(LineNames, read, mistakes, path, start, before) ? new OrderLine(product, quantity, amount!.Value) : null;
    }
}
