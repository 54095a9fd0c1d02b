using Apache.Arrow;
using Apache.Arrow.Ipc;
using NodaTime;
using ParquetSharp;
using ParquetSharp.Arrow;
using PrivateDomain.Core.Segmentation.Evaluation;
using Field = Apache.Arrow.Field;
using Schema = Apache.Arrow.Schema;

namespace ArrowColumns;

/// <summary>A Parquet file of customers: written with invented ones, and read into a table.</summary>
internal sealed class CustomerFile(string path)
{
    private const int BatchRows = 65_536;
    private const int GroupRows = 524_288;

    /// <summary>The processor time in which record batches were copied into the table, without that in which the file was read.</summary>
    internal TimeSpan Copying { get; private set; }

    /// <summary>Writes invented customers, the same in every run.</summary>
    internal void Write(int customers)
    {
        var random = new Random(20_260_601);
        var schema = new Schema(
            CustomerColumns.All.Select(static column => new Field(column.Name, column.ArrowType, nullable: true)), metadata: null);
        using var writer = new FileWriter(path, schema);
        for (int left = customers; left > 0; left -= GroupRows)
        {
            int rows = Math.Min(left, GroupRows);
            using var batch = new RecordBatch(schema, CustomerColumns.All.Select(column => column.Invent(random, rows)), rows);
            writer.WriteRecordBatch(batch, GroupRows);
        }

        writer.Close();
    }

    /// <summary>Reads the columns of the facts that a table has.</summary>
    internal async Task<CustomerTable> Read(PreparedSegments prepared, LocalDate today)
    {
        CustomerColumn[] columns = [.. CustomerColumns.All.Where(column => prepared.FactsUsed.Contains(column.Fact))];
        using ReaderProperties properties = ReaderProperties.GetDefaultReaderProperties();
        using ArrowReaderProperties arrow = ArrowReaderProperties.GetDefault();
        arrow.BatchSize = BatchRows;
        foreach ((int place, _) in CustomerColumns.All.Index().Where(static column => column.Item.ArrowType.IsText()))
        {
            arrow.SetReadDictionary(place, true); // texts as codes, as they stand in the file
        }

        using var reader = new FileReader(path, properties, arrow);
        using IArrowArrayStream batches = reader.GetRecordBatchReader(
            columns: [.. columns.Select(static column => System.Array.IndexOf(CustomerColumns.All, column))]);
        CustomerTable table = CustomerTable.From(prepared.FactsUsed, today, rows: checked((int)reader.ParquetReader.FileMetaData.NumRows));
        int first = 0;
        while (await batches.ReadNextRecordBatchAsync() is { } batch)
        {
            using (batch)
            {
                TimeSpan before = Environment.CpuUsage.TotalTime;
                foreach (CustomerColumn column in columns)
                {
                    ArrowValues.Write(table, column.Fact, first, batch.Column(column.Name, StringComparer.Ordinal));
                }

                Copying += Environment.CpuUsage.TotalTime - before;
                first += batch.Length;
            }
        }

        return table;
    }
}
