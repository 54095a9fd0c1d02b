namespace PrivateDomain.Core.Segmentation.Evaluation;

/// <summary>Tells how many rows are done: one report after the other, so that none goes backwards.</summary>
internal sealed class RowProgress(IProgress<int>? progress)
{
    private readonly Lock reporting = new();
    private int done;

    internal void Add(int rows)
    {
        if (progress is not null)
        {
            lock (reporting)
            {
                done += rows;
                progress.Report(done);
            }
        }
    }
}
