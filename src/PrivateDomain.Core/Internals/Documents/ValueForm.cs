using System.Text.Json;
using System.Text.Json.Nodes;

namespace PrivateDomain.Core.Internals.Documents;

/// <summary>How values of a kind are read, written, checked and shown: what a figure of that kind has in common with all others.</summary>
internal abstract class ValueForm<T>
    where T : notnull
{
    /// <summary>What the value must be, for tables and mistakes.</summary>
    internal abstract Bilingual Range { get; }

    /// <summary>What the value counts; empty when nothing.</summary>
    internal virtual Bilingual Unit => Internals.Documents.Unit.None;

    /// <summary>Whether a schema of the document sees a value that is out of range.</summary>
    internal virtual bool IsRangeInSchema => true;

    /// <summary>Reads the value the reader stands on; what cannot be read is told and passed over.</summary>
    internal abstract bool TryRead(ref OptionsReader reader, out T value);

    /// <summary>Writes the value.</summary>
    /// <exception cref="JsonException">It has no form that would be read again.</exception>
    internal abstract void Write(Utf8JsonWriter writer, T value);

    /// <summary>The keywords by which a JSON schema describes the value.</summary>
    internal abstract JsonObject Schema();

    /// <summary>The value as mistakes and tables show it.</summary>
    internal abstract ReasonValue Show(T value);

    /// <summary>What is wrong with the value by itself; null when it is fine.</summary>
    internal virtual Reason? Wrong(T value) => null;

    /// <summary>The value with what it counts, as a sentence says it.</summary>
    internal virtual Bilingual Say(T value) => Internals.Documents.Unit.Say(Show(value), Unit);
}
