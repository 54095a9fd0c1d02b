using System.Collections.Immutable;
using NodaTime;

namespace PrivateDomain.Core.Segmentation.Thresholds;

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
        ImmutableArray<int> roots, ImmutableArray<int> possible)
    {
        Today = today;
        Inputs = inputs;
        Nodes = nodes;
        Roots = roots;
        Possible = possible;
        InputBits = inputs.Sum(static input => input.BitCount);
    }

    /// <summary>The date for which relative dates were made constant.</summary>
    internal LocalDate Today { get; }

    /// <summary>The distinct facts.</summary>
    internal ImmutableArray<LoweredInput> Inputs { get; }

    /// <summary>How many bits the inputs have together; node i is bit InputBits + i.</summary>
    internal int InputBits { get; }

    /// <summary>How many bits there are in all.</summary>
    internal int Bits => InputBits + Nodes.Length;

    /// <summary>The distinct nodes; a node's inputs are bits of facts or of nodes before it.</summary>
    internal ImmutableArray<LoweredNode> Nodes { get; }

    /// <summary>The literal of each segment, in the order of the set; <see cref="True"/> and <see cref="False"/> appear only
    /// here.</summary>
    internal ImmutableArray<int> Roots { get; }

    /// <summary>The literal of that each segment possibly holds; empty in the form for customers without folded facts, where
    /// <see cref="Roots"/> say it all.</summary>
    internal ImmutableArray<int> Possible { get; }
}
