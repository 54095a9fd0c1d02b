using System.Numerics;
using System.Runtime.Intrinsics;

namespace PrivateDomain.Core.Segmentation.Evaluation;

/// <summary>What a column is asked, at every width.</summary>
internal interface IComparison
{
    static abstract bool Holds<T>(T value, T limit)
        where T : IComparisonOperators<T, T, bool>;

    static abstract Vector512<T> Of<T>(Vector512<T> values, Vector512<T> limit);

    static abstract Vector256<T> Of<T>(Vector256<T> values, Vector256<T> limit);

    static abstract Vector128<T> Of<T>(Vector128<T> values, Vector128<T> limit);
}
