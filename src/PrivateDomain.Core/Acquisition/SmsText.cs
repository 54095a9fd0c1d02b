namespace PrivateDomain.Core.Acquisition;

/// <summary>Reads what people write in an SMS: links, opt-out lines, the signature, telephone numbers.</summary>
internal static class SmsText
{
    private const int CodeLengthMax = 6;

    /// <summary>Full-width letters, digits and signs as ordinary ones; every kind of blank as a blank.</summary>
    internal static char Narrow(char c) => c is >= '！' and <= '～' ? (char)(c - '！' + '!') : char.IsWhiteSpace(c) ? ' ' : c;

    internal static string Narrow(string text) => string.Create(text.Length, text, static (span, from) =>
    {
        for (int i = 0; i < span.Length; i++)
        {
            span[i] = Narrow(from[i]);
        }
    });

    /// <summary>【 and 】 with something between them, and nothing outside of one of the ends.</summary>
    internal static bool HasSignature(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        return (text.StartsWith('【') && text.Contains('】') && !text[1..text.IndexOf('】')].IsWhiteSpace())
            || (text.EndsWith('】') && text.Contains('【') && !text[(text.LastIndexOf('【') + 1)..^1].IsWhiteSpace());
    }

    /// <summary>The links of a text, each as it is written, the bare ones too: <c>t.cn/AiX8k2</c>, <c>shop.example.com</c>. Mail addresses
    /// are none.</summary>
    internal static List<string> LinksIn(string text)
    {
        string narrow = Narrow(text);
        var links = new List<string>();
        for (int i = 0; i < narrow.Length;)
        {
            bool isWordStart = char.IsAsciiLetterOrDigit(narrow[i]) && (i == 0 || !IsHostOrMail(narrow[i - 1]));
            int end = isWordStart ? LinkEnd(narrow, i) : 0;
            if (end == 0)
            {
                i++;
                continue;
            }

            links.Add(narrow[i..end].TrimEnd('.', ',', ';', ':', ')', ']', '!', '?', '\'', '"'));
            i = end;
        }

        return links;
    }

    /// <summary>Whether a text holds an opt-out line: blanks, quotes and case do not matter, <c>*</c> stands for 1 to 6 letters or digits,
    /// and words end where
    /// they end.</summary>
    internal static bool HasLine(string text, string line)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (StartsAt(text, i, line))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The digits of a telephone number, with <c>+</c> before those of another country than China; null when it is none.</summary>
    internal static string? NumberOf(string written)
    {
        Span<char> digits = stackalloc char[24];
        int length = 0;
        bool isInternational = false;
        foreach (char each in written)
        {
            char c = Narrow(each);
            if (c == '+' && length == 0 && !isInternational)
            {
                isInternational = true;
            }
            else if (char.IsAsciiDigit(c))
            {
                if (length == digits.Length)
                {
                    return null;
                }

                digits[length++] = c;
            }
            else if (c is not (' ' or '-' or '(' or ')' or '.' or '‐' or '‑' or '–' or '—' or '−'))
            {
                return null;
            }
        }

        Span<char> number = digits[..length];
        if (!isInternational && number.StartsWith("00"))
        {
            number = number[2..];
            isInternational = true;
        }

        if (number.Length == 13 && number.StartsWith("861"))
        {
            number = number[2..];
            isInternational = false;
        }

        return number.Length is < 7 or > 15 ? null : isInternational ? $"+{number}" : number.ToString();
    }

    private static bool IsHost(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '-';

    private static bool IsHostOrMail(char c) => IsHost(c) || c is '@' or '_';

    private static bool IsVisibleAscii(char c) => c is > ' ' and < '\u007f';

    // Where a link that begins at a place ends; 0 when none begins there.
    private static int LinkEnd(string text, int start)
    {
        int end = start;
        while (end < text.Length && IsHost(text[end]))
        {
            end++;
        }

        char next = end < text.Length ? text[end] : ' ';
        if (next == ':' && text.AsSpan(end).StartsWith("://"))
        {
            return VisibleEnd(text, end);
        }

        ReadOnlySpan<char> host = text.AsSpan(start, end - start).TrimEnd(".-");
        return next is '@' or '_' || !IsHostName(host, hasPath: next is '/' or ':') ? 0
            : next is '/' or '?' or '#' || (next == ':' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))
                ? VisibleEnd(text, end)
            : start + host.Length;
    }

    private static int VisibleEnd(string text, int from)
    {
        while (from < text.Length && IsVisibleAscii(text[from]))
        {
            from++;
        }

        return from;
    }

    // Two labels or more, the last of letters; or four numbers before a path.
    private static bool IsHostName(ReadOnlySpan<char> host, bool hasPath)
    {
        int labels = 0;
        int numbers = 0;
        ReadOnlySpan<char> last = default;
        foreach (Range part in host.Split('.'))
        {
            last = host[part];
            if (last.IsEmpty || last[0] == '-' || last[^1] == '-')
            {
                return false;
            }

            labels++;
            numbers += last.IndexOfAnyExceptInRange('0', '9') < 0 ? 1 : 0;
        }

        bool isName = last.Length is >= 2 and <= 63
            && (last.IndexOfAnyExcept(Letters) < 0 || last.StartsWith("xn--", StringComparison.OrdinalIgnoreCase));
        return labels >= 2 && (isName || (hasPath && labels == 4 && numbers == 4));
    }

    private static System.Buffers.SearchValues<char> Letters { get; } =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private static bool StartsAt(string text, int start, string line)
    {
        if (start > 0 && char.IsAsciiLetterOrDigit(line[0]) && char.IsAsciiLetterOrDigit(Narrow(text[start - 1])))
        {
            return false;
        }

        int at = start;
        foreach (char wanted in line)
        {
            if (char.IsWhiteSpace(wanted))
            {
                continue;
            }

            while (at > start && at < text.Length && IsPassedOver(Narrow(text[at])))
            {
                at++;
            }

            int before = at;
            if (wanted == '*')
            {
                while (at < text.Length && at - before < CodeLengthMax && char.IsAsciiLetterOrDigit(Narrow(text[at])))
                {
                    at++;
                }
            }
            else if (at < text.Length && char.ToUpperInvariant(Narrow(text[at])) == char.ToUpperInvariant(Narrow(wanted)))
            {
                at++;
            }

            if (at == before)
            {
                return false;
            }
        }

        return at == text.Length || !char.IsAsciiLetterOrDigit(Narrow(text[at])) || !char.IsAsciiLetterOrDigit(Narrow(text[at - 1]));
    }

    private static bool IsPassedOver(char c) => c is ' ' or '"' or '\'' or '“' or '”' or '‘' or '’' or '「' or '」' or '『' or '』';
}
