using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

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
/// <para>The hash is the first 128 bits of HMAC-SHA-256 with the host's secret key over the kind and the text, so phone numbers cannot be
/// guessed back without the key, and the same text of two kinds differs.</para>
/// <para>Equality is that of the kind and the hash; there is no ordering. The default value has no kind; a register does not take it and
/// finds nothing by it.</para>
/// </remarks>
[JsonConverter(typeof(IdentityMarkJsonConverter))]
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
    /// <exception cref="ArgumentException">The kind is none or several, the text is empty or holds half a character, or the key is too
    /// short or all zeros.</exception>
    public static IdentityMark From(IdentityKinds kind, string text, ReadOnlySpan<byte> key)
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

        if (key.IndexOfAnyExcept((byte)0) < 0)
        {
            throw new ArgumentException("The key needs to be secret, but all its bytes are 0.", nameof(key));
        }

        Span<byte> digest = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, [(byte)kind, .. Bytes(text)], digest);
        return new IdentityMark(kind, BinaryPrimitives.ReadUInt128BigEndian(digest));
    }

    /// <summary>Reads a mark that was stored as text.</summary>
    /// <param name="text">What <see cref="ToString()"/> gave, such as <c>phone:0123456789abcdef0123456789abcdef</c>.</param>
    /// <param name="mark">The mark, or the default value.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out IdentityMark mark)
    {
        mark = default;
        foreach ((IdentityKinds kind, string name) in Names)
        {
            if (text is not null && text.StartsWith(name, StringComparison.Ordinal) && text.Length == name.Length + HashLength
                && UInt128.TryParse(text.AsSpan(name.Length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture,
                    out UInt128 hash))
            {
                mark = new IdentityMark(kind, hash);
                return string.Equals(mark.ToString(), text, StringComparison.Ordinal);
            }
        }

        return false;
    }

    /// <summary>Reads a mark that was stored as text.</summary>
    /// <param name="text">What <see cref="ToString()"/> gave.</param>
    /// <exception cref="ArgumentNullException">There is no text.</exception>
    /// <exception cref="FormatException">It is no mark.</exception>
    public static IdentityMark Parse(string text) =>
        TryParse(Guard.Against.Null(text), out IdentityMark mark)
            ? mark
            : throw new FormatException("A mark such as \"phone:\" with 32 hexadecimal digits in lower case is needed.");

    /// <summary>The kind and the hash, to be stored and read again; never what was hashed. Empty for the default value.</summary>
    public override string ToString()
    {
        IdentityKinds kind = Kind;
        return kind == IdentityKinds.None
            ? ""
            : Names.First(n => n.Kind == kind).Name + hash.ToString("x32", CultureInfo.InvariantCulture);
    }

    private const int HashLength = 32;

    private static IEnumerable<(IdentityKinds Kind, string Name)> Names =>
    [
        (IdentityKinds.Person, "person:"), (IdentityKinds.Phone, "phone:"), (IdentityKinds.Device, "device:"),
        (IdentityKinds.Address, "address:"),
        (IdentityKinds.PaymentAccount, "paymentAccount:"),
    ];

    // Half a character would become a question mark, and all of them one mark.
    private static byte[] Bytes(string text)
    {
        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetBytes(text);
        }
        catch (EncoderFallbackException exception)
        {
            throw new ArgumentException("The text holds half a character (a lone surrogate).", nameof(text), exception);
        }
    }

    private static bool IsOne(IdentityKinds kind) => (kind & ~IdentityKinds.All) == IdentityKinds.None && int.PopCount((int)kind) == 1;
}
