using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Research;

/// <summary>What research is needed before customers are grouped (调研要求).</summary>
/// <remarks>Equality is that of all members. They are not checked: <see cref="ResearchPolicy"/> does.</remarks>
[JsonConverter(typeof(OptionsJsonConverter<ResearchOptions>))]
public sealed record ResearchOptions : IPolicyOptions<ResearchOptions>
{
    /// <summary>How many the broad survey must ask; 1 or more. 100, the library's own figure.</summary>
    public int SurveyedMin { get; init; } = 100;

    /// <summary>How many must be asked by telephone; 1 or more. 10, the library's own figure.</summary>
    public int TelephonedMin { get; init; } = 10;

    /// <summary>How many must be asked face to face; 1 or more. 5, the library's own figure.</summary>
    public int MetMin { get; init; } = 5;

    static Description<ResearchOptions> IPolicyOptions<ResearchOptions>.Description { get; } = new(
        new("research policy", "调研要求"), static () => new(),
        For<ResearchOptions>.Whole(
            static o => o.SurveyedMin, static (o, v) => o with { SurveyedMin = v }, new("least surveyed", "最少问卷人数"),
            1, int.MaxValue, Unit.People, Source.Own),
        For<ResearchOptions>.Whole(
            static o => o.TelephonedMin, static (o, v) => o with { TelephonedMin = v }, new("least telephoned", "最少电话访谈人数"),
            1, int.MaxValue, Unit.People, Source.Own),
        For<ResearchOptions>.Whole(
            static o => o.MetMin, static (o, v) => o with { MetMin = v }, new("least met", "最少面谈人数"),
            1, int.MaxValue, Unit.People, Source.Own));
}
