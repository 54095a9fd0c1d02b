using System.Collections.Immutable;
using System.Text.Json;

namespace PrivateDomain.Core.Segmentation.Forms;

/// <summary>What stood in a file.</summary>
internal readonly record struct RuleFile(SegmentRule? Rule, ImmutableArray<Segment> Segments, bool IsExclusive)
{
    internal static RuleFile None => new(null, [], IsExclusive: false);

    /// <summary>Reads a file.</summary>
    /// <param name="schema">The facts that rules may use.</param>
    /// <param name="utf8">The file, with or without a byte order mark.</param>
    /// <param name="member">What stands beside the version: a rule, a segment or segments.</param>
    /// <param name="errors">The mistakes in the order of their places; empty exactly when the file is right.</param>
    internal static RuleFile Read(FactSchema schema, ReadOnlySpan<byte> utf8, string member, out ImmutableArray<Mistake> errors)
    {
        utf8 = JsonPlaces.WithoutMark(utf8);
        var input = new RuleInput(Guard.Against.Null(schema));
        RuleFile file = Read(input, utf8, member, [], isNamed: false);
        if (!input.IsClean)
        {
            input = new RuleInput(schema);
            Read(input, utf8, member, [], isNamed: true); // once more, for the paths
        }

        errors = JsonPlaces.ToMistakes(utf8, [.. input.Errors]);
        return errors.IsEmpty ? file : RuleFile.None;
    }

    private static RuleFile Read(
        RuleInput input, ReadOnlySpan<byte> utf8, string member, Dictionary<string, long> wanted, bool isNamed)
    {
        if (utf8.Length > SegmentJson.InputBytesMax)
        {
            input.Wrong(0, "$", RuleInputReasons.TooLong.With(utf8.Length, SegmentJson.InputBytesMax));
            return RuleFile.None;
        }

        var reader = new RuleJsonReader(input, utf8, wanted, isNamed);
        try
        {
            return reader.ReadFile(member);
        }
        catch (JsonException exception)
        {
            input.Wrong(
                JsonPlaces.Of(exception, utf8), reader.Path, RuleInputReasons.NotJson.With(RuleInput.Shown(exception.Message)));
            return RuleFile.None;
        }
    }

    /// <summary>What is wrong with segments as a set is found after reading; their places are looked up in a second reading.</summary>
    internal static ImmutableArray<Mistake> PlacesOf(FactSchema schema, ReadOnlySpan<byte> utf8, ImmutableArray<Mistake> mistakes)
    {
        utf8 = JsonPlaces.WithoutMark(utf8);
        (string Path, Reason Reason)[] found = [.. mistakes.Take(RuleInput.ErrorsMax).Select(static x => (InFile(x.Place), x.Reason))];
        var wanted = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach ((string path, _) in found)
        {
            wanted[path] = 0;
        }

        Read(new RuleInput(schema), utf8, "segments", wanted, isNamed: true);
        return JsonPlaces.ToMistakes(utf8, [.. found.Select(x => (wanted[x.Path], x.Path, x.Reason)).OrderBy(static x => x.Item1)]);
    }

    // segments[2].all[0] is $.segments[2].rule.all[0] in the file.
    private static string InFile(string path)
    {
        int dot = path.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 ? "$." + path : $"$.{path[..dot]}.rule{path[dot..]}";
    }
}
