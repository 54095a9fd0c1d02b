using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Segmentation.Evaluation;

/// <summary>What the rules of a prepared set ask of one customer, read once (客户向量).</summary>
/// <remarks>Immutable, so any number of threads may read it. Two are equal only when they are the same object.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class CustomerVector
{
    private readonly double[] numbers;
    private readonly ulong[] texts;

    internal CustomerVector(PreparedSegments prepared, double[] numbers, ulong[] texts, bool hasFolded)
    {
        Prepared = prepared;
        this.numbers = numbers;
        this.texts = texts;
        HasFolded = hasFolded;
    }

    /// <summary>The set that read it.</summary>
    public PreparedSegments Prepared { get; }

    /// <summary>Whether a fact that the rules ask for cannot be told any more, so that segments may be undecidable.</summary>
    public bool HasFolded { get; }

    internal ReadOnlySpan<double> Numbers => numbers;

    internal ReadOnlySpan<ulong> Texts => texts;
}
