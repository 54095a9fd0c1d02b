using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace PrivateDomain.Core.Internals;

/// <summary>Splits customers the same way on every machine: by a hash of the customer and a salt.</summary>
internal static class StableSplit
{
    private const int StackBytes = 1_024;

    /// <summary>A customer's place from 0 to 100. From the targeting filter of Microsoft.FeatureManagement: the first four bytes of a
    /// hash, as a share of the greatest
    /// number they hold.</summary>
    internal static double PlaceOf(CustomerId customer, string salt)
    {
        int bytesMax = Encoding.UTF8.GetMaxByteCount(customer.Text.Length + 1 + salt.Length);
        Span<byte> text = bytesMax <= StackBytes ? stackalloc byte[StackBytes] : new byte[bytesMax];
        int length = Encoding.UTF8.GetBytes(customer.Text, text);
        text[length++] = (byte)'\n';
        length += Encoding.UTF8.GetBytes(salt, text[length..]);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text[..length], hash);
        return BinaryPrimitives.ReadUInt32LittleEndian(hash) / (double)uint.MaxValue * 100;
    }
}
