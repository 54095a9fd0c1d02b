using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace PrivateDomain.Core.Internals;

/// <summary>Splits customers the same way on every machine: by a hash of the customer and a salt.</summary>
internal static class StableSplit
{
    /// <summary>A customer's place from 0 to 100. From the targeting filter of Microsoft.FeatureManagement: the first four bytes of a
    /// hash, as a share of the greatest
    /// number they hold.</summary>
    internal static double PlaceOf(CustomerId customer, string salt)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{customer.Text}\n{salt}"), hash);
        return BinaryPrimitives.ReadUInt32LittleEndian(hash) / (double)uint.MaxValue * 100;
    }
}
