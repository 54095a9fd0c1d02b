namespace PrivateDomain.Core.Relationships;

/// <summary>
/// Gives customers to advisors on a ring. Each advisor stands at many points of it, a customer at one; all points come from ids alone.
/// Customers choose in an order
/// that also comes from their ids: each takes the first advisor clockwise who has room. Points of full advisors are skipped for good, so
/// the work is near linear.
/// </summary>
internal sealed class AdvisorRing
{
    internal const int Nobody = -1;
    private const int PointsEach = 256; // more even out the shares of advisors, and cost time to sort
    private readonly AdvisorOptions limits;
    private readonly ulong[] points;
    private readonly int[] owners; // the advisor of each point, by the order on the ring
    private readonly int[] open; // for each point the next one that may be of an advisor with room; itself while its own has
    private readonly int[] placesOfPoints; // the points of each advisor, one advisor after the other
    private readonly int[] loads;

    internal AdvisorRing(AdvisorOptions limits, ReadOnlySpan<AdvisorId> advisors)
    {
        this.limits = limits;
        int count = checked(advisors.Length * PointsEach);
        points = new ulong[count];
        owners = new int[count];
        for (int point = 0; point < count; point++)
        {
            ulong advisor = IdHash.Of(advisors[point / PointsEach].Text);
            points[point] = IdHash.Mix(advisor ^ unchecked((ulong)(point % PointsEach) * 0x9E3779B97F4A7C15UL));
            owners[point] = point / PointsEach;
        }

        IdHash.Sort(points, owners, static (left, right) => left.CompareTo(right));
        open = new int[count + 1]; // the last stands for the way around to the first
        placesOfPoints = new int[count];
        Span<int> filled = new int[advisors.Length];
        for (int place = 0; place < count; place++)
        {
            open[place] = place;
            placesOfPoints[(owners[place] * PointsEach) + filled[owners[place]]++] = place;
        }

        open[count] = count;
        loads = new int[advisors.Length];
    }

    /// <summary>How many customers each advisor got.</summary>
    internal ReadOnlySpan<int> Loads => loads;

    /// <summary>The place of each customer's advisor, or <see cref="Nobody"/>. To be called once.</summary>
    internal int[] Place(CustomerId[] customers)
    {
        int[] chosen = new int[customers.Length];
        ulong[] turns = new ulong[customers.Length];
        int[] order = new int[customers.Length];
        for (int c = 0; c < customers.Length; c++)
        {
            turns[c] = IdHash.Of(customers[c].Text);
            order[c] = c;
        }

        IdHash.Sort(turns, order, (left, right) => customers[left].CompareTo(customers[right]));
        long wanted = (long)limits.CustomersMin * loads.Length;
        bool fillsUp = wanted <= customers.Length;
        bool isFillingUp = false;
        for (int turn = 0; turn < order.Length; turn++)
        {
            // As soon as all who are left are needed for the least number of each advisor, only advisors below it have room.
            if (fillsUp && !isFillingUp && wanted == order.Length - turn)
            {
                isFillingUp = true;
                CloseFilled();
            }

            // The turn is a hash; another mixing of it is the place on the ring, so that neighbours on the ring do not choose after each
            // other.
            int point = NextOpen(PlaceOf(IdHash.Mix(turns[turn] ^ 0xD6E8FEB86659FD93UL)));
            int advisor = point == Nobody ? Nobody : owners[point];
            chosen[order[turn]] = advisor;
            if (advisor != Nobody)
            {
                wanted -= loads[advisor]++ < limits.CustomersMin ? 1 : 0;
                if (loads[advisor] == (isFillingUp ? limits.CustomersMin : limits.CustomersMax))
                {
                    Close(advisor);
                }
            }
        }

        return chosen;
    }

    private void CloseFilled()
    {
        for (int advisor = 0; advisor < loads.Length; advisor++)
        {
            if (loads[advisor] >= limits.CustomersMin)
            {
                Close(advisor);
            }
        }
    }

    private void Close(int advisor)
    {
        foreach (int place in placesOfPoints.AsSpan(advisor * PointsEach, PointsEach))
        {
            open[place] = place + 1;
        }
    }

    // The first point clockwise of an advisor with room.
    private int NextOpen(int from)
    {
        int found = Root(from);
        found = found == points.Length ? Root(0) : found;
        return found == points.Length ? Nobody : found;
    }

    private int Root(int place)
    {
        while (open[place] != place)
        {
            open[place] = open[open[place]]; // halves the way for the next who comes by
            place = open[place];
        }

        return place;
    }

    private int PlaceOf(ulong position)
    {
        int place = points.AsSpan().BinarySearch(position);
        return place < 0 ? ~place : place;
    }
}
