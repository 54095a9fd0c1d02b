namespace PrivateDomain.Core.Segmentation;

/// <summary>What was found for a fact of one customer: a value, nothing, or only that the history that would tell was folded
/// away.</summary>
/// <remarks>The default value is absent.</remarks>
internal readonly struct FactReading<T>
{
    private readonly T? value;
    private readonly State state;

    private FactReading(T? value, State state)
    {
        this.value = value;
        this.state = state;
    }

    private enum State : byte
    {
        Absent = 0,
        Known,
        Folded,
    }

    /// <summary>The fact is not known.</summary>
    internal static FactReading<T> Absent => default;

    /// <summary>It cannot be said any more: events that it needs one by one were folded into totals.</summary>
    internal static FactReading<T> Folded => new(default, State.Folded);

    internal bool IsKnown => state == State.Known;

    internal bool IsFolded => state == State.Folded;

    /// <summary>The value; the default of its type where there is none.</summary>
    internal T? Value => value;

    /// <summary>A known value.</summary>
    internal static FactReading<T> Of(T value) => new(value, State.Known);

    /// <summary>The same state, with the value changed.</summary>
    internal FactReading<TResult> Select<TResult>(Func<T, TResult> selector) => state switch
    {
        State.Known => FactReading<TResult>.Of(selector(value!)),
        State.Folded => FactReading<TResult>.Folded,
        _ => default,
    };
}
