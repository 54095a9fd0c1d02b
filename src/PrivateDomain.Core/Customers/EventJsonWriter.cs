using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using NodaTime.Text;

namespace PrivateDomain.Core.Customers;

/// <summary>Writes events and histories as JSON: the same members in the same order, whoever asks.</summary>
internal static class EventJsonWriter
{
    /// <summary>The version of the format.</summary>
    internal const int Version = 1;

    internal static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The content of an event as bytes, by which contents of one id are ordered.</summary>
    internal static byte[] ContentOf(CustomerEvent e)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            Write(writer, e, isAlone: false);
        }

        return buffer.WrittenSpan.ToArray();
    }

    internal static void Write(Utf8JsonWriter writer, CustomerHistory history)
    {
        writer.WriteStartObject();
        writer.WriteNumber("version", Version);
        writer.WriteString("customer", history.Customer.Text);
        writer.WriteStartArray("events");
        foreach (CustomerEvent e in history.Payloads)
        {
            Write(writer, e, isAlone: false);
        }

        writer.WriteEndArray();
        if (!history.Checkpoints.IsEmpty)
        {
            writer.WriteStartArray("checkpoints");
            foreach (Checkpoint checkpoint in history.Checkpoints)
            {
                Write(writer, checkpoint);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    internal static void Write(Utf8JsonWriter writer, CustomerEvent e, bool isAlone)
    {
        writer.WriteStartObject();
        if (isAlone)
        {
            writer.WriteNumber("version", Version);
            writer.WriteString("customer", e.Customer.Text);
        }

        writer.WriteString("id", e.Id.Text);
        writer.WriteString("at", InstantPattern.ExtendedIso.Format(e.At));
        writer.WriteString("kind", EnumNames<EventKind>.Of(e.Kind));
        if (LinkBook.CarrierOf(e) is { } carrier)
        {
            writer.WriteString("carrier", EnumNames<Carrier>.Of(carrier));
        }

        switch (e)
        {
            case LinkMade x:
                Optional(writer, "channelCode", x.ChannelCode);
                break;
            case LinkLost x:
                writer.WriteString("loss", EnumNames<LinkLoss>.Of(x.Loss));
                break;
            case GroupJoined x:
                writer.WriteString("group", x.Group);
                break;
            case GroupLeft x:
                writer.WriteString("group", x.Group);
                break;
            case GroupMessageReceived x:
                writer.WriteString("group", x.Group);
                break;
            case TagAdded x:
                writer.WriteString("tag", x.Tag);
                break;
            case TagRemoved x:
                writer.WriteString("tag", x.Tag);
                break;
            case TouchSent x:
                writer.WriteString("touch", EnumNames<TouchKind>.Of(x.Touch));
                Optional(writer, "productGroup", x.ProductGroup);
                Optional(writer, "occasion", x.Occasion);
                break;
            case FactNoted x:
                writer.WriteString("topic", x.Topic);
                writer.WriteString("value", x.Value);
                break;
            case NpsAnswered x:
                writer.WriteNumber("rating", x.Rating);
                break;
            case OrderPaid x:
                writer.WriteString("order", x.Order.Text);
                writer.WriteString("amount", x.Amount.ToString());
                Write(writer, x);
                break;
            case OrderRefunded x:
                writer.WriteString("order", x.Order.Text);
                Optional(writer, "amount", x.Amount?.ToString());
                break;
            case OrderDelivered x:
                writer.WriteString("order", x.Order.Text);
                break;
            default:
                break;
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, OrderPaid paid)
    {
        if (paid.Lines.IsEmpty)
        {
            return;
        }

        writer.WriteStartArray("lines");
        foreach (OrderLine line in paid.Lines)
        {
            writer.WriteStartObject();
            writer.WriteString("product", line.Product.Text);
            writer.WriteNumber("quantity", JsonText.Canonical(line.Quantity));
            writer.WriteString("amount", line.Amount.ToString());
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, Checkpoint checkpoint)
    {
        writer.WriteStartObject();
        writer.WriteString("horizon", InstantPattern.ExtendedIso.Format(checkpoint.Horizon));
        writer.WriteStartArray("totals");
        foreach (EventTotal total in checkpoint.Totals)
        {
            writer.WriteStartObject();
            writer.WriteString("kind", EnumNames<EventKind>.Of(total.Kind));
            Optional(writer, "touch", total.Touch == TouchKind.None ? null : EnumNames<TouchKind>.Of(total.Touch));
            writer.WriteNumber("count", total.Count);
            writer.WriteString("first", InstantPattern.ExtendedIso.Format(total.First));
            writer.WriteString("last", InstantPattern.ExtendedIso.Format(total.Last));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Optional(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }
}
