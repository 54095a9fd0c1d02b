using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;
using NodaTime;

namespace PrivateDomain.Core.Customers.Forms;

/// <summary>Reads a history from JSON in one pass.</summary>
internal static class HistoryJsonReader
{
    private const int CountMax = 100_000_000;
    private static readonly Utf8Names HistoryNames = new("version", "customer", "events", "checkpoints");
    private static readonly Utf8Names CheckpointNames = new("horizon", "totals");
    private static readonly Utf8Names TotalNames = new("kind", "touch", "count", "first", "last");
    private static readonly Bilingual FoldedKindWanted = new("a kind that is only counted", "只计数的事件类型");
    private static readonly Bilingual OrderWanted = new("instants in the order first, last, horizon", "按首次、末次、界限先后排列的时刻");

    /// <summary>The history at which a reader stands; null when something is wrong with it.</summary>
    internal static CustomerHistory? Read(ref Utf8JsonReader reader, JsonMistakes mistakes)
    {
        long start = reader.TokenStartIndex;
        if (!JsonValues.IsObject(ref reader, mistakes, JsonPath.Root))
        {
            return null;
        }

        int read = 0;
        CustomerId customer = default;
        var payloads = new List<CustomerEvent>();
        ImmutableArray<Checkpoint> checkpoints = [];
        Utf8JsonReader later = default;
        bool isLater = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName && !mistakes.IsFull)
        {
            int member = JsonValues.IndexOf(ref reader, HistoryNames);
            if (!JsonValues.IsNew(ref reader, member, ref read, mistakes, JsonPath.Root))
            {
                continue;
            }

            reader.Read();
            JsonPath path = JsonPath.Root.Member(HistoryNames.Texts[member]);
            switch (member)
            {
                case 0:
                    JsonValues.Version(ref reader, mistakes, path);
                    break;
                case 1:
                    customer = JsonValues.Id<CustomerId>(ref reader, mistakes, path);
                    break;
                case 2 when customer.Text.Length == 0:
                    later = reader; // whose events they are comes after them
                    isLater = true;
                    reader.Skip();
                    break;
                case 2:
                    ReadEvents(ref reader, mistakes, path, customer, payloads);
                    break;
                default:
                    checkpoints = ReadCheckpoints(ref reader, mistakes, path);
                    break;
            }
        }

        if (isLater && !mistakes.IsFull)
        {
            ReadEvents(ref later, mistakes, JsonPath.Root.Member("events"), customer, payloads);
        }

        read |= 1 << 3; // checkpoints may be absent
        return !JsonValues.AreRead(HistoryNames, read, mistakes, JsonPath.Root, start, 0) ? null
            : checkpoints.IsEmpty ? HistoryMerging.Build(customer, CollectionsMarshal.AsSpan(payloads))
            : HistoryMerging.Merged(customer, payloads, checkpoints);
    }

    private static void ReadEvents(ref Utf8JsonReader reader, JsonMistakes mistakes, in JsonPath path, CustomerId customer,
        List<CustomerEvent> payloads)
    {
        if (!JsonValues.IsArray(ref reader, mistakes, path))
        {
            return;
        }

        for (int i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray && !mistakes.IsFull; i++)
        {
            // An event without a customer is still looked at, so that all its mistakes are told.
            CustomerId whose = customer.Text.Length > 0 ? customer : CustomerId.From("?");
            if (EventJsonReader.Read(ref reader, mistakes, path.Item(i), whose) is { } e)
            {
                payloads.Add(e);
            }
        }
    }

    private static ImmutableArray<Checkpoint> ReadCheckpoints(ref Utf8JsonReader reader, JsonMistakes mistakes, in JsonPath path)
    {
        if (!JsonValues.IsArray(ref reader, mistakes, path))
        {
            return [];
        }

        var checkpoints = ImmutableArray.CreateBuilder<Checkpoint>();
        for (int i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray && !mistakes.IsFull; i++)
        {
            if (ReadCheckpoint(ref reader, mistakes, path.Item(i)) is { } checkpoint)
            {
                checkpoints.Add(checkpoint);
            }
        }

        return checkpoints.DrainToImmutable();
    }

    private static Checkpoint? ReadCheckpoint(ref Utf8JsonReader reader, JsonMistakes mistakes, in JsonPath path)
    {
        (long start, int before, int read, Instant horizon) = (reader.TokenStartIndex, mistakes.Count, 0, default(Instant));
        var totals = new SortedDictionary<(EventKind Kind, TouchKind Touch), EventTotal>();
        if (!JsonValues.IsObject(ref reader, mistakes, path))
        {
            return null;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName && !mistakes.IsFull)
        {
            int member = JsonValues.IndexOf(ref reader, CheckpointNames);
            if (!JsonValues.IsNew(ref reader, member, ref read, mistakes, path))
            {
                continue;
            }

            reader.Read();
            if (member == 0)
            {
                horizon = JsonValues.Instant(ref reader, mistakes, path, "horizon");
            }
            else
            {
                ReadTotals(ref reader, mistakes, path.Member("totals"), totals);
            }
        }

        if (!JsonValues.AreRead(CheckpointNames, read, mistakes, path, start, before))
        {
            return null;
        }

        if (totals.Values.Any(total => total.Last >= horizon))
        {
            mistakes.Add(path.Member("horizon"), CustomersReasons.JsonWrong.With(default, OrderWanted), start);
            return null;
        }

        return new Checkpoint(horizon, [.. totals.Values]);
    }

    private static void ReadTotals(
        ref Utf8JsonReader reader, JsonMistakes mistakes, in JsonPath path, SortedDictionary<(EventKind Kind, TouchKind Touch),
            EventTotal> totals)
    {
        if (!JsonValues.IsArray(ref reader, mistakes, path))
        {
            return;
        }

        for (int i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray && !mistakes.IsFull; i++)
        {
            long start = reader.TokenStartIndex;
            if (ReadTotal(ref reader, mistakes, path.Item(i)) is { } total && !totals.TryAdd((total.Kind, total.Touch), total))
            {
                mistakes.Add(path.Item(i), CustomersReasons.JsonTwice.With(EnumNames<EventKind>.Of(total.Kind)), start);
            }
        }
    }

    private static EventTotal? ReadTotal(ref Utf8JsonReader reader, JsonMistakes mistakes, in JsonPath path)
    {
        (long start, int before, int read) = (reader.TokenStartIndex, mistakes.Count, 0);
        (EventKind kind, TouchKind touch, int count, Instant first, Instant last) = (default, default, 0, default, default);
        if (!JsonValues.IsObject(ref reader, mistakes, path))
        {
            return null;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName && !mistakes.IsFull)
        {
            int member = JsonValues.IndexOf(ref reader, TotalNames);
            if (!JsonValues.IsNew(ref reader, member, ref read, mistakes, path))
            {
                continue;
            }

            reader.Read();
            string name = TotalNames.Texts[member];
            switch (member)
            {
                case 0:
                    kind = JsonValues.Name<EventKind>(ref reader, mistakes, path, name);
                    break;
                case 1:
                    touch = JsonValues.Name<TouchKind>(ref reader, mistakes, path, name);
                    break;
                case 2:
                    count = JsonValues.Whole(ref reader, mistakes, path, name, 1, CountMax);
                    break;
                case 3:
                    first = JsonValues.Instant(ref reader, mistakes, path, name);
                    break;
                default:
                    last = JsonValues.Instant(ref reader, mistakes, path, name);
                    break;
            }
        }

        read |= kind == EventKind.TouchSent ? 0 : 1 << 1; // only touches tell what they were for
        if (!JsonValues.AreRead(TotalNames, read, mistakes, path, start, before))
        {
            return null;
        }

        (string? wrong, Bilingual wanted) = !Checkpoint.Folds(kind) ? ("kind", FoldedKindWanted)
            : (kind == EventKind.TouchSent) != (touch != TouchKind.None) ? ("touch", FoldedKindWanted)
            : first > last ? ("first", OrderWanted)
            : (null, FoldedKindWanted);
        if (wrong is null)
        {
            return new EventTotal(kind, touch, count, first, last);
        }

        mistakes.Add(path.Member(wrong), CustomersReasons.JsonWrong.With(EnumNames<EventKind>.Of(kind), wanted), start);
        return null;
    }
}
