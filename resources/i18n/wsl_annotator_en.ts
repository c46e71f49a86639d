<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AttributeEditor</name>
    <message numerus="yes">
        <source>Fields of %n selected box(es)</source>
        <translation><numerusform>Fields of %n selected box</numerusform><numerusform>Fields of %n selected boxes</numerusform></translation></message>
</context>
<context>
    <name>BoxController</name>
    <message numerus="yes">
        <source>%n box(es) hidden. H shows them again.</source>
        <translation><numerusform>%n box hidden. H shows them again.</numerusform><numerusform>%n boxes hidden. H shows them again.</numerusform></translation></message>
</context>
<context>
    <name>CalibrationController</name>
    <message numerus="yes">
        <source>%n threshold(s) fitted to your boxes. {0} takes them back.</source>
        <translation><numerusform>%n threshold fitted to your boxes. {0} takes them back.</numerusform><numerusform>%n thresholds fitted to your boxes. {0} takes them back.</numerusform></translation></message>
    <message numerus="yes">
        <source>Threshold of {0} fitted to %n box(es): {1} to {2}. {3} takes it back.</source>
        <translation><numerusform>Threshold of {0} fitted to %n box: {1} to {2}. {3} takes it back.</numerusform><numerusform>Threshold of {0} fitted to %n boxes: {1} to {2}. {3} takes it back.</numerusform></translation></message>
    <message numerus="yes">
        <source>%n class(es) begin at the thresholds of the network card.</source>
        <translation><numerusform>%n class begin at the thresholds of the network card.</numerusform><numerusform>%n classes begin at the thresholds of the network card.</numerusform></translation></message>
</context>
<context>
    <name>CandidateList</name>
    <message numerus="yes">
        <source>%n candidate(s) at {0}, {1}</source>
        <translation><numerusform>%n candidate at {0}, {1}</numerusform><numerusform>%n candidates at {0}, {1}</numerusform></translation></message>
    <message numerus="yes">
        <source>%n candidate(s) at {0}, {1} · kept</source>
        <translation><numerusform>%n candidate at {0}, {1} · kept</numerusform><numerusform>%n candidates at {0}, {1} · kept</numerusform></translation></message>
    <message numerus="yes">
        <source>%n candidate(s) at {0}, {1} · kept; {2} lets go</source>
        <translation><numerusform>%n candidate at {0}, {1} · kept; {2} lets go</numerusform><numerusform>%n candidates at {0}, {1} · kept; {2} lets go</numerusform></translation></message>
</context>
<context>
    <name>CardView</name>
    <message numerus="yes">
        <source>mAP {0} on %n held-out image(s)</source>
        <translation><numerusform>mAP {0} on %n held-out image</numerusform><numerusform>mAP {0} on %n held-out images</numerusform></translation></message>
    <message numerus="yes">
        <source>learned from %n image(s)</source>
        <translation><numerusform>learned from %n image</numerusform><numerusform>learned from %n images</numerusform></translation></message>
</context>
<context>
    <name>ClassChooser</name>
    <message numerus="yes">
        <source>Class of %n selected box(es)</source>
        <translation><numerusform>Class of %n selected box</numerusform><numerusform>Class of %n selected boxes</numerusform></translation></message>
</context>
<context>
    <name>ClassRowWidget</name>
    <message numerus="yes">
        <source>%n proposed</source>
        <translation><numerusform>%n proposed</numerusform><numerusform>%n proposed</numerusform></translation></message>
    <message numerus="yes">
        <source>%n box(es)</source>
        <translation><numerusform>%n box</numerusform><numerusform>%n boxes</numerusform></translation></message>
    <message numerus="yes">
        <source>{0} fits your %n box(es)</source>
        <translation><numerusform>{0} fits your %n box</numerusform><numerusform>{0} fits your %n boxes</numerusform></translation></message>
    <message numerus="yes">
        <source>fitted to %n box(es)</source>
        <translation><numerusform>fitted to %n box</numerusform><numerusform>fitted to %n boxes</numerusform></translation></message>
</context>
<context>
    <name>CopyController</name>
    <message numerus="yes">
        <source>%n box(es) copied. {0} draws them in any image.</source>
        <translation><numerusform>%n box copied. {0} draws them in any image.</numerusform><numerusform>%n boxes copied. {0} draws them in any image.</numerusform></translation></message>
    <message numerus="yes">
        <source>%n box(es) copied from the previous image.</source>
        <translation><numerusform>%n box copied from the previous image.</numerusform><numerusform>%n boxes copied from the previous image.</numerusform></translation></message>
    <message numerus="yes">
        <source>%n box(es) left out that are here already.</source>
        <translation><numerusform>%n box left out that are here already.</numerusform><numerusform>%n boxes left out that are here already.</numerusform></translation></message>
    <message numerus="yes">
        <source>%n box(es) left out that would lie outside this image.</source>
        <translation><numerusform>%n box left out that would lie outside this image.</numerusform><numerusform>%n boxes left out that would lie outside this image.</numerusform></translation></message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>%n box(es) of a person will be written.</source>
        <translation><numerusform>%n box of a person will be written.</numerusform><numerusform>%n boxes of a person will be written.</numerusform></translation></message>
</context>
<context>
    <name>ForwardController</name>
    <message numerus="yes">
        <source>%n box(es) drawn</source>
        <translation><numerusform>%n box drawn</numerusform><numerusform>%n boxes drawn</numerusform></translation></message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation><numerusform>%n image</numerusform><numerusform>%n images</numerusform></translation></message>
    <message numerus="yes">
        <source>%n verified image(s) not touched</source>
        <translation><numerusform>%n verified image not touched</numerusform><numerusform>%n verified images not touched</numerusform></translation></message>
    <message numerus="yes">
        <source>%n of them cut off where the image ends</source>
        <translation><numerusform>%n of them cut off where the image ends</numerusform><numerusform>%n of them cut off where the image ends</numerusform></translation></message>
    <message numerus="yes">
        <source>%n left out, outside the image</source>
        <translation><numerusform>%n left out, outside the image</numerusform><numerusform>%n left out, outside the image</numerusform></translation></message>
    <message numerus="yes">
        <source>%n left out, there already</source>
        <translation><numerusform>%n left out, there already</numerusform><numerusform>%n left out, there already</numerusform></translation></message>
    <message numerus="yes">
        <source>%n unreadable image(s) not touched</source>
        <translation><numerusform>%n unreadable image not touched</numerusform><numerusform>%n unreadable images not touched</numerusform></translation></message>
</context>
<context>
    <name>ForwardDialog</name>
    <message numerus="yes">
        <source>Draws %n box(es) of this image at the same place in the images that follow in the list.</source>
        <translation><numerusform>Draws %n box of this image at the same place in the images that follow in the list.</numerusform><numerusform>Draws %n boxes of this image at the same place in the images that follow in the list.</numerusform></translation></message>
</context>
<context>
    <name>GroupController</name>
    <message numerus="yes">
        <source>%n locked box(es) left as they are.</source>
        <translation><numerusform>%n locked box left as they are.</numerusform><numerusform>%n locked boxes left as they are.</numerusform></translation></message>
</context>
<context>
    <name>ImageFolderController</name>
    <message numerus="yes">
        <source>%n image(s) found in {0}.</source>
        <translation><numerusform>%n image found in {0}.</numerusform><numerusform>%n images found in {0}.</numerusform></translation></message>
    <message numerus="yes">
        <source>%n new image(s) added.</source>
        <translation><numerusform>%n new image added.</numerusform><numerusform>%n new images added.</numerusform></translation></message>
</context>
<context>
    <name>ImageModel</name>
    <message numerus="yes">
        <source>%n box(es)</source>
        <translation><numerusform>%n box</numerusform><numerusform>%n boxes</numerusform></translation></message>
    <message numerus="yes">
        <source>%n searched</source>
        <translation><numerusform>%n searched</numerusform><numerusform>%n searched</numerusform></translation></message>
    <message numerus="yes">
        <source>the network doubts %n label(s)</source>
        <translation><numerusform>the network doubts %n label</numerusform><numerusform>the network doubts %n labels</numerusform></translation></message>
</context>
<context>
    <name>ProjectController</name>
    <message numerus="yes">
        <source>The project has %n image(s).</source>
        <translation><numerusform>The project has %n image.</numerusform><numerusform>The project has %n images.</numerusform></translation></message>
    <message numerus="yes">
        <source>%n box(es) added</source>
        <translation><numerusform>%n box added</numerusform><numerusform>%n boxes added</numerusform></translation></message>
    <message numerus="yes">
        <source>%n label(s) set</source>
        <translation><numerusform>%n label set</numerusform><numerusform>%n labels set</numerusform></translation></message>
    <message numerus="yes">
        <source>%n image(s) matched</source>
        <translation><numerusform>%n image matched</numerusform><numerusform>%n images matched</numerusform></translation></message>
    <message numerus="yes">
        <source>%n box(es) known already</source>
        <translation><numerusform>%n box known already</numerusform><numerusform>%n boxes known already</numerusform></translation></message>
    <message numerus="yes">
        <source>%n box(es)</source>
        <translation><numerusform>%n box</numerusform><numerusform>%n boxes</numerusform></translation></message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation><numerusform>%n image</numerusform><numerusform>%n images</numerusform></translation></message>
</context>
<context>
    <name>QueueController</name>
    <message numerus="yes">
        <source>The list has %n row(s).</source>
        <translation><numerusform>The list has %n row.</numerusform><numerusform>The list has %n rows.</numerusform></translation></message>
</context>
<context>
    <name>ResultPage</name>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation><numerusform>%n image</numerusform><numerusform>%n images</numerusform></translation></message>
    <message numerus="yes">
        <source>and %n more, in the page</source>
        <translation><numerusform>and %n more, in the page</numerusform><numerusform>and %n more, in the page</numerusform></translation></message>
</context>
<context>
    <name>ReviewController</name>
    <message numerus="yes">
        <source>%n box(es) accepted. {0} takes them back in one step.</source>
        <translation><numerusform>%n box accepted. {0} takes them back in one step.</numerusform><numerusform>%n boxes accepted. {0} takes them back in one step.</numerusform></translation></message>
    <message numerus="yes">
        <source>%n locked box(es) left as they are.</source>
        <translation><numerusform>%n locked box left as they are.</numerusform><numerusform>%n locked boxes left as they are.</numerusform></translation></message>
</context>
<context>
    <name>SearchAgainController</name>
    <message numerus="yes">
        <source>%n further proposal(s).</source>
        <translation><numerusform>%n further proposal.</numerusform><numerusform>%n further proposals.</numerusform></translation></message>
</context>
<context>
    <name>SetupPage</name>
    <message numerus="yes">
        <source>%n image(s) have labels</source>
        <translation><numerusform>%n image have labels</numerusform><numerusform>%n images have labels</numerusform></translation></message>
    <message numerus="yes">
        <source>%n labelled image(s) cannot be used.</source>
        <translation><numerusform>%n labelled image cannot be used.</numerusform><numerusform>%n labelled images cannot be used.</numerusform></translation></message>
</context>
<context>
    <name>TrainController</name>
    <message numerus="yes">
        <source>%n image(s) or class(es) were left out: see the message in the window.</source>
        <translation><numerusform>%n image or class were left out: see the message in the window.</numerusform><numerusform>%n images or classes were left out: see the message in the window.</numerusform></translation></message>
</context>
<context>
    <name>WindowController</name>
    <message numerus="yes">
        <source>%n image(s) searched</source>
        <translation><numerusform>%n image searched</numerusform><numerusform>%n images searched</numerusform></translation></message>
    <message numerus="yes">
        <source>, %n box(es) proposed</source>
        <translation><numerusform>, %n box proposed</numerusform><numerusform>, %n boxes proposed</numerusform></translation></message>
    <message numerus="yes">
        <source> %n image(s) or class(es) left out.</source>
        <translation><numerusform> %n image or class left out.</numerusform><numerusform> %n images or classes left out.</numerusform></translation></message>
</context>
</TS>