using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace PrivateDomain.Core.Internals.Documents;

/// <summary>Options as a JSON document: read with all mistakes, and written.</summary>
internal static class OptionsDocument
{
    internal const string SchemaMember = "$schema";
    internal const string VersionMember = "version";

    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
    private static readonly JsonWriterOptions Indented = Compact with { Indented = true, NewLine = "\n" };

    /// <summary>Reads a document.</summary>
    /// <param name="description">What the options mean.</param>
    /// <param name="utf8">The document, with or without a byte order mark.</param>
    /// <param name="input">What it is read with; takes the mistakes.</param>
    /// <param name="version">The version that it states; null where it states none.</param>
    /// <param name="isChecked">Whether the figures are checked too; without, only their form.</param>
    /// <param name="mistakes">The mistakes, in the order of their places; empty exactly when there are options.</param>
    internal static TOptions? Read<TOptions>(
        Description<TOptions> description, ReadOnlySpan<byte> utf8, OptionsInput input, int? version, bool isChecked,
        out ImmutableArray<Mistake> mistakes)
        where TOptions : class
    {
        utf8 = JsonPlaces.WithoutMark(utf8);
        TOptions? options = null;
        if (utf8.Length > input.BytesMax)
        {
            input.Wrong(new Misread(0, "$", PolicyReasons.DocumentTooLong.With(utf8.Length, input.BytesMax), IsOfForm: false));
            utf8 = [];
        }
        else if (ReadForm(description, utf8, input, version) is { } read)
        {
            options = read;
            AddMistakesOf([.. input.Later, .. isChecked ? description.Find(read).All : []], utf8, input);
        }

        mistakes = ToMistakes(utf8, input);
        return mistakes.IsEmpty ? options : null;
    }

    /// <summary>Writes a document.</summary>
    internal static byte[] Write(Action<Utf8JsonWriter> content, bool indented)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, indented ? Indented : Compact))
        {
            content(writer);
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Reads a member that is no figure.</summary>
    internal static void ReadHead(ref OptionsReader reader, string member, int? version)
    {
        if (string.Equals(member, SchemaMember, StringComparison.Ordinal))
        {
            reader.TryText(out _); // for people's editors
        }
        else if (!reader.TryWhole(out int stated) || stated != version)
        {
            reader.Wrong(PolicyReasons.OtherVersion.With(reader.Found, version!.Value));
            reader.Skip();
        }
    }

    // Null where the rest of the document cannot be understood.
    private static TOptions? ReadForm<TOptions>(
        Description<TOptions> description, ReadOnlySpan<byte> utf8, OptionsInput input, int? version)
        where TOptions : class
    {
        var reader = new OptionsReader(input, utf8);
        try
        {
            reader.Read();
            TOptions? options = description.Read(ref reader, version);
            if (!input.IsFull)
            {
                reader.Read(); // nothing may follow
            }

            return input.IsFull ? null : options;
        }
        catch (JsonException exception)
        {
            input.Wrong(new Misread(
                JsonPlaces.Of(exception, utf8), reader.Path, PolicyReasons.NotJson.With(Quoted.Of(exception.Message)), IsOfForm: true));
            return null;
        }
    }

    // A figure that could not be read has its default: what is wrong with that, or rests on it, is not told.
    private static void AddMistakesOf(IReadOnlyList<FoundMistake> found, ReadOnlySpan<byte> utf8, OptionsInput input)
    {
        string[] misread = [.. input.Found.Select(static mistake => mistake.Path)];
        FoundMistake[] told =
        [
            .. found.Where(mistake => !Array.Exists(misread, path =>
                Touches(path, PathOf(mistake.Mistake.Place)) || (mistake.Other.Length > 0 && Touches(path, PathOf(mistake.Other)))))
                .Take(OptionsInput.MistakesMax),
        ];
        if (told.Length == 0)
        {
            return;
        }

        string[] paths = [.. told.Select(static mistake => PathOf(mistake.Mistake.Place))];
        long[] places = JsonPlaces.Of(utf8, input.DepthMax, paths);
        for (int i = 0; i < told.Length; i++)
        {
            input.Wrong(new Misread(places[i], paths[i], told[i].Mistake.Reason, told[i].IsOfForm));
        }
    }

    private static string PathOf(string place) => place.Length == 0 ? "$" : $"$.{place}";

    // Whether one path is the other or leads to it.
    private static bool Touches(string one, string other) =>
        one.Length <= other.Length ? IsBelow(other, one) : IsBelow(one, other);

    private static bool IsBelow(string path, string above) =>
        path.StartsWith(above, StringComparison.Ordinal) && (path.Length == above.Length || path[above.Length] is '.' or '[');

    // Of a document of another version nothing else is understood.
    private static ImmutableArray<Mistake> ToMistakes(ReadOnlySpan<byte> utf8, OptionsInput input)
    {
        Misread[] told = [.. input.Found.Where(static x => x.Reason.Definition.Equals(PolicyReasons.OtherVersion))];
        return JsonPlaces.ToMistakes(
            utf8, [.. (told.Length > 0 ? told : input.Found).OrderBy(static x => x.Place).Select(static x => (x.Place, x.Path, x.Reason))]);
    }
}
