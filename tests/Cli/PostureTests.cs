using System.Text.Json;
using Parley.Control.Observations;
using Parley.Lines.Notices;
using static Parley.Cli.Tests.ObservationSamples;

namespace Parley.Cli.Tests;

/// <summary>How a party stands, on the command line, against a station that answers as the test says.</summary>
public sealed class PostureTests
{
    private static readonly PostureBoardView Board = new(
        "boreal", At(60), At(-1440), true,
        [
            new("hot", NoticeRef, "O12-3f0a", "Launch\u001b[2J", NoticeEffect.Announces, At(-120), At(-30), At(30), true),
            new("hot", "boreal/3f/ordinary/2", "O2-3f0a", "Amber", null, At(-9000), null, null, false),
        ],
        List, [Told, Untold], ["Launch O12-3f0a was announced."], ["hot: notices before X were not read.", "polar: cannot be read here."]);

    [Fact]
    public async Task A_board_has_its_sections_and_what_is_new_is_marked()
    {
        await using var station = await Station(Board);
        using var session = Session.Signed();
        var run = await session.Parley("explain", "posture", station.Address, "boreal");
        Assert.Equal((ExitCode.Done, new ShowPosture("boreal")), (run.Code, Assert.Single(station.Asked)));
        Assert.DoesNotContain(run.Out, c => char.IsControl(c) && c != '\n');
        string[] inOrder =
        [
            "boreal, 2026-11-26 05:00:00Z; new is what came since 2026-11-25 04:00:00Z, when we last talked\n",
            "DECLARED\n    NEW  O12-3f0a on hot, 2026-11-26 02:00:00Z: Launch[U+001B][2J, announces, 2026-11-26 03:30:00Z to 2026-11-26 04:30:00Z  ref",
            "\n    O2-3f0a on hot, 2026-11-19 22:00:00Z: Amber  ref", "\nSEEN, beside a notice in question\n    9  2026-11-26",
            "        Consistent with O12-3f0a.\n",
            "    LEFT OUT: 4 older ones",
            "    all in all: 2 unexplained", "    announced and not seen: ", "\nUNEXPLAINED\n    NEW  12  2026-11-26", "        UNEXPLAINED, ASK NOW", "    NEW  13  2026-11-26",
            "\nOURS\n    told of\n        O12-3f2a  Quiet Harbour", "    NOT TOLD OF\n        plan 3  Two[U+0007] flights", "\nREACTIONS\n    13  2026-11-26",
            "        REACTION: It may be a reaction", "            ours: plan 3", "            2. Do nothing, and record that it was chosen.\n",
            "\nCHANGED SINCE WE LAST TALKED, 2026-11-25 04:00:00Z\n    Launch O12-3f0a was announced.\n",
            "\nNOT READ\n    hot: notices before X were not read.\n    polar: cannot be read here.\n",
        ];
        Assert.All(inOrder, w => Assert.Contains(w, run.Out));
        Assert.Equal(inOrder.Select(w => run.Out.IndexOf(w, StringComparison.Ordinal)).Order(), inOrder.Select(w => run.Out.IndexOf(w, StringComparison.Ordinal)));
        Assert.DoesNotMatch("(?i)\\b(safe|attack|trust)", run.Out);
    }

    [Fact]
    public async Task With_a_party_that_never_talked_nothing_is_new_and_what_is_empty_says_so()
    {
        var nothing = List with { Seen = [], LeftOut = 0, Counts = [], Trends = [], Unseen = [], NotRead = [] };
        await using var station = await Station(Board with { Since = null, IsContact = false, Declared = [], Observed = nothing, Ours = [], Changes = [], NotRead = [] });
        using var session = Session.Signed();
        var run = await session.Parley("explain", "posture", station.Address, "boreal", "--since", "2026-11-20");
        Assert.Equal(new ShowPosture("boreal", "2026-11-20"), Assert.Single(station.Asked));
        Assert.Equal(
            """
            boreal, 2026-11-26 05:00:00Z; we never talked with it, so nothing is marked as new
            DECLARED
                nothing that stands
            SEEN, beside a notice in question
                nothing that was entered
            UNEXPLAINED
                nothing that was entered
            OURS
                told of
                    nothing
                NOT TOLD OF
                    nothing
            REACTIONS
                none is seen
            CHANGED
                nothing to compare with
            NOT READ
                all was read

            """.ReplaceLineEndings("\n"),
            run.Out);
    }

    [Fact]
    public async Task For_programs_it_is_the_answer_itself_and_the_words_on_our_own_posture_are_another_command()
    {
        await using var station = await Station(Board);
        using var session = Session.Signed();
        using var json = JsonDocument.Parse((await session.Parley("explain", "posture", station.Address, "boreal", "--json")).Out);
        Assert.Equal((2, true), (json.RootElement.GetProperty("declared").GetArrayLength(), json.RootElement.GetProperty("isContact").GetBoolean()));
        Assert.Equal(ExitCode.Usage, (await session.Parley("explain", "posture", station.Address)).Code);
        Assert.Contains("not aimed at them", (await session.Parley("posture", "--help")).Out);
    }

    private static async Task<ScriptedStation> Station(PostureBoardView board)
    {
        var station = await ScriptedStation.Start();
        station.On<ShowPosture>(_ => board);
        return station;
    }
}
