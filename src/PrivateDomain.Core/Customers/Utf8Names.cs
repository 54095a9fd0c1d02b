using System.Collections.Immutable;
using System.Numerics;
using System.Text;

namespace PrivateDomain.Core.Customers;

/// <summary>A few names that are looked up by their UTF-8 form, in one step.</summary>
internal sealed class Utf8Names
{
    private readonly byte[][] names;
    private readonly byte[] slots; // one more than the place of a name; 0 where there is none

    internal Utf8Names(params ImmutableArray<string> texts)
    {
        Texts = texts;
        names = [.. texts.Select(Encoding.UTF8.GetBytes)];
        slots = new byte[BitOperations.RoundUpToPowerOf2((uint)names.Length * 4)];
        for (int i = 0; i < names.Length; i++)
        {
            int slot = SlotOf(names[i]);
            while (slots[slot] != 0)
            {
                slot = (slot + 1) & (slots.Length - 1);
            }

            slots[slot] = checked((byte)(i + 1));
        }
    }

    /// <summary>The names, in their order.</summary>
    internal ImmutableArray<string> Texts { get; }

    /// <summary>The place of a name; −1 when it is none of them.</summary>
    internal int IndexOf(ReadOnlySpan<byte> name)
    {
        if (name.IsEmpty)
        {
            return -1;
        }

        for (int slot = SlotOf(name); slots[slot] != 0; slot = (slot + 1) & (slots.Length - 1))
        {
            int place = slots[slot] - 1;
            if (name.SequenceEqual(names[place]))
            {
                return place;
            }
        }

        return -1;
    }

    // Length, first, middle and last letter tell names apart nearly always.
    private int SlotOf(ReadOnlySpan<byte> name) =>
        ((name.Length * 5) + (name[0] * 3) + (name[name.Length / 2] * 11) + (name[^1] * 7)) & (slots.Length - 1);
}
