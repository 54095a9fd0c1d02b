using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Research;

/// <summary>What somebody answered in the research (受访者).</summary>
/// <remarks>Immutable. Two are equal only when they are the same object.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class BuyerTraitFacts
{
    /// <summary>Makes the facts of a respondent.</summary>
    /// <param name="customer">Who.</param>
    /// <param name="isRepeatBuyer">Whether they bought again, as the host counts it.</param>
    /// <param name="answers">Whether they have each trait that was answered, each trait once.</param>
    /// <exception cref="ArgumentNullException">There are no answers.</exception>
    /// <exception cref="ArgumentException">The customer is nobody, a trait has no name, or is there with two answers.</exception>
    public BuyerTraitFacts(CustomerId customer, bool isRepeatBuyer, IEnumerable<KeyValuePair<string, bool>> answers)
    {
        Customer = customer.Text.Length > 0 ? customer
            : throw new ArgumentException("A respondent has an identifier, but it was empty.", nameof(customer));
        IsRepeatBuyer = isRepeatBuyer;
        var byTrait = ImmutableSortedDictionary.CreateBuilder<string, bool>(StringComparer.Ordinal);
        foreach ((string trait, bool has) in Guard.Against.Null(answers))
        {
            byTrait.Add(Guard.Against.NullOrWhiteSpace(trait, nameof(answers)), has);
        }

        Answers = byTrait.ToImmutable();
    }

    /// <summary>Who.</summary>
    public CustomerId Customer { get; }

    /// <summary>Whether they bought again, as the host counts it.</summary>
    public bool IsRepeatBuyer { get; }

    /// <summary>The traits asked for and answered, ordinal by name: whether they have it. A trait that is not there is unknown, not
    /// absent.</summary>
    public ImmutableSortedDictionary<string, bool> Answers { get; }
}
