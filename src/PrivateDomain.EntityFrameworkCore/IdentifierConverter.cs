using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using PrivateDomain.Core;

namespace PrivateDomain.EntityFrameworkCore;

/// <summary>Keeps an identifier as its text (标识与文本列的转换).</summary>
/// <typeparam name="TId">The identifier's type, such as <see cref="CustomerId"/>.</typeparam>
/// <remarks>The default value, which names nobody, is refused when it is written. A text that is no identifier is refused when it is
/// read.</remarks>
public sealed class IdentifierConverter<TId> : ValueConverter<TId, string>
    where TId : struct, IIdentifier<TId>
{
    /// <summary>How many characters a column has to hold.</summary>
    public const int LengthMax = 128;

    /// <summary>Makes the converter.</summary>
    public IdentifierConverter()
        : base(static id => Write(id), static text => Read(text), new ConverterMappingHints(size: LengthMax, unicode: true))
    {
    }

    private static string Write(TId id) => id.Text.Length > 0
        ? id.Text
        : throw new ArgumentException($"A {typeof(TId).Name} is needed, but it was the default value, which names nobody.", nameof(id));

    private static TId Read(string text) => TId.From(text);
}
