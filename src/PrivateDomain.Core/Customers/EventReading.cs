using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;

namespace PrivateDomain.Core.Customers;

/// <summary>Events and histories from their JSON shapes. The rules are those of the constructors; errors name the member's path.</summary>
internal static class EventReading
{
    private const int CountMax = 100_000_000;

    internal static JsonException Wrong(string path, string message) => new(message, path, null, null);

    internal static CustomerEvent ToEvent(EventWire wire)
    {
        CheckVersion(wire.Version);
        return ToEvent(wire, Need(wire.Customer, "$.customer"), "$", standalone: true);
    }

    internal static CustomerHistory ToHistory(HistoryWire wire)
    {
        CheckVersion(wire.Version);
        CustomerId customer = Need(wire.Customer, "$.customer");
        ImmutableArray<EventWire> events = Need(wire.Events, "$.events");
        var payloads = new List<CustomerEvent>(events.Length);
        for (int i = 0; i < events.Length; i++)
        {
            payloads.Add(ToEvent(NeedObject(events[i], $"$.events[{i}]"), customer, $"$.events[{i}]", standalone: false));
        }

        ImmutableArray<CheckpointWire> wires = wire.Checkpoints ?? [];
        return CustomerHistory.Merged(
            customer, payloads, [.. wires.Select(static (x, i) => ToCheckpoint(NeedObject(x, $"$.checkpoints[{i}]"), $"$.checkpoints[{i}]"))]);
    }

    private static CustomerEvent ToEvent(EventWire wire, CustomerId customer, string path, bool standalone)
    {
        EventKind kind = NeedName<EventKind>(wire.Kind, path + ".kind");
        CustomerEventId id = Need(wire.Id, path + ".id");
        Instant at = Need(wire.At, path + ".at");
        try
        {
            CustomerEvent e = Make(wire, kind, id, customer, at, path);
            RefuseOthers(wire, EventWriting.ToWire(e, standalone), path);
            return e;
        }
        catch (ArgumentException exception)
        {
            throw Wrong($"{path}.{exception.ParamName}", exception.Message.Split(" (Parameter", 2)[0]);
        }
    }

    private static CustomerEvent Make(EventWire wire, EventKind kind, CustomerEventId id, CustomerId customer, Instant at, string path)
    {
        return kind switch
        {
            EventKind.LinkMade => new LinkMade(id, customer, at, Carrier(), wire.Channel),
            EventKind.LinkMuted => new LinkMuted(id, customer, at, Carrier()),
            EventKind.LinkUnmuted => new LinkUnmuted(id, customer, at, Carrier()),
            EventKind.LinkLost => new LinkLost(id, customer, at, Carrier(), NeedName<LinkLoss>(wire.Loss, path + ".loss")),
            EventKind.OptedOut => new OptedOut(id, customer, at, Carrier()),
            EventKind.OptedIn => new OptedIn(id, customer, at, Carrier()),
            EventKind.GroupJoined => new GroupJoined(id, customer, at, NeedObject(wire.Group, path + ".group")),
            EventKind.GroupLeft => new GroupLeft(id, customer, at, NeedObject(wire.Group, path + ".group")),
            EventKind.TagAdded => new TagAdded(id, customer, at, NeedObject(wire.Tag, path + ".tag")),
            EventKind.TagRemoved => new TagRemoved(id, customer, at, NeedObject(wire.Tag, path + ".tag")),
            EventKind.OrderPaid => new OrderPaid(id, customer, at, Order(), Need(wire.Amount, path + ".amount"), Lines()),
            EventKind.OrderRefunded => new OrderRefunded(id, customer, at, Order(), wire.Amount),
            EventKind.NpsAnswered => new NpsAnswered(id, customer, at, Need(wire.Rating, path + ".rating")),
            EventKind.MessageReceived => new MessageReceived(id, customer, at),
            EventKind.TouchSent => new TouchSent(id, customer, at, NeedName<TouchKind>(wire.Touch, path + ".touch")),
            EventKind.ActivityJoined => new ActivityJoined(id, customer, at),
            EventKind.SurveyAnswered => new SurveyAnswered(id, customer, at),
            EventKind.FeedbackVolunteered => new FeedbackVolunteered(id, customer, at),
            EventKind.RecommendationMade => new RecommendationMade(id, customer, at),
            EventKind.ReferralConverted => new ReferralConverted(id, customer, at),
            EventKind.RivalDeclined => new RivalDeclined(id, customer, at),
            EventKind.WelfareReceived => new WelfareReceived(id, customer, at),
            EventKind.ComplaintMade => new ComplaintMade(id, customer, at),
            _ => throw Wrong(path + ".kind", "A kind of event is needed."),
        };

        Carrier Carrier() => NeedName<Carrier>(wire.Carrier, path + ".carrier");
        OrderId Order() => Need(wire.Order, path + ".order");
        ImmutableArray<OrderLine> Lines() => [.. (wire.Lines ?? []).Select((line, i) => ToLine(line, $"{path}.lines[{i}]"))];
    }

    private static OrderLine ToLine(LineWire? wire, string path)
    {
        LineWire line = NeedObject(wire, path);
        ProductId product = Need(line.Product, path + ".product");
        decimal quantity = Need(line.Quantity, path + ".quantity");
        Money amount = Need(line.Amount, path + ".amount");
        try
        {
            return new OrderLine(product, quantity, amount);
        }
        catch (ArgumentException exception)
        {
            throw Wrong($"{path}.{exception.ParamName}", exception.Message.Split(" (Parameter", 2)[0]);
        }
    }

    // A member which the event would not write does not belong to its kind.
    private static void RefuseOthers(EventWire read, EventWire written, string path)
    {
        ReadOnlySpan<(string Name, object? Read, object? Written)> members =
        [
            ("version", read.Version, written.Version), ("customer", read.Customer, written.Customer), ("carrier", read.Carrier, written.Carrier),
            ("channel", read.Channel, written.Channel), ("loss", read.Loss, written.Loss), ("group", read.Group, written.Group), ("tag", read.Tag, written.Tag),
            ("touch", read.Touch, written.Touch), ("rating", read.Rating, written.Rating), ("order", read.Order, written.Order),
            ("amount", read.Amount, written.Amount), ("lines", read.Lines is { IsEmpty: true } ? null : read.Lines, written.Lines),
        ];
        foreach ((string name, object? found, object? expected) in members)
        {
            if (found is not null && expected is null)
            {
                throw Wrong($"{path}.{name}", $"The member does not belong to an event of kind \"{read.Kind}\" here.");
            }
        }
    }

    private static Checkpoint ToCheckpoint(CheckpointWire wire, string path)
    {
        Instant horizon = NeedInstant(wire.Horizon, path + ".horizon", CustomerEvent.LatestAt);
        var totals = new SortedDictionary<(EventKind Kind, TouchKind Touch), EventTotal>();
        ImmutableArray<TotalWire> wires = Need(wire.Totals, path + ".totals");
        for (int i = 0; i < wires.Length; i++)
        {
            string place = $"{path}.totals[{i}]";
            EventTotal total = ToTotal(NeedObject(wires[i], place), horizon, place);
            if (!totals.TryAdd((total.Kind, total.Touch), total))
            {
                throw Wrong(place, "There is another total of this kind.");
            }
        }

        return new Checkpoint(horizon, [.. totals.Values]);
    }

    private static EventTotal ToTotal(TotalWire wire, Instant horizon, string path)
    {
        EventKind kind = NeedName<EventKind>(wire.Kind, path + ".kind");
        TouchKind touch = kind == EventKind.TouchSent ? NeedName<TouchKind>(wire.Touch, path + ".touch") : TouchKind.None;
        int count = Need(wire.Count, path + ".count");
        Instant last = NeedInstant(wire.Last, path + ".last", horizon - Duration.Epsilon);
        Instant first = NeedInstant(wire.First, path + ".first", last);
        return !Checkpoint.Folds(kind) ? throw Wrong(path + ".kind", "Events of this kind are never folded into totals.")
            : kind != EventKind.TouchSent && wire.Touch is not null ? throw Wrong(path + ".touch", "Only messages sent have a touch.")
            : count is < 1 or > CountMax ? throw Wrong(path + ".count", $"A count from 1 to {CountMax} is needed.")
            : new EventTotal(kind, touch, count, first, last);
    }

    private static void CheckVersion(int? version)
    {
        if (Need(version, "$.version") != CustomerJson.Version)
        {
            throw Wrong("$.version", $"Version {CustomerJson.Version} is read, but it was {version}.");
        }
    }

    private static T Need<T>(T? value, string path)
        where T : struct =>
        value ?? throw Wrong(path, "The member is missing.");

    private static T NeedObject<T>(T? value, string path)
        where T : class =>
        value ?? throw Wrong(path, "A value is needed, but there is none.");

    private static TEnum NeedName<TEnum>(string? name, string path)
        where TEnum : struct, Enum =>
        EnumNames<TEnum>.From(name) ?? throw Wrong(path, name is null ? "The member is missing." : $"No {typeof(TEnum).Name} is called \"{name}\".");

    private static Instant NeedInstant(Instant? instant, string path, Instant latest) =>
        Need(instant, path) is var value && value >= CustomerEvent.EarliestAt && value <= latest
            ? value
            : throw Wrong(path, "An instant from 1900-01-01T00:00:00Z on is needed, in the order first, last, horizon.");
}
