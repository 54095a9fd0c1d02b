namespace PrivateDomain.Core.Costs;

/// <summary>What one way of winning people cost (引流成本), D22: <c>unit cost × volume + handling labour</c>.</summary>
/// <remarks>
/// <para>Nothing is rounded; a cost per nobody is undefined with its reason, never infinite.</para>
/// <para>Equality is that of all parts; there is no ordering.</para>
/// </remarks>
public sealed record AcquisitionCost
{
    private AcquisitionCost(Money unitCost, decimal volume, Money handling, CostScope counts)
    {
        UnitCost = unitCost;
        Volume = volume;
        Handling = handling;
        Counts = counts;
        Total = (unitCost * volume) + handling;
    }

    /// <summary>What one unit cost, such as one package card (包裹卡).</summary>
    public Money UnitCost { get; }

    /// <summary>How many units, such as cards sent.</summary>
    public decimal Volume { get; }

    /// <summary>The labour of handling them all.</summary>
    public Money Handling { get; }

    /// <summary>What the cost counts.</summary>
    public CostScope Counts { get; }

    /// <summary>The whole cost: <c>unit cost × volume + handling</c>.</summary>
    public Money Total { get; }

    /// <summary>Makes a cost which the caller expects to be valid.</summary>
    /// <param name="unitCost">What one unit cost, 0 or more.</param>
    /// <param name="volume">How many units, 0 or more.</param>
    /// <param name="handling">The labour of handling them all, 0 or more.</param>
    /// <param name="counts">What the cost counts; not unstated.</param>
    /// <exception cref="InvalidPolicyException">An amount or the volume is negative, or the scope is unstated; all mistakes are reported.</exception>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    /// <exception cref="OverflowException">The total is more than a decimal holds.</exception>
    public static AcquisitionCost Create(Money unitCost, decimal volume, Money handling, CostScope counts)
    {
        Check(unitCost, volume, handling, counts).ThrowIfAny("acquisition cost");
        return new AcquisitionCost(unitCost, volume, handling, counts);
    }

    /// <summary>Makes a cost from a user's input.</summary>
    /// <param name="unitCost">What one unit cost.</param>
    /// <param name="volume">How many units.</param>
    /// <param name="handling">The labour of handling them all.</param>
    /// <param name="counts">What the cost counts.</param>
    /// <returns>The cost, or everything that <see cref="Create"/> would report.</returns>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    /// <exception cref="OverflowException">The total is more than a decimal holds.</exception>
    public static Answer<AcquisitionCost> TryCreate(Money unitCost, decimal volume, Money handling, CostScope counts)
    {
        PolicyCheck check = Check(unitCost, volume, handling, counts);
        return check.IsClean ? new AcquisitionCost(unitCost, volume, handling, counts) : check.Refusal<AcquisitionCost>();
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

    /// <summary>The cost of a genuine newcomer when some are freeloaders (羊毛党): <c>cost ÷ (1 − f)</c>, ten times the cost at f = 0.9.</summary>
    /// <param name="cost">The cost per newcomer.</param>
    /// <param name="freeloaderShare">f, from 0 to 1.</param>
    /// <returns>The cost; undefined when f is unknown, outside [0, 1], or 1.</returns>
    public static Answer<Money> EffectiveCost(Money cost, Ratio freeloaderShare) =>
        freeloaderShare switch
        {
            { IsKnown: true, Value: >= 0m and < 1m } => cost / (1m - freeloaderShare.Value),
            { IsKnown: true, Value: 1m } => Answer<Money>.Refused(CostsReasons.OnlyFreeloaders.With(found: freeloaderShare)),
            _ => Answer<Money>.Refused(CostsReasons.FreeloaderShareOutOfRange.With(found: freeloaderShare)),
        };

    private static PolicyCheck Check(Money unitCost, decimal volume, Money handling, CostScope counts) =>
        new PolicyCheck()
            .NeedsCost(unitCost, "unitCost")
            .Needs(volume >= 0m, "volume", CostsReasons.NegativeCount, found: volume, required: 0m)
            .NeedsCost(handling, "handling")
            .Needs(counts.Kind != CostScopeKind.Unstated, "counts", CostsReasons.ScopeUnstated);

    private Answer<ScopedCost> Per(long people, ReasonDefinition nobody) => people switch
    {
        > 0 => new ScopedCost(Total / people, Counts),
        0 => Answer<ScopedCost>.Refused(nobody.With(found: people)),
        _ => Answer<ScopedCost>.Refused(CostsReasons.NegativeCount.With(found: people, required: 0)),
    };
}
