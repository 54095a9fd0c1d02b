namespace PrivateDomain.Core.Customers;

/// <summary>Memory for reading the facts of one history after the other.</summary>
internal sealed class FactsRoom
{
    /// <summary>Reads orders.</summary>
    internal OrderReader Orders { get; } = new();

    /// <summary>Days.</summary>
    internal List<int> Days { get; } = [];
}
