namespace PrivateDomain.Core.Segmentation.Analysis;

/// <summary>Least and greatest sums over stretches of days, and the least amounts that meet them all.</summary>
/// <remarks>Sums of neighbouring stretches are differences of running totals, so the bounds are differences too: they can be met
/// exactly when
/// no circle of them asks for more than it allows (Bellman and Ford).</remarks>
internal sealed class Sums(int[] points)
{
    private readonly List<(int From, int To, double Least)> bounds = [];

    internal bool IsBroken { get; private set; }

    /// <summary>The days at which stretches begin and end, ascending.</summary>
    internal int[] Points => points;

    /// <summary>Between two days, the end excluded, the sum is at least and at most so much.</summary>
    internal void Between(int from, int end, double least, double most)
    {
        int a = Array.BinarySearch(points, Math.Max(from, points[0]));
        int b = Array.BinarySearch(points, Math.Min(end, points[^1]));
        (int start, int stop) = (a >= 0 ? a : ~a, b >= 0 ? b : ~b - 1);
        if (stop <= start)
        {
            IsBroken |= least > 0 && from >= end;
            return;
        }

        least = a >= 0 && b >= 0 ? least : 0; // a stretch that is not cut where it ends is only known from above
        bounds.Add((start, stop, least));
        if (most < double.MaxValue)
        {
            bounds.Add((stop, start, -most));
        }
    }

    /// <summary>The least amount of each stretch; null where not all bounds can be met.</summary>
    internal double[]? Least()
    {
        if (IsBroken)
        {
            return null;
        }

        double[] totals = new double[points.Length];
        for (int round = 0; round <= points.Length; round++)
        {
            bool isSettled = true;
            for (int i = 1; i < totals.Length; i++)
            {
                if (totals[i] < totals[i - 1])
                {
                    (totals[i], isSettled) = (totals[i - 1], false);
                }
            }

            foreach ((int from, int to, double least) in bounds)
            {
                if (totals[to] < totals[from] + least)
                {
                    (totals[to], isSettled) = (totals[from] + least, false);
                }
            }

            if (isSettled)
            {
                double[] amounts = new double[points.Length - 1];
                for (int i = 0; i < amounts.Length; i++)
                {
                    amounts[i] = totals[i + 1] - totals[i];
                }

                return amounts;
            }
        }

        return null;
    }
}
