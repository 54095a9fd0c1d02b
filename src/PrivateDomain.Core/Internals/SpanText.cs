namespace PrivateDomain.Core.Internals;

/// <summary>Writes a text into a span, as <see cref="ISpanFormattable"/> asks for.</summary>
internal static class SpanText
{
    internal static bool TryWrite(string text, Span<char> destination, out int charsWritten)
    {
        bool fits = text.TryCopyTo(destination);
        charsWritten = fits ? text.Length : 0;
        return fits;
    }
}
