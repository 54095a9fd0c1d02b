using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Value;

/// <summary>Names for scores (RFM 分组表): a map puts every possible score into exactly one cell.</summary>
/// <remarks>Immutable and safe to share between threads. Two maps are equal when their cells are, in their order.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class RfmMap : IEquatable<RfmMap>
{
    private readonly ImmutableArray<int> places; // of every score, as PlaceOf numbers them

    private RfmMap(int bins, ImmutableArray<RfmCell> cells, ImmutableArray<int> places)
    {
        Bins = bins;
        Cells = cells;
        this.places = places;
    }

    /// <summary>The ten names that e-mail and shop tools use for five scores of recency and frequency, champions (冠军客户) first; money is
    /// not looked at.</summary>
    /// <remarks>The division is the one common in tutorials and tools, without one author; the Chinese names are ours.</remarks>
    public static RfmMap TenCells { get; } = From(
        5,
        [
            TenCell("champions", "Champions", "冠军客户", (5, 5), (4, 5)),
            TenCell("loyal_customers", "Loyal customers", "忠诚客户", (3, 4), (4, 5)),
            TenCell("potential_loyalists", "Potential loyalists", "潜在忠诚客户", (4, 5), (2, 3)),
            TenCell("new_customers", "New customers", "新客户", (5, 5), (1, 1)),
            TenCell("promising", "Promising", "有希望的客户", (4, 4), (1, 1)),
            TenCell("need_attention", "Need attention", "需要关注的客户", (3, 3), (3, 3)),
            TenCell("about_to_sleep", "About to sleep", "即将沉睡的客户", (3, 3), (1, 2)),
            TenCell("cannot_lose", "Cannot lose them", "不能失去的客户", (1, 2), (5, 5)),
            TenCell("at_risk", "At risk", "有流失风险的客户", (1, 2), (3, 4)),
            TenCell("hibernating", "Hibernating", "沉睡客户", (1, 2), (1, 2)),
        ]);

    /// <summary>The eight kinds of customers usual in Chinese textbooks and merchant systems (客户八分类): each measure high or low,
    /// important (重要) when money is high.</summary>
    /// <param name="bins">How many scores, from 2 to 10.</param>
    /// <param name="highFrom">From which score on a measure is high, from 2 to <paramref name="bins"/>; null is what is above the middle: 4
    /// of 5, 3 of 4. That is a choice of this library.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static RfmMap EightCells(int bins = 5, int? highFrom = null)
    {
        Guard.Against.OutOfRange(bins, nameof(bins), 2, RfmOptions.BinsMax);
        int from = Guard.Against.OutOfRange(highFrom ?? ((bins + 1) / 2) + 1, nameof(highFrom), 2, bins);
        (ScoreRange high, ScoreRange low) = (new ScoreRange(from, bins), new ScoreRange(1, from - 1));
        return From(
            bins,
            [
                Cell("important_value", "Important, of value", "重要价值客户", high, high, high),
                Cell("important_keep", "Important, to keep", "重要保持客户", low, high, high),
                Cell("important_develop", "Important, to develop", "重要发展客户", high, low, high),
                Cell("important_win_back", "Important, to win back", "重要挽留客户", low, low, high),
                Cell("general_value", "General, of value", "一般价值客户", high, high, low),
                Cell("general_keep", "General, to keep", "一般保持客户", low, high, low),
                Cell("general_develop", "General, to develop", "一般发展客户", high, low, low),
                Cell("general_win_back", "General, to win back", "一般挽留客户", low, low, low),
            ]);
    }

    /// <summary>Tiers by money alone (价值分层): the best score is high, the lower half low, the rest middle. The division is
    /// ours.</summary>
    /// <param name="bins">How many scores, from 2 to 10; of two there is no middle.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is out of range.</exception>
    public static RfmMap ValueTiers(int bins = 5)
    {
        int low = Guard.Against.OutOfRange(bins, nameof(bins), 2, RfmOptions.BinsMax) / 2;
        List<RfmCell> tiers =
        [
            Cell("high_value", "High value", "高价值", monetary: new ScoreRange(bins, bins)),
            Cell("low_value", "Low value", "低价值", monetary: new ScoreRange(1, low)),
        ];
        if (low + 1 < bins)
        {
            ScoreRange between = new ScoreRange(low + 1, bins - 1);
            tiers.Insert(1, Cell("middle_value", "Middle value", "中价值", monetary: between));
        }

        return From(bins, tiers);
    }

    /// <summary>Every pair of scores for recency and frequency as a cell, recency first, both ascending: the heat map (热力图).</summary>
    /// <param name="bins">How many scores, from 2 to 10.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is out of range.</exception>
    public static RfmMap Grid(int bins = 5)
    {
        Guard.Against.OutOfRange(bins, nameof(bins), 2, RfmOptions.BinsMax);
        return From(bins, Enumerable.Range(0, bins * bins).Select(i =>
            (Recency: (i / bins) + 1, Frequency: (i % bins) + 1)).Select(static at =>
        {
            string name = FormattableString.Invariant($"{at.Recency}-{at.Frequency}");
            return Cell(name, name, name, new ScoreRange(at.Recency, at.Recency), new ScoreRange(at.Frequency, at.Frequency));
        }));
    }

    /// <summary>How many scores each measure has.</summary>
    public int Bins { get; }

    /// <summary>The cells in the order given.</summary>
    public ImmutableArray<RfmCell> Cells { get; }

    /// <summary>Makes a map.</summary>
    /// <param name="bins">How many scores, from 2 to 10.</param>
    /// <param name="cells">The cells.</param>
    /// <exception cref="ArgumentNullException">There are no cells.</exception>
    /// <exception cref="InvalidPolicyException">A score is in no cell or in two, a range does not fit, a name is used twice, or a cell is
    /// null; all of it is named.</exception>
    public static RfmMap From(int bins, IEnumerable<RfmCell> cells)
    {
        ImmutableArray<RfmCell> all = [.. Guard.Against.Null(cells)];
        var mistakes = ImmutableArray.CreateBuilder<Mistake>();
        bool hasBins = bins is >= 2 and <= RfmOptions.BinsMax;
        if (!hasBins)
        {
            mistakes.Add(new Mistake(nameof(bins),
                PolicyReasons.OutOfRange.With(bins, Wanted.Range(2, RfmOptions.BinsMax, above: false, below: false))));
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < all.Length; i++)
        {
            string place = FormattableString.Invariant($"cells[{i}]");
            if (all[i] is not { } cell)
            {
                mistakes.Add(new Mistake(place, PolicyReasons.Missing.With(required: Wanted.Entry)));
                continue;
            }

            if (!names.Add(cell.Name))
            {
                mistakes.Add(new Mistake($"{place}.name", PolicyReasons.Twice.With(Quoted.Of(cell.Name))));
            }

            CheckRange($"{place}.recency", cell.Recency);
            CheckRange($"{place}.frequency", cell.Frequency);
            CheckRange($"{place}.monetary", cell.Monetary);
        }

        ImmutableArray<int> found = hasBins && all.All(static cell => cell is not null) ? FindPlaces(mistakes, bins, all) : [];
        return mistakes.Count == 0 ? new RfmMap(bins, all, found) : throw new InvalidPolicyException("RFM map", mistakes.ToImmutable());

        void CheckRange(string place, ScoreRange? range)
        {
            if (range is { } given && !(given.From >= 1 && given.To <= bins))
            {
                mistakes.Add(new Mistake(place, PolicyReasons.OutOfRange.With(
                    given.ToString(), Wanted.From("1", bins.ToString(System.Globalization.CultureInfo.InvariantCulture)))));
            }
        }
    }

    /// <summary>The cell of a score.</summary>
    /// <param name="score">A score of as many scores as the map.</param>
    /// <exception cref="ArgumentException">The score has another number of scores.</exception>
    public RfmCell CellOf(RfmScore score)
    {
        NeedsBins(score.Bins);
        return Cells[PlaceOf(score.Recency, score.Frequency, score.Monetary)];
    }

    /// <inheritdoc/>
    public bool Equals(RfmMap? other) => other is not null && Bins == other.Bins && Contents.Equal(Cells, other.Cells);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RfmMap);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Bins, Contents.Hash(Cells));

    internal int PlaceOf(int recency, int frequency, int monetary) =>
        places[((((recency - 1) * Bins) + frequency - 1) * Bins) + monetary - 1];

    internal void NeedsBins(int bins)
    {
        if (bins != Bins)
        {
            throw new ArgumentException(FormattableString.Invariant($"The map is for {Bins} scores, but it was asked about one of {bins}."),
                nameof(bins));
        }
    }

    private static ImmutableArray<int> FindPlaces(ImmutableArray<Mistake>.Builder mistakes, int bins, ImmutableArray<RfmCell> cells)
    {
        var found = ImmutableArray.CreateBuilder<int>(bins * bins * bins);
        for (int i = 0; i < bins * bins * bins; i++)
        {
            (int recency, int frequency, int monetary) = ((i / bins / bins) + 1, (i / bins % bins) + 1, (i % bins) + 1);
            string score = FormattableString.Invariant($"{recency}-{frequency}-{monetary}");
            int[] having = [.. Enumerable.Range(0, cells.Length).Where(place => cells[place].Has(recency, frequency, monetary))];
            if (having.Length == 0)
            {
                mistakes.Add(new Mistake("cells", ValueReasons.ScoreInNoCell.With(score)));
            }
            else if (having.Length > 1)
            {
                mistakes.Add(new Mistake("cells",
                    ValueReasons.ScoreInTwoCells.With(score, Quoted.Of(string.Join(", ", having.Select(c => cells[c].Name))))));
            }

            found.Add(having.Length == 0 ? -1 : having[0]);
        }

        return found.DrainToImmutable();
    }

    private static RfmCell Cell(
        string name, string english, string chinese, ScoreRange? recency = null, ScoreRange? frequency = null,
            ScoreRange? monetary = null) =>
        new() { Name = name, Label = new Bilingual(english, chinese), Recency = recency, Frequency = frequency, Monetary = monetary };

    private static RfmCell TenCell(string name, string english, string chinese, (int From, int To) recency, (int From, int To) frequency) =>
        Cell(name, english, chinese, new ScoreRange(recency.From, recency.To), new ScoreRange(frequency.From, frequency.To));
}
