using System.Text;

namespace PrivateDomain.ShopReport.Reading.Tables;

/// <summary>Splits lines into the rows of a table: quotes, doubled quotes, line breaks inside quotes.</summary>
/// <remarks>
/// No library for CSV is used here, since those give up the rest of a file where one quote is not closed. A quoted field may go on over
/// further
/// lines; where no line closes it before the next separator or the end of a line, only the line on which it began is broken.
/// </remarks>
internal static class RowSplitter
{
    private const int LinesMax = 100; // what is quoted over more lines is a quote that was not closed
    private const int LengthMax = 1 << 20;

    /// <summary>The rows of some lines; blank lines are no rows.</summary>
    public static IEnumerable<RawRow> Rows(IEnumerable<TextLine> lines, char separator)
    {
        var ahead = new Queue<TextLine>();
        using IEnumerator<TextLine> rest = lines.GetEnumerator();
        var fields = new List<string>();
        string[] above = [];
        while (Next(ahead, rest, out TextLine line))
        {
            if (line.Text.Length > LengthMax)
            {
                yield return new RawRow(line.Number, [line.Text[..64]], IsBroken: true);
                continue;
            }

            if (!line.Text.Contains('"', StringComparison.Ordinal))
            {
                if (Unquoted(line.Text, separator, above) is { } plain)
                {
                    above = plain;
                    yield return new RawRow(line.Number, plain, IsBroken: false);
                }

                continue;
            }

            Split outcome = SplitLine(line.Text, separator, fields);
            if (outcome == Split.Open)
            {
                outcome = SplitAhead(line.Text, separator, fields, ahead, rest);
            }

            if (outcome != Split.Whole || fields.Exists(static field => field.Length > 0))
            {
                yield return new RawRow(line.Number, [.. fields], outcome != Split.Whole);
            }
        }
    }

    // The fields of a line without quotes; null when all are empty. What the row above says too is kept once.
    private static string[]? Unquoted(string text, char separator, string[] above)
    {
        ReadOnlySpan<char> rest = text;
        string[] fields = new string[rest.Count(separator) + 1];
        bool hasText = false;
        for (int i = 0; i < fields.Length; i++)
        {
            int end = rest.IndexOf(separator);
            ReadOnlySpan<char> field = (end < 0 ? rest : rest[..end]).Trim();
            hasText |= field.Length > 0;
            fields[i] = field.Length == 0 ? ""
                : i < above.Length && field.SequenceEqual(above[i]) ? above[i]
                : field.ToString();
            rest = end < 0 ? [] : rest[(end + 1)..];
        }

        return hasText ? fields : null;
    }

    // Takes further lines until the quote is closed; where it never is, they are left for rows of their own.
    private static Split SplitAhead(
        string first, char separator, List<string> fields, Queue<TextLine> ahead, IEnumerator<TextLine> rest)
    {
        var text = new StringBuilder(first);
        for (int taken = 1; taken <= LinesMax && text.Length < LengthMax; taken++)
        {
            while (ahead.Count < taken)
            {
                if (!rest.MoveNext())
                {
                    return BrokenLine(first, separator, fields);
                }

                ahead.Enqueue(rest.Current);
            }

            string next = ahead.ElementAt(taken - 1).Text;
            text.Append('\n').Append(next);
            if (!next.Contains('"', StringComparison.Ordinal))
            {
                continue;
            }

            Split outcome = SplitLine(text.ToString(), separator, fields);
            if (outcome == Split.Whole)
            {
                for (; taken > 0; taken--)
                {
                    ahead.Dequeue();
                }

                return outcome;
            }

            if (outcome == Split.Broken)
            {
                break;
            }
        }

        return BrokenLine(first, separator, fields);
    }

    private static Split BrokenLine(string first, char separator, List<string> fields)
    {
        SplitLine(first, separator, fields);
        return Split.Broken;
    }

    private static bool Next(Queue<TextLine> ahead, IEnumerator<TextLine> rest, out TextLine line)
    {
        if (ahead.TryDequeue(out line))
        {
            return true;
        }

        bool isThere = rest.MoveNext();
        line = isThere ? rest.Current : default;
        return isThere;
    }

    private static Split SplitLine(string text, char separator, List<string> fields)
    {
        fields.Clear();
        int at = 0;
        bool isBroken = false;
        while (true)
        {
            int start = at;
            while (start < text.Length && text[start] == ' ')
            {
                start++;
            }

            if (start < text.Length && text[start] == '"')
            {
                int end = Quoted(text, start + 1, separator, out string field);
                if (end < 0)
                {
                    return end == -1 ? Split.Open : Split.Broken;
                }

                fields.Add(field.Trim());
                at = end;
            }
            else
            {
                int end = text.IndexOf(separator, at);
                end = end < 0 ? text.Length : end;
                string field = text[at..end].Trim();
                isBroken |= field.Count(static c => c == '"') % 2 == 1;
                fields.Add(field);
                at = end;
            }

            if (at >= text.Length)
            {
                return isBroken ? Split.Broken : Split.Whole;
            }

            at++; // the separator
        }
    }

    // The place of the separator or end behind a quoted field; -1 when its quote is not closed, -2 when something stands behind it.
    private static int Quoted(string text, int from, char separator, out string field)
    {
        var content = new StringBuilder();
        int at = from;
        while (true)
        {
            int quote = text.IndexOf('"', at);
            if (quote < 0)
            {
                field = "";
                return -1;
            }

            content.Append(text, at, quote - at);
            if (quote + 1 < text.Length && text[quote + 1] == '"')
            {
                content.Append('"');
                at = quote + 2;
                continue;
            }

            int end = quote + 1;
            while (end < text.Length && text[end] == ' ' && separator != ' ')
            {
                end++;
            }

            field = content.ToString();
            return end == text.Length || text[end] == separator ? end : -2;
        }
    }

    private enum Split
    {
        Whole,
        Open,
        Broken,
    }
}
