using NodaTime;

namespace PrivateDomain.Core.Internals.Documents;

/// <summary>What a document of options is read with, and the mistakes found in it.</summary>
internal class OptionsInput
{
    /// <summary>How many mistakes are told at the most.</summary>
    internal const int MistakesMax = 100;

    private readonly List<Misread> found = [];

    /// <summary>How deep the document may nest.</summary>
    internal virtual int DepthMax => 64;

    /// <summary>How long the document may be, in bytes: 64 MiB.</summary>
    internal virtual int BytesMax => 64 * 1024 * 1024;

    /// <summary>The zones that a document may name; null where it names none.</summary>
    internal virtual IDateTimeZoneProvider? Zones => null;

    /// <summary>Whether nothing more is told.</summary>
    internal bool IsFull => found.Count >= MistakesMax;

    /// <summary>The mistakes, in the order in which they were found.</summary>
    internal IReadOnlyList<Misread> Found => found;

    /// <summary>The mistakes whose bytes are looked up at the end.</summary>
    internal List<FoundMistake> Later { get; } = [];

    internal void Wrong(Misread mistake)
    {
        if (!IsFull)
        {
            found.Add(mistake);
        }
    }
}

/// <summary>A mistake at a byte of a document; whether a schema sees it too.</summary>
internal readonly record struct Misread(long Place, string Path, Reason Reason, bool IsOfForm);
