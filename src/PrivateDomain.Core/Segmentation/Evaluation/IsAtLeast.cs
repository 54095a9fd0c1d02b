using System.Numerics;
using System.Runtime.Intrinsics;

namespace PrivateDomain.Core.Segmentation.Evaluation;

/// <summary>Whether values are at least a limit.</summary>
internal readonly struct IsAtLeast : IComparison
{
    public static bool Holds<T>(T value, T limit)
        where T : IComparisonOperators<T, T, bool> => value >= limit;

    public static Vector512<T> Of<T>(Vector512<T> values, Vector512<T> limit) => Vector512.GreaterThanOrEqual(values, limit);

    public static Vector256<T> Of<T>(Vector256<T> values, Vector256<T> limit) => Vector256.GreaterThanOrEqual(values, limit);

    public static Vector128<T> Of<T>(Vector128<T> values, Vector128<T> limit) => Vector128.GreaterThanOrEqual(values, limit);
}
