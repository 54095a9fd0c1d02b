using System.Collections.Immutable;
using NodaTime;

namespace PrivateDomain.Core.Segmentation.Evaluation;

/// <summary>Rules in threshold form: what all evaluators run. Every leaf is one bit of one fact, and every rule is a node over
/// bits.</summary>
/// <remarks>
/// <para>Bits are numbered: first those of the inputs, then one for each node, in an order in which a node's inputs come before it.</para>
/// <para>A literal is a bit and whether it is turned round: <c>bit * 2 + 1</c> is the complement of <c>bit * 2</c>. <see cref="True"/> and
/// <see cref="False"/> are literals too.</para>
/// </remarks>
internal sealed class LoweredSegments
{
    /// <summary>The literal that always holds.</summary>
    internal const int True = -2;

    /// <summary>The literal that never holds.</summary>
    internal const int False = -1;

    internal LoweredSegments(LocalDate today, ImmutableArray<LoweredInput> inputs, ImmutableArray<LoweredNode> nodes,
        ImmutableArray<int> roots)
    {
        Today = today;
        Inputs = inputs;
        Nodes = nodes;
        Roots = roots;
        InputBits = inputs.Sum(static input => input.BitCount);
    }

    /// <summary>The date for which relative dates were made constant.</summary>
    internal LocalDate Today { get; }

    /// <summary>The distinct facts.</summary>
    internal ImmutableArray<LoweredInput> Inputs { get; }

    /// <summary>How many bits the inputs have together; node i is bit InputBits + i.</summary>
    internal int InputBits { get; }

    /// <summary>The distinct nodes; a node's inputs are bits of facts or of nodes before it.</summary>
    internal ImmutableArray<LoweredNode> Nodes { get; }

    /// <summary>The literal of each segment, in the order of the set; <see cref="True"/> and <see cref="False"/> appear only
    /// here.</summary>
    internal ImmutableArray<int> Roots { get; }
}

/// <summary>One fact with all that rules ask of it.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="FirstBit">Its first bit.</param>
/// <param name="Thresholds">Of a number, a date (days since 1970-01-01), a yes or no (1 and 0) or a level (its place): bit i is "value
/// &gt;= threshold i", ascending. Negative infinity asks
/// whether the value is known; an absent value (NaN) has no bit.</param>
/// <param name="Texts">Of a text or a set of texts: bit 0 is "known", bit 1 + i is "is or contains text i", ordinal.</param>
internal sealed record LoweredInput(Fact Fact, int FirstBit, ImmutableArray<double> Thresholds, ImmutableArray<string> Texts)
{
    /// <summary>Whether the fact is a text or a set of texts.</summary>
    internal bool IsText => Fact.Kind is FactKind.Text or FactKind.TextSet;

    /// <summary>How many bits it has.</summary>
    internal int BitCount => IsText ? Texts.Length + 1 : Thresholds.Length;
}

/// <summary>A node: at least <paramref name="Count"/> of the literals hold. With a count of all literals it is a conjunction; a disjunction
/// is the complement of one.</summary>
/// <param name="Count">How many must hold, from 1 to the number of literals.</param>
/// <param name="Inputs">The literals, ascending, no bit twice; at least one. One alone is a copy of it, so that a list of literals can
/// count it twice.</param>
internal readonly record struct LoweredNode(int Count, ImmutableArray<int> Inputs)
{
    /// <summary>Whether all literals must hold.</summary>
    internal bool IsConjunction => Count == Inputs.Length;
}
