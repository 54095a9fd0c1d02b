using NodaTime;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Relationships;

public readonly partial record struct StageEvidence
{
    private const int PromoterMin = 9;

    private const int KindCount = (int)EventKind.ComplaintMade + 1;

    /// <summary>The evidence in a customer's facts. Allocates nothing.</summary>
    /// <remarks>After <see cref="CustomerHistory.CompactBefore"/> folded events still count, except that days of conversation before the horizon are not known any more.</remarks>
    /// <param name="facts">The facts.</param>
    /// <exception cref="ArgumentNullException">There are no facts.</exception>
    public static StageEvidence From(CustomerFacts facts)
    {
        Guard.Against.Null(facts);
        ReadOnlySpan<byte> codes = facts.Codes;
        Span<int> counts = stackalloc int[KindCount + 1];
        Span<int> lasts = stackalloc int[KindCount + 1];
        for (int i = 0; i < codes.Length; i++)
        {
            int kind = Math.Min((int)codes[i], KindCount); // codes beyond the kinds are messages sent
            counts[kind]++;
            lasts[kind] = i;
        }

        var tally = new Tally(facts, counts, lasts);
        Evidence nps = tally.Of(EventKind.NpsAnswered);
        return new(
            facts.AsOf,
            Evidence.Of(facts.LinkCount, tally.Of(EventKind.LinkMade).Last),
            Evidence.Sum(
                Evidence.Sum(tally.Of(EventKind.MessageReceived), tally.Of(EventKind.SurveyAnswered)),
                Evidence.Sum(tally.Of(EventKind.ActivityJoined), nps)),
            Conversed(facts),
            tally.Of(EventKind.FeedbackVolunteered),
            Evidence.Of(facts.PurchaseDayCount, facts.LastOrderAt ?? default),
            tally.Of(EventKind.ReferralConverted),
            nps.Count > 0 && ((NpsAnswered)facts.Events[lasts[(int)EventKind.NpsAnswered]]).Rating >= PromoterMin ? Evidence.Of(1, nps.Last) : default,
            tally.Of(EventKind.RivalDeclined));
    }

    /// <summary>Whether the customer took part in something in a window (D5).</summary>
    internal static bool TookPart(CustomerFacts facts, TimeWindow window) =>
        facts.Count(EventKind.MessageReceived, window) > 0 || facts.Count(EventKind.SurveyAnswered, window) > 0 ||
        facts.Count(EventKind.ActivityJoined, window) > 0 || facts.Count(EventKind.NpsAnswered, window) > 0;

    // A day counts once messages went both ways; its last message is when.
    private static Evidence Conversed(CustomerFacts facts)
    {
        const int Both = 3;
        var clock = new ShopDays(facts.Shop.Zone);
        (int count, Instant last, int day, int ways) = (0, default, int.MinValue, 0);
        ReadOnlySpan<byte> codes = facts.Codes;
        for (int i = 0; i < codes.Length; i++)
        {
            int way = codes[i] == (byte)EventKind.MessageReceived ? 1 : HistoryIndex.IsOf(codes[i], EventKind.TouchSent) ? 2 : 0;
            if (way != 0)
            {
                Instant at = facts.Instants[i];
                int today = clock.Of(at);
                ways = today == day ? ways : 0;
                count += ways != Both && (ways | way) == Both ? 1 : 0;
                (day, ways) = (today, ways | way);
                last = ways == Both ? at : last;
            }
        }

        return Evidence.Of(count, last);
    }

    // How many events of each kind there are, and where the last one stands.
    private readonly ref struct Tally(CustomerFacts facts, ReadOnlySpan<int> counts, ReadOnlySpan<int> lasts)
    {
        private readonly ReadOnlySpan<int> counts = counts;
        private readonly ReadOnlySpan<int> lasts = lasts;

        internal Evidence Of(EventKind kind)
        {
            int count = counts[(int)kind];
            Evidence sum = count == 0 ? default : Evidence.Of(count, facts.Instants[lasts[(int)kind]]);
            foreach (EventTotal total in facts.Folded)
            {
                sum = total.Kind == kind && total.Last <= facts.AsOf ? Evidence.Sum(sum, Evidence.Of(total.Count, total.Last)) : sum;
            }

            return sum;
        }
    }
}
