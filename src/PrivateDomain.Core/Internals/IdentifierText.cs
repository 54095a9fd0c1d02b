using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace PrivateDomain.Core.Internals;

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

        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            return true; // plain ASCII, the usual form, has none of what follows
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

    /// <summary>The identifier that a text names; the culture says nothing.</summary>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    /// <exception cref="FormatException">The text cannot be an identifier; the message has it.</exception>
    internal static TId Parse<TId>([NotNull] string? s)
        where TId : struct, IIdentifier<TId>
    {
        Guard.Against.Null(s);
        return TId.TryFrom(s, out TId id) ? id : throw new FormatException(Refusal(s));
    }

    /// <summary>The text, if it can be an identifier; otherwise the argument that gave it is named.</summary>
    internal static string Check([NotNull] string? text, [CallerArgumentExpression(nameof(text))] string? argument = null)
    {
        Guard.Against.Null(text, argument);
        return IsValid(text)
            ? text
            : throw new ArgumentException(Refusal(text), argument);
    }

    private static string Refusal(string text) => FormattableString.Invariant(
        $"An identifier has 1 to {LengthMax} characters, no control characters and no white space at its ends, ")
        + $"but it was \"{Quoted.Of(text)}\".";
}
