namespace PrivateDomain.Core.Research;

/// <summary>How people are asked (调研方式).</summary>
/// <remarks>The default value is <see cref="BroadSurvey"/>. Names for people: <see cref="ResearchNames"/>.</remarks>
public enum ResearchMethod
{
    /// <summary>A survey of many (普遍调查).</summary>
    BroadSurvey = 0,

    /// <summary>By telephone, one by one (电话访谈).</summary>
    Telephone,

    /// <summary>Face to face, one by one (当面访谈).</summary>
    FaceToFace,
}

/// <summary>Which parts of a purchase are asked about (购买阶段); they can be combined.</summary>
/// <remarks>The default value is <see cref="None"/>. Names for people: <see cref="ResearchNames"/>.</remarks>
[Flags]
public enum PurchasePhases
{
    /// <summary>None (无).</summary>
    None = 0,

    /// <summary>Before the purchase (购买前).</summary>
    Before = 1,

    /// <summary>During the purchase (购买中).</summary>
    During = 2,

    /// <summary>After the purchase (购买后).</summary>
    After = 4,

    /// <summary>All three (全程).</summary>
    All = Before | During | After,
}

/// <summary>One round of the research on which groups of customers rest (调研轮次).</summary>
/// <remarks>Immutable. Two rounds are equal when all parts are.</remarks>
public sealed record ResearchRound
{
    /// <summary>Makes a round.</summary>
    /// <param name="method">How people are asked.</param>
    /// <param name="phases">What they are asked about, one phase or more.</param>
    /// <param name="asked">How many, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">Nobody is asked, or about nothing, or in no known way.</exception>
    public ResearchRound(ResearchMethod method, PurchasePhases phases, int asked)
    {
        Method = method is >= ResearchMethod.BroadSurvey and <= ResearchMethod.FaceToFace
            ? method
            : throw new ArgumentOutOfRangeException(nameof(method), method, "One of the three ways to ask is needed.");
        Phases = phases is > PurchasePhases.None and <= PurchasePhases.All
            ? phases
            : throw new ArgumentOutOfRangeException(nameof(phases), phases, "One part of the purchase or more is needed.");
        Asked = Guard.Against.NegativeOrZero(asked);
    }

    /// <summary>How people are asked.</summary>
    public ResearchMethod Method { get; }

    /// <summary>What they are asked about.</summary>
    public PurchasePhases Phases { get; }

    /// <summary>How many are asked.</summary>
    public int Asked { get; }
}
