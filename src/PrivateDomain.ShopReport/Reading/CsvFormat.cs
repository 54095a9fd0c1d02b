using System.Text;

namespace PrivateDomain.ShopReport.Reading;

/// <summary>How a file of rows is written.</summary>
/// <param name="Delimiter">What stands between fields; <see cref="Spaces"/> for any run of white space.</param>
/// <param name="HasHeader">Whether the first row names the columns.</param>
/// <param name="Encoding">The encoding of the text; a byte order mark wins.</param>
internal sealed record CsvFormat(string Delimiter, bool HasHeader, Encoding Encoding)
{
    public const string Spaces = "spaces";
}
