using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Value;

/// <summary>What a customer asks for of something short (服务需求).</summary>
/// <remarks>Equality is that of both parts; there is no ordering. The default value is nobody who asks for nothing.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public readonly record struct ServiceRequest
{
    /// <summary>Makes a request.</summary>
    /// <param name="customer">Who.</param>
    /// <param name="amount">How much, in hours, pieces or another unit; from 0 to 10¹⁵.</param>
    /// <exception cref="ArgumentOutOfRangeException">The amount is out of range.</exception>
    public ServiceRequest(CustomerId customer, decimal amount) =>
        (Customer, Amount) = (customer, Guard.Against.OutOfRange(amount, nameof(amount), 0m, RfmFigures.AmountMax));

    /// <summary>Who.</summary>
    public CustomerId Customer { get; }

    /// <summary>How much, in hours, pieces or another unit.</summary>
    public decimal Amount { get; }
}

/// <summary>What a customer got of what was asked (分配份额).</summary>
/// <remarks>Equality is that of all parts; there is no ordering. The default value is nobody who asked for nothing.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
[StructLayout(LayoutKind.Auto)]
public readonly record struct ServiceShare
{
    internal ServiceShare(CustomerId customer, int? rank, decimal asked, decimal given)
    {
        Customer = customer;
        Rank = rank;
        Asked = asked;
        Given = given;
    }

    /// <summary>Who.</summary>
    public CustomerId Customer { get; }

    /// <summary>The place among the key customers; null for who is none.</summary>
    public int? Rank { get; }

    /// <summary>How much was asked.</summary>
    public decimal Asked { get; }

    /// <summary>How much was given, never more than asked.</summary>
    public decimal Given { get; }

    /// <summary>How much is missing (缺口).</summary>
    public decimal Shortfall => Asked - Given;
}

/// <summary>How something short was given out (优先分配结果), and who went short by how much.</summary>
/// <remarks>Immutable. What is given and what is left add up to what there was. Equality is that of all parts.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record ServiceAllocation
{
    internal ServiceAllocation(decimal available, decimal left, ImmutableArray<ServiceShare> shares)
    {
        Available = available;
        Left = left;
        Shares = shares;
    }

    /// <summary>How much there was.</summary>
    public decimal Available { get; }

    /// <summary>How much nobody asked for.</summary>
    public decimal Left { get; }

    /// <summary>Everybody's share, in the order served.</summary>
    public ImmutableArray<ServiceShare> Shares { get; }

    /// <summary>Who got less than they asked for, in the order served.</summary>
    public ImmutableArray<ServiceShare> WentShort => [.. Shares.Where(static share => share.Shortfall > 0m)];

    /// <summary>How much key customers miss.</summary>
    public decimal KeyShort => Shares.Where(static share => share.Rank is not null).Sum(static share => share.Shortfall);

    /// <summary>How much the rest miss.</summary>
    public decimal RestShort => Shares.Where(static share => share.Rank is null).Sum(static share => share.Shortfall);

    /// <inheritdoc/>
    public bool Equals(ServiceAllocation? other) =>
        other is not null && Available == other.Available && Left == other.Left && Contents.Equal(Shares, other.Shares);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Available, Left, Contents.Hash(Shares));
}
