using System.Diagnostics.CodeAnalysis;

namespace PrivateDomain.Core;

/// <summary>A host's own identifier as a type of its own (标识), so that a customer's cannot be taken for an order's.</summary>
/// <typeparam name="TSelf">The identifier's type.</typeparam>
public interface IIdentifier<TSelf> : IComparable<TSelf>, ISpanParsable<TSelf>, ISpanFormattable
    where TSelf : struct, IIdentifier<TSelf>
{
    /// <summary>The text, 1 to 128 characters; empty for the default value.</summary>
    string Text { get; }

    /// <summary>Makes an identifier.</summary>
    /// <param name="text">1 to 128 characters, no control characters, no white space at either end.</param>
    /// <exception cref="ArgumentException">The text has another form; the message has it.</exception>
    static abstract TSelf From(string text);

    /// <summary>Tries to make an identifier; false for a text of another form, and for null.</summary>
    /// <param name="text">The text.</param>
    /// <param name="id">The identifier, or the default value.</param>
    static abstract bool TryFrom([NotNullWhen(true)] string? text, out TSelf id);
}
