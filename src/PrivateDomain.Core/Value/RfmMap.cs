using System.Collections.Immutable;

namespace PrivateDomain.Core.Value;

/// <summary>A range of scores, both ends included (分数范围).</summary>
/// <remarks>Equality is that of both ends; there is no ordering. The default value has no score in it.</remarks>
public readonly record struct ScoreRange
{
    private ScoreRange(int from, int to)
    {
        From = from;
        To = to;
    }

    /// <summary>The worst score in it.</summary>
    public int From { get; }

    /// <summary>The best score in it.</summary>
    public int To { get; }

    /// <summary>Makes a range.</summary>
    /// <param name="from">1 or more.</param>
    /// <param name="to">Not below <paramref name="from"/>, and at most <see cref="RfmPolicy.BinsMax"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">An end is out of range.</exception>
    public static ScoreRange Of(int from, int to) => new(
        Guard.Against.OutOfRange(from, nameof(from), 1, RfmPolicy.BinsMax),
        Guard.Against.OutOfRange(to, nameof(to), from, RfmPolicy.BinsMax));

    /// <summary>Whether a score is in the range.</summary>
    /// <param name="score">The score.</param>
    public bool Has(int score) => score >= From && score <= To && score > 0;

    /// <summary>Both ends with a hyphen, such as <c>4-5</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{From}-{To}");
}

/// <summary>A named set of scores (RFM 分组).</summary>
/// <remarks>Two cells are equal when all parts are.</remarks>
public sealed record RfmCell
{
    private RfmCell(string name, Bilingual label, ScoreRange? recency, ScoreRange? frequency, ScoreRange? monetary)
    {
        Name = name;
        Label = label;
        Recency = recency;
        Frequency = frequency;
        Monetary = monetary;
    }

    /// <summary>The name for programs, such as <c>champions</c>.</summary>
    public string Name { get; }

    /// <summary>The name for people.</summary>
    public Bilingual Label { get; }

    /// <summary>The scores for recency; null is any.</summary>
    public ScoreRange? Recency { get; }

    /// <summary>The scores for frequency; null is any.</summary>
    public ScoreRange? Frequency { get; }

    /// <summary>The scores for money; null is any.</summary>
    public ScoreRange? Monetary { get; }

    /// <summary>Makes a cell.</summary>
    /// <param name="name">The name for programs.</param>
    /// <param name="label">The name for people.</param>
    /// <param name="recency">The scores for recency; null is any.</param>
    /// <param name="frequency">The scores for frequency; null is any.</param>
    /// <param name="monetary">The scores for money; null is any.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static RfmCell Create(
        string name, Bilingual label, ScoreRange? recency = null, ScoreRange? frequency = null, ScoreRange? monetary = null) =>
        new(Guard.Against.NullOrWhiteSpace(name), label, recency, frequency, monetary);

    /// <summary>Whether a score is in the cell.</summary>
    /// <param name="score">The score.</param>
    public bool Has(RfmScore score) =>
        Recency?.Has(score.Recency) != false && Frequency?.Has(score.Frequency) != false && Monetary?.Has(score.Monetary) != false;
}

/// <summary>Names for scores (RFM 分组表): a map puts every possible score into exactly one cell.</summary>
/// <remarks>Two maps are equal only when they are the same object.</remarks>
public sealed partial class RfmMap
{
    private readonly ImmutableArray<int> places; // of every score, as PlaceIn numbers them

    private RfmMap(int bins, ImmutableArray<RfmCell> cells, ImmutableArray<int> places)
    {
        Bins = bins;
        Cells = cells;
        this.places = places;
    }

    /// <summary>How many scores each measure has.</summary>
    public int Bins { get; }

    /// <summary>The cells in the order given.</summary>
    public ImmutableArray<RfmCell> Cells { get; }

    /// <summary>Makes a map.</summary>
    /// <param name="bins">How many scores, from 2 to <see cref="RfmPolicy.BinsMax"/>.</param>
    /// <param name="cells">The cells.</param>
    /// <exception cref="InvalidPolicyException">A score is in no cell or in two, a range does not fit, or a name is used twice; all of it
    /// is named.</exception>
    public static RfmMap Create(int bins, IEnumerable<RfmCell> cells)
    {
        ImmutableArray<RfmCell> all = [.. Guard.Against.Null(cells)];
        var check = new PolicyCheck();
        check.Needs(bins is >= 2 and <= RfmPolicy.BinsMax, nameof(bins), RfmReasons.BinsOutOfRange, bins, RfmPolicy.BinsMax);
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < all.Length; i++)
        {
            check.Needs(names.Add(all[i].Name), $"cells[{i}].name", RfmReasons.CellNamedTwice, all[i].Name);
            CheckRange(check, $"cells[{i}].recency", all[i].Recency, bins);
            CheckRange(check, $"cells[{i}].frequency", all[i].Frequency, bins);
            CheckRange(check, $"cells[{i}].monetary", all[i].Monetary, bins);
        }

        ImmutableArray<int> found = bins is >= 2 and <= RfmPolicy.BinsMax ? FindPlaces(check, bins, all) : [];
        check.ThrowIfAny("RFM map");
        return new RfmMap(bins, all, found);
    }

    /// <summary>The cell of a score.</summary>
    /// <param name="score">A score of as many scores as the map.</param>
    /// <exception cref="ArgumentException">The score has another number of scores.</exception>
    public RfmCell CellOf(RfmScore score)
    {
        NeedsBins(score.Bins);
        return Cells[PlaceOf(score)];
    }

    internal int PlaceOf(RfmScore score) => places[((((score.Recency - 1) * Bins) + score.Frequency - 1) * Bins) + score.Monetary - 1];

    internal void NeedsBins(int bins)
    {
        if (bins != Bins)
        {
            throw new ArgumentException($"The map is for {Bins} scores, but it was asked about one of {bins}.", nameof(bins));
        }
    }

    private static void CheckRange(PolicyCheck check, string path, ScoreRange? range, int bins)
    {
        if (range is { } given)
        {
            check.Needs(given.From >= 1 && given.To <= bins, path, RfmReasons.RangeOutOfBins, given.ToString(), $"1-{bins}");
        }
    }

    private static ImmutableArray<int> FindPlaces(PolicyCheck check, int bins, ImmutableArray<RfmCell> cells)
    {
        var found = ImmutableArray.CreateBuilder<int>(bins * bins * bins);
        for (int i = 0; i < bins * bins * bins; i++)
        {
            var score = new RfmScore((i / bins / bins) + 1, (i / bins % bins) + 1, (i % bins) + 1, bins);
            int[] having = [.. Enumerable.Range(0, cells.Length).Where(place => cells[place].Has(score))];
            check.Needs(having.Length > 0, "cells", RfmReasons.ScoreInNoCell, score.ToString())
                .Needs(
                    having.Length < 2, "cells", RfmReasons.ScoreInTwoCells, score.ToString(),
                    string.Join(", ", having.Select(c => cells[c].Name)));
            found.Add(having.Length == 0 ? -1 : having[0]);
        }

        return found.DrainToImmutable();
    }
}
