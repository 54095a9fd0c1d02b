using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using PrivateDomain.Core.Outreach;

namespace PrivateDomain.Hosting.Tests;

public sealed class SampleTests
{
    [Fact]
    public async Task TheWebApi_Answers_TakesOtherRules_AndRefusesWrongOnes()
    {
        using SampleProgram sample = SampleProgram.Start("WebShop", "--urls", "http://127.0.0.1:0");
        string line = await sample.LineWith("Now listening on:");
        using var client = new HttpClient { BaseAddress = new Uri(line[line.IndexOf("http://", StringComparison.Ordinal)..]) };
        Assert.Equal(["north", "overseas"], (await client.GetFromJsonAsync<string[]>("/shops"))!);

        var question = new { kind = "Promotion", stage = "Acquaintance", linkedDays = 1 };
        using HttpResponseMessage answer = await client.PostAsJsonAsync("/shops/north/touch", question);
        string text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        OutreachDecision decision = JsonSerializer.Deserialize<OutreachDecision>(text);
        Assert.Equal(OutreachOutcome.Denied, decision.Outcome);
        Assert.NotEmpty(decision.Reasons);
        using HttpResponseMessage unknown = await client.PostAsJsonAsync("/shops/nowhere/touch", question);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);

        Assert.Equal(HttpStatusCode.NoContent, await Put(client, "west", Documents.WithMembersMin(51)));
        using JsonDocument rules = JsonDocument.Parse(await client.GetStringAsync("/shops/west/rules"));
        Assert.Equal(51, rules.RootElement.GetProperty("groupHealth").GetProperty("membersMin").GetInt32());
        Assert.Equal("Healthy", await client.GetStringAsync("/health"));

        Assert.Equal(HttpStatusCode.BadRequest, await Put(client, "west", Documents.WithMembersMin(-1)));
        Assert.Equal("Degraded", await client.GetStringAsync("/health"));
        Assert.Equal(["north", "overseas", "west"], (await client.GetFromJsonAsync<string[]>("/shops"))!);
    }

    [Fact]
    public async Task TheWebApi_WithWrongRules_DoesNotStart()
    {
        using SampleProgram sample = SampleProgram.Start(
            "WebShop", "--urls", "http://127.0.0.1:0", "--Shops:north:zone=Mars", "--Shops:north:groupHealth:membersMin=0");
        await sample.LineWith("Shops:north:groupHealth:membersMin");
        Assert.NotEqual(0, await sample.ExitCode());
    }

    [Fact]
    public async Task TheWorker_TakesWhatTheStoreSays_WhileItRuns()
    {
        string store = Directory.CreateTempSubdirectory().FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(store, "north.json"), Documents.WithMembersMin(41));
            using SampleProgram sample = SampleProgram.Start("ShopWorker", "--store", store);
            await sample.LineWith("north: Dying (members: 41)");
            await Replace(store, "north.json", Documents.WithMembersMin(50));
            await sample.LineWith("north: Unknown (members: 50)");
            await Replace(store, "north.json", Documents.WithMembersMin(-1));
            await Replace(store, "west.json", Documents.WithMembersMin(42));
            await sample.LineWith("Shop north: a change is refused");
            await sample.LineWith("north: Unknown (members: 50)");
            await sample.LineWith("west: Dying (members: 42)");
        }
        finally
        {
            Directory.Delete(store, recursive: true);
        }
    }

    private static async Task<HttpStatusCode> Put(HttpClient client, string shop, string document)
    {
        using var content = new StringContent(document, Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = await client.PutAsync(new Uri($"/shops/{shop}/rules", UriKind.Relative), content);
        return answer.StatusCode;
    }

    // At once, as a database would.
    private static async Task Replace(string store, string name, string document)
    {
        string written = Path.Combine(store, name + ".new");
        await File.WriteAllTextAsync(written, document);
        File.Move(written, Path.Combine(store, name), overwrite: true);
    }
}
