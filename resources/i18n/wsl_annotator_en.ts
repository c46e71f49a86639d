<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ClassRowWidget</name>
    <message numerus="yes">
        <source>%n proposed</source>
        <translation><numerusform>%n proposed</numerusform><numerusform>%n proposed</numerusform></translation></message>
    <message numerus="yes">
        <source>%n box(es)</source>
        <translation><numerusform>%n box</numerusform><numerusform>%n boxes</numerusform></translation></message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>%n box(es) of a person will be written.</source>
        <translation><numerusform>%n box of a person will be written.</numerusform><numerusform>%n boxes of a person will be written.</numerusform></translation></message>
</context>
<context>
    <name>ImageModel</name>
    <message numerus="yes">
        <source>%n box(es)</source>
        <translation><numerusform>%n box</numerusform><numerusform>%n boxes</numerusform></translation></message>
    <message numerus="yes">
        <source>%n searched</source>
        <translation><numerusform>%n searched</numerusform><numerusform>%n searched</numerusform></translation></message>
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
    <name>ReviewController</name>
    <message numerus="yes">
        <source>%n box(es) accepted. Ctrl+Z takes them back in one step.</source>
        <translation><numerusform>%n box accepted. Ctrl+Z takes them back in one step.</numerusform><numerusform>%n boxes accepted. Ctrl+Z takes them back in one step.</numerusform></translation></message>
</context>
<context>
    <name>WindowController</name>
    <message numerus="yes">
        <source>%n image(s) searched</source>
        <translation><numerusform>%n image searched</numerusform><numerusform>%n images searched</numerusform></translation></message>
    <message numerus="yes">
        <source>, %n box(es) proposed</source>
        <translation><numerusform>, %n box proposed</numerusform><numerusform>, %n boxes proposed</numerusform></translation></message>
</context>
</TS>