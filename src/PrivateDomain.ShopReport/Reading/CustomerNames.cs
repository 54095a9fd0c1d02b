using System.Text.RegularExpressions;
using PrivateDomain.Core;

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
            notes.Count("ruined-customers", new(
                "{0} rows have a customer that a spreadsheet has rounded, such as " + RowProblem.Shown(text)
                    + ": counted as sales without a customer. Export the file again with that column as text.",
                "{0} 行的客户编号已被电子表格改写（如 " + RowProblem.Shown(text) + "）：计入无客户的销售。请将该列按文本重新导出。"));
            return default(CustomerId);
        }

        string plain = text;
        if (text.Contains('@', StringComparison.Ordinal) && text.Any(char.IsUpper))
        {
            plain = text.ToLowerInvariant();
            notes.Count("folded", new(
                "{0} e-mail addresses were written with capitals: one address is one customer.", "{0} 个邮箱地址含大写字母：同一地址视为同一客户。"));
        }
        else if (Whole().Match(text) is { Success: true } whole)
        {
            plain = whole.Groups["n"].Value;
            notes.Count("whole", new("{0} customers are numbers such as 123.0, read as 123.", "{0} 个客户编号形如 123.0，按 123 读取。"));
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
        Warn(static text => text.ToUpperInvariant(), "differ only by case", "仅大小写不同");
        Warn(
            static text => text.All(char.IsAsciiDigit) ? text.TrimStart('0') : text, "differ only by leading zeros", "仅前导零不同");

        void Warn(Func<string, string> fold, string english, string chinese)
        {
            string[][] twins =
            [
                .. seen.GroupBy(fold, StringComparer.Ordinal).Where(
                    static group => group.Skip(1).Any()).Select(static group => group.ToArray()),
            ];
            if (twins.Length > 0)
            {
                string shown = string.Join(" / ", twins[0].Order(StringComparer.Ordinal).Select(RowProblem.Shown));
                notes.Warn(new(
                    $"{twins.Length} {(twins.Length == 1 ? "group" : "groups")} of customers {english}, such as {shown}: they are counted "
                        + $"apart. Make them alike in the file if they are one person.",
                    $"{twins.Length} 组客户{chinese}（如 {shown}）：按不同客户统计。若为同一人，请在文件中统一写法。"));
            }
        }
    }

    [GeneratedRegex(@"^\d(\.\d+)?[eE]\+\d{2,}$", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Ruined();

    [GeneratedRegex(@"^(?<n>\d+)\.0+$", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Whole();
}
