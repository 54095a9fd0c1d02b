using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace PrivateDomain.Core.Referrals;

/// <summary>By what a person may be recognised (身份标识种类); values combine.</summary>
/// <remarks>The default value is <see cref="None"/>.</remarks>
[Flags]
public enum IdentityKinds
{
    /// <summary>Nothing (无).</summary>
    None = 0,

    /// <summary>The person, such as a union id (本人).</summary>
    Person = 1,

    /// <summary>The phone number (手机号).</summary>
    Phone = 2,

    /// <summary>The device (设备).</summary>
    Device = 4,

    /// <summary>The address (收货地址).</summary>
    Address = 8,

    /// <summary>The payment account (支付账户).</summary>
    PaymentAccount = 16,

    /// <summary>All of them (全部).</summary>
    All = Person | Phone | Device | Address | PaymentAccount,
}

/// <summary>Something a person may be recognised by, hashed (身份标识): the library never keeps it in the clear.</summary>
/// <remarks>
/// <para>The hash is the first 128 bits of HMAC-SHA-256 with the host's secret key over the kind and the text, so phone numbers cannot be guessed back without
/// the key, and the same text of two kinds differs.</para>
/// <para>Equality is that of the kind and the hash; there is no ordering. The default value has no kind; a register does not take it and finds nothing by it.</para>
/// </remarks>
public readonly record struct IdentityMark
{
    private readonly UInt128 hash;

    private IdentityMark(IdentityKinds kind, UInt128 hash)
    {
        Kind = kind;
        this.hash = hash;
    }

    /// <summary>By what the person is recognised: exactly one kind.</summary>
    public IdentityKinds Kind { get; }

    /// <summary>Hashes a text.</summary>
    /// <param name="kind">Exactly one kind.</param>
    /// <param name="text">The text, already in one form (a phone number without spaces, an address as the host normalises it).</param>
    /// <param name="key">The host's secret; at least 16 bytes.</param>
    /// <exception cref="ArgumentException">The kind is none or several, the text is empty, or the key is too short.</exception>
    public static IdentityMark Of(IdentityKinds kind, string text, ReadOnlySpan<byte> key)
    {
        Guard.Against.NullOrWhiteSpace(text);
        if (!IsOne(kind))
        {
            throw new ArgumentException($"A mark is of one kind, but it was {kind}.", nameof(kind));
        }

        if (key.Length < 16)
        {
            throw new ArgumentException($"The key needs at least 16 bytes, but it has {key.Length}.", nameof(key));
        }

        Span<byte> digest = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, [(byte)kind, .. Encoding.UTF8.GetBytes(text)], digest);
        return new IdentityMark(kind, BinaryPrimitives.ReadUInt128BigEndian(digest));
    }

    /// <summary>The kind and "hashed"; never the text, which is not kept.</summary>
    public override string ToString() => $"{Kind} (hashed)";

    private static bool IsOne(IdentityKinds kind) => (kind & ~IdentityKinds.All) == IdentityKinds.None && int.PopCount((int)kind) == 1;
}
