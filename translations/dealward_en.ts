<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Ids</name>
    <message numerus="yes">
        <source>every %n month(s)</source>
        <translation>
            <numerusform>every month</numerusform>
            <numerusform>every %n months</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dw::CalendarPage</name>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n day late</numerusform>
            <numerusform>%n days late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n date(s) ahead, none late.</source>
        <translation>
            <numerusform>%n date ahead, none late.</numerusform>
            <numerusform>%n dates ahead, none late.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exported %n reminder(s) with neutral titles.</source>
        <translation>
            <numerusform>Exported %n reminder with neutral titles.</numerusform>
            <numerusform>Exported %n reminders with neutral titles.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dw::ClientImportDialog</name>
    <message numerus="yes">
        <source>Import %n row(s)</source>
        <translation>
            <numerusform>Import %n row</numerusform>
            <numerusform>Import %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dw::DashboardPage</name>
    <message numerus="yes">
        <source>of %n applicable row(s) up to the open gate</source>
        <translation>
            <numerusform>of %n applicable row up to the open gate</numerusform>
            <numerusform>of %n applicable rows up to the open gate</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) to mend</source>
        <translation>
            <numerusform>%n row to mend</numerusform>
            <numerusform>%n rows to mend</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n day late</numerusform>
            <numerusform>%n days late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copy(ies) due back</source>
        <translation>
            <numerusform>%n copy due back</numerusform>
            <numerusform>%n copies due back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dw::DocumentsPage</name>
    <message numerus="yes">
        <source>%n document(s) searched.</source>
        <translation>
            <numerusform>%n document searched.</numerusform>
            <numerusform>%n documents searched.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them could not be searched completely: see Findings.</source>
        <translation>
            <numerusform>%n of them could not be searched completely: see Findings.</numerusform>
            <numerusform>%n of them could not be searched completely: see Findings.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) with client information found, but parts could not be searched: see Findings.</source>
        <translation>
            <numerusform>%n place with client information found, but parts could not be searched: see Findings.</numerusform>
            <numerusform>%n places with client information found, but parts could not be searched: see Findings.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Newest version %1 (%2), %n page(s), %3 open findings</source>
        <translation>
            <numerusform>Newest version %1 (%2), %n page, %3 open findings</numerusform>
            <numerusform>Newest version %1 (%2), %n pages, %3 open findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) imported.</source>
        <translation>
            <numerusform>%n file imported.</numerusform>
            <numerusform>%n files imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) with client information found.</source>
        <translation>
            <numerusform>%n place with client information found.</numerusform>
            <numerusform>%n places with client information found.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dw::FormView</name>
    <message numerus="yes">
        <source>More (%n field(s))</source>
        <translation>
            <numerusform>More (%n field)</numerusform>
            <numerusform>More (%n fields)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dw::ImportDialog</name>
    <message numerus="yes">
        <source>%n need(s) attention and would be left out.</source>
        <translation>
            <numerusform>%n needs attention and would be left out.</numerusform>
            <numerusform>%n need attention and would be left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n row(s)</source>
        <translation>
            <numerusform>Import %n row</numerusform>
            <numerusform>Import %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dw::ImportLevelDialog</name>
    <message numerus="yes">
        <source>Import %n file(s)</source>
        <translation>
            <numerusform>Import %n file</numerusform>
            <numerusform>Import %n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dw::InboxPage</name>
    <message numerus="yes">
        <source>%n row(s) in the way</source>
        <translation>
            <numerusform>%n row in the way</numerusform>
            <numerusform>%n rows in the way</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) wait for you.</source>
        <translation>
            <numerusform>%n thing waits for you.</numerusform>
            <numerusform>%n things wait for you.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InspectCommand</name>
    <message numerus="yes">
        <source>%n page(s).</source>
        <translation>
            <numerusform>%n page.</numerusform>
            <numerusform>%n pages.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dw::MeasureDetail</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dw::MeasuresPage</name>
    <message numerus="yes">
        <source>%n row(s) in the way</source>
        <translation>
            <numerusform>%n row in the way</numerusform>
            <numerusform>%n rows in the way</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n amber by date alone: they pass and are listed</source>
        <translation>
            <numerusform>%n amber by date alone: it passes and is listed</numerusform>
            <numerusform>%n amber by date alone: they pass and are listed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n live exception(s)</source>
        <translation>
            <numerusform>%n live exception</numerusform>
            <numerusform>%n live exceptions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dw::RegisterList</name>
    <message numerus="yes">
        <source>%n row(s) match</source>
        <translation>
            <numerusform>%n row matches</numerusform>
            <numerusform>%n rows match</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exported %n row(s).</source>
        <translation>
            <numerusform>Exported %n row.</numerusform>
            <numerusform>Exported %n rows.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dw::ReleaseDialog</name>
    <message numerus="yes">
        <source>%n of fourteen conditions do not hold.</source>
        <translation>
            <numerusform>%n of fourteen conditions does not hold.</numerusform>
            <numerusform>%n of fourteen conditions do not hold.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dw::ReleasesPage</name>
    <message numerus="yes">
        <source>%n copy(ies) handed over, %1 due back.</source>
        <translation>
            <numerusform>%n copy handed over, %1 due back.</numerusform>
            <numerusform>%n copies handed over, %1 due back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dw::Sidebar</name>
    <message numerus="yes">
        <source>%1, %n red</source>
        <translation>
            <numerusform>%1, %n red</numerusform>
            <numerusform>%1, %n red</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dw::StatusStrip</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dw::TrailPage</name>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dw::Workspace</name>
    <message numerus="yes">
        <source>Last backup %n day(s) ago</source>
        <translation>
            <numerusform>Last backup %n day ago</numerusform>
            <numerusform>Last backup %n days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindCommand</name>
    <message numerus="yes">
        <source>%n finding(s). Have a person look: no search finds everything.</source>
        <translation>
            <numerusform>%n finding. Have a person look: no search finds everything.</numerusform>
            <numerusform>%n findings. Have a person look: no search finds everything.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RedactCommand</name>
    <message numerus="yes">
        <source>%n mark(s) removed and proven; %1 of %2 pages are pictures now.</source>
        <translation>
            <numerusform>%n mark removed and proven; %1 of %2 pages are pictures now.</numerusform>
            <numerusform>%n marks removed and proven; %1 of %2 pages are pictures now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dw::ControlsPage</name>
    <message numerus="yes">
        <source>Backed up and verified: %n file(s).</source>
        <translation>
            <numerusform>Backed up and verified: %n file.</numerusform>
            <numerusform>Backed up and verified: %n files.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnonymiseCommand</name>
    <message numerus="yes">
        <source>%n row(s) written: de-identified as long as the key exists.</source>
        <translation>
            <numerusform>%n row written: de-identified as long as the key exists.</numerusform>
            <numerusform>%n rows written: de-identified as long as the key exists.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dw::ReportPage</name>
    <message numerus="yes">
        <source>%n file(s) are not what was stored: the check “%1” names them. Restore them from a backup.</source>
        <translation>
            <numerusform>One file is not what was stored: the check “%1” names it. Restore it from a backup.</numerusform>
            <numerusform>%n files are not what was stored: the check “%1” names them. Restore them from a backup.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are what was stored.</source>
        <translation>
            <numerusform>One file is what was stored.</numerusform>
            <numerusform>%n files are what was stored.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message numerus="yes">
        <source>%n sealed entry(ies) of colleagues were filed.</source>
        <translation>
            <numerusform>%n sealed entry of a colleague was filed.</numerusform>
            <numerusform>%n sealed entries of colleagues were filed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dw::MainWindow</name>
    <message numerus="yes">
        <source>%n sealed entry(ies) from colleagues below your clearance were filed.</source>
        <translation>
            <numerusform>%n sealed entry from a colleague below your clearance was filed.</numerusform>
            <numerusform>%n sealed entries from colleagues below your clearance were filed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dw::FindingModel</name>
    <message numerus="yes">
        <source>%n value(s)</source>
        <translation>
            <numerusform>%n value</numerusform>
            <numerusform>%n values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dw::FindingPanel</name>
    <message numerus="yes">
        <source>And %n more of these.</source>
        <translation>
            <numerusform>And %n more of these.</numerusform>
            <numerusform>And %n more of these.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dw::FolderSearchWindow</name>
    <message numerus="yes">
        <source>%n file(s) searched</source>
        <translation>
            <numerusform>%n file searched</numerusform>
            <numerusform>%n files searched</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s).</source>
        <translation>
            <numerusform>%n finding.</numerusform>
            <numerusform>%n findings.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be searched completely: about those parts nothing is known.</source>
        <translation>
            <numerusform>%n file could not be searched completely: about those parts nothing is known.</numerusform>
            <numerusform>%n files could not be searched completely: about those parts nothing is known.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dw::CompareWindow</name>
    <message numerus="yes">
        <source>%n page(s) differ</source>
        <translation>
            <numerusform>%n page differs</numerusform>
            <numerusform>%n pages differ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) not measured</source>
        <translation>
            <numerusform>%n page not measured</numerusform>
            <numerusform>%n pages not measured</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) drawn and compared.</source>
        <translation>
            <numerusform>%n page drawn and compared.</numerusform>
            <numerusform>%n pages drawn and compared.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n proposed mark(s) are not in this preview.</source>
        <translation>
            <numerusform>%n proposed mark is not in this preview.</numerusform>
            <numerusform>%n proposed marks are not in this preview.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>became a picture; differs in %n place(s)</source>
        <translation>
            <numerusform>became a picture; differs in %n place</numerusform>
            <numerusform>became a picture; differs in %n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>differs in %n place(s)</source>
        <translation>
            <numerusform>differs in %n place</numerusform>
            <numerusform>differs in %n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dw::ImportQueue</name>
    <message numerus="yes">
        <source>%n hidden file(s), link(s) or device(s) were left out.</source>
        <translation>
            <numerusform>%n hidden file, link or device was left out.</numerusform>
            <numerusform>%n hidden files, links or devices were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n page(s), %2 places with client information.</source>
        <translation>
            <numerusform>%1: %n page, %2 places with client information.</numerusform>
            <numerusform>%1: %n pages, %2 places with client information.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n imported</source>
        <translation>
            <numerusform>%n imported</numerusform>
            <numerusform>%n imported</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dw::ProofPane</name>
    <message numerus="yes">
        <source>%n word(s) and every part of the file that a mark touched</source>
        <translation>
            <numerusform>%n word and every part of the file that a mark touched</numerusform>
            <numerusform>%n words and every part of the file that a mark touched</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n trace(s)</source>
        <translation>
            <numerusform>%n trace</numerusform>
            <numerusform>%n traces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) or field(s)</source>
        <translation>
            <numerusform>%n note or field</numerusform>
            <numerusform>%n notes or fields</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) became pictures, for what is on them could not be proven otherwise</source>
        <translation>
            <numerusform>%n page became a picture, for what is on it could not be proven otherwise</numerusform>
            <numerusform>%n pages became pictures, for what is on them could not be proven otherwise</numerusform>
        </translation>
    </message>
</context>
</TS>
