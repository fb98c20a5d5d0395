using System.Globalization;
using Parley.Control;
using Parley.Exchange.Files;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Scenarios;
using Parley.Scenarios.Processes;

namespace Parley.Cli.Demo;

/// <summary>The page of a stage, as it is when it is asked for. It works without its script, which only brings the states up to date.</summary>
/// <param name="key">What a form must show, so that no page of anybody else can send one.</param>
internal sealed class StagePage(Scenario scenario, ILiveStage stage, string key)
{
    /// <summary>Where forms go.</summary>
    public const string PressPath = "/press";
    public const string StylePath = "/stage.css";
    public const string ScriptPath = "/stage.js";

    private const string Head =
        $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <meta name="color-scheme" content="light dark">
        <link rel="stylesheet" href="{StylePath}">
        <script src="{ScriptPath}" defer></script>

        """;

    /// <summary>The whole page.</summary>
    public string Write()
    {
        var html = Begin(scenario.Title);
        html.Raw("<p class=\"exercise\">EXERCISE</p>\n").Element("h1", scenario.Title);
        foreach (var line in scenario.About.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            html.Element("p", line);
        html.Raw("<p class=\"note\">").Text(scenario.Fictional
            ? $"{Joined(scenario.Parties.Select(Name))} are fictional, and so is everybody who speaks for them."
            : "The parties bear names from history. Nobody of theirs speaks here: the officers are scripted, and so is every word of the play.")
            .Text(" All stations run on this machine, and no word leaves it.").Raw("</p>\n");
        Advice(html);
        Parties(html);
        Circuits(html);
        return html.Raw("<footer><p>").Text("Ctrl-C in the terminal ends everything and removes it.").Raw("</p></footer>\n</body>\n</html>\n").ToString();
    }

    /// <summary>A page that says why something was not done, with the way back.</summary>
    public static string Refusal(string why) => Begin("Not done")
        .Element("h1", "Not done").Element("p", why).Raw("<p><a href=\"/\">Back to the stage</a></p>\n</body>\n</html>\n").ToString();

    /// <summary>Where on the page it is seen what a button did.</summary>
    public string AnchorOf(StageButton button) => button.Kind is StageButtonKind.Cut or StageButtonKind.Mend
        ? Anchor(stage.Circuits.Select(StageButton.NameOf).ToList().IndexOf(button.To))
        : $"station-{button.To}";

    private static Html Begin(string title) => new Html().Raw(Head).Element("title", $"{title} – stage").Raw("</head>\n<body>\n");

    private void Advice(Html html)
    {
        var (one, other) = (scenario.Parties[0], scenario.Parties[1]);
        var needsTwo = one.Officers.Count > 1 && scenario.Lines.Any(l => ReleaseRule.Parse(l.Release)?.Required(Precedence.Flash, EntryKind.Message) > 1);
        html.Raw("<h2 id=\"try\">Try this</h2>\n<ol>\n<li>")
            .Text(needsTwo
                ? $"Open the consoles of two officers of {Name(one)} beside each other. One answers the last words of {Name(other)} with a flash; " +
                    "it leaves when the other one has read and approved it."
                : $"Open a console of {Name(one)} and one of {Name(other)} beside each other. One answers the last words of the other, " +
                    "and sees when they are received.")
            .Raw("</li>\n<li>").Text(stage.Circuits.Count > 1 ? "Cut one circuit and write again: it goes another way. Then cut all" : "Cut the circuit")
            .Text($" and watch the board of {Name(one)}.")
            .Raw("</li>\n<li>").Text($"Stop the station of {Name(other)} hard, write to it, and start it again. What was lost?")
            .Raw("</li>\n</ol>\n");
    }

    private void Parties(Html html)
    {
        html.Raw("<h2>Parties</h2>\n<p class=\"note\">Each link opens a console, signed in as that officer, in a new tab.</p>\n<div class=\"parties\">\n");
        foreach (var party in scenario.Parties)
        {
            var station = stage.Stations.First(s => s.Party == party.Id);
            html.Raw("<section class=\"party\">\n").Element("h3", Name(party));
            foreach (var (language, name) in party.Names.Where(n => n.Value != Name(party)))
                html.Raw("<p class=\"note\" lang=\"").Text(language).Raw("\">").Text(name).Raw("</p>\n");
            html.Raw("<ul>\n");
            foreach (var officer in party.Officers)
            {
                html.Raw("<li><a target=\"_blank\" rel=\"noopener noreferrer\" href=\"")
                    .Text(ConsoleLink.Of(party.Id, station.Port, officer.Name, stage.Token(party.Id, officer.Name))).Raw("\">")
                    .Text(officer.Name).Raw("</a> <span class=\"note\">").Text(string.Join(", ", RolesText.NamesOf(officer.Roles))).Raw("</span></li>\n");
            }

            html.Raw("</ul>\n");
            Station(html, party, station);
            html.Raw("</section>\n");
        }

        html.Raw("</div>\n");
    }

    private void Station(Html html, ScenarioParty party, LiveStation station)
    {
        html.Raw("<div class=\"thing\" data-now id=\"station-").Text(party.Id).Raw("\"><span>Station: ")
            .Raw(station.Runs ? "<strong class=\"good\">runs</strong>" : "<strong class=\"bad\">STOPPED</strong>").Raw("</span>\n");
        if (station.Runs)
            Form(html, "stop", party.Id, "Stop hard (kill -9)", $"the station of {Name(party)}");
        else
            Form(html, "start", party.Id, "Start", $"the station of {Name(party)}");
        html.Raw("</div>\n");
    }

    private void Circuits(Html html)
    {
        html.Raw("<h2>Circuits</h2>\n<ul class=\"circuits\">\n");
        foreach (var (index, circuit) in stage.Circuits.Index())
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"circuit {circuit.Number} between {NameOf(circuit.One)} and {NameOf(circuit.Other)}");
            html.Raw($"<li class=\"thing\" data-now id=\"{Anchor(index)}\"><span>").Text(char.ToUpperInvariant(name[0]) + name[1..]).Raw(": ").Raw(circuit switch
            {
                { IsCut: true } => "<strong class=\"bad\">CUT</strong>",
                { IsOpen: true } => "<strong class=\"good\">open</strong>",
                _ => "<strong>not open now</strong>",
            }).Raw("</span>\n");
            Form(html, circuit.IsCut ? "mend" : "cut", StageButton.NameOf(circuit), circuit.IsCut ? "Mend" : "Cut", name);
            html.Raw("</li>\n");
        }

        html.Raw("</ul>\n");
    }

    private void Form(Html html, string kind, string to, string words, string about) => html
        .Raw($"<form method=\"post\" action=\"{PressPath}\"><input type=\"hidden\" name=\"key\" value=\"").Text(key)
        .Raw($"\"><input type=\"hidden\" name=\"kind\" value=\"{kind}\"><input type=\"hidden\" name=\"to\" value=\"").Text(to)
        .Raw($"\"><button>{words}<span class=\"unseen\"> ").Text(about).Raw("</span></button></form>\n");

    private static string Anchor(int index) => string.Create(CultureInfo.InvariantCulture, $"circuit-{index + 1}");

    private string NameOf(string party) => Name(scenario.Parties.First(p => p.Id == party));

    private static string Name(ScenarioParty party) => party.Names.GetValueOrDefault("en") ?? party.Names.First().Value;

    private static string Joined(IEnumerable<string> names)
    {
        var all = names.ToList();
        return all.Count < 2 ? string.Join("", all) : $"{string.Join(", ", all.SkipLast(1))} and {all[^1]}";
    }
}
