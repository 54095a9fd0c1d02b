using NodaTime;

namespace PrivateDomain.Core.Customers;

public sealed partial class CustomerFacts
{
    /// <summary>When the customer last did something other than paying: wrote, joined, answered, gave feedback, recommended, complained; null when never (最近互动).</summary>
    public Instant? LastInteractionAt
    {
        get
        {
            int place = LastPlace(static (code, _) => IsInteraction(code));
            Instant? last = place < 0 ? null : history.Events[place].At;
            foreach (EventTotal total in history.Checkpoint?.Totals ?? [])
            {
                if (IsInteraction((byte)total.Kind) && total.First <= AsOf)
                {
                    Instant folded = total.Last <= AsOf ? total.Last : total.First;
                    last = last is { } known ? Instant.Max(known, folded) : folded;
                }
            }

            return last;
        }
    }

    /// <summary>The later of <see cref="LastInteractionAt"/> and <see cref="LastOrderAt"/>; null when there is neither (最近活跃).</summary>
    public Instant? LastActiveAt =>
        LastInteractionAt is { } interaction
            ? LastOrderAt is { } order ? Instant.Max(interaction, order) : interaction
            : LastOrderAt;

    /// <summary>How many events of a kind there were in a window. Orders and refunds count as events here; see <see cref="OrderCountIn"/> for orders that count.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="window">The window.</param>
    /// <returns>The number, or at least the number where <see cref="IsComplete(EventKind, TimeWindow)"/> is false.</returns>
    public int Count(EventKind kind, TimeWindow window)
    {
        (int start, int stop, Instant from, Instant end) = Find(window);
        int count = HistoryIndex.CountOf(history.Index.Codes.AsSpan(start, stop - start), kind);
        foreach (EventTotal total in history.Checkpoint?.Totals ?? [])
        {
            count += total.Kind == kind ? CountOf(total, from, end) : 0;
        }

        return count;
    }

    /// <summary>How many messages of a kind were sent in a window.</summary>
    /// <param name="touch">What the messages were for.</param>
    /// <param name="window">The window.</param>
    /// <returns>The number, or at least the number where <see cref="IsComplete(EventKind, TimeWindow)"/> of messages sent is false.</returns>
    public int Count(TouchKind touch, TimeWindow window)
    {
        (int start, int stop, Instant from, Instant end) = Find(window);
        int count = history.Index.Codes.AsSpan(start, stop - start).Count(HistoryIndex.CodeOf(EventKind.TouchSent, touch));
        foreach (EventTotal total in history.Checkpoint?.Totals ?? [])
        {
            count += total.Kind == EventKind.TouchSent && total.Touch == touch ? CountOf(total, from, end) : 0;
        }

        return count;
    }

    /// <summary>Whether the counts of a kind in a window are exact: false when the window cuts through a total of folded events.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="window">The window.</param>
    public bool IsComplete(EventKind kind, TimeWindow window)
    {
        (Instant from, Instant end) = Resolve(window);
        foreach (EventTotal total in history.Checkpoint?.Totals ?? [])
        {
            bool inside = total.First >= from && total.Last < end;
            bool outside = total.Last < from || total.First >= end;
            if (total.Kind == kind && !inside && !outside)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether no event in a window was folded away, so that every fact of the window is exact, days included.</summary>
    /// <param name="window">The window.</param>
    public bool IsComplete(TimeWindow window)
    {
        (Instant from, Instant end) = Resolve(window);
        foreach (EventTotal total in history.Checkpoint?.Totals ?? [])
        {
            if (total.Last >= from && total.First < end)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>On how many of the shop's days in a window the customer did something other than paying (互动天数); exact where <see cref="IsComplete(TimeWindow)"/>.</summary>
    /// <param name="window">The window.</param>
    public int InteractionDayCount(TimeWindow window) => CountDays(window, static code => IsInteraction(code) ? 1 : 0, wanted: 1);

    /// <summary>On how many of the shop's days in a window messages went both ways (对话天数); exact where <see cref="IsComplete(TimeWindow)"/>.</summary>
    /// <param name="window">The window.</param>
    public int ConversationDayCount(TimeWindow window) => CountDays(
        window,
        static code => code == (byte)EventKind.MessageReceived ? 1 : HistoryIndex.IsOf(code, EventKind.TouchSent) ? 2 : 0,
        wanted: 3);

    private static bool IsInteraction(byte code) => (EventKind)code is
        EventKind.MessageReceived or EventKind.ActivityJoined or EventKind.SurveyAnswered or EventKind.GroupJoined or EventKind.NpsAnswered or
        EventKind.FeedbackVolunteered or EventKind.RecommendationMade or EventKind.RivalDeclined or EventKind.ComplaintMade;

    private static int CountOf(EventTotal total, Instant from, Instant end) => total.First >= from && total.Last < end ? total.Count : 0;

    private (int Start, int Stop, Instant From, Instant End) Find(TimeWindow window)
    {
        (Instant from, Instant end) = Resolve(window);
        int start = HistoryIndex.PlaceOf(history.Index.Instants, from);
        return (start, start + HistoryIndex.PlaceOf(history.Index.Instants.AsSpan(start), end), from, end);
    }

    // A day counts when its events together have all the wanted bits.
    private int CountDays(TimeWindow window, Func<byte, int> bitsOf, int wanted)
    {
        (int start, int stop, _, _) = Find(window);
        ShopDays days = clock;
        int count = 0;
        int day = int.MinValue;
        int bits = 0;
        for (int i = start; i < stop; i++)
        {
            if (bitsOf(history.Index.Codes[i]) is > 0 and var added)
            {
                int thisDay = days.Of(history.Index.Instants[i]);
                bits = thisDay == day ? bits : 0;
                count += bits != wanted && (bits | added) == wanted ? 1 : 0;
                (day, bits) = (thisDay, bits | added);
            }
        }

        return count;
    }
}
