using System.Text.RegularExpressions;
using PrivateDomain.Core;
using PrivateDomain.ShopReport.Reading.Tables;

namespace PrivateDomain.ShopReport.Reading;

/// <summary>Customers as files write them: placeholders are nobody, e-mail addresses fold, and what looks like one person twice is
/// told.</summary>
internal sealed partial class CustomerNames(ReadingNotes notes)
{
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (CustomerId? Customer, ReasonDefinition? Note)> known = new(StringComparer.Ordinal);

    /// <summary>The customer of a field; the default for nobody, null when the text is no identifier.</summary>
    public CustomerId? Read(string text)
    {
        if (!known.TryGetValue(text, out (CustomerId? Customer, ReasonDefinition? Note) found))
        {
            known[text] = found = Understood(text);
        }

        if (found.Note is { } note)
        {
            notes.Count(note, note.Equals(ReadingReasons.RoundedCustomer) ? RowProblem.Shown(text) : "");
        }

        return found.Customer;
    }

    private (CustomerId? Customer, ReasonDefinition? Note) Understood(string text)
    {
        if (Words.IsNobody(text))
        {
            return (default(CustomerId), null);
        }

        if (IsRuined(text))
        {
            return (default(CustomerId), ReadingReasons.RoundedCustomer);
        }

        string plain = Plain(text);
        ReasonDefinition? note = plain == text ? null : IsAddress(text) ? ReadingReasons.FoldedAddress : ReadingReasons.WholeNumber;
        if (!CustomerId.TryFrom(plain, out CustomerId customer))
        {
            return (null, note);
        }

        return (seen.TryGetValue(plain, out string? same) ? CustomerId.From(same) : Added(customer), note);
    }

    private CustomerId Added(CustomerId customer)
    {
        seen.Add(customer.Text);
        return customer;
    }

    /// <summary>A customer in the one form in which the rows of all files are compared: an address in small letters, 123.0 as
    /// 123.</summary>
    public static string Plain(string text) =>
        IsAddress(text) ? text.Any(char.IsUpper) ? text.ToLowerInvariant() : text
        : text.EndsWith('0') && Whole().Match(text) is { Success: true } whole ? whole.Groups["n"].Value
        : text;

    /// <summary>Whether a spreadsheet has rounded an identifier, such as <c>1.20E+17</c>.</summary>
    public static bool IsRuined(string text) => text.Contains('+', StringComparison.Ordinal) && Ruined().IsMatch(text);

    /// <summary>Why a text that is there names no customer in a file of links, touches, interactions or answers; null when it does.
    /// </summary>
    public static ReasonDefinition? WhyNobody(string text) =>
        text.Length == 0 ? null
        : Words.IsNobody(text) ? ReadingReasons.RowsOfNobody
        : IsRuined(text) ? ReadingReasons.RowsOfRoundedCustomers
        : null;

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

    private static bool IsAddress(string text) => text.Contains('@', StringComparison.Ordinal);

    [GeneratedRegex(@"^\d(\.\d+)?[eE]\+\d{2,}$", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Ruined();

    [GeneratedRegex(@"^(?<n>\d+)\.0+$", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Whole();
}
