using System.Collections.Frozen;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Referrals;

/// <summary>Whose marks are whose (身份登记): finds newcomers who are known already, by any mark the host passes.</summary>
/// <remarks>Building it is linear in the marks, a look-up in the marks asked for. Equality is that of the object.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class IdentityRegister
{
    private readonly FrozenDictionary<IdentityMark, CustomerId[]> holders;

    private IdentityRegister(FrozenDictionary<IdentityMark, CustomerId[]> holders) => this.holders = holders;

    /// <summary>Registers marks of earlier customers; saying one twice changes nothing.</summary>
    /// <param name="marks">Customers with their marks, in any order; a mark may have several holders.</param>
    /// <exception cref="ArgumentNullException">There is no list.</exception>
    public static IdentityRegister From(IEnumerable<(CustomerId Customer, IdentityMark Mark)> marks) =>
        new(Guard.Against.Null(marks)
            .Where(static m => m.Mark.Kind != IdentityKinds.None)
            .GroupBy(static m => m.Mark, static m => m.Customer)
            .ToFrozenDictionary(static g => g.Key, static g => g.Distinct().ToArray()));

    /// <summary>By which kinds a newcomer is known as somebody else.</summary>
    /// <param name="newcomer">The newcomer; their own earlier marks are no match.</param>
    /// <param name="marks">Their marks.</param>
    public IdentityKinds KnownBy(CustomerId newcomer, params ReadOnlySpan<IdentityMark> marks)
    {
        IdentityKinds found = IdentityKinds.None;
        foreach (IdentityMark mark in marks)
        {
            if (holders.TryGetValue(mark, out CustomerId[]? customers) && customers.Any(c => c != newcomer))
            {
                found |= mark.Kind;
            }
        }

        return found;
    }

    /// <summary>Which kinds of marks a newcomer shares with one customer, such as the referrer.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="marks">The newcomer's marks.</param>
    public IdentityKinds SharedWith(CustomerId customer, params ReadOnlySpan<IdentityMark> marks)
    {
        IdentityKinds found = IdentityKinds.None;
        foreach (IdentityMark mark in marks)
        {
            if (holders.TryGetValue(mark, out CustomerId[]? customers) && Array.IndexOf(customers, customer) >= 0)
            {
                found |= mark.Kind;
            }
        }

        return found;
    }
}
