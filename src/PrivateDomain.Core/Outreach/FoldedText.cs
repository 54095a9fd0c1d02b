using System.Globalization;

namespace PrivateDomain.Core.Outreach;

/// <summary>A text as the compliance policy reads it: half-width, lower case, simplified, without blanks and characters of no width, and
/// without the
/// separators that people put between Chinese characters to hide a word.</summary>
internal static class FoldedText
{
    /// <summary>The folded text.</summary>
    internal static string Of(string text)
    {
        char[] folded = new char[text.Length];
        return new string(folded, 0, Fold(text, folded, new int[text.Length]));
    }

    /// <summary>Folds a text into a buffer of at least its length, with the place of each character in the original; gives the new
    /// length.</summary>
    internal static int Fold(ReadOnlySpan<char> text, Span<char> folded, Span<int> places)
    {
        int length = 0;
        int separators = 0; // how many stand at the end of what is folded
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (TraditionalCharacters.Covers(c))
            {
                c = TraditionalCharacters.Simplify(c);
                length -= separators < length && TraditionalCharacters.Covers(folded[length - separators - 1]) ? separators : 0;
                separators = 0;
            }
            else
            {
                c = Fold(c);
                if (c == '\0')
                {
                    continue;
                }

                separators = IsSeparator(c) ? separators + 1 : 0;
            }

            folded[length] = c;
            places[length++] = i;
        }

        return length;
    }

    // What ends a sentence or a part of it, or stands between alternatives, is a border of words and none of these.
    private static bool IsSeparator(char c) =>
        c is '-' or '_' or '.' or '*' or '~' or '^' or '#' or '`' or '·' or '•' or '‧' or '∙' or '・' or '･'
        or (>= '\u2010' and <= '\u2013');

    // '\0' stands for a character that is left out.
    private static char Fold(char c)
    {
        if (c < '\u0080')
        {
            return c is <= ' ' or '\u007F' ? '\0' : LowerAscii(c);
        }

        if (c is >= '\uFF01' and <= '\uFF5E')
        {
            return LowerAscii((char)(c - 0xFEE0));
        }

        if (c is >= '\u3001' and <= '\u303F')
        {
            return c;
        }

        return char.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator or UnicodeCategory.NonSpacingMark => '\0',
            _ => char.ToLowerInvariant(c),
        };
    }

    private static char LowerAscii(char c) => c is >= 'A' and <= 'Z' ? (char)(c | ' ') : c;
}
