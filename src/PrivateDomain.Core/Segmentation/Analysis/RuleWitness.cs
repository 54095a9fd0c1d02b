using System.Text.Json.Serialization;
using NodaTime;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Segmentation.Analysis;

/// <summary>A customer who shows that something is possible (例证客户): made up, and as plausible as the facts allow.</summary>
/// <remarks>Of this customer the plain reading of the rules says what is claimed. Two are equal only when they are the same
/// object.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class RuleWitness
{
    internal RuleWitness(FactValues values, CustomerHistory? history, Instant asOf) => (Values, History, AsOf) = (values, history, asOf);

    /// <summary>What is known of the customer.</summary>
    public FactValues Values { get; }

    /// <summary>A history that gives the values that are known and that histories give; null where the rules ask for none of
    /// them.</summary>
    public CustomerHistory? History { get; }

    /// <summary>When the history is looked at; the default instant where there is none.</summary>
    public Instant AsOf { get; }
}
