using PrivateDomain.Core;

namespace PrivateDomain.Hosting.Internals;

/// <summary>Tells mistakes in the words of where the rules are kept.</summary>
internal static class MistakePlaces
{
    /// <summary>The mistake at another place, with the line and column it had.</summary>
    internal static Mistake Placed(this Mistake mistake, string place) => new(place, mistake.Reason, mistake.Line, mistake.Column);

    /// <summary>The mistake of a document that was written from a section, at the section's key: <c>$.outreach.caps[0].max</c> is
    /// <c>Shop:outreach:caps:0:max</c>. A line tells nothing there.</summary>
    internal static Mistake InSection(this Mistake mistake, string section)
    {
        string path = mistake.Place.StartsWith('$') ? mistake.Place[1..] : $".{mistake.Place}";
        string key = path.Replace("].", ":", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal)
            .Replace('[', ':').Replace('.', ':');
        return new Mistake((section + key).TrimEnd(':'), mistake.Reason);
    }
}
