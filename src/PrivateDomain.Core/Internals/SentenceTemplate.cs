using System.Text;

namespace PrivateDomain.Core.Internals;

/// <summary>A sentence with places for values: <c>{found}</c>, <c>{required}</c>, and <c>{found|message|messages}</c> for a word that
/// follows a number.</summary>
internal static class SentenceTemplate
{
    /// <summary>The sentence with its places filled. A value's own braces are left alone.</summary>
    internal static string Fill(string template, ReasonValue found, string foundText, ReasonValue required, string requiredText)
    {
        if (!template.Contains('{', StringComparison.Ordinal))
        {
            return template;
        }

        var text = new StringBuilder(template.Length + foundText.Length + requiredText.Length);
        int at = 0;
        while (template.IndexOf('{', at) is var open and >= 0)
        {
            int close = template.IndexOf('}', open);
            text.Append(template, at, open - at);
            string[] parts = template[(open + 1)..close].Split('|');
            (ReasonValue value, string shown) = parts[0] is "found" ? (found, foundText) : (required, requiredText);
            text.Append(parts.Length == 1 ? shown : value.IsOne ? parts[1] : parts[2]);
            at = close + 1;
        }

        return text.Append(template, at, template.Length - at).ToString();
    }

    /// <summary>Refuses a sentence with a brace that is no place for a value.</summary>
    internal static void Check(string template, string parameterName)
    {
        int at = 0;
        while (template.AsSpan(at).IndexOfAny('{', '}') is var offset and >= 0)
        {
            int open = at + offset;
            int close = template.IndexOf('}', open);
            if (template[open] == '}' || close < 0 || !IsPlace(template[(open + 1)..close].Split('|')))
            {
                throw new ArgumentException(
                    $"A sentence has places for values such as {{found}}, {{required}} or {{found|day|days}}, but it was \"{template}\".",
                    parameterName);
            }

            at = close + 1;
        }
    }

    private static bool IsPlace(string[] parts) =>
        parts[0] is "found" or "required" && parts.Length is 1 or 3 && !parts.Contains("", StringComparer.Ordinal);
}
