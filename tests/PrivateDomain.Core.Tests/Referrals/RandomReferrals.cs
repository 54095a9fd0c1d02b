using System.Globalization;
using NodaTime;
using PrivateDomain.Core.Referrals;
using PrivateDomain.Core.Referrals.Ledger;

namespace PrivateDomain.Core.Tests.Referrals;

/// <summary>Small programmes and facts that meet often: few people, few codes, few instants, all on whole days so that edges are
/// hit.</summary>
internal sealed class RandomReferrals(int seed)
{
    private static readonly ReferralFactKind[] Kinds =
    [
        ReferralFactKind.Opened, ReferralFactKind.Opened, ReferralFactKind.Opened, ReferralFactKind.Joined, ReferralFactKind.Joined,
        ReferralFactKind.Bought,
        ReferralFactKind.Bought, ReferralFactKind.Delivered, ReferralFactKind.Refunded, ReferralFactKind.Cancelled,
        ReferralFactKind.Deleted,
        ReferralFactKind.Flagged, ReferralFactKind.Cleared, ReferralFactKind.Rejected, ReferralFactKind.Granted, ReferralFactKind.Granted,
        ReferralFactKind.PaidOut, ReferralFactKind.Recovered,
    ];

    private readonly Random random = Chance.From(seed);

    internal static Instant Day(int day) => Sample.Begins + Duration.FromDays(day);

    internal int Next(int below) => random.Next(below);

    internal ReferralProgramme Programme() => Sample.Programme(
        new ReferralLimits
        {
            RewardsPerReferrerMax = 1 + Next(3),
            HelpersNeeded = 1 + Next(3),
            ReturnWindow = Duration.FromDays(Next(3)),
            TestPeriod = Duration.FromDays(Next(5)),
            HeldThroughTestPeriod = Next(2) == 0
        },
        Next(2) == 0 ? ReferralMechanic.PosterToGroup : ReferralMechanic.InviteFriends,
        (PayTrigger)(1 + Next(3)),
        budget: 10 + Next(30),
        ends: Day(14));

    /// <summary>From a day before the programme to two days after its end.</summary>
    internal Instant AnyDay() => Day(Next(18) - 1);

    internal ReferralFact Any(ReferralProgramme programme, int id, Instant at, int people = 4)
    {
        ReferralFactKind kind = Kinds[Next(Kinds.Length)];
        CustomerId referee = Person(Next(people));
        return Make(programme, kind, EventId(id), at, referee, people);
    }

    internal ReferralFact Make(ReferralProgramme programme, ReferralFactKind kind, CustomerEventId id, Instant at, CustomerId referee,
        int people) => ReferralFact.Of(
        kind, id, at, referee, Code(programme, Next(people)), "c" + Person(Next(people)), OrderId.From(
            "o" + Next(2).ToString(CultureInfo.InvariantCulture)),
        Money.Yuan(kind >= ReferralFactKind.Granted ? 10m : Next(3) * 5m));

    internal T[] Shuffled<T>(IEnumerable<T> items)
    {
        T[] all = [.. items];
        random.Shuffle(all);
        return all;
    }

    internal static CustomerEventId EventId(int id) => CustomerEventId.From("e" + id.ToString(CultureInfo.InvariantCulture));

    internal static CustomerId Person(int number) => CustomerId.From("p" + number.ToString(CultureInfo.InvariantCulture));

    // Each person has one code; whose code lives how long differs, now and then it is of another programme.
    private ReferralCode Code(ReferralProgramme programme, int number)
    {
        bool isForeign = Next(40) == 0;
        Instant? ends = Next(2) == 0 ? Day(4 + number) : null;
        return isForeign
            ? ReferralCode.Of("cp" + number.ToString(CultureInfo.InvariantCulture), "winter", Person(number), Sample.Begins, Sample.Ends)
            : ReferralCode.From("cp" + number.ToString(CultureInfo.InvariantCulture), programme, Person(number), number == 3 ? Day(2)
                : null, ends);
    }
}
