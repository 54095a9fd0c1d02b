using System.Numerics;

namespace PrivateDomain.Core.Benchmarks;

/// <summary>The floor of the twenty segments: reads the columns that they read, as narrow as their values (tags aside, which are 1.5 of
/// 21.5 bytes), with trivial arithmetic.</summary>
internal sealed class SegmentFloor
{
    private const int RowsAWord = 64;
    private readonly short[][] whole;
    private readonly double[] spend;
    private readonly ulong[] bitmaps;

    internal SegmentFloor(SegmentCustomer[] customers)
    {
        bitmaps = new ulong[customers.Length / RowsAWord * TwentySegments.Count];
        whole =
        [
            [.. customers.Select(static c => (short)c.Stage)], [.. customers.Select(static c => (short)c.LastOrderDay)],
            [.. customers.Select(static c => (short)c.Orders)], [.. customers.Select(static c => (short)c.Community)],
            [.. customers.Select(static c => (short)c.JoinedDay)], [.. customers.Select(static c => (short)c.ContactDay)],
        ];
        spend = [.. customers.Select(static c => c.Spend)];
    }

    /// <summary>Reads, and writes nothing.</summary>
    internal double Read()
    {
        Vector<double> sum = Vector<double>.Zero;
        for (int i = 0; i <= spend.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            sum += new Vector<double>(spend, i);
        }

        Vector<short> bits = Vector<short>.Zero;
        foreach (short[] column in whole)
        {
            for (int i = 0; i <= column.Length - Vector<short>.Count; i += Vector<short>.Count)
            {
                bits ^= new Vector<short>(column, i);
            }
        }

        return Vector.Sum(sum) + bits[0];
    }

    /// <summary>Reads, and writes a word for each segment and each 64 rows.</summary>
    internal ulong ReadAndWrite()
    {
        for (int word = 0; word < bitmaps.Length / TwentySegments.Count; word++)
        {
            int first = word * RowsAWord;
            Vector<double> sum = Vector<double>.Zero;
            for (int i = 0; i < RowsAWord; i += Vector<double>.Count)
            {
                sum += new Vector<double>(spend, first + i);
            }

            Vector<short> bits = Vector<short>.Zero;
            foreach (short[] column in whole)
            {
                for (int i = 0; i < RowsAWord; i += Vector<short>.Count)
                {
                    bits ^= new Vector<short>(column, first + i);
                }
            }

            ulong found = BitConverter.DoubleToUInt64Bits(sum[0]) ^ unchecked((ulong)bits[0]);
            bitmaps.AsSpan(word * TwentySegments.Count, TwentySegments.Count).Fill(found);
        }

        return bitmaps[^1];
    }
}
