using System.Buffers;

namespace PrivateDomain.Core.Tests.Walking;

/// <summary>Bytes in pieces, as a pipe or a socket hands them out: a name or a number may begin in one and end in the next.</summary>
internal sealed class Pieces : ReadOnlySequenceSegment<byte>
{
    private Pieces(ReadOnlyMemory<byte> memory, Pieces? before)
    {
        Memory = memory;
        if (before is not null)
        {
            RunningIndex = before.RunningIndex + before.Memory.Length;
            before.Next = this;
        }
    }

    internal static ReadOnlySequence<byte> Of(byte[] bytes, int size)
    {
        Pieces first = new(bytes.AsMemory(0, Math.Min(size, bytes.Length)), null);
        Pieces last = first;
        for (int at = size; at < bytes.Length; at += size)
        {
            last = new Pieces(bytes.AsMemory(at, Math.Min(size, bytes.Length - at)), last);
        }

        return new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
    }
}
