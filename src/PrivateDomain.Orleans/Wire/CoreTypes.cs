using System.Reflection;
using System.Text.Json.Serialization;
using Orleans.Serialization.Cloning;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Orleans.Wire;

/// <summary>The core's own values: they cross the wire as the JSON that the core reads strictly, and need no copy, being
/// immutable.</summary>
internal sealed class CoreTypes : IGeneralizedCopier
{
    private static readonly Assembly Core = typeof(CustomerHistory).Assembly;

    /// <summary>Whether a type is a value of the core that has a JSON form.</summary>
    internal static bool IsOnWire(Type type) =>
        type.Assembly == Core && !type.IsEnum && type.IsDefined(typeof(JsonConverterAttribute), inherit: true);

    public bool IsSupportedType(Type type) => IsOnWire(type);

    public object? DeepCopy(object? input, CopyContext context) => input;
}
