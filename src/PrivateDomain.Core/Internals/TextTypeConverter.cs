using System.ComponentModel;
using System.Globalization;

namespace PrivateDomain.Core.Internals;

/// <summary>Lets configuration, forms and designers read and write a value as its text (文本类型转换器). Named by an attribute on the
/// value; a host does not use it itself.</summary>
/// <typeparam name="T">The value's type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TextTypeConverter<T> : TypeConverter
    where T : IParsable<T>, IFormattable
{
    /// <inheritdoc/>
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) =>
        sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

    /// <inheritdoc/>
    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
        value is string text ? T.Parse(text, culture ?? CultureInfo.InvariantCulture) : base.ConvertFrom(context, culture, value);

    /// <inheritdoc/>
    public override object? ConvertTo(ITypeDescriptorContext? context, CultureInfo? culture, object? value, Type destinationType) =>
        destinationType == typeof(string) && value is T typed
            ? typed.ToString("G", culture ?? CultureInfo.InvariantCulture)
            : base.ConvertTo(context, culture, value, destinationType);
}
