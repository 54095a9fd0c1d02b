using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Referrals;

/// <summary>Who referred whom (推荐关系).</summary>
/// <remarks>Equality is that of both. The default value has empty identifiers.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public readonly record struct ReferralEdge
{
    /// <summary>Makes an edge.</summary>
    /// <param name="referrer">Who referred.</param>
    /// <param name="referee">Who came.</param>
    public ReferralEdge(CustomerId referrer, CustomerId referee)
    {
        Referrer = referrer;
        Referee = referee;
    }

    /// <summary>Who referred.</summary>
    public CustomerId Referrer { get; }

    /// <summary>Who came.</summary>
    public CustomerId Referee { get; }
}

/// <summary>All referrals as a graph (推荐关系图), to find people who refer themselves or each other in rings of any length.</summary>
/// <remarks>
/// <para>Building and finding all rings are linear in customers and referrals: O(V + E) time and memory, without recursion.
/// Asking whether one more referral closes a ring walks the referrers above one customer: O(length of the chain) and no memory where each
/// has one referrer, as first code wins.</para>
/// <para>To see rings of several accounts of one person, pass one identifier for all accounts that <see cref="IdentityRegister"/> finds to
/// be one.</para>
/// <para>Equality is that of the object.</para>
/// </remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class ReferralGraph
{
    private readonly Dictionary<CustomerId, int> numbers;
    private readonly int[] starts;
    private readonly int[] referrers;

    private ReferralGraph(Dictionary<CustomerId, int> numbers, int[] starts, int[] referrers)
    {
        this.numbers = numbers;
        this.starts = starts;
        this.referrers = referrers;
        Rings = FindRings();
    }

    /// <summary>How many customers there are.</summary>
    public int CustomerCount => numbers.Count;

    /// <summary>How many referrals were put in.</summary>
    public int ReferralCount => referrers.Length;

    /// <summary>Every ring: customers who all stand above and below each other, or one who referred themself. Members and rings in ordinal
    /// order.</summary>
    public ImmutableArray<ImmutableArray<CustomerId>> Rings { get; }

    /// <summary>Builds the graph and finds its rings.</summary>
    /// <param name="referrals">The referrals, in any order; telling one twice changes no ring.</param>
    /// <exception cref="ArgumentNullException">There is no list.</exception>
    /// <exception cref="ArgumentException">An identifier is empty.</exception>
    public static ReferralGraph From(IEnumerable<ReferralEdge> referrals)
    {
        var known = new Dictionary<CustomerId, int>();
        var edges = new List<(int Referrer, int Referee)>();
        foreach (ReferralEdge edge in Guard.Against.Null(referrals))
        {
            edges.Add((Number(known, edge.Referrer), Number(known, edge.Referee)));
        }

        var first = new int[known.Count + 1];
        foreach ((_, int referee) in edges)
        {
            first[referee + 1]++;
        }

        for (int i = 1; i < first.Length; i++)
        {
            first[i] += first[i - 1];
        }

        var above = new int[edges.Count];
        int[] next = [.. first];
        foreach ((int referrer, int referee) in edges)
        {
            above[next[referee]++] = referrer;
        }

        return new ReferralGraph(known, first, above);
    }

    /// <summary>Whether one more referral would close a ring: the newcomer is the referrer, or stands somewhere above them.</summary>
    /// <param name="referrer">Who refers.</param>
    /// <param name="referee">Who comes.</param>
    public bool WouldCloseRing(CustomerId referrer, CustomerId referee)
    {
        if (referrer == referee)
        {
            return true;
        }

        if (!numbers.TryGetValue(referrer, out int start) || !numbers.TryGetValue(referee, out int wanted))
        {
            return false;
        }

        // Where first code wins, a customer has one referrer: a chain, which takes no memory. It ends, or comes round after as many steps
        // as there are customers.
        for (int steps = 0; starts[start + 1] - starts[start] == 1; steps++)
        {
            start = referrers[starts[start]];
            if (start == wanted || steps > numbers.Count)
            {
                return start == wanted;
            }
        }

        return starts[start + 1] > starts[start] && StandsAbove(wanted, start);
    }

    private bool StandsAbove(int wanted, int start)
    {
        var seen = new HashSet<int> { start };
        var open = new Stack<int>([start]);
        while (open.TryPop(out int customer))
        {
            foreach (int above in referrers.AsSpan(starts[customer]..starts[customer + 1]))
            {
                if (above == wanted)
                {
                    return true;
                }

                if (seen.Add(above))
                {
                    open.Push(above);
                }
            }
        }

        return false;
    }

    private static int Number(Dictionary<CustomerId, int> known, CustomerId customer)
    {
        if (customer.Text.Length == 0)
        {
            throw new ArgumentException("A referral needs a referrer and a referee, but one identifier was \"\".", nameof(customer));
        }

        ref int number = ref CollectionsMarshal.GetValueRefOrAddDefault(known, customer, out bool exists);
        if (!exists)
        {
            number = known.Count - 1;
        }

        return number;
    }

    // Tarjan's strongly connected components, with a stack of its own, so that a chain of a million does not end the process.
    private ImmutableArray<ImmutableArray<CustomerId>> FindRings()
    {
        int count = numbers.Count;
        var order = new int[count];
        var low = new int[count];
        var cursor = starts.AsSpan(0, count).ToArray();
        var path = new Stack<int>();
        var members = new Stack<int>();
        var isMember = new bool[count];
        var rings = new List<List<int>>();
        int clock = 0;
        for (int root = 0; root < count; root++)
        {
            if (order[root] != 0)
            {
                continue;
            }

            Enter(root);
            while (path.TryPeek(out int at))
            {
                if (cursor[at] < starts[at + 1])
                {
                    int above = referrers[cursor[at]++];
                    if (order[above] == 0)
                    {
                        Enter(above);
                    }
                    else if (isMember[above])
                    {
                        low[at] = Math.Min(low[at], order[above]);
                    }
                }
                else
                {
                    Leave(path.Pop());
                }
            }
        }

        return Named(rings);

        void Enter(int customer)
        {
            order[customer] = low[customer] = ++clock;
            path.Push(customer);
            members.Push(customer);
            isMember[customer] = true;
        }

        void Leave(int customer)
        {
            if (path.TryPeek(out int below))
            {
                low[below] = Math.Min(low[below], low[customer]);
            }

            if (low[customer] != order[customer])
            {
                return;
            }

            var ring = new List<int>();
            int member;
            do
            {
                member = members.Pop();
                isMember[member] = false;
                ring.Add(member);
            }
            while (member != customer);

            if (ring.Count > 1 || referrers.AsSpan(starts[customer]..starts[customer + 1]).Contains(customer))
            {
                rings.Add(ring);
            }
        }
    }

    private ImmutableArray<ImmutableArray<CustomerId>> Named(List<List<int>> rings)
    {
        if (rings.Count == 0)
        {
            return [];
        }

        var names = new CustomerId[numbers.Count];
        foreach ((CustomerId name, int number) in numbers)
        {
            names[number] = name;
        }

        return [.. rings.Select(ring => ring.Select(i => names[i]).Order().ToImmutableArray()).OrderBy(static ring => ring[0])];
    }
}
