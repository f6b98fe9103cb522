using Insek.Office.Domain;
using Insek.Office.Functions.Tests.Host;

namespace Insek.Office.Functions.Tests.People;

/// <summary>People and groups as they are read from Graph, on its good days.</summary>
public sealed class GraphDirectoryTests(TestOffice office)
{
    private static readonly string[] _assemblies = ["Insek.Office.Domain.dll", "Microsoft.Graph.dll"];

    [Fact]
    public async Task Members_are_read_through_nested_groups_and_over_all_pages_with_guests_marked_and_disabled_accounts_left_out()
    {
        await using var tenant = await GraphTenant.StartAsync(office);
        tenant.Graph.PageSize = 2;
        tenant.Graph.Person("Gerd", guest: true);
        tenant.Graph.Person("Ulla", enabled: false);
        tenant.Graph.Person("Tom", department: "Tiefbauamt");
        tenant.Graph.Group("Innen", ["Tom", "Gerd"]);
        tenant.Graph.Group("Mitte", ["Bert", "Ulla"], groups: ["Innen"]);
        tenant.Graph.Group("AG Verkehr", ["Anna", "Bert"], owners: ["Anna"], groups: ["Mitte"]);

        var directory = await GraphTenant.ReadAsync(tenant.Process());

        Assert.Equal(["Anna", "Bert", "Gerd", "Tom"], GraphTenant.Names(directory));
        Assert.Equal(["Gerd"], directory.Find(new GroupId("ag-verkehr"))!.Members.Select(id => directory.Find(id)!).Where(member => member.IsGuest).Select(member => member.Name));
        Assert.Equal("Tiefbauamt", directory.Find(new MemberId(LoopbackGraph.Id("Tom")))!.Office);
        Assert.Null(directory.Find(new MemberId(LoopbackGraph.Id("Ulla"))));
        Assert.Equal(tenant.Clock.Now, directory.AsOf);
        Assert.True(directory.IsAdministrator(new MemberId(LoopbackGraph.Id("Alma"))));
        Assert.False(directory.IsAdministrator(new MemberId(LoopbackGraph.Id("Anna"))));
    }

    [Fact]
    public async Task Graph_is_asked_for_the_fewest_fields_in_batches_of_reads_with_the_application_s_token()
    {
        await using var tenant = await GraphTenant.StartAsync(office);

        await GraphTenant.ReadAsync(tenant.Process());

        var id = LoopbackGraph.Id("AG Verkehr");
        var batch = Assert.Single(tenant.Graph.Calls, call => call.Path == "/$batch");
        Assert.Equal(9, tenant.Graph.Count(call => call.IsBatched && call.Method == "GET"));
        Assert.Contains(tenant.Graph.Calls, call => call.Path == $"/groups/{id}?$select=id,displayName");
        Assert.Contains(tenant.Graph.Calls, call => call.Path == $"/groups/{id}/transitiveMembers?$select=id,displayName,userType,department,accountEnabled&$top=999");
        Assert.Contains(tenant.Graph.Calls, call => call.Path == $"/groups/{id}/owners?$select=id,displayName,userType,department,accountEnabled&$top=999");
        Assert.Contains(tenant.Graph.Calls, call => call.Path == "/groups/delta?$select=displayName,members&$deltatoken=latest");
        Assert.Contains(tenant.Graph.Calls, call => call.Path == "/users/delta?$select=displayName,userType,department,accountEnabled&$deltatoken=latest");
        Assert.All(tenant.Graph.Calls, call => Assert.Equal("Bearer of-the-application", call.Authorization));
        Assert.DoesNotContain("photo", batch.Body, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Many_groups_are_read_in_batches_of_twenty()
    {
        await using var tenant = await GraphTenant.StartAsync(office);
        var groups = Enumerable.Range(1, 30).Select(number => $"AG {number}").ToArray();
        foreach (var group in groups)
        {
            tenant.Graph.Group(group, [$"Mitglied {group}"]);
        }

        tenant.Map([], [.. groups.Select((group, index) => GraphTenant.Entry($"ag-{index}", group, "WorkingGroup", []))]);
        var directory = await GraphTenant.ReadAsync(tenant.Process());

        Assert.Equal(5, tenant.Graph.Count(call => call.Path == "/$batch"));
        Assert.All(directory.Groups, group => Assert.Single(group.Members));
    }

    [Fact]
    public async Task The_only_owner_who_is_a_member_leads_the_group_unless_the_mapping_names_somebody()
    {
        await using var tenant = await GraphTenant.StartAsync(office);
        tenant.Graph.Group("AG Umwelt", ["Uwe"], owners: ["Informatik", "Uwe"]);
        tenant.Graph.Group("AG Sport", ["Uwe"], owners: ["Informatik"]);
        tenant.Map(
            [],
            GraphTenant.Entry("ag-verkehr", "AG Verkehr", "WorkingGroup", []),
            GraphTenant.Entry("ag-umwelt", "AG Umwelt", "WorkingGroup", []),
            GraphTenant.Entry("ag-sport", "AG Sport", "WorkingGroup", []),
            GraphTenant.Entry("steuer", "Steuergruppe", "SteeringGroup", []),
            GraphTenant.Entry("ag-zwei", "Steuergruppe", "WorkingGroup", [], chair: "Sabine"));

        var directory = await GraphTenant.ReadAsync(tenant.Process());

        string? Chair(string group) => directory.Find(new GroupId(group))!.Chair is { } chair ? directory.NameOf(chair) : null;
        Assert.Equal(("Anna", "Uwe", null, null, "Sabine"), (Chair("ag-verkehr"), Chair("ag-umwelt"), Chair("ag-sport"), Chair("steuer"), Chair("ag-zwei")));
    }

    [Fact]
    public async Task Within_its_age_the_directory_is_read_once_and_by_many_at_once_as_well()
    {
        await using var tenant = await GraphTenant.StartAsync(office);
        var process = tenant.Process();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => GraphTenant.ReadAsync(process)));
        tenant.Clock.Advance(TimeSpan.FromMinutes(4.9));
        await GraphTenant.ReadAsync(process);

        Assert.Equal(1, tenant.Graph.Count(call => call.Path == "/$batch"));
    }

    [Fact]
    public async Task What_has_changed_is_asked_for_and_only_the_groups_it_touches_are_read_again()
    {
        await using var tenant = await GraphTenant.StartAsync(office);
        tenant.Graph.Group("Innen", ["Tom"]);
        tenant.Graph.Group("AG Verkehr", ["Anna", "Bert"], owners: ["Anna"], groups: ["Innen"]);
        var process = tenant.Process();
        await GraphTenant.ReadAsync(process);

        tenant.Graph.Calls.Clear();
        tenant.Clock.Advance(TimeSpan.FromMinutes(6));
        var same = await GraphTenant.ReadAsync(process);
        var (unchanged, asked) = (tenant.Graph.Count(call => call.Path.Contains("transitiveMembers", StringComparison.Ordinal)), tenant.Graph.Count(call => !call.IsBatched));

        tenant.Graph.PageSize = 1;
        tenant.Graph.Group("Fremd", ["Niemand"]);
        tenant.Graph.Group("Innen", ["Tom", "Tina"]);
        tenant.Clock.Advance(TimeSpan.FromMinutes(6));
        var joined = await GraphTenant.ReadAsync(process);
        tenant.Graph.Person("Bert", enabled: false);
        tenant.Clock.Advance(TimeSpan.FromMinutes(6));
        var left = await GraphTenant.ReadAsync(process);
        tenant.Graph.Person("Bert", department: "Bauamt");
        tenant.Clock.Advance(TimeSpan.FromMinutes(6));
        var back = await GraphTenant.ReadAsync(process);

        Assert.Equal((0, 3), (unchanged, asked));
        Assert.Equal(["Anna", "Bert", "Tom"], GraphTenant.Names(same));
        Assert.Equal(["Anna", "Bert", "Tina", "Tom"], GraphTenant.Names(joined));
        Assert.Equal(["Anna", "Tina", "Tom"], GraphTenant.Names(left));
        Assert.Equal(["Anna", "Bert", "Tina", "Tom"], GraphTenant.Names(back));
        Assert.Equal("Bauamt", back.Find(new MemberId(LoopbackGraph.Id("Bert")))!.Office);
        Assert.DoesNotContain(tenant.Graph.Calls, call => call.Path.StartsWith($"/groups/{LoopbackGraph.Id("Steuergruppe")}/transitiveMembers", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_process_takes_what_one_has_just_read_and_a_change_of_owners_is_seen_by_the_next_reading()
    {
        await using var tenant = await GraphTenant.StartAsync(office);
        await GraphTenant.ReadAsync(tenant.Process());
        tenant.Graph.Calls.Clear();

        var second = tenant.Process();
        var taken = await GraphTenant.ReadAsync(second);
        var asked = tenant.Graph.Calls.Count;
        tenant.Graph.Group("AG Verkehr", ["Anna", "Bert"], owners: ["Bert"]);
        tenant.Clock.Advance(TimeSpan.FromMinutes(6));
        var changed = await GraphTenant.ReadAsync(second);

        Assert.Equal(0, asked);
        Assert.Equal(["Anna", "Bert"], GraphTenant.Names(taken));
        Assert.Equal(LoopbackGraph.Id("Bert"), changed.Find(new GroupId("ag-verkehr"))!.Chair?.Value);
    }

    [Fact]
    public async Task A_group_that_is_gone_stays_with_nobody_in_it()
    {
        await using var tenant = await GraphTenant.StartAsync(office);
        var process = tenant.Process();
        await GraphTenant.ReadAsync(process);

        tenant.Graph.Remove("AG Verkehr");
        tenant.Clock.Advance(TimeSpan.FromMinutes(6));
        var directory = await GraphTenant.ReadAsync(process);

        Assert.Equal((0, null), (directory.Find(new GroupId("ag-verkehr"))!.Members.Count, directory.Find(new GroupId("ag-verkehr"))!.Chair));
        Assert.Equal(["Sabine", "Stefan"], GraphTenant.Names(directory, "steuer"));
    }

    [Fact]
    public async Task The_published_functions_read_graph_with_their_managed_identity()
    {
        await using var tenant = await GraphTenant.StartAsync(office);
        await using var functions = await tenant.PublishedAsync();
        var (before, loaded) = (tenant.Graph.Calls.Count, functions.LoadedOf(_assemblies));

        var groups = await new OfficeClient(functions.Client, office.Tokens.Issue("Administrator")).GetAsync("/api/me");

        // The SDK is large: who starts without it, and who has people in a file, never loads it.
        Assert.Equal((0, "Insek.Office.Domain.dll"), (before, loaded ?? "Insek.Office.Domain.dll"));
        Assert.Equal("Insek.Office.Domain.dll", office.Functions.LoadedOf(_assemblies) ?? "Insek.Office.Domain.dll");
        Assert.Equal("Insek.Office.Domain.dll Microsoft.Graph.dll", functions.LoadedOf(_assemblies) ?? "Insek.Office.Domain.dll Microsoft.Graph.dll");
        Assert.True(groups.Status == 200, groups.Text + functions.Output);
        Assert.All(tenant.Graph.Calls, call => Assert.Equal("Bearer of-the-managed-identity", call.Authorization));
        Assert.Contains(tenant.Graph.Calls, call => call.Path == "/$batch");
    }
}
