using System.Globalization;

namespace PrivateDomain.Core.Outreach;

/// <summary>A text as the compliance screen reads it: half-width, lower case, without blanks and characters of no width.</summary>
internal static class FoldedText
{
    /// <summary>The folded text.</summary>
    internal static string Of(string text)
    {
        char[] folded = new char[text.Length];
        return new string(folded, 0, Fold(text, folded, new int[text.Length]));
    }

    /// <summary>Folds a text into a buffer of at least its length, with the place of each character in the original; gives the new length.</summary>
    internal static int Fold(ReadOnlySpan<char> text, Span<char> folded, Span<int> places)
    {
        int length = 0;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c is < '\u4E00' or > '\u9FFF') // common Chinese characters are themselves
            {
                c = Fold(c);
                if (c == '\0')
                {
                    continue;
                }
            }

            folded[length] = c;
            places[length++] = i;
        }

        return length;
    }

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
