using System.Text.Json.Serialization;
using NodaTime;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Research;

/// <summary>A trial of a free service (虚拟服务检验): some customers get it, the others do not, and after some days their outcomes are
/// compared.</summary>
/// <remarks>Immutable and safe to share between threads. Two are equal when their options are. Who gets it is a stable split: the same for
/// one customer on every machine,
/// as a segment rule with the same salt finds it.</remarks>
/// <example>
/// <code>
/// TrialAssessment assessment = TrialPolicy.Default.Assess(new TrialFigures(keptWith: 56, with: 70, keptWithout: 48, without: 80));
/// bool isWorthIt = assessment.Result == TrialResult.WorthKeeping;
/// </code>
/// </example>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class TrialPolicy : Policy<TrialPolicy, TrialOptions>, IPolicy<TrialPolicy, TrialOptions>
{
    private TrialPolicy(TrialOptions options)
        : base(options)
    {
    }

    static TrialPolicy IPolicy<TrialPolicy, TrialOptions>.Make(TrialOptions options) => new(options);

    /// <summary>Whether a customer is to get the service.</summary>
    /// <param name="customer">Who.</param>
    /// <exception cref="ArgumentException">It is nobody.</exception>
    public bool IsWith(CustomerId customer) => customer.Text.Length == 0
        ? throw new ArgumentException("A customer has an identifier, but it was empty.", nameof(customer))
        : StableSplit.PlaceOf(customer, Options.Service) < (double)Options.ShareWith * 100;

    /// <summary>Counts the outcomes by the group assigned, used or not; who has days left is open.</summary>
    /// <param name="histories">The history of each customer of the trial once.</param>
    /// <param name="shop">The shop.</param>
    /// <param name="startedAt">When the trial began for a customer.</param>
    /// <param name="at">Up to when is looked.</param>
    /// <exception cref="ArgumentNullException">Something is null.</exception>
    /// <exception cref="ArgumentException">A history is null, or a customer is there twice.</exception>
    public TrialFigures Measure(IEnumerable<CustomerHistory> histories, Shop shop, Func<CustomerId, Instant> startedAt, Instant at)
    {
        Guard.Against.Null(histories);
        Guard.Against.Null(shop);
        Guard.Against.Null(startedAt);
        (int keptWith, int with, int keptWithout, int without, int open) = (0, 0, 0, 0, 0);
        var seen = new HashSet<CustomerId>();
        foreach (CustomerHistory history in histories)
        {
            if (history is null || !seen.Add(history.Customer))
            {
                throw new ArgumentException(
                    history is null ? "A history is null."
                        : $"Each customer is counted once, but {Quoted.Of(history.Customer.Text)} is there twice.", nameof(histories));
            }

            Instant dueAt = startedAt(history.Customer) + Options.Length;
            if (at < dueAt)
            {
                open++;
                continue;
            }

            int kept = HasOutcome(history.FactsAt(dueAt, shop)) ? 1 : 0;
            if (IsWith(history.Customer))
            {
                with++;
                keptWith += kept;
            }
            else
            {
                without++;
                keptWithout += kept;
            }
        }

        return new TrialFigures(keptWith, with, keptWithout, without, open);
    }

    /// <summary>What the trial shows.</summary>
    /// <param name="figures">The figures by the group assigned.</param>
    /// <param name="cost">What the service cost for all who were to have it, 0 or more; null when it is unknown.</param>
    /// <exception cref="ArgumentOutOfRangeException">The cost is negative.</exception>
    public TrialAssessment Assess(TrialFigures figures, Money? cost = null)
    {
        Guard.Against.Negative(cost?.Amount ?? 0m, nameof(cost));
        SampleDifference difference = SampleDifference.Of(figures.KeptWith, figures.With, figures.KeptWithout, figures.Without,
            Options.Confidence);
        (TrialResult result, Reason reason) = ResultOf(difference, figures);
        return new TrialAssessment(result, figures, difference, NeededFor(difference), CostOf(difference, figures, cost), [reason]);
    }

    private (TrialResult Result, Reason Reason) ResultOf(SampleDifference difference, TrialFigures figures)
    {
        if (!difference.Difference.IsKnown)
        {
            return (TrialResult.Unknown, ResearchReasons.GroupEmpty.With(Math.Min(figures.With, figures.Without), 1));
        }

        Ratio stated = Ratio.From(Options.Difference);
        return difference.Lower.Value > 0m
            ? (TrialResult.WorthKeeping, ResearchReasons.ServiceKeeps.With(difference.Difference, difference.Lower))
            : difference.Upper.Value < 0m
                ? (TrialResult.Harmful, ResearchReasons.ServiceHarms.With(difference.Difference, difference.Upper))
            : difference.Upper >= stated ? (TrialResult.TooSmall, ResearchReasons.TrialTooSmall.With(difference.Upper, stated))
            : (TrialResult.NotShown, ResearchReasons.ServiceNotShown.With(difference.Upper, stated));
    }

    private Answer<int> NeededFor(SampleDifference difference)
    {
        if (!difference.Right.Share.IsKnown)
        {
            return Answer<int>.Refused(ResearchReasons.ShareUnknown.With());
        }

        decimal without = difference.Right.Share.Value;
        return without + Options.Difference > 1m
            ? Answer<int>.Refused(ResearchReasons.DifferenceOutOfReach.With(Ratio.From(without), Ratio.From(Options.Difference)))
            : SampleDifference.SizeOf(Ratio.From(without + Options.Difference), Ratio.From(without), Options.Confidence);
    }

    private static Answer<Money> CostOf(SampleDifference difference, TrialFigures figures, Money? cost) =>
        cost is not { } stated ? Answer<Money>.Refused(ResearchReasons.CostUnknown.With())
        : !difference.Difference.IsKnown || difference.Difference.Value <= 0m
            ? Answer<Money>.Refused(ResearchReasons.NobodyKept.With(difference.Difference))
        : (stated / figures.With).Per(difference.Difference.Value) is { HasValue: true } each ? each
        : Answer<Money>.Refused(ResearchReasons.NobodyKept.With(difference.Difference));

    private bool HasOutcome(CustomerFacts facts) => Options.Outcome switch
    {
        TrialOutcome.Linked => facts.LinkCount > 0,
        TrialOutcome.Interacted => facts.LastInteractionAt > facts.AsOf - Options.Length,
        _ => facts.OrderCountIn(TimeWindow.Rolling(Options.Length)) > 0,
    };
}
