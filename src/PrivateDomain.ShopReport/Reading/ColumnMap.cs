using System.Collections.Immutable;

namespace PrivateDomain.ShopReport.Reading;

/// <summary>Which column of a foreign file holds which field: by name, or by number such as <c>#2</c>.</summary>
internal sealed class ColumnMap
{
    private readonly ImmutableDictionary<string, string> columns;

    private ColumnMap(ImmutableDictionary<string, string> columns) => this.columns = columns;

    /// <summary>Reads texts such as <c>customer=#2</c> or <c>products.name=title</c>; null and the bad text when one has another
    /// form.</summary>
    public static ColumnMap? From(IEnumerable<string> texts, out string? bad)
    {
        var read = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (string text in texts)
        {
            string[] parts = text.Split('=', 2, StringSplitOptions.TrimEntries);
            if (parts.Length != 2 || parts[1].Length == 0 || !Fields.IsKnown(parts[0]))
            {
                bad = text;
                return null;
            }

            read[parts[0]] = parts[1];
        }

        bad = null;
        return new ColumnMap(read.ToImmutable());
    }

    /// <summary>The column that the user named for a field of a file, if any; the one with the file's name goes first.</summary>
    public string? For(string file, string field) =>
        columns.GetValueOrDefault($"{file}.{field}") ?? columns.GetValueOrDefault(field);

    /// <summary>Whether the user meant this very file: a plain name means the first file that has the field.</summary>
    public bool IsExplicit(string file, string field) =>
        columns.ContainsKey($"{file}.{field}") || (columns.ContainsKey(field) && Fields.FirstWith(field) == file);
}
