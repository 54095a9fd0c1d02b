using System.Collections.Immutable;
using PrivateDomain.Core;

namespace PrivateDomain.ShopReport.Reading;

/// <summary>What reading found beside the records: how files are written, what was left out of the sales, and what to be careful
/// about.</summary>
internal sealed class ReadingNotes
{
    private readonly SortedDictionary<string, (int Rows, decimal Amount)> leftOut = new(StringComparer.Ordinal);
    private readonly List<Bilingual> detected = [];
    private readonly List<Bilingual> warnings = [];
    private readonly Dictionary<ReasonDefinition, (string Example, int Count)> counted = [];
    private readonly SortedDictionary<string, string> columns = new(StringComparer.Ordinal);
    private bool isMoneyLeft;
    private int rows;
    private int rowsLost;
    private decimal amountLost;

    /// <summary>One more row of orders, whether it can be used or not.</summary>
    public void Saw() => rows++;

    /// <summary>A row of orders that cannot be used, and the money in it where that can be read.</summary>
    public void Lost(decimal? amount)
    {
        rowsLost++;
        amountLost += Math.Abs(amount ?? 0m);
    }

    /// <summary>A row that is no sale, by the word that says so.</summary>
    public void LeaveOut(string word, decimal amount)
    {
        (int Rows, decimal Amount) before = leftOut.GetValueOrDefault(word);
        leftOut[word] = (before.Rows + 1, before.Amount + Math.Abs(amount));
    }

    /// <summary>How a file was understood.</summary>
    public void Detect(Bilingual what) => detected.Add(what);

    /// <summary>Something to be careful about, with its cure.</summary>
    public void Warn(Bilingual what) => warnings.Add(what);

    /// <summary>The same, of a number of things and an example.</summary>
    public void Warn(ReasonDefinition what, int count, string example = "") => Warn(Words(what.With(count, example)));

    /// <summary>The rows of a file that are left out since they are of no customer.</summary>
    public void WarnOfNobody(Dictionary<ReasonDefinition, int> rows, string file)
    {
        foreach ((ReasonDefinition why, int count) in rows.OrderBy(static each => each.Key.Code, StringComparer.Ordinal))
        {
            Warn(why, count, file);
        }
    }

    /// <summary>Something to be careful about, since money of the files is not in the figures.</summary>
    public void WarnOfMoney(Bilingual what)
    {
        isMoneyLeft = true;
        warnings.Add(what);
    }

    /// <summary>Which column holds a field of a file.</summary>
    public void Found(string file, string field, string column) => columns[$"{file}.{field}"] = column;

    /// <summary>Something that happens in many rows: told once, with their number and the first example.</summary>
    public void Count(ReasonDefinition what, string example = "")
    {
        (string first, int count) = counted.GetValueOrDefault(what, (example, 0));
        counted[what] = (first, count + 1);
    }

    /// <summary>All of it.</summary>
    public ReadingReport ToReport() => new()
    {
        Rows = rows,
        RowsLost = rowsLost,
        AmountLost = amountLost,
        LeftOut = [.. leftOut.Select(static each => new LeftOut(each.Key, each.Value.Rows, each.Value.Amount))],
        IsMoneyLeft = isMoneyLeft || counted.ContainsKey(ReadingReasons.DiscountNotTakenOff),
        Columns = columns.ToImmutableSortedDictionary(StringComparer.Ordinal),
        Detected = [.. detected],
        Warnings =
        [
            .. warnings,
            .. counted.Select(static each => Words(each.Key.With(each.Value.Count, each.Value.Example))),
        ],
    };

    private static Bilingual Words(Reason reason) => new(reason.ToString(Language.English), reason.ToString(Language.SimplifiedChinese));
}
