namespace PrivateDomain.Core.Products;

/// <summary>How much each criterion counts (权重).</summary>
/// <remarks>
/// <para>Any numbers of 0 or more with a sum above 0: only their proportion counts, 3 : 3 : 2 : 2 is 30 % : 30 % : 20 % : 20 %. <see cref="ProductFitModel"/> checks them.</para>
/// <para>Equality is that of the numbers as given.</para>
/// </remarks>
public sealed record FitWeights
{
    /// <summary>Makes weights.</summary>
    /// <param name="ticketSize">How much the ticket counts.</param>
    /// <param name="repurchase">How much repurchase counts.</param>
    /// <param name="loyalty">How much loyalty counts.</param>
    /// <param name="brandPower">How much (weak) brand power counts.</param>
    public FitWeights(decimal ticketSize, decimal repurchase, decimal loyalty, decimal brandPower)
    {
        TicketSize = ticketSize;
        Repurchase = repurchase;
        Loyalty = loyalty;
        BrandPower = brandPower;
    }

    /// <summary>Default from [A], D18: the ticket and repurchase decide (30 each), loyalty and brand follow (20 each). The numbers are ours.</summary>
    public static FitWeights Default { get; } = new(30m, 30m, 20m, 20m);

    /// <summary>How much the ticket counts.</summary>
    public decimal TicketSize { get; }

    /// <summary>How much repurchase counts.</summary>
    public decimal Repurchase { get; }

    /// <summary>How much loyalty counts.</summary>
    public decimal Loyalty { get; }

    /// <summary>How much brand power counts.</summary>
    public decimal BrandPower { get; }
}

/// <summary>What keeps a product out whatever its score (准入门槛).</summary>
/// <remarks>Equality is that of the limit.</remarks>
public sealed record FitGates
{
    /// <summary>Makes gates.</summary>
    /// <param name="repurchaseLimit">A repurchase rate at or below this, from 0 to 1, bars the product; unknown for no gate.</param>
    public FitGates(Ratio repurchaseLimit) => RepurchaseLimit = repurchaseLimit;

    /// <summary>Default from [A], D18: a product nobody ever bought again is barred.</summary>
    public static FitGates Default { get; } = new(Ratio.Known(0m));

    /// <summary>No gate.</summary>
    public static FitGates None { get; } = new(Ratio.Unknown);

    /// <summary>A repurchase rate at or below this bars the product; unknown where there is no gate.</summary>
    public Ratio RepurchaseLimit { get; }
}

/// <summary>From which score a grade begins (等级分数线).</summary>
/// <remarks>Scores are in points from 0 to 100, a score at the line has the grade. Equality is that of the numbers.</remarks>
public sealed record FitGradeLines
{
    /// <summary>Makes the lines, which ascend strictly; <see cref="ProductFitModel"/> checks them.</summary>
    /// <param name="fair">Where fair begins.</param>
    /// <param name="good">Where good begins.</param>
    /// <param name="excellent">Where excellent begins.</param>
    public FitGradeLines(double fair, double good, double excellent)
    {
        Fair = fair;
        Good = good;
        Excellent = excellent;
    }

    /// <summary>40, 60 and 80 points. D18 names no lines; these are ours.</summary>
    public static FitGradeLines Default { get; } = new(40, 60, 80);

    /// <summary>Where fair begins.</summary>
    public double Fair { get; }

    /// <summary>Where good begins.</summary>
    public double Good { get; }

    /// <summary>Where excellent begins.</summary>
    public double Excellent { get; }
}
