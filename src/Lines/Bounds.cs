namespace Parley.Lines;

/// <summary>Every bound of this project, with its unit. A record beyond one of them is refused whole.</summary>
public static class Bounds
{
    /// <summary>Characters of a party id, of an officer's name, of a line's name.</summary>
    public const int PartyIdLength = 32, OfficerNameLength = 64, LineNameLength = 64;

    /// <summary>Characters of a language tag (BCP 47).</summary>
    public const int LanguageTagLength = 35;

    /// <summary>Languages of one charter.</summary>
    public const int Languages = 16;

    /// <summary>Parties of one line.</summary>
    public const int Parties = 16;

    /// <summary>Names a party gives itself, one a language.</summary>
    public const int PartyNames = 16;

    /// <summary>Characters of a party's name in one language.</summary>
    public const int PartyNameLength = 200;

    /// <summary>Circuit addresses of one card.</summary>
    public const int Addresses = 16;

    /// <summary>Characters of a circuit address.</summary>
    public const int AddressLength = 256;

    /// <summary>Cards in one chain, rotations included.</summary>
    public const int CardChain = 256;

    /// <summary>Bytes of one card.</summary>
    public const int CardSize = 8 * 1024;

    /// <summary>Bytes of one encoded entry header.</summary>
    public const int HeaderSize = 16 * 1024;

    /// <summary>Rows of `held` or `seen`: one a party and generation.</summary>
    public const int HeadRows = 128;

    /// <summary>Entries that one entry regards.</summary>
    public const int Regards = 16;

    /// <summary>Characters of an entry kind.</summary>
    public const int KindLength = 32;

    /// <summary>Fields of one content.</summary>
    public const int Fields = 256;

    /// <summary>Bytes of a field's name.</summary>
    public const int FieldNameLength = 64;

    /// <summary>Bytes of one content, sealed.</summary>
    public const int ContentSize = 256 * 1024;

    /// <summary>Characters of a message's text.</summary>
    public const int TextLength = 64 * 1024;

    /// <summary>Entries of one feed, and any other count on the wire: integers stay exact in every reader (2^53-1).</summary>
    public const long FeedSize = (1L << 53) - 1;

    /// <summary>Bytes of one encoded charter.</summary>
    public const int CharterSize = 64 * 1024;

    /// <summary>Handling stages that a charter names.</summary>
    public const int HandlingStages = 16;

    /// <summary>Action addressees of one charter, and of one message.</summary>
    public const int Addressees = 64;

    /// <summary>Characters of a place, or any other text on one line.</summary>
    public const int ShortText = 256;

    /// <summary>Characters of a role: of an officer who handled a message, or of an action addressee.</summary>
    public const int RoleLength = 64;

    /// <summary>Officers that a release rule can ask for.</summary>
    public const int Approvals = 2;

    /// <summary>Greatest version of a codebook or of a bank of check texts.</summary>
    public const int CodebookVersion = 9999;

    /// <summary>Bytes of one encoded codebook.</summary>
    public const int CodebookSize = 1024 * 1024;

    /// <summary>Codes of one codebook.</summary>
    public const int Codes = 500;

    /// <summary>Greatest number of a code.</summary>
    public const int CodeNumber = 9999;

    /// <summary>Characters of a code's title.</summary>
    public const int CodeTitleLength = 80;

    /// <summary>Characters of a code's text.</summary>
    public const int CodeTextLength = 600;

    /// <summary>Blanks of one code.</summary>
    public const int Blanks = 8;

    /// <summary>Characters of a blank's name.</summary>
    public const int BlankNameLength = 16;

    /// <summary>Greatest number in a blank.</summary>
    public const int BlankCount = 999_999_999;

    /// <summary>Characters of a place in a blank.</summary>
    public const int PlaceLength = 120;

    /// <summary>Characters of one line that is read out: as much as a listener keeps in mind.</summary>
    public const int ReadOutLine = 40;

    /// <summary>Texts of one bank of check texts.</summary>
    public const int CheckTexts = 1000;

    /// <summary>Characters of one check text.</summary>
    public const int CheckTextLength = 300;

    /// <summary>Characters of an alarm outlet's name.</summary>
    public const int OutletNameLength = 32;

    /// <summary>Names, and outlets, of one level of a roster.</summary>
    public const int RosterNames = 16;

    /// <summary>Characters of a schedule of checks.</summary>
    public const int CheckSchedule = 1024;

    /// <summary>Times of day of a schedule of checks.</summary>
    public const int CheckTimes = 24;

    /// <summary>Minutes between two times of a schedule of checks at least.</summary>
    public const int CheckDistance = 30;

    /// <summary>Dates on which a schedule of checks asks for none.</summary>
    public const int CheckHolidays = 64;

    /// <summary>Days in a row without a check at most: every holiday on the one weekday that is left.</summary>
    public const int CheckSearchDays = 7 * (CheckHolidays + 2);

    /// <summary>Days that a maintenance window lasts at most.</summary>
    public const int MaintenanceDays = 7;

    /// <summary>Days before its beginning on which a maintenance window can be announced at most.</summary>
    public const int MaintenanceAheadDays = 14;

    /// <summary>Circuits of which one service message tells.</summary>
    public const int ServiceCircuits = 32;

    /// <summary>Bytes of one attachment in clear: 8 MiB.</summary>
    public const int AttachmentSize = 8 * 1024 * 1024;

    /// <summary>Characters of an attachment's name.</summary>
    public const int AttachmentNameLength = 128;

    /// <summary>Bytes of a sealed attachment that travel and are kept together: 16 KiB.</summary>
    public const int ChunkSize = 16 * 1024;

    /// <summary>Intervals from which the rhythm of a station's signs of life is learnt.</summary>
    public const int Rhythm = 128;

    /// <summary>Agreed intervals beyond which a gap is a loss and none of the rhythm.</summary>
    public const int RhythmIntervals = 10;

    /// <summary>Milliseconds from one test of ourselves to the next where beacons are as usual: see <see cref="Silence.Rhythm"/>.</summary>
    public const long SelfTestMilliseconds = 30_000;

    /// <summary>Milliseconds from one judgement of silences to the next.</summary>
    public const long WeighMilliseconds = 10_000;

    /// <summary>Milliseconds for which a passed test of ourselves excludes our own fault: 3 minutes.</summary>
    public const long SelfTestValidMilliseconds = 180_000;

    /// <summary>Milliseconds for which a station must have been down to say so.</summary>
    public const long DownMilliseconds = 15_000;

    /// <summary>Milliseconds after which the clock of a station that is not heard is not compared with ours any more: 10 minutes.</summary>
    public const long ClockHeardMilliseconds = 600_000;

    /// <summary>Milliseconds for which what was read of people and calls counts while nothing came and nothing fell due: 15 minutes.</summary>
    public const long ReadingMilliseconds = 900_000;

    /// <summary>Failures that one test of ourselves names.</summary>
    public const int SelfTestFailures = 16;

    /// <summary>Milliseconds after a loss from which on what shows their station alive counts: 1 minute.</summary>
    public const long HeardByMarginMilliseconds = 60_000;

    /// <summary>Days that a crew can explain at once.</summary>
    public const int ExplainedDays = 366;

    /// <summary>Pairs of one charter's table of counterparts.</summary>
    public const int Counterparts = 16;

    /// <summary>Characters of a pair's id.</summary>
    public const int PairLength = 32;

    /// <summary>Characters of an office's name, of a form of address, or of a deputy.</summary>
    public const int SeatNameLength = 200;

    /// <summary>Deputies of one seat.</summary>
    public const int Deputies = 8;

    /// <summary>Characters of a time zone's id.</summary>
    public const int ZoneLength = 64;

    /// <summary>Bytes of the table of counterparts in a charter.</summary>
    public const int CounterpartsSize = 32 * 1024;

    /// <summary>Rungs of a charter's ladder.</summary>
    public const int Rungs = 16;

    /// <summary>Characters of what a rung names.</summary>
    public const int RungArgument = 120;

    /// <summary>Greatest number, and greatest version, of a list of reasons to decline.</summary>
    public const int ReasonNumber = 9999;

    /// <summary>Times that are proposed for one call at once.</summary>
    public const int CallTimes = 8;

    /// <summary>Minutes that a call is meant to last at most, or that it lasted: a day.</summary>
    public const int CallMinutes = 24 * 60;

    /// <summary>Characters of a call's topic.</summary>
    public const int TopicLength = 256;

    /// <summary>Minutes by which the end of a call may be after the time at which it is said: clocks differ.</summary>
    public const int HeldAheadMinutes = 5;

    /// <summary>Days that a contact outside of calls lasted at most.</summary>
    public const int ContactDays = 14;

    /// <summary>Checks that did not come out as agreed and that a report lists of one line; of the rest it says how many there are.</summary>
    public const int ReportMissedChecks = 1000;

    /// <summary>Lines of one report.</summary>
    public const int ReportLines = 64;

    /// <summary>Bytes of a report's file.</summary>
    public const int ReportSize = 256 * 1024 * 1024;

    /// <summary>Silences, and stretches of maintenance, that a report states of one line.</summary>
    public const int ReportStated = 4096;

    /// <summary>Characters of a notice format's number, as it is printed.</summary>
    public const int FormatNumberLength = 16;

    /// <summary>Characters of a legal basis or of a rule of it.</summary>
    public const int FormatRuleLength = 400;

    /// <summary>Characters of a title, of a field's label and of a code's words, in one language.</summary>
    public const int FormatTextLength = 200;

    /// <summary>Fields of a notice format, and columns of a field of rows.</summary>
    public const int FormatFields = 64;

    /// <summary>Characters of the name of a field, and of a code.</summary>
    public const int FormatNameLength = 24;

    /// <summary>Codes of one field.</summary>
    public const int FormatCodes = 64;

    /// <summary>Formats, thresholds, stand-off distances, reminders or addressees that a format names, each.</summary>
    public const int FormatItems = 16;

    /// <summary>Minutes of a clock of a format: a year.</summary>
    public const int FormatMinutes = 366 * 24 * 60;

    /// <summary>Metres of a stand-off or of a distance at which a read-back is doubted.</summary>
    public const int FormatMetres = 1_000_000;

    /// <summary>Bytes of an encoded format.</summary>
    public const int FormatSize = 256 * 1024;

    /// <summary>Rows of a field of rows.</summary>
    public const int NoticeRows = 64;

    /// <summary>Greatest number that a field takes, in either direction.</summary>
    public const long NoticeNumber = 1_000_000_000_000;

    /// <summary>Events that one notice announces.</summary>
    public const int NoticeEvents = 1_000;

    /// <summary>Characters of one value of a notice: room for a volume of many vertices.</summary>
    public const int NoticeItemLength = 64 * 1024;

    /// <summary>Characters of a volume in a notice, some 500 vertices: whoever reads a line reads the shapes of others many times.</summary>
    public const int NoticeVolumeLength = 16 * 1024;

    /// <summary>Bytes of an encoded notice.</summary>
    public const int NoticeSize = 256 * 1024;

    /// <summary>Characters of the title of a plan.</summary>
    public const int PlanTitleLength = 100;

    /// <summary>Characters of the note of a plan.</summary>
    public const int PlanNoteLength = 1_000;

    /// <summary>Rows of a calendar of notices that are told; it is said how many more there are.</summary>
    public const int CalendarRows = 2_000;

    /// <summary>Overlaps of a calendar of notices that are told; it is said how many more there are.</summary>
    public const int CalendarOverlaps = 1_000;

    /// <summary>Volumes of one activity.</summary>
    public const int ActivityVolumes = 16;

    /// <summary>Characters of all volumes of one activity together, some 500 vertices: whoever reads a line reads the shapes of others many times.</summary>
    public const int ActivityVolumesLength = NoticeVolumeLength;

    /// <summary>Minutes for which a reserve holds a volume at most.</summary>
    public const int ReserveMinutes = 60;

    /// <summary>Words of one party that belong to one activity and are read; later ones change nothing.</summary>
    public const int ActivityWords = 1_024;

    /// <summary>Words whose activity is not here yet that are kept, of one line.</summary>
    public const int StrayWords = 4_096;

    /// <summary>Overlaps of one activity that are told, the gravest first; it is said how many more there are.</summary>
    public const int OverlapsTold = 64;

    /// <summary>Words of one party on one overlap that are read; later ones change nothing.</summary>
    public const int OverlapWords = 128;

    /// <summary>Metres along the ground that a pair of parties can agree to keep between their activities: 500 km.</summary>
    public const int SeparationMetres = 500_000;

    /// <summary>Metres of height that they can agree to keep: 20 km.</summary>
    public const int SeparationHeight = 20_000;

    /// <summary>Minutes that they can agree to keep: a day.</summary>
    public const int SeparationMinutes = 1_440;

    /// <summary>Metres by which a later plan may differ from what was notified before it is said, at most that a charter can allow.</summary>
    public const int PlanMetres = 1_000_000;

    /// <summary>Points of one ring on a map (a circle of 500 km needs 512 to be drawn to ten metres), and of all rings of one volume, about; each of many shapes has its share.
    /// </summary>
    public const int MapRingPoints = 2_048, MapPoints = 8_192;

    /// <summary>Bytes of one encoded observation; characters of its text; observations in whose place one can stand.</summary>
    public const int ObservationSize = 128 * 1024, ObservationText = 4_000, ObservationsSuperseded = 64;

    /// <summary>Metres of the longer semi-axis of the error of a place (2,000 km), seconds of that of a time (30 days), days for which one observation lasts.</summary>
    public const int ObservedPlaceError = 2_000_000, ObservedTimeError = 30 * 24 * 60 * 60, ObservedDays = 90;

    /// <summary>Of any unit, how many are seen at most.</summary>
    public const long ObservedStrength = 1_000_000_000;

    /// <summary>Metres a second, of anything: what leaves the earth needs 11,200.</summary>
    public const int ObservedSpeed = 12_000;

    /// <summary>Standard deviations beyond which an error reaches no further.</summary>
    public const int ObservedDeviations = 3;

    /// <summary>Metres and seconds by which two sources may differ on the same thing besides their errors (1 km, 5 minutes), and earlier observations of the same kind with
    /// which each one is compared.</summary>
    public const int DuplicateMetres = 1_000, DuplicateSeconds = 300, DuplicatesTried = 64;

    /// <summary>Days of comparable time and metres of the radius of comparable ground: how much of four weeks and of a disc of 500 km a notice covers says how little it
    /// explains.</summary>
    public const int ComparableDays = 28, ComparableMetres = 500_000;

    /// <summary>Metres from the place of a launch as far as areas down range belong to it (5,000 km: about as far as what is shed before an orbit comes down), and metres in
    /// which they come to belong to it half as much.</summary>
    public const int DownRangeMetres = 5_000_000, DownRangeHalf = 1_000_000;

    /// <summary>Bits that *unexplained* costs: a notice explains something when it fits that much better than by chance, 1 in 128. With half a dozen comparable notices open at a
    /// time that is 1 in 20 for all of them. Set once, on warnings and launches of 2016 and 2017 (docs/benchmarks.md).</summary>
    public const double UnexplainedPrice = 7;

    /// <summary>Bits by which a notice must be narrower than chance so that what misses it in one factor alone is said to miss it.</summary>
    public const double MissPrice = 3;

    /// <summary>Metres to either side of the way from a launch site to an area, at least (50 km); metres by which something may be outside the volumes of an activity, for which
    /// no tolerance is agreed (1 km), and of a public warning, whose vertices stand in whole minutes.</summary>
    public const int FlightPathMetres = 50_000, ActivityTolerance = 1_000, WarningTolerance = 1_852;

    /// <summary>Hundredths by which a strength, and degrees by which a direction, may be off what was notified, besides errors.</summary>
    public const int StrengthTolerance = 10, DirectionTolerance = 15;

    /// <summary>Metres (200 km) and hours (3 days) by which something may miss an area or a window and still be said to be outside, before or after it.</summary>
    public const int OutsideMetres = 200_000, OutsideHours = 72;

    /// <summary>Hours after something of ours has ended in which what another party does may still be a reaction to it, and how much of ours is told of one reaction.</summary>
    public const int ReactionHours = 72, ReactionMatters = 16;

    /// <summary>Bytes of the note on one observation; questions asked about it, and choices made.</summary>
    public const int ObservationNoteSize = 512 * 1024, ObservationQuestions = 32, ReactionDecisions = 32;

    /// <summary>Bytes of one encoded public warning; characters of its words; earlier ones that it names, volumes, and remarks on how it was read.</summary>
    public const int WarningSize = 192 * 1024, WarningWords = 20_000, WarningRefers = 64, WarningVolumes = 32, WarningRemarks = 64;

    /// <summary>Notices that are weighed for one observation and told of it, the best fitting first; parts of one announced thing.</summary>
    public const int Weighed = 32, ExplanationsTold = 8, AnnouncedParts = 256;
}
