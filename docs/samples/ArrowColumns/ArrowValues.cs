using Apache.Arrow;
using Apache.Arrow.Types;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Evaluation;

namespace ArrowColumns;

/// <summary>From Arrow's arrays to the columns of a table.</summary>
internal static class ArrowValues
{
    /// <summary>Whether a column holds texts, one or several in each row.</summary>
    internal static bool IsText(this IArrowType type) =>
        type is StringType or ListType { ValueDataType: StringType };

    /// <summary>Writes the values of a column of a record batch.</summary>
    internal static void Write(CustomerTable table, Fact fact, int firstRow, IArrowArray values)
    {
        // snippet: arrow-into-a-table
        var array = (Apache.Arrow.Array)values;
        RowBits known = array.NullCount == 0 ? RowBits.All : RowBits.From(array.NullBitmapBuffer.Span, array.Offset);
        switch (fact, values)
        {
            case (NumberFact number, Int32Array whole):
                table.Set(number, firstRow, whole.Values, known);
                break;
            case (NumberFact number, DoubleArray numbers):
                table.Set(number, firstRow, numbers.Values, known);
                break;
            case (DateFact date, Date32Array days):
                table.Set(date, firstRow, days.Values, known);
                break;
            case (YesNoFact yesNo, BooleanArray yes):
                table.Set(yesNo, firstRow, yes.Length, RowBits.From(yes.ValueBuffer.Span, yes.Offset), known);
                break;
            case (TextFact text, DictionaryArray texts):
                table.Set(text, firstRow, ((Int32Array)texts.Indices).Values, TextsOf(texts), known);
                break;
            case (ChoiceFact choice, DictionaryArray levels):
                table.Set(choice, firstRow, ((Int32Array)levels.Indices).Values, TextsOf(levels), known);
                break;
            case (TextSetFact set, ListArray { Values: DictionaryArray { NullCount: 0 } texts } lists):
                table.Set(set, firstRow, lists.ValueOffsets, ((Int32Array)texts.Indices).Values, TextsOf(texts), known);
                break;
            default:
                throw new NotSupportedException($"{fact.Name} cannot be read from {values.Data.DataType.Name}.");
        }

        // end
    }

    // A dictionary is small: its texts are made once a batch.
    private static string[] TextsOf(DictionaryArray texts)
    {
        var dictionary = (StringArray)texts.Dictionary;
        return [.. Enumerable.Range(0, dictionary.Length).Select(place => dictionary.GetString(place))];
    }
}
