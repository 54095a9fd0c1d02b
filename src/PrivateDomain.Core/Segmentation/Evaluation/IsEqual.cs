using System.Numerics;
using System.Runtime.Intrinsics;

namespace PrivateDomain.Core.Segmentation.Evaluation;

/// <summary>Whether values equal a limit.</summary>
internal readonly struct IsEqual : IComparison
{
    public static bool Holds<T>(T value, T limit)
        where T : IComparisonOperators<T, T, bool> => value == limit;

    public static Vector512<T> Of<T>(Vector512<T> values, Vector512<T> limit) => Vector512.Equals(values, limit);

    public static Vector256<T> Of<T>(Vector256<T> values, Vector256<T> limit) => Vector256.Equals(values, limit);

    public static Vector128<T> Of<T>(Vector128<T> values, Vector128<T> limit) => Vector128.Equals(values, limit);
}
