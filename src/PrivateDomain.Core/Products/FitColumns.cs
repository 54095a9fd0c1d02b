namespace PrivateDomain.Core.Products;

/// <summary>Pinned columns of products, a row a product. Whoever made it has checked the lengths and that outputs share memory with
/// nothing.</summary>
internal readonly unsafe struct FitColumns(float* ticket, float* repurchase, float* loyalty, float* brandPower, float* scores, byte* grades)
{
    internal float* Ticket { get; } = ticket;

    internal float* Repurchase { get; } = repurchase;

    internal float* Loyalty { get; } = loyalty;

    internal float* BrandPower { get; } = brandPower;

    internal float* Scores { get; } = scores;

    internal byte* Grades { get; } = grades;

    /// <summary>Scores rows with the specification: what is left over at the ends of vectors, and everything without intrinsics.</summary>
    internal void ScoreRows(FitTable table, nint from, nint to)
    {
        for (nint row = from; row < to; row++)
        {
            Scores[row] = FitKernel.ScoreOne(
                table, new FitRow(Ticket[row], Repurchase[row], Loyalty[row], BrandPower[row]), out _, out FitGrade grade);
            Grades[row] = (byte)grade;
        }
    }
}
