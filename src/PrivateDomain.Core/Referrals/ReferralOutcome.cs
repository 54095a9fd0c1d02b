using System.Text.Json.Serialization;
using NodaTime;

namespace PrivateDomain.Core.Referrals;

/// <summary>What one cohort of customers brought (裂变结果): invitations, joins, who stayed, who bought, and the multiple K.</summary>
/// <remarks>Shares are of newcomers whose test period is over; none of them makes a share unknown, never 0. Equality is that of all
/// parts.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record ReferralOutcome
{
    private ReferralOutcome(int customers, int invitations, int joins, int tested, int freeloaders, int zombies, int buyers,
        int retainedBuyers, int stillLinked)
    {
        Customers = customers;
        Invitations = invitations;
        Joins = joins;
        Tested = tested;
        Freeloaders = freeloaders;
        Zombies = zombies;
        Buyers = buyers;
        RetainedBuyers = retainedBuyers;
        StillLinked = stillLinked;
    }

    /// <summary>The cohort: all its customers, sharers or not.</summary>
    public int Customers { get; }

    /// <summary>Invitations they sent.</summary>
    public int Invitations { get; }

    /// <summary>Newcomers who joined.</summary>
    public int Joins { get; }

    /// <summary>Newcomers whose test period is over.</summary>
    public int Tested { get; }

    /// <summary>Of those, who left without having bought.</summary>
    public int Freeloaders { get; }

    /// <summary>Of those, who are linked but did nothing.</summary>
    public int Zombies { get; }

    /// <summary>Of those, who bought.</summary>
    public int Buyers { get; }

    /// <summary>Of those, who bought and are linked.</summary>
    public int RetainedBuyers { get; }

    /// <summary>Of those, who are linked.</summary>
    public int StillLinked { get; }

    /// <summary>K: joins per customer of the cohort, which is invitations per customer × conversion.</summary>
    public Ratio Multiple => Ratio.From(Joins, Customers);

    /// <summary>Joins per invitation.</summary>
    public Ratio Conversion => Ratio.From(Joins, Invitations);

    /// <summary>Freeloaders among those tested (羊毛党占比).</summary>
    public Ratio FreeloaderShare => Ratio.From(Freeloaders, Tested);

    /// <summary>Zombies among those tested (僵尸粉占比).</summary>
    public Ratio ZombieShare => Ratio.From(Zombies, Tested);

    /// <summary>Linked ones among those tested (留存占比).</summary>
    public Ratio RetainedShare => Ratio.From(StillLinked, Tested);

    /// <summary>Counts a cohort.</summary>
    /// <param name="customers">All customers of the cohort; 0 or more.</param>
    /// <param name="invitations">Invitations they sent; 0 or more.</param>
    /// <param name="newcomers">Who joined by them.</param>
    /// <param name="testPeriod">How long newcomers are watched; 0 to 3,650 days, 30 by default in
    /// <see cref="ReferralLimits"/>.</param>
    /// <param name="at">Now.</param>
    /// <exception cref="ArgumentNullException">There is no list.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, or the test period is out of range.</exception>
    public static ReferralOutcome Measure(int customers, int invitations, IEnumerable<ReferredNewcomer> newcomers, Duration testPeriod,
        Instant at)
    {
        Guard.Against.Negative(customers);
        Guard.Against.Negative(invitations);
        Guard.Against.OutOfRange(testPeriod, nameof(testPeriod), Duration.Zero, ReferredNewcomer.TestPeriodLongest);
        ILookup<NewcomerQuality, ReferredNewcomer> by = Guard.Against.Null(newcomers).ToLookup(n => n.QualityAt(testPeriod, at));
        int Count(params ReadOnlySpan<NewcomerQuality> qualities)
        {
            int count = 0;
            foreach (NewcomerQuality quality in qualities)
            {
                count += by[quality].Count();
            }

            return count;
        }

        int tested = Count(
            NewcomerQuality.Freeloader, NewcomerQuality.Zombie, NewcomerQuality.Active, NewcomerQuality.LostBuyer,
            NewcomerQuality.RetainedBuyer);
        return new ReferralOutcome(
            customers, invitations, tested + Count(NewcomerQuality.InTest), tested, Count(NewcomerQuality.Freeloader),
            Count(NewcomerQuality.Zombie),
            Count(NewcomerQuality.LostBuyer, NewcomerQuality.RetainedBuyer), Count(NewcomerQuality.RetainedBuyer),
            Count(NewcomerQuality.Zombie, NewcomerQuality.Active, NewcomerQuality.RetainedBuyer));
    }

    /// <summary>What one newcomer cost who bought and is still linked after the test period: the scarf case of the article on three months
    /// in two fashion shops.</summary>
    /// <param name="spent">All that was spent on those tested.</param>
    /// <returns>The cost, or <c>referral.nobody_stays</c>.</returns>
    public Answer<Money> CostPerRetainedBuyer(Money spent) => RetainedBuyers > 0
        ? spent / RetainedBuyers
        : Answer<Money>.Refused(ReferralReasons.NobodyStays.With(Ratio.From(RetainedBuyers, Tested)));
}
