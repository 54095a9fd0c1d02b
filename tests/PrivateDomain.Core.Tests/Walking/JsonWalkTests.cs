using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Tests.Walking;

/// <summary>Whatever a host puts into JsonSerializer comes back whole or is refused at once: nothing is ever lost without a word.</summary>
[Text]
public sealed class JsonWalkTests
{
    [Fact]
    public void EveryPublicValue_ComesBackFromJson_OrIsRefusedAtOnce()
    {
        Type[] types =
        [
            .. typeof(Money).Assembly.GetExportedTypes().Where(static t =>
                !t.IsEnum && !t.IsByRefLike && !t.ContainsGenericParameters && !IsMachinery(t)),
        ];
        var walker = new Walker();
        walker.Walk(types);
        int compared = 0;
        var lost = new SortedSet<string>(StringComparer.Ordinal);
        foreach (Type type in types)
        {
            foreach (object value in walker.Found(type).Where(value => value.GetType() == type))
            {
                compared += Breach(type, value, lost) ? 0 : 1;
            }
        }

        Assert.True(compared > 100, $"Only {compared} values were compared.");
        if (lost.Count > 0)
        {
            Assert.Fail(string.Join("\n", lost));
        }
    }

    [Fact]
    public void TheCheck_SeesWhatIsLost()
    {
        var lost = new SortedSet<string>(StringComparer.Ordinal);
        Assert.True(Breach(typeof(Forgetful), new Forgetful(3), lost));
        Assert.False(Breach(typeof(Faithful), new Faithful(3), lost));
        Assert.True(Breach(typeof(Changed), new Changed(3), lost));
        Assert.Equal(
            ["Changed: comes back as another value", "Forgetful: is written and cannot be read (InvalidOperationException)"], lost);
    }

    [Fact]
    public void EveryPublicType_KeepsAllItsFieldsInJson_OrIsRefused()
    {
        string[] losing = [.. JsonFates.TypesThatLose(typeof(Money).Assembly.GetExportedTypes().Where(static t => !IsMachinery(t)))];
        if (losing.Length > 0)
        {
            Assert.Fail(string.Join("\n", losing));
        }
    }

    [Fact]
    public void TheCheckOfTypes_SeesWhatLoses() =>
        Assert.Equal(
            ["Changed: hidden", "Forgetful: value", "Timed: At"],
            JsonFates.TypesThatLose([typeof(Faithful), typeof(Changed), typeof(Forgetful), typeof(Timed)]));

    // Whether a value is written but does not come back as it was.
    [SuppressMessage("Design", "CA1031", Justification = "Every refusal is fine, whatever its type.")]
    private static bool Breach(Type type, object value, SortedSet<string> lost)
    {
        string json;
        try
        {
            json = JsonSerializer.Serialize(value, type);
        }
        catch (Exception)
        {
            return false; // refused at once
        }

        try
        {
            if (value.Equals(JsonSerializer.Deserialize(json, type)))
            {
                var pieces = new Utf8JsonReader(Pieces.Of(Encoding.UTF8.GetBytes(json), 1));
                if (value.Equals(JsonSerializer.Deserialize(ref pieces, type)))
                {
                    return false;
                }
            }

            lost.Add($"{type.Name}: comes back as another value");
        }
        catch (Exception exception)
        {
            lost.Add($"{type.Name}: is written and cannot be read ({exception.GetType().Name})");
        }

        return true;
    }

    private static bool IsMachinery(Type type) =>
        type.Namespace!.EndsWith(".Internals", StringComparison.Ordinal) || typeof(Exception).IsAssignableFrom(type)
        || typeof(JsonConverter).IsAssignableFrom(type) || (type.IsAbstract && type.IsSealed);

    private sealed record Faithful(int Value);

    private sealed record Timed(NodaTime.Instant At);

    private sealed class Changed
    {
        private readonly int hidden;

        public Changed()
        {
        }

        internal Changed(int hidden) => this.hidden = hidden;

        public override bool Equals(object? obj) => obj is Changed other && other.hidden == hidden;

        public override int GetHashCode() => hidden;
    }

    private sealed class Forgetful(int value)
    {
        private readonly int value = value;

        public override bool Equals(object? obj) => obj is Forgetful other && other.value == value;

        public override int GetHashCode() => value;
    }
}
