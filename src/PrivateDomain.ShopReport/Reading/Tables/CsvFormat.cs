using System.Text;

namespace PrivateDomain.ShopReport.Reading.Tables;

/// <summary>How a file of rows is written; null is found from the file.</summary>
/// <param name="Delimiter">What stands between fields; <see cref="Spaces"/> for any run of white space.</param>
/// <param name="HasHeader">Whether a row names the columns.</param>
/// <param name="Encoding">The encoding of the text.</param>
internal sealed record CsvFormat(string? Delimiter, bool HasHeader, Encoding? Encoding)
{
    public const string Spaces = "spaces";
}
