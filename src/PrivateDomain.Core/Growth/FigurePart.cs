namespace PrivateDomain.Core.Growth;

/// <summary>What one channel, campaign or group adds to a figure (指标构成): two numbers, whose sums over all parts of the figure divide to
/// the whole.</summary>
/// <remarks>
/// <para>What the numbers count is a matter of the measure: acquisition, money spent for customers retained; reception, newcomers received
/// well of all; interaction,
/// friends who interacted of all; churn, friends who left of all; conversion, who bought first of those who had not; repurchase, who bought
/// again of the buyers; the
/// ticket, revenue for orders. Money is in the currency of the figures. The payback has no parts of its own: those of acquisition are
/// its.</para>
/// <para>Equality is that of all parts; there is no ordering.</para>
/// </remarks>
public sealed record FigurePart
{
    /// <summary>Makes a part.</summary>
    /// <param name="measure">The figure it is a part of; not none and not the payback.</param>
    /// <param name="name">The channel, campaign or group, as the host calls it.</param>
    /// <param name="numerator">What is divided: 0 or more.</param>
    /// <param name="denominator">By what it is divided: 0 or more.</param>
    /// <exception cref="ArgumentException">The name is blank or holds half a character.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The measure has no parts, or a number is negative or above 10^15.</exception>
    public FigurePart(GrowthMeasure measure, string name, decimal numerator, decimal denominator)
    {
        Measure = measure is > GrowthMeasure.PaybackPeriods and <= GrowthMeasure.TicketCover
            ? measure
            : throw new ArgumentOutOfRangeException(nameof(measure), measure, "A measure that has parts is needed.");
        Name = JsonText.IsWhole(Guard.Against.NullOrWhiteSpace(name))
            ? name
            : throw new ArgumentException("The name holds half a character (a lone surrogate).", nameof(name));
        Numerator = Guard.Against.OutOfRange(numerator, nameof(numerator), 0m, NumberMax);
        Denominator = Guard.Against.OutOfRange(denominator, nameof(denominator), 0m, NumberMax);
    }

    private const decimal NumberMax = 1_000_000_000_000_000m;

    /// <summary>The figure it is a part of.</summary>
    public GrowthMeasure Measure { get; }

    /// <summary>The channel, campaign or group.</summary>
    public string Name { get; }

    /// <summary>What is divided.</summary>
    public decimal Numerator { get; }

    /// <summary>By what it is divided.</summary>
    public decimal Denominator { get; }
}
