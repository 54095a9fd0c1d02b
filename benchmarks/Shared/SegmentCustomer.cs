namespace PrivateDomain.Core.Benchmarks;

/// <summary>A customer as plain code and rule engines read one. Days count from 1970; whoever never ordered did so on day 0.</summary>
public sealed class SegmentCustomer
{
    public int Stage { get; init; }

    public int LastOrderDay { get; init; }

    public int Orders { get; init; }

    public double Spend { get; init; }

    /// <summary>One bit a tag, in the order of <see cref="SegmentTags.Names"/>.</summary>
    public int Tags { get; init; }

    public int Community { get; init; }

    public int JoinedDay { get; init; }

    public int ContactDay { get; init; }

    /// <summary>Makes customers, the same in every run: most bought little or nothing, spend is lognormal, a third is in no
    /// community.</summary>
    internal static SegmentCustomer[] Make(int count)
    {
        ulong state = 88172645463325252;
        var customers = new SegmentCustomer[count];
        for (int i = 0; i < count; i++)
        {
            customers[i] = One();
        }

        return customers;

        SegmentCustomer One()
        {
            double place = Next();
            int stage = place < .2 ? 0 : place < .45 ? 1 : place < .6 ? 2 : place < .8 ? 3 : place < .95 ? 4 : 5;
            int age = Below(1500);
            int orders = stage < 3 ? 0 : stage == 3 ? 1 : stage == 4 ? 2 + Below(9) : 5 + Below(55);
            double share = Next();
            double normal = Math.Sqrt(-2 * Math.Log(Next() + 1e-12)) * Math.Cos(2 * Math.PI * Next());
            int tags = 0;
            for (int tag = 0; tag < SegmentTags.Shares.Length; tag++)
            {
                tags |= Next() < SegmentTags.Shares[tag] ? 1 << tag : 0;
            }

            return new SegmentCustomer
            {
                Stage = stage,
                JoinedDay = TwentySegments.TodayNumber - age,
                Orders = orders,
                LastOrderDay = orders == 0 ? 0 : TwentySegments.TodayNumber - (int)(age * share * share),
                Spend = orders == 0 ? 0 : Math.Round(orders * Math.Exp(5 + normal) * 100) / 100,
                Tags = tags,
                Community = Next() < .3 ? 0 : 1 + Below(9999),
                ContactDay = TwentySegments.TodayNumber - (int)(Math.Min(age, 400) * Next()),
            };
        }

        int Below(int end) => (int)(Next() * end);

        double Next()
        {
            unchecked
            {
                state ^= state << 13;
                state ^= state >> 7;
                state ^= state << 17;
                return (state >> 11) * (1.0 / (1UL << 53));
            }
        }
    }
}
