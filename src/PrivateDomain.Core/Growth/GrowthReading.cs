using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Growth;

/// <summary>How a measure stands (达标情况).</summary>
/// <remarks>The default value is <see cref="NotMeasured"/>.</remarks>
public enum GrowthStanding
{
    /// <summary>Not measured (未测).</summary>
    NotMeasured = 0,

    /// <summary>Short by more than is tolerated (不达标).</summary>
    Fails,

    /// <summary>Short, but tolerated in the phase (略低).</summary>
    Tolerated,

    /// <summary>Reached (达标).</summary>
    Holds,
}

/// <summary>A measure as the gate read it (环节读数).</summary>
/// <remarks>Equality is that of all parts; there is no ordering. The default value is of no measure, and not measured.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public readonly record struct GrowthReading
{
    internal GrowthReading(GrowthMeasure measure, decimal target, Ratio found, Ratio attainment, GrowthStanding standing)
    {
        Measure = measure;
        Target = target;
        Found = found;
        Attainment = attainment;
        Standing = standing;
    }

    /// <summary>The measure.</summary>
    public GrowthMeasure Measure { get; }

    /// <summary>The link it belongs to.</summary>
    public GrowthLink Link => GrowthMeasures.LinkOf(Measure);

    /// <summary>What it has to reach: the least, or the most where <see cref="IsMost"/>.</summary>
    public decimal Target { get; }

    /// <summary>Whether less is better, so that the target is the most.</summary>
    public bool IsMost => GrowthMeasures.IsMost(Measure);

    /// <summary>What was found; unknown when not measured, for a payback that never comes, and for a share of a customer who is worth
    /// nothing.</summary>
    public Ratio Found { get; }

    /// <summary>Found ÷ target, or target ÷ found where less is better; 100 % or more holds, 0 % for a known loss; unknown when not
    /// measured.</summary>
    public Ratio Attainment { get; }

    /// <summary>How it stands.</summary>
    public GrowthStanding Standing { get; }
}

/// <summary>What would help a failing figure most (首要动作): one channel, campaign or group, and what the figure would be without
/// it.</summary>
/// <remarks>Equality is that of all parts. The object is immutable, so threads may share it.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record GrowthAct
{
    internal GrowthAct(GrowthMeasure measure, FigurePart part, Ratio own, Ratio without, GrowthStanding standing, Reason reason)
    {
        Measure = measure;
        Part = part;
        Own = own;
        Without = without;
        Standing = standing;
        Reason = reason;
    }

    /// <summary>The failing measure.</summary>
    public GrowthMeasure Measure { get; }

    /// <summary>The part that moves it most.</summary>
    public FigurePart Part { get; }

    /// <summary>The part's own numerator ÷ denominator, such as what it spent for a retained customer; unknown when it has no
    /// denominator.</summary>
    public Ratio Own { get; }

    /// <summary>What the figure would be without the part.</summary>
    public Ratio Without { get; }

    /// <summary>How the figure would stand then.</summary>
    public GrowthStanding Standing { get; }

    /// <summary>The act in a sentence: "Douyin videos: 9,000 of 12,380 spent, 257 a retained customer against a lifetime value of 182;
    /// without it 13.5 %."</summary>
    public Reason Reason { get; }
}
