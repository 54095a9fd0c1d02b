namespace PrivateDomain.Conformance;

/// <summary>How much is checked (检查选项).</summary>
public sealed record ConformanceOptions
{
    /// <summary>The seed of random rules and customers. The same seed gives the same run.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>How many random rules, 0 or more.</summary>
    public int RandomRules { get; init; } = 500;

    /// <summary>How many random customers, 1 or more.</summary>
    public int Customers { get; init; } = 100;
}
