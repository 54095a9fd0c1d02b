using System.Collections.Immutable;
using PrivateDomain.Core;

namespace PrivateDomain.ShopReport.Reading;

/// <summary>What the first screen says about the files, beside the figures that it touches.</summary>
internal sealed record ReadingReport
{
    /// <summary>The rows of orders that were there.</summary>
    public int Rows { get; init; }

    /// <summary>Those that could not be used.</summary>
    public int RowsLost { get; init; }

    /// <summary>The money in them, as far as it could be read.</summary>
    public decimal AmountLost { get; init; }

    /// <summary>Rows that are no sales, by the word that says so.</summary>
    public ImmutableArray<LeftOut> LeftOut { get; init; } = [];

    /// <summary>Whether money of the files, such as refunds of unknown orders, is not in the figures.</summary>
    public bool IsMoneyLeft { get; init; }

    /// <summary>The column of each field that was found, by <c>file.field</c>.</summary>
    public ImmutableSortedDictionary<string, string> Columns { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>How each file was understood.</summary>
    public ImmutableArray<Bilingual> Detected { get; init; } = [];

    /// <summary>What to be careful about, each with its cure.</summary>
    public ImmutableArray<Bilingual> Warnings { get; init; } = [];
}
