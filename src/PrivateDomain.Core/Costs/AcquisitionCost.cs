using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Costs;

/// <summary>What one way of winning people cost (引流成本): <c>unit cost × volume + handling labour</c>.</summary>
/// <remarks>
/// <para>From the article on clear goals and how to land them. Nothing is rounded; a cost per nobody is undefined with its reason, never
/// infinite.</para>
/// <para>Equality is that of all parts; there is no ordering. Immutable, so safe to share between threads.</para>
/// </remarks>
/// <example>
/// <code>
/// AcquisitionCost cards = AcquisitionCost.From(Money.Yuan(0.05m), volume: 1_000m, handling: Money.Yuan(0m), CostScope.CampaignOnly);
/// if (cards.PerFollower(50).TryGet(out ScopedCost each)) { Console.WriteLine(each.Amount); } // 1.00 CNY
/// </code>
/// </example>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record AcquisitionCost
{
    private AcquisitionCost(Money unitCost, decimal volume, Money handling, CostScope scope, Bilingual label)
    {
        UnitCost = unitCost;
        Volume = volume;
        Handling = handling;
        Scope = scope;
        Label = label;
        Total = (unitCost * volume) + handling;
    }

    /// <summary>What one unit cost, such as one package card (包裹卡).</summary>
    public Money UnitCost { get; }

    /// <summary>How many units, such as cards sent.</summary>
    public decimal Volume { get; }

    /// <summary>The labour of handling them all.</summary>
    public Money Handling { get; }

    /// <summary>What the cost counts.</summary>
    public CostScope Scope { get; }

    /// <summary>What the cost counts in words: the host's, or the name of the scope.</summary>
    public Bilingual Label { get; }

    /// <summary>The whole cost: <c>unit cost × volume + handling</c>.</summary>
    public Money Total { get; }

    /// <summary>Makes a cost which the caller expects to be valid.</summary>
    /// <param name="unitCost">What one unit cost, 0 or more.</param>
    /// <param name="volume">How many units, 0 or more.</param>
    /// <param name="handling">The labour of handling them all, 0 or more.</param>
    /// <param name="scope">What the cost counts; not unstated.</param>
    /// <param name="label">What it counts in the host's own words, such as "package cards in May"; the name of the scope when left
    /// out.</param>
    /// <exception cref="ArgumentException">A figure is negative, an amount has no currency, the scope is unstated, or the total is more
    /// than can be
    /// counted.</exception>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    public static AcquisitionCost From(Money unitCost, decimal volume, Money handling, CostScope scope, Bilingual? label = null)
    {
        Guard.Against.Negative(CostsChecks.NeedsCurrency(unitCost, nameof(unitCost)).Amount, nameof(unitCost));
        Guard.Against.Negative(volume);
        Guard.Against.Negative(CostsChecks.NeedsCurrency(handling, nameof(handling)).Amount, nameof(handling));
        if (scope is CostScope.Unstated || !Enum.IsDefined(scope))
        {
            throw new ArgumentOutOfRangeException(nameof(scope), scope, "A cost says what it counts.");
        }

        return Of(unitCost, volume, handling, scope, label).Expected(nameof(volume));
    }

    /// <summary>Makes a cost from figures that may be wrong.</summary>
    /// <param name="unitCost">What one unit cost, 0 or more.</param>
    /// <param name="volume">How many units, 0 or more.</param>
    /// <param name="handling">The labour of handling them all, 0 or more.</param>
    /// <param name="scope">What the cost counts; not unstated.</param>
    /// <param name="label">What it counts in the host's own words; the name of the scope when left out.</param>
    /// <returns>The cost, or all reasons why there is none.</returns>
    /// <exception cref="ArgumentException">An amount has no currency.</exception>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    public static Answer<AcquisitionCost> Of(Money unitCost, decimal volume, Money handling, CostScope scope, Bilingual? label = null)
    {
        var findings = default(Findings);
        findings.NeedsCost(unitCost, nameof(unitCost));
        if (volume < 0m)
        {
            findings.Deny(CostsReasons.NegativeCount.With(volume, 0m));
        }

        findings.NeedsCost(handling, nameof(handling));
        if (scope is CostScope.Unstated || !Enum.IsDefined(scope))
        {
            findings.Deny(CostsReasons.ScopeUnstated.With());
        }

        return findings.IsEmpty
            ? CostsChecks.Sum<AcquisitionCost>(() => new AcquisitionCost(unitCost, volume, handling, scope, label ?? scope.Name()))
            : Answer<AcquisitionCost>.Refused(findings.ToReasons().AsSpan());
    }

    /// <summary>The cost per follower (单个好友引流成本).</summary>
    /// <param name="gainedFollowers">How many followers were gained.</param>
    /// <returns>The cost; undefined when nobody was gained.</returns>
    public Answer<ScopedCost> PerFollower(long gainedFollowers) => Per(gainedFollowers, CostsReasons.NoFollowers);

    /// <summary>The cost per customer who bought (单客获客成本, CAC).</summary>
    /// <param name="customersWon">How many became customers.</param>
    /// <returns>The cost; undefined when nobody was won.</returns>
    public Answer<ScopedCost> PerCustomer(long customersWon) => Per(customersWon, CostsReasons.NoCustomers);

    /// <summary>The cost per newcomer who stayed (单个留存新客成本).</summary>
    /// <param name="retainedNewcomers">How many are still linked and bought after the test period.</param>
    /// <returns>The cost; undefined when nobody stayed.</returns>
    public Answer<ScopedCost> PerRetainedNewcomer(long retainedNewcomers) => Per(retainedNewcomers, CostsReasons.NoRetainedNewcomers);

    /// <summary>The cost of a genuine newcomer when some are freeloaders (羊毛党): <c>cost ÷ (1 − f)</c>, ten times the cost at f =
    /// 0.9.</summary>
    /// <param name="cost">The cost per newcomer.</param>
    /// <param name="freeloaderShare">f, from 0 to 1.</param>
    /// <returns>The cost; undefined when f is unknown, outside [0, 1], or 1, or when it is more than can be counted.</returns>
    public static Answer<Money> EffectiveCost(Money cost, Ratio freeloaderShare) =>
        freeloaderShare switch
        {
            { IsKnown: true, Value: >= 0m and < 1m } => CostsChecks.Sum<Money>(() => cost / (1m - freeloaderShare.Value)),
            { IsKnown: true, Value: 1m } => Answer<Money>.Refused(CostsReasons.OnlyFreeloaders.With(found: freeloaderShare)),
            _ => Answer<Money>.Refused(CostsReasons.FreeloaderShareOutOfRange.With(found: freeloaderShare)),
        };

    private Answer<ScopedCost> Per(long people, ReasonDefinition nobody) => people switch
    {
        > 0 => new ScopedCost(Total / people, Scope, Label),
        0 => Answer<ScopedCost>.Refused(nobody.With(found: people)),
        _ => Answer<ScopedCost>.Refused(CostsReasons.NegativeCount.With(found: people, required: 0)),
    };
}
