using System.Text.RegularExpressions;
using PrivateDomain.Core;
using PrivateDomain.ShopReport.Reading.Tables;

namespace PrivateDomain.ShopReport.Reading;

/// <summary>Customers as files write them: placeholders are nobody, e-mail addresses fold, and what looks like one person twice is
/// told.</summary>
internal sealed partial class CustomerNames(ReadingNotes notes)
{
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    /// <summary>The customer of a field; the default for nobody, null when the text is no identifier.</summary>
    public CustomerId? Read(string text)
    {
        if (Words.IsNobody(text))
        {
            return default(CustomerId);
        }

        if (IsRuined(text))
        {
            notes.Count(ReadingReasons.RoundedCustomer, RowProblem.Shown(text));
            return default(CustomerId);
        }

        string plain = text;
        if (text.Contains('@', StringComparison.Ordinal) && text.Any(char.IsUpper))
        {
            plain = text.ToLowerInvariant();
            notes.Count(ReadingReasons.FoldedAddress);
        }
        else if (Whole().Match(text) is { Success: true } whole)
        {
            plain = whole.Groups["n"].Value;
            notes.Count(ReadingReasons.WholeNumber);
        }

        if (!CustomerId.TryFrom(plain, out CustomerId customer))
        {
            return null;
        }

        seen.Add(plain);
        return customer;
    }

    /// <summary>Whether a spreadsheet has rounded an identifier, such as <c>1.20E+17</c>.</summary>
    public static bool IsRuined(string text) => Ruined().IsMatch(text);

    /// <summary>Warns of customers who differ only by case or by leading zeros.</summary>
    public void WarnOfTwins()
    {
        Warn(ReadingReasons.TwinsByCase, static text => text.ToUpperInvariant());
        Warn(ReadingReasons.TwinsByZeros, static text => text.All(char.IsAsciiDigit) ? text.TrimStart('0') : text);

        void Warn(ReasonDefinition what, Func<string, string> fold)
        {
            string[][] twins =
            [
                .. seen.GroupBy(fold, StringComparer.Ordinal).Where(
                    static group => group.Skip(1).Any()).Select(static group => group.ToArray()),
            ];
            if (twins.Length > 0)
            {
                notes.Warn(what, twins.Length, string.Join(" / ", twins[0].Order(StringComparer.Ordinal).Select(RowProblem.Shown)));
            }
        }
    }

    [GeneratedRegex(@"^\d(\.\d+)?[eE]\+\d{2,}$", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Ruined();

    [GeneratedRegex(@"^(?<n>\d+)\.0+$", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Whole();
}
