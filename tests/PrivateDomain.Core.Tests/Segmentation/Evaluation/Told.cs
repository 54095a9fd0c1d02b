namespace PrivateDomain.Core.Tests.Segmentation.Evaluation;

/// <summary>Keeps what a run told of its progress, and does something each time.</summary>
internal sealed class Told(Action<int> then) : IProgress<int>
{
    internal List<int> Rows { get; } = [];

    public void Report(int value)
    {
        Rows.Add(value);
        then(value);
    }
}
