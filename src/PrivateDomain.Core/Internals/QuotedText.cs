using System.Text;

namespace PrivateDomain.Core.Internals;

/// <summary>Texts in quotes, as facts and the text form write them.</summary>
internal static class QuotedText
{
    /// <summary>A text in quotes.</summary>
    internal static string Write(string text) =>
        "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";

    /// <summary>The text of a quoted one; null when it is not quoted as <see cref="Write"/> does.</summary>
    internal static string? Read(ReadOnlySpan<char> quoted)
    {
        if (quoted.Length < 2 || quoted[0] != '"')
        {
            return null;
        }

        var text = new StringBuilder(quoted.Length);
        for (int i = 1; i < quoted.Length; i++)
        {
            char c = quoted[i];
            if (c == '"')
            {
                return i == quoted.Length - 1 ? text.ToString() : null;
            }

            if (c == '\\' && (++i == quoted.Length || quoted[i] is not ('"' or '\\')))
            {
                return null;
            }

            text.Append(quoted[i]);
        }

        return null;
    }
}
