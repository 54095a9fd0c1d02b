namespace PrivateDomain.Core.Relationships;

/// <summary>
/// Matches customers with advisors by rendezvous hashing under a bound: each pair has a weight from its ids alone, each customer goes to the heaviest advisor who
/// keeps them, each advisor keeps the heaviest customers. Weights are the wishes of both sides, so there is exactly one stable matching, whatever the order.
/// </summary>
internal sealed class AdvisorMatching
{
    private const int Nobody = -1;
    private readonly int min;
    private readonly int max;
    private readonly ulong[] customers;
    private readonly ulong[] advisors;
    private readonly int[] places;
    private readonly int[] loads;

    internal AdvisorMatching(int min, int max, CustomerId[] customers, AdvisorId[] advisors)
    {
        this.min = min;
        this.max = max;
        this.customers = Array.ConvertAll(customers, static c => Hash(c.Text));
        this.advisors = Array.ConvertAll(advisors, static a => Hash(a.Text));
        places = new int[customers.Length];
        loads = new int[advisors.Length];
    }

    /// <summary>The place of each customer's advisor; negative for nobody.</summary>
    internal int[] Places()
    {
        Array.Fill(places, Nobody);
        Match();
        if ((long)min * advisors.Length <= customers.Length)
        {
            FillUp();
        }

        return places;
    }

    // Deferred acceptance: who is sent away by a full advisor goes on to the next heaviest.
    private void Match()
    {
        var kept = Array.ConvertAll(advisors, static _ => new PriorityQueue<int, (ulong Weight, int Customer)>());
        for (int next = 0; next < customers.Length; next++)
        {
            int customer = next;
            (ulong Weight, int Advisor) last = (ulong.MaxValue, Nobody);
            while (customer != Nobody && (last = Heaviest(customer, last)).Advisor != Nobody)
            {
                int advisor = last.Advisor;
                int sentAway = Nobody;
                if (kept[advisor].Count < max)
                {
                    kept[advisor].Enqueue(customer, (last.Weight, customer));
                }
                else
                {
                    sentAway = kept[advisor].EnqueueDequeue(customer, (last.Weight, customer));
                }

                if (sentAway != customer)
                {
                    places[customer] = advisor;
                }

                if (sentAway != Nobody)
                {
                    places[sentAway] = Nobody;
                    last = (Weight(sentAway, advisor), advisor);
                }

                customer = sentAway;
            }
        }

        foreach (int place in places.Where(static p => p != Nobody))
        {
            loads[place]++;
        }
    }

    // Where advisors are left with too few, each takes the heaviest customers of those who have more than enough.
    private void FillUp()
    {
        for (int advisor = 0; advisor < advisors.Length; advisor++)
        {
            if (loads[advisor] >= min)
            {
                continue;
            }

            int taker = advisor;
            foreach (int customer in Enumerable.Range(0, customers.Length).OrderByDescending(c => Weight(c, taker)).ThenBy(static c => c))
            {
                int giver = places[customer];
                if (giver != taker && (giver == Nobody || loads[giver] > min))
                {
                    places[customer] = taker;
                    loads[taker]++;
                    if (giver != Nobody)
                    {
                        loads[giver]--;
                    }
                }

                if (loads[taker] == min)
                {
                    break;
                }
            }
        }
    }

    // The heaviest advisor after the last one asked; equal weights go by place.
    private (ulong Weight, int Advisor) Heaviest(int customer, (ulong Weight, int Advisor) last)
    {
        (ulong Weight, int Advisor) best = (0, Nobody);
        for (int advisor = 0; advisor < advisors.Length; advisor++)
        {
            ulong weight = Weight(customer, advisor);
            bool isLeft = last.Advisor == Nobody || weight < last.Weight || (weight == last.Weight && advisor > last.Advisor);
            if (isLeft && (best.Advisor == Nobody || weight > best.Weight))
            {
                best = (weight, advisor);
            }
        }

        return best;
    }

    private ulong Weight(int customer, int advisor) => unchecked(Mix(customers[customer] ^ (advisors[advisor] * 0x9E3779B97F4A7C15UL)));

    // FNV-1a over the UTF-16 code units, then mixed: the same on every machine and in every version.
    private static ulong Hash(string text)
    {
        ulong hash = 0xCBF29CE484222325UL;
        foreach (char c in text)
        {
            hash = unchecked((hash ^ c) * 0x100000001B3UL);
        }

        return Mix(hash);
    }

    private static ulong Mix(ulong value)
    {
        unchecked
        {
            value = (value ^ (value >> 33)) * 0xFF51AFD7ED558CCDUL;
            value = (value ^ (value >> 33)) * 0xC4CEB9FE1A85EC53UL;
            return value ^ (value >> 33);
        }
    }
}
