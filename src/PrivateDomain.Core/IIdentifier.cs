using System.Diagnostics.CodeAnalysis;

namespace PrivateDomain.Core;

/// <summary>A host's own identifier as a type of its own (标识), so that a customer's cannot be taken for an order's.</summary>
/// <typeparam name="TSelf">The identifier's type.</typeparam>
public interface IIdentifier<TSelf>
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

/// <summary>The one rule for the text of all identifiers.</summary>
internal static class IdentifierText
{
    /// <summary>The greatest length, in UTF-16 code units.</summary>
    internal const int LengthMax = 128;

    /// <summary>Whether a text can be an identifier.</summary>
    internal static bool IsValid([NotNullWhen(true)] string? text)
    {
        if (text is null || text.Length is 0 or > LengthMax || char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]))
        {
            return false;
        }

        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsControl(text[i]))
            {
                return false;
            }

            if (char.IsSurrogate(text[i]) && !(i + 1 < text.Length && char.IsSurrogatePair(text[i], text[++i])))
            {
                return false; // half a character cannot be written as UTF-8 and read back
            }
        }

        return true;
    }

    /// <summary>The text, if it can be an identifier.</summary>
    internal static string Check([NotNull] string? text)
    {
        Guard.Against.Null(text);
        return IsValid(text)
            ? text
            : throw new ArgumentException($"An identifier has 1 to {LengthMax} characters, no control characters and no white space at its ends, but it was \"{text}\".", nameof(text));
    }
}
