using PrivateDomain.Core;

namespace PrivateDomain.ShopReport.Reading.Tables;

/// <summary>Why a row was not used.</summary>
/// <param name="File">The file's name, without its folder.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column's name, or its number such as <c>#2</c>; "-" when the whole row is meant.</param>
/// <param name="Reason">What is wrong, with the value found.</param>
internal sealed record RowProblem(string File, long Line, string Column, Bilingual Reason)
{
    private const int ShownMax = 60;

    /// <summary>A value as a message shows it: on one line, not too long, control characters as their pictures.</summary>
    public static string Shown(string value)
    {
        string line = string.Concat(
            value.Select(static c => c < ' ' ? (char)('␀' + c) : c == '\u007F' ? '␡' : char.IsControl(c) ? '�' : c));
        return line.Length <= ShownMax ? line : string.Concat(line.AsSpan(0, ShownMax), "…");
    }
}
