using System.Buffers;

namespace PrivateDomain.Core.Segmentation.Forms;

/// <summary>A token of the text form: from which character to which.</summary>
internal readonly record struct RuleToken(TokenKind Kind, int Start, int End)
{
    private static readonly SearchValues<char> LiteralCharacters =
        SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_.+-");

    /// <summary>The token at a place or after the blanks and comments there.</summary>
    internal static RuleToken At(ReadOnlySpan<char> text, int place)
    {
        int start = Skip(text, place);
        if (start == text.Length)
        {
            return new(TokenKind.End, start, start);
        }

        char c = text[start];
        int second = start + 1 < text.Length ? text[start + 1] : 0;
        return c switch
        {
            '"' => Quoted(text, start),
            '(' or ')' or ',' or '=' or '≤' or '≥' or '≠' => new(TokenKind.Symbol, start, start + 1),
            '<' or '>' => new(TokenKind.Symbol, start, start + (second == '=' ? 2 : 1)),
            '!' when second == '=' => new(TokenKind.Symbol, start, start + 2),
            _ when char.IsAsciiDigit(c) || (c is '-' or '+' or '.' && (char.IsAsciiDigit((char)second) || second == '.')) =>
                Literal(text, start),
            _ when IsWord(text, start) => Word(text, start),
            _ => Strange(text, start),
        };
    }

    private static bool IsWord(ReadOnlySpan<char> text, int place) =>
        (char.IsLetterOrDigit(text[place]) || text[place] == '_') && !LookAlikes.Contains(text[place]);

    private static RuleToken Word(ReadOnlySpan<char> text, int start)
    {
        int end = start;
        while (end < text.Length && IsWord(text, end))
        {
            end++;
        }

        return new(TokenKind.Word, start, end);
    }

    private static RuleToken Literal(ReadOnlySpan<char> text, int start)
    {
        int length = text[start..].IndexOfAnyExcept(LiteralCharacters);
        return new(TokenKind.Literal, start, length < 0 ? text.Length : start + length);
    }

    private static RuleToken Quoted(ReadOnlySpan<char> text, int start)
    {
        for (int i = start + 1; i < text.Length && text[i] is not ('\n' or '\r'); i++)
        {
            if (text[i] == '"')
            {
                return new(TokenKind.Quoted, start, i + 1);
            }

            i += text[i] == '\\' && i + 1 < text.Length && text[i + 1] is not ('\n' or '\r') ? 1 : 0;
        }

        int line = text[start..].IndexOfAny('\n', '\r');
        return new(TokenKind.OpenQuote, start, line < 0 ? text.Length : start + line);
    }

    private static RuleToken Strange(ReadOnlySpan<char> text, int start)
    {
        int end = start + 1;
        end += char.IsHighSurrogate(text[start]) && end < text.Length && char.IsLowSurrogate(text[end]) ? 1 : 0;
        while (end < text.Length && text[end] == text[start])
        {
            end++;
        }

        return new(TokenKind.Strange, start, end);
    }

    private static int Skip(ReadOnlySpan<char> text, int place)
    {
        for (; place < text.Length; place++)
        {
            if (text[place] == '#')
            {
                int line = text[place..].IndexOf('\n');
                if (line < 0)
                {
                    return text.Length;
                }

                place += line;
            }
            else if (text[place] is not (' ' or '\t' or '\r' or '\n'))
            {
                return place;
            }
        }

        return place;
    }
}
