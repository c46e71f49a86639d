<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutSheet</name>
    <message>
        <source>About</source>
        <translation>Über WSL Annotator</translation>
    </message>
    <message>
        <source>Version {0}, MIT licence</source>
        <translation>Version {0}, MIT-Lizenz</translation>
    </message>
    <message>
        <source>Boxes from image-level labels by beam search over the features of a CNN (Bency et al., 2016).</source>
        <translation>Boxen aus Bildlabels durch Beam-Suche über die Merkmale eines CNN (Bency et al., 2016).</translation>
    </message>
    <message>
        <source>Qt for Python {0}; search: {1}</source>
        <translation>Qt für Python {0}; Suche: {1}</translation>
    </message>
    <message>
        <source>not loaded yet</source>
        <translation>noch nicht geladen</translation>
    </message>
    <message>
        <source>Log: {0}</source>
        <translation>Protokoll: {0}</translation>
    </message>
</context>
<context>
    <name>ActionController</name>
    <message>
        <source>&amp;Undo {0}</source>
        <translation>&amp;Rückgängig: {0}</translation>
    </message>
    <message>
        <source>&amp;Redo {0}</source>
        <translation>&amp;Wiederholen: {0}</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>Show every key</source>
        <translation>Alle Tasten zeigen</translation>
    </message>
    <message>
        <source>Keyboard &amp;shortcuts…</source>
        <translation>Tasten&amp;kürzel…</translation>
    </message>
    <message>
        <source>Choose a preset of keys, or give actions keys of your own</source>
        <translation>Eine Tastenvoreinstellung wählen oder Aktionen eigene Tasten geben</translation>
    </message>
    <message>
        <source>Leave the &amp;picture</source>
        <translation>Das Bild &amp;verlassen</translation>
    </message>
    <message>
        <source>Move the keyboard between the picture and the panels</source>
        <translation>Die Tastatur zwischen dem Bild und den Bedienfeldern wechseln</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>Ü&amp;ber WSL Annotator</translation>
    </message>
    <message>
        <source>Version, licence and where the log file is</source>
        <translation>Version, Lizenz und Ort der Protokolldatei</translation>
    </message>
    <message>
        <source>Draw by four e&amp;xtreme points</source>
        <translation>Über vier E&amp;xtrempunkte zeichnen</translation>
    </message>
    <message>
        <source>Click the top, left, bottom and right end of the object, in any order</source>
        <translation>Das obere, linke, untere und rechte Ende des Objekts anklicken, in beliebiger Reihenfolge</translation>
    </message>
    <message>
        <source>Ed&amp;ge to the next heat level outwards</source>
        <translation>Kante zur nächsten Stufe nach &amp;außen</translation>
    </message>
    <message>
        <source>Move the edge under the mouse, or last used, to where the heat map steps</source>
        <translation>Die Kante unter der Maus oder die zuletzt benutzte dorthin setzen, wo die Heatmap eine Stufe hat</translation>
    </message>
    <message>
        <source>Edge to the next heat level in&amp;wards</source>
        <translation>Kante zur nächsten Stufe nach &amp;innen</translation>
    </message>
    <message>
        <source>Move the edge under the mouse, or last used, to the next step inside</source>
        <translation>Die Kante unter der Maus oder die zuletzt benutzte zur nächsten Stufe innen setzen</translation>
    </message>
    <message>
        <source>C&amp;opy boxes</source>
        <translation>Boxen &amp;kopieren</translation>
    </message>
    <message>
        <source>Keep the selected boxes for pasting into any image</source>
        <translation>Die ausgewählten Boxen merken, um sie in ein beliebiges Bild einzufügen</translation>
    </message>
    <message>
        <source>&amp;Paste boxes</source>
        <translation>Boxen &amp;einfügen</translation>
    </message>
    <message>
        <source>Draw the copied boxes in this image, at the same place</source>
        <translation>Die kopierten Boxen in diesem Bild an derselben Stelle zeichnen</translation>
    </message>
    <message>
        <source>Copy boxes of the pre&amp;vious image</source>
        <translation>Boxen des v&amp;origen Bildes kopieren</translation>
    </message>
    <message>
        <source>Draw the boxes of the previous image of the list in this one</source>
        <translation>Die Boxen des vorigen Bildes der Liste in diesem zeichnen</translation>
    </message>
    <message>
        <source>&amp;Hide box</source>
        <translation>Box a&amp;usblenden</translation>
    </message>
    <message>
        <source>Hide the selected box for now; with none selected, show all again</source>
        <translation>Die ausgewählte Box vorerst ausblenden; ist keine ausgewählt, alle wieder zeigen</translation>
    </message>
    <message>
        <source>Loc&amp;k box</source>
        <translation>Box &amp;sperren</translation>
    </message>
    <message>
        <source>Keep the selected box from being moved, resized or deleted; again unlocks it</source>
        <translation>Die ausgewählte Box vor Verschieben, Größenänderung und Löschen schützen; nochmals entsperrt sie</translation>
    </message>
    <message>
        <source>Brightness and &amp;contrast…</source>
        <translation>Helligkeit und &amp;Kontrast…</translation>
    </message>
    <message>
        <source>Change how the picture is shown, for this session and on the screen only</source>
        <translation>Die Darstellung des Bildes ändern, nur für diese Sitzung und nur am Bildschirm</translation>
    </message>
    <message>
        <source>Show how sure each &amp;edge is</source>
        <translation>Un&amp;sicherheit der Kanten zeigen</translation>
    </message>
    <message>
        <source>Bars at the selected proposal: where its edges lie at lower and higher heat</source>
        <translation>Balken am ausgewählten Vorschlag: wo seine Kanten bei niedrigerer und höherer Schwelle lägen</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Take the last change back</source>
        <translation>Die letzte Änderung zurücknehmen</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Make the change again that was taken back</source>
        <translation>Die zurückgenommene Änderung wieder vornehmen</translation>
    </message>
    <message>
        <source>&amp;Draw a box</source>
        <translation>Box &amp;zeichnen</translation>
    </message>
    <message>
        <source>Draw a box of the current class: drag, or click two corners</source>
        <translation>Eine Box der aktuellen Klasse zeichnen: ziehen oder zwei Ecken anklicken</translation>
    </message>
    <message>
        <source>Edit &amp;mode</source>
        <translation>Bear&amp;beitungsmodus</translation>
    </message>
    <message>
        <source>Stop drawing; click selects, drag moves</source>
        <translation>Das Zeichnen beenden; Klicken wählt aus, Ziehen verschiebt</translation>
    </message>
    <message>
        <source>Dupl&amp;icate box</source>
        <translation>Box &amp;duplizieren</translation>
    </message>
    <message>
        <source>Dele&amp;te box</source>
        <translation>Box &amp;löschen</translation>
    </message>
    <message>
        <source>Remove the cla&amp;ss</source>
        <translation>Klasse ent&amp;fernen</translation>
    </message>
    <message>
        <source>Draw a copy of the selected box beside it</source>
        <translation>Eine Kopie der ausgewählten Box daneben zeichnen</translation>
    </message>
    <message>
        <source>Delete the selected box</source>
        <translation>Die ausgewählte Box löschen</translation>
    </message>
    <message>
        <source>Add a &amp;class…</source>
        <translation>Klasse &amp;hinzufügen…</translation>
    </message>
    <message>
        <source>Add a class to the project</source>
        <translation>Dem Projekt eine Klasse hinzufügen</translation>
    </message>
    <message>
        <source>Re&amp;name the class…</source>
        <translation>Klasse u&amp;mbenennen…</translation>
    </message>
    <message>
        <source>Rename the current class</source>
        <translation>Die aktuelle Klasse umbenennen</translation>
    </message>
    <message>
        <source>Remove the current class if nothing uses it</source>
        <translation>Die aktuelle Klasse entfernen, wenn nichts sie benutzt</translation>
    </message>
    <message>
        <source>Change the image &amp;label</source>
        <translation>Bildlabel we&amp;chseln</translation>
    </message>
    <message>
        <source>Present, absent or unknown: the current class in this image</source>
        <translation>Vorhanden, nicht vorhanden oder unbekannt: die aktuelle Klasse in diesem Bild</translation>
    </message>
    <message>
        <source>&amp;New project…</source>
        <translation>&amp;Neues Projekt…</translation>
    </message>
    <message>
        <source>Make a project from a folder of images</source>
        <translation>Aus einem Ordner mit Bildern ein Projekt anlegen</translation>
    </message>
    <message>
        <source>&amp;Open project…</source>
        <translation>Projekt ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Open a project file</source>
        <translation>Eine Projektdatei öffnen</translation>
    </message>
    <message>
        <source>Open the &amp;sample</source>
        <translation>&amp;Beispiel öffnen</translation>
    </message>
    <message>
        <source>Open a copy of the bundled sample project</source>
        <translation>Eine Kopie des mitgelieferten Beispielprojekts öffnen</translation>
    </message>
    <message>
        <source>&amp;Import labels or boxes…</source>
        <translation>Labels oder Boxen &amp;importieren…</translation>
    </message>
    <message>
        <source>Read image-level labels or boxes from a file or folder</source>
        <translation>Bildlabels oder Boxen aus einer Datei oder einem Ordner lesen</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <source>Write the boxes as Pascal VOC or COCO</source>
        <translation>Die Boxen als Pascal VOC oder COCO schreiben</translation>
    </message>
    <message>
        <source>E&amp;valuate…</source>
        <translation>Aus&amp;werten…</translation>
    </message>
    <message>
        <source>Measure the proposals against true boxes, or against those that people made</source>
        <translation>Die Vorschläge an wahren Boxen messen oder an denen, die Menschen angelegt haben</translation>
    </message>
    <message>
        <source>&amp;Close project</source>
        <translation>Projekt &amp;schließen</translation>
    </message>
    <message>
        <source>Close the project; everything is saved already</source>
        <translation>Das Projekt schließen; alles ist schon gespeichert</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Been&amp;den</translation>
    </message>
    <message>
        <source>Close the window; everything is saved already</source>
        <translation>Das Fenster schließen; alles ist schon gespeichert</translation>
    </message>
    <message>
        <source>Propose for this &amp;image</source>
        <translation>Für dieses &amp;Bild vorschlagen</translation>
    </message>
    <message>
        <source>Search the labelled classes in this image</source>
        <translation>Die Klassen mit Label in diesem Bild suchen</translation>
    </message>
    <message>
        <source>Propose for &amp;all images</source>
        <translation>Für &amp;alle Bilder vorschlagen</translation>
    </message>
    <message>
        <source>Search every image that has no proposals yet</source>
        <translation>Jedes Bild durchsuchen, das noch keine Vorschläge hat</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Stopp</translation>
    </message>
    <message>
        <source>Stop the running search; what is finished stays</source>
        <translation>Die laufende Suche anhalten; was fertig ist, bleibt</translation>
    </message>
    <message>
        <source>Threshold &amp;up</source>
        <translation>Schwelle &amp;höher</translation>
    </message>
    <message>
        <source>Raise the threshold of the current class: tighter boxes</source>
        <translation>Die Schwelle der aktuellen Klasse anheben: engere Boxen</translation>
    </message>
    <message>
        <source>Threshold do&amp;wn</source>
        <translation>Schwelle &amp;niedriger</translation>
    </message>
    <message>
        <source>Lower the threshold of the current class: wider boxes</source>
        <translation>Die Schwelle der aktuellen Klasse senken: weitere Boxen</translation>
    </message>
    <message>
        <source>Cali&amp;brate thresholds…</source>
        <translation>Schwellen ka&amp;librieren…</translation>
    </message>
    <message>
        <source>Fit the threshold of every class to the boxes that you accepted or drew</source>
        <translation>Die Schwelle jeder Klasse an die Boxen anpassen, die Sie angenommen oder gezeichnet haben</translation>
    </message>
    <message>
        <source>Thresholds &amp;follow your boxes</source>
        <translation>Schwellen &amp;folgen Ihren Boxen</translation>
    </message>
    <message>
        <source>Fit the threshold of a class again as you accept or adjust its boxes, unless you moved it</source>
        <translation>Die Schwelle einer Klasse neu anpassen, sobald Sie ihre Boxen annehmen oder korrigieren, außer Sie haben sie selbst verschoben</translation>
    </message>
    <message>
        <source>&amp;Network and search…</source>
        <translation>N&amp;etz und Suche…</translation>
    </message>
    <message>
        <source>Choose the network, the search and the device</source>
        <translation>Netz, Suche und Gerät wählen</translation>
    </message>
    <message>
        <source>&amp;Accept</source>
        <translation>&amp;Annehmen</translation>
    </message>
    <message>
        <source>Accept the selected or best proposal and select the next</source>
        <translation>Den ausgewählten oder besten Vorschlag annehmen und den nächsten auswählen</translation>
    </message>
    <message>
        <source>&amp;Reject</source>
        <translation>Ab&amp;lehnen</translation>
    </message>
    <message>
        <source>Reject the selected proposal; it never comes back</source>
        <translation>Den ausgewählten Vorschlag ablehnen; er kommt nie wieder</translation>
    </message>
    <message>
        <source>Accept all above the &amp;threshold</source>
        <translation>Alle über der &amp;Schwelle annehmen</translation>
    </message>
    <message>
        <source>Accept every proposal shown, in one undo step</source>
        <translation>Alle gezeigten Vorschläge annehmen, in einem Schritt widerrufbar</translation>
    </message>
    <message>
        <source>Next &amp;box</source>
        <translation>Nächste &amp;Box</translation>
    </message>
    <message>
        <source>Select the next box</source>
        <translation>Die nächste Box auswählen</translation>
    </message>
    <message>
        <source>Previo&amp;us box</source>
        <translation>V&amp;orige Box</translation>
    </message>
    <message>
        <source>Select the previous box</source>
        <translation>Die vorige Box auswählen</translation>
    </message>
    <message>
        <source>&amp;Verify and go on</source>
        <translation>Als &amp;geprüft markieren und weiter</translation>
    </message>
    <message>
        <source>Mark this image as verified and show the next</source>
        <translation>Dieses Bild als geprüft markieren und das nächste zeigen</translation>
    </message>
    <message>
        <source>S&amp;kip and go on</source>
        <translation>Übers&amp;pringen und weiter</translation>
    </message>
    <message>
        <source>Mark this image as skipped and show the next</source>
        <translation>Dieses Bild als übersprungen markieren und das nächste zeigen</translation>
    </message>
    <message>
        <source>&amp;Filter the images</source>
        <translation>Bilder &amp;filtern</translation>
    </message>
    <message>
        <source>Type which images are listed: names, labels, scores, states</source>
        <translation>Eingeben, welche Bilder gelistet werden: Namen, Labels, Scores, Zustände</translation>
    </message>
    <message>
        <source>S&amp;ort the images again</source>
        <translation>Bilder neu so&amp;rtieren</translation>
    </message>
    <message>
        <source>Filter and order the list by what is known now</source>
        <translation>Die Liste nach jetzigem Stand filtern und ordnen</translation>
    </message>
    <message>
        <source>&amp;Previous image</source>
        <translation>&amp;Voriges Bild</translation>
    </message>
    <message>
        <source>Show the previous image</source>
        <translation>Das vorige Bild zeigen</translation>
    </message>
    <message>
        <source>Ne&amp;xt image</source>
        <translation>&amp;Nächstes Bild</translation>
    </message>
    <message>
        <source>Show the next image</source>
        <translation>Das nächste Bild zeigen</translation>
    </message>
    <message>
        <source>Next &amp;candidate</source>
        <translation>Nächster &amp;Kandidat</translation>
    </message>
    <message>
        <source>Show the search&apos;s next best box in place of the selected or best proposal</source>
        <translation>Statt des ausgewählten oder besten Vorschlags die nächstbeste Box der Suche zeigen</translation>
    </message>
    <message>
        <source>Pre&amp;vious candidate</source>
        <translation>V&amp;origer Kandidat</translation>
    </message>
    <message>
        <source>Show the candidate before this one again</source>
        <translation>Wieder den Kandidaten davor zeigen</translation>
    </message>
    <message>
        <source>Another ins&amp;tance</source>
        <translation>&amp;Weiteres Objekt</translation>
    </message>
    <message>
        <source>Search the current class again without the boxes that it has already</source>
        <translation>Die aktuelle Klasse noch einmal suchen, ohne die Boxen, die sie schon hat</translation>
    </message>
    <message>
        <source>Search in a re&amp;gion</source>
        <translation>In einem Be&amp;reich suchen</translation>
    </message>
    <message>
        <source>Drag over a part of the image to search the current class there</source>
        <translation>Über einen Teil des Bildes ziehen, um die aktuelle Klasse dort zu suchen</translation>
    </message>
    <message>
        <source>Search ah&amp;ead</source>
        <translation>&amp;Vorausschauend suchen</translation>
    </message>
    <message>
        <source>Search this image and the next ones while you look, once a network is open</source>
        <translation>Dieses und die nächsten Bilder durchsuchen, während Sie schauen, sobald ein Netz geöffnet ist</translation>
    </message>
    <message>
        <source>T&amp;rain…</source>
        <translation>&amp;Trainieren…</translation>
    </message>
    <message>
        <source>Teach a network your classes from the image labels, or see how far it is</source>
        <translation>Einem Netz Ihre Klassen aus den Bildlabels beibringen oder sehen, wie weit es ist</translation>
    </message>
    <message>
        <source>C&amp;o-occurrence and figures…</source>
        <translation>&amp;Gemeinsames Vorkommen und Kennzahlen…</translation>
    </message>
    <message>
        <source>See how good a trained network is, and which classes come together</source>
        <translation>Sehen, wie gut ein trainiertes Netz ist und welche Klassen zusammen vorkommen</translation>
    </message>
    <message>
        <source>&amp;Heat map</source>
        <translation>&amp;Heatmap</translation>
    </message>
    <message>
        <source>Show where the network saw the current class</source>
        <translation>Zeigen, wo das Netz die aktuelle Klasse gesehen hat</translation>
    </message>
    <message>
        <source>Show &amp;boxes</source>
        <translation>&amp;Boxen zeigen</translation>
    </message>
    <message>
        <source>Show or hide all boxes</source>
        <translation>Alle Boxen zeigen oder ausblenden</translation>
    </message>
    <message>
        <source>Show box &amp;labels</source>
        <translation>&amp;Text an den Boxen zeigen</translation>
    </message>
    <message>
        <source>Show or hide the text at the boxes</source>
        <translation>Den Text an den Boxen zeigen oder ausblenden</translation>
    </message>
    <message>
        <source>Show &amp;rejected boxes</source>
        <translation>Abge&amp;lehnte Boxen zeigen</translation>
    </message>
    <message>
        <source>Show the boxes that were rejected</source>
        <translation>Die Boxen zeigen, die abgelehnt wurden</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Ver&amp;größern</translation>
    </message>
    <message>
        <source>Enlarge the picture</source>
        <translation>Das Bild größer zeigen</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Verklei&amp;nern</translation>
    </message>
    <message>
        <source>Make the picture smaller</source>
        <translation>Das Bild kleiner zeigen</translation>
    </message>
    <message>
        <source>&amp;Actual size</source>
        <translation>&amp;Originalgröße</translation>
    </message>
    <message>
        <source>One image pixel is one screen pixel</source>
        <translation>Ein Bildpixel entspricht einem Bildschirmpixel</translation>
    </message>
    <message>
        <source>&amp;Fit the window</source>
        <translation>Ins &amp;Fenster einpassen</translation>
    </message>
    <message>
        <source>Show the whole picture</source>
        <translation>Das ganze Bild zeigen</translation>
    </message>
    <message>
        <source>Fit the &amp;width</source>
        <translation>In die Br&amp;eite einpassen</translation>
    </message>
    <message>
        <source>Show the picture over the whole width</source>
        <translation>Das Bild über die ganze Breite zeigen</translation>
    </message>
    <message>
        <source>&amp;Keep the view</source>
        <translation>Ansicht be&amp;wahren</translation>
    </message>
    <message>
        <source>Show the next image at the same place and zoom, if it has the same size</source>
        <translation>Das nächste Bild an derselben Stelle und im selben Zoom zeigen, wenn es gleich groß ist</translation>
    </message>
    <message>
        <source>Ins&amp;pector</source>
        <translation>&amp;Inspektor</translation>
    </message>
    <message>
        <source>Watch the search of the current image and class, candidate by candidate</source>
        <translation>Der Suche im aktuellen Bild nach der aktuellen Klasse zusehen, Kandidat für Kandidat</translation>
    </message>
    <message>
        <source>&amp;Statistics</source>
        <translation>St&amp;atistik</translation>
    </message>
    <message>
        <source>Accept rates, corrections, active time, and what was saved</source>
        <translation>Annahmequoten, Korrekturen, aktive Zeit und was gespart wurde</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>Follow the colours of the system</source>
        <translation>Den Farben des Systems folgen</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>Helle Farben</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>Dunkle Farben</translation>
    </message>
    <message>
        <source>Speak the language of the system, if it is there; from the next start on</source>
        <translation>Die Sprache des Systems sprechen, wenn es sie gibt; ab dem nächsten Start</translation>
    </message>
    <message>
        <source>Speak English, from the next start on</source>
        <translation>Englisch sprechen, ab dem nächsten Start</translation>
    </message>
    <message>
        <source>Speak German, from the next start on</source>
        <translation>Deutsch sprechen, ab dem nächsten Start</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Propose</source>
        <translation>&amp;Vorschlagen</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>&amp;Prüfen</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Propose</source>
        <translation>Vorschlagen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>Fa&amp;rbschema</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>S&amp;prache</translation>
    </message>
    <message>
        <source>Pa&amp;nels</source>
        <translation>Be&amp;dienfelder</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Zu&amp;letzt geöffnet</translation>
    </message>
</context>
<context>
    <name>AnnotationCanvas</name>
    <message>
        <source>Image canvas</source>
        <translation>Bildfläche</translation>
    </message>
    <message>
        <source>Shows the image with its boxes. Arrow keys move the selected box, Alt and arrow keys resize it.</source>
        <translation>Zeigt das Bild mit seinen Boxen. Pfeiltasten verschieben die ausgewählte Box, Alt und Pfeiltasten ändern ihre Größe.</translation>
    </message>
</context>
<context>
    <name>AttributeEditor</name>
    <message>
        <source>Difficult</source>
        <translation>Schwierig</translation>
    </message>
    <message>
        <source>Hard to recognise: evaluations leave it out</source>
        <translation>Schwer zu erkennen: Auswertungen lassen sie aus</translation>
    </message>
    <message>
        <source>Truncated</source>
        <translation>Abgeschnitten</translation>
    </message>
    <message>
        <source>Part of the object is beyond the image or the box</source>
        <translation>Ein Teil des Objekts liegt außerhalb des Bildes oder der Box</translation>
    </message>
    <message>
        <source>Occluded</source>
        <translation>Verdeckt</translation>
    </message>
    <message>
        <source>Something stands before part of the object</source>
        <translation>Etwas steht vor einem Teil des Objekts</translation>
    </message>
    <message>
        <source>Crowd</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>A group of objects under one box (COCO&apos;s iscrowd)</source>
        <translation>Mehrere Objekte unter einer Box (iscrowd von COCO)</translation>
    </message>
    <message>
        <source>Pose</source>
        <translation>Pose</translation>
    </message>
    <message>
        <source>From where the object is seen, in the words of VOC or any other</source>
        <translation>Von wo das Objekt zu sehen ist, in den Worten von VOC oder anderen</translation>
    </message>
    <message>
        <source>Fields of an accepted or drawn box</source>
        <translation>Felder einer angenommenen oder gezeichneten Box</translation>
    </message>
    <message numerus="yes">
        <source>Fields of %n selected box(es)</source>
        <translation>
            <numerusform>Felder von %n ausgewählten Box</numerusform>
            <numerusform>Felder von %n ausgewählten Boxen</numerusform>
        </translation>
    </message>
    <message>
        <source>Fields of the selected box</source>
        <translation>Felder der ausgewählten Box</translation>
    </message>
</context>
<context>
    <name>BeamDiagram</name>
    <message>
        <source>Diagram of the beam</source>
        <translation>Diagramm des Beams</translation>
    </message>
    <message>
        <source>Left goes to the parent, Right to the best child, Up and Down through the level.</source>
        <translation>Links führt zum Elternkandidaten, Rechts zum besten Kind, Auf und Ab durch die Ebene.</translation>
    </message>
</context>
<context>
    <name>BoxController</name>
    <message numerus="yes">
        <source>%n box(es) hidden. H shows them again.</source>
        <translation>
            <numerusform>%n Box ausgeblendet. H zeigt sie wieder.</numerusform>
            <numerusform>%n Boxen ausgeblendet. H zeigt sie wieder.</numerusform>
        </translation>
    </message>
    <message>
        <source>Select the box to hide first.</source>
        <translation>Wählen Sie zuerst die Box aus, die ausgeblendet werden soll.</translation>
    </message>
    <message>
        <source>Only accepted and drawn boxes can be locked: accept the proposal first.</source>
        <translation>Nur angenommene und gezeichnete Boxen lassen sich sperren: Nehmen Sie den Vorschlag zuerst an.</translation>
    </message>
    <message>
        <source>lock</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>box fields</source>
        <translation>Felder der Box</translation>
    </message>
</context>
<context>
    <name>BoxModel</name>
    <message>
        <source>proposed</source>
        <translation>Vorschlag</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>adjusted</source>
        <translation>korrigiert</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>drawn</source>
        <translation>gezeichnet</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>ausgeblendet</translation>
    </message>
</context>
<context>
    <name>BoxPanel</name>
    <message>
        <source>Boxes and proposals of this image</source>
        <translation>Boxen und Vorschläge dieses Bildes</translation>
    </message>
</context>
<context>
    <name>CalibrationController</name>
    <message>
        <source>Fitting thresholds …</source>
        <translation>Schwellen werden angepasst …</translation>
    </message>
    <message>
        <source>fit threshold</source>
        <translation>Schwelle anpassen</translation>
    </message>
    <message numerus="yes">
        <source>%n threshold(s) fitted to your boxes. {0} takes them back.</source>
        <translation>
            <numerusform>%n Schwelle an Ihre Boxen angepasst. {0} nimmt das zurück.</numerusform>
            <numerusform>%n Schwellen an Ihre Boxen angepasst. {0} nimmt das zurück.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Threshold of {0} fitted to %n box(es): {1} to {2}. {3} takes it back.</source>
        <translation>
            <numerusform>Schwelle von {0} an %n Box angepasst: {1} auf {2}. {3} nimmt das zurück.</numerusform>
            <numerusform>Schwelle von {0} an %n Boxen angepasst: {1} auf {2}. {3} nimmt das zurück.</numerusform>
        </translation>
    </message>
    <message>
        <source>thresholds of the card</source>
        <translation>Schwellen der Modellkarte</translation>
    </message>
    <message numerus="yes">
        <source>%n class(es) begin at the thresholds of the network card.</source>
        <translation>
            <numerusform>%n Klasse beginnt mit der Schwelle der Modellkarte.</numerusform>
            <numerusform>%n Klassen beginnen mit den Schwellen der Modellkarte.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no box to fit thresholds on.</source>
        <translation>Es gibt keine Box, an die Schwellen angepasst werden könnten.</translation>
    </message>
    <message>
        <source>Accept, adjust or draw some boxes in images that were searched.</source>
        <translation>Nehmen Sie in durchsuchten Bildern einige Boxen an, korrigieren oder zeichnen Sie welche.</translation>
    </message>
    <message>
        <source>fit thresholds</source>
        <translation>Schwellen anpassen</translation>
    </message>
</context>
<context>
    <name>CalibrationDialog</name>
    <message>
        <source>Calibrate thresholds</source>
        <translation>Schwellen kalibrieren</translation>
    </message>
    <message>
        <source>The thresholds that fit the boxes that you accepted, adjusted or drew best. AP50 is the average precision of the proposals on these boxes, at an overlap above one half.</source>
        <translation>Die Schwellen, die am besten zu den Boxen passen, die Sie angenommen, korrigiert oder gezeichnet haben. AP50 ist die Average Precision der Vorschläge auf diesen Boxen bei einer Überlappung von mehr als der Hälfte.</translation>
    </message>
    <message>
        <source>Fitted thresholds</source>
        <translation>Angepasste Schwellen</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Fitted</source>
        <translation>Angepasst</translation>
    </message>
    <message>
        <source>Between</source>
        <translation>Zwischen</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>Boxen</translation>
    </message>
    <message>
        <source>AP50 now</source>
        <translation>AP50 jetzt</translation>
    </message>
    <message>
        <source>AP50 fitted</source>
        <translation>AP50 danach</translation>
    </message>
    <message>
        <source>Expected to fit</source>
        <translation>Trefferquote</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Anmerkung</translation>
    </message>
    <message>
        <source>What other draws of the same images would have chosen: the fewer boxes, the wider</source>
        <translation>Was andere Ziehungen derselben Bilder gewählt hätten: je weniger Boxen, desto weiter</translation>
    </message>
    <message>
        <source>Share of the proposals at the fitted threshold that overlap one of your boxes by more than half</source>
        <translation>Anteil der Vorschläge bei der angepassten Schwelle, die eine Ihrer Boxen um mehr als die Hälfte überlappen</translation>
    </message>
    <message>
        <source>Set the thresholds</source>
        <translation>Schwellen setzen</translation>
    </message>
    <message>
        <source>its images were not searched</source>
        <translation>ihre Bilder wurden nicht durchsucht</translation>
    </message>
    <message>
        <source>no boxes yet</source>
        <translation>noch keine Boxen</translation>
    </message>
    <message>
        <source>you chose it</source>
        <translation>von Ihnen gewählt</translation>
    </message>
    <message>
        <source>fewer than {0} boxes</source>
        <translation>weniger als {0} Boxen</translation>
    </message>
    <message>
        <source>no threshold fits a box</source>
        <translation>keine Schwelle passt zu einer Box</translation>
    </message>
    <message>
        <source>as good as it is</source>
        <translation>schon so gut wie möglich</translation>
    </message>
</context>
<context>
    <name>CandidateCard</name>
    <message>
        <source>Probability</source>
        <translation>Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>Log-odds</source>
        <translation>Log-Odds</translation>
    </message>
    <message>
        <source>Rank in level</source>
        <translation>Rang in der Ebene</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Parent</source>
        <translation>Elternkandidat</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Feature map that the candidate was scored from</source>
        <translation>Merkmalskarte, aus der der Kandidat bewertet wurde</translation>
    </message>
    <message>
        <source>Crop of the candidate</source>
        <translation>Ausschnitt des Kandidaten</translation>
    </message>
    <message>
        <source>Its own crop</source>
        <translation>Sein eigener Ausschnitt</translation>
    </message>
    <message>
        <source>Show how strongly the feature map answers</source>
        <translation>Zeigen, wie stark die Merkmalskarte antwortet</translation>
    </message>
    <message>
        <source>The length of each cell&apos;s feature vector</source>
        <translation>Die Länge des Merkmalsvektors jeder Zelle</translation>
    </message>
    <message>
        <source>Needs the network of this run: propose with it once, or run again</source>
        <translation>Braucht das Netz dieses Laufs: schlagen Sie einmal damit vor, oder suchen Sie erneut</translation>
    </message>
    <message>
        <source>No candidate is selected</source>
        <translation>Kein Kandidat ausgewählt</translation>
    </message>
    <message>
        <source>Level {0} · {1}</source>
        <translation>Ebene {0} · {1}</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
    <message>
        <source>row {0}, p {1}</source>
        <translation>Zeile {0}, p {1}</translation>
    </message>
    <message>
        <source>Cut from the map of all that was searched, {0}&#xa0;×&#xa0;{0}&#xa0;cells</source>
        <translation>Aus der Karte alles Durchsuchten geschnitten, {0}&#xa0;×&#xa0;{0}&#xa0;Zellen</translation>
    </message>
    <message>
        <source>Its sub-grid of the parent&apos;s crop, {0}&#xa0;×&#xa0;{0}&#xa0;cells</source>
        <translation>Sein Teilraster im Ausschnitt des Elternkandidaten, {0}&#xa0;×&#xa0;{0}&#xa0;Zellen</translation>
    </message>
</context>
<context>
    <name>CandidateController</name>
    <message>
        <source>{0} has not been searched in this image.</source>
        <translation>{0} wurde in diesem Bild nicht gesucht.</translation>
    </message>
    <message>
        <source>P searches it.</source>
        <translation>P startet die Suche.</translation>
    </message>
    <message>
        <source>This search has no more candidates of {0}.</source>
        <translation>Diese Suche hat keine weiteren Kandidaten für {0}.</translation>
    </message>
    <message>
        <source>I looks for another instance, G searches in a region that you draw.</source>
        <translation>I sucht ein weiteres Objekt, G sucht in einem Bereich, den Sie zeichnen.</translation>
    </message>
    <message>
        <source>There is no earlier candidate.</source>
        <translation>Es gibt keinen früheren Kandidaten.</translation>
    </message>
    <message>
        <source>N shows the next one.</source>
        <translation>N zeigt den nächsten.</translation>
    </message>
</context>
<context>
    <name>CandidateList</name>
    <message>
        <source>Candidates at the point, smallest first</source>
        <translation>Kandidaten am Punkt, die kleinsten zuerst</translation>
    </message>
    <message>
        <source>Point at the photo to list the candidates there; a click keeps the list.</source>
        <translation>Zeigen Sie auf das Foto, um die Kandidaten dort aufzulisten; ein Klick hält die Liste fest.</translation>
    </message>
    <message numerus="yes">
        <source>%n candidate(s) at {0}, {1}</source>
        <translation>
            <numerusform>%n Kandidat bei {0}, {1}</numerusform>
            <numerusform>%n Kandidaten bei {0}, {1}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n candidate(s) at {0}, {1} · kept; Esc lets go</source>
        <translation>
            <numerusform>%n Kandidat bei {0}, {1} · festgehalten; Esc lässt los</numerusform>
            <numerusform>%n Kandidaten bei {0}, {1} · festgehalten; Esc lässt los</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CardView</name>
    <message>
        <source>Figures per class</source>
        <translation>Kennzahlen je Klasse</translation>
    </message>
    <message>
        <source>Co-occurrence</source>
        <translation>Gemeinsames Vorkommen</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Kurven</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Images with it</source>
        <translation>Bilder damit</translation>
    </message>
    <message>
        <source>Held-out AP</source>
        <translation>Validierungs-AP</translation>
    </message>
    <message>
        <source>0 to 1</source>
        <translation>0 bis 1</translation>
    </message>
    <message>
        <source>Average precision of each class</source>
        <translation>Average Precision jeder Klasse</translation>
    </message>
    <message>
        <source>Each number is p(row | column): of the training images with the class of the column, the share that has the class of the row too.</source>
        <translation>Jede Zahl ist p(Zeile | Spalte): der Anteil der Trainingsbilder mit der Klasse der Spalte, die auch die Klasse der Zeile haben.</translation>
    </message>
    <message>
        <source>0 never</source>
        <translation>0 nie</translation>
    </message>
    <message>
        <source>1 always</source>
        <translation>1 immer</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message numerus="yes">
        <source>mAP {0} on %n held-out image(s)</source>
        <translation>
            <numerusform>mAP {0} auf %n Validierungsbild</numerusform>
            <numerusform>mAP {0} auf %n Validierungsbildern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>learned from %n image(s)</source>
        <translation>
            <numerusform>gelernt aus %n Bild</numerusform>
            <numerusform>gelernt aus %n Bildern</numerusform>
        </translation>
    </message>
    <message>
        <source>started from {0}</source>
        <translation>ausgehend von {0}</translation>
    </message>
    <message>
        <source>frozen features</source>
        <translation>Merkmale eingefroren</translation>
    </message>
    <message>
        <source>the whole network learned</source>
        <translation>das ganze Netz hat gelernt</translation>
    </message>
    <message>
        <source>epoch {0} of {1}</source>
        <translation>Epoche {0} von {1}</translation>
    </message>
    <message>
        <source> (ended early)</source>
        <translation> (vorzeitig beendet)</translation>
    </message>
    <message>
        <source>This card has no co-occurrence.</source>
        <translation>Diese Modellkarte hat kein gemeinsames Vorkommen.</translation>
    </message>
    <message>
        <source>alpha {0:g}: too little was held out to choose it, so it changes nothing.</source>
        <translation>alpha {0:g}: Zur Wahl wurde zu wenig zurückgehalten, es ändert also nichts.</translation>
    </message>
    <message>
        <source>alpha 0: raising a class by those that come with it did not help on the held-out images (mAP {0:.3f}).</source>
        <translation>alpha 0: Eine Klasse durch die mit ihr vorkommenden anzuheben, half auf den Validierungsbildern nicht (mAP {0:.3f}).</translation>
    </message>
    <message>
        <source>alpha {0:g}: held-out mAP {1:.3f} with co-occurrence in the ranking, {2:.3f} without.</source>
        <translation>alpha {0:g}: Validierungs-mAP {1:.3f} mit gemeinsamem Vorkommen in der Rangfolge, {2:.3f} ohne.</translation>
    </message>
</context>
<context>
    <name>ClassController</name>
    <message>
        <source>Add a class</source>
        <translation>Klasse hinzufügen</translation>
    </message>
    <message>
        <source>add class</source>
        <translation>Klasse hinzufügen</translation>
    </message>
    <message>
        <source>Rename the class</source>
        <translation>Klasse umbenennen</translation>
    </message>
    <message>
        <source>rename class</source>
        <translation>Klasse umbenennen</translation>
    </message>
    <message>
        <source>remove class</source>
        <translation>Klasse entfernen</translation>
    </message>
    <message>
        <source>Name of the class:</source>
        <translation>Name der Klasse:</translation>
    </message>
    <message>
        <source>There is a class named {0} already.</source>
        <translation>Es gibt schon eine Klasse namens {0}.</translation>
    </message>
</context>
<context>
    <name>ClassPanel</name>
    <message>
        <source>No classes yet. Add one to draw boxes.</source>
        <translation>Noch keine Klassen. Fügen Sie eine hinzu, um Boxen zu zeichnen.</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
</context>
<context>
    <name>ClassRowWidget</name>
    <message>
        <source>Threshold of {0}</source>
        <translation>Schwelle von {0}</translation>
    </message>
    <message>
        <source>Threshold of {0}: higher gives tighter boxes</source>
        <translation>Schwelle von {0}: höher gibt engere Boxen</translation>
    </message>
    <message numerus="yes">
        <source>%n proposed</source>
        <translation>
            <numerusform>%n vorgeschlagen</numerusform>
            <numerusform>%n vorgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n box(es)</source>
        <translation>
            <numerusform>%n Box</numerusform>
            <numerusform>%n Boxen</numerusform>
        </translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>The same images drawn anew would give {0} to {1}, four times of five</source>
        <translation>Dieselben Bilder, neu gezogen, ergäben in vier von fünf Fällen {0} bis {1}</translation>
    </message>
    <message numerus="yes">
        <source>{0} fits your %n box(es)</source>
        <translation>
            <numerusform>{0} passt zu Ihrer %n Box</numerusform>
            <numerusform>{0} passt zu Ihren %n Boxen</numerusform>
        </translation>
    </message>
    <message>
        <source>Set this threshold for {0}</source>
        <translation>Diese Schwelle für {0} setzen</translation>
    </message>
    <message numerus="yes">
        <source>fitted to %n box(es)</source>
        <translation>
            <numerusform>angepasst an %n Box</numerusform>
            <numerusform>angepasst an %n Boxen</numerusform>
        </translation>
    </message>
    <message>
        <source>from the network card</source>
        <translation>aus der Modellkarte</translation>
    </message>
    <message>
        <source>your choice</source>
        <translation>Ihre Wahl</translation>
    </message>
</context>
<context>
    <name>ClassTable</name>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>With it</source>
        <translation>Mit</translation>
    </message>
    <message>
        <source>Without</source>
        <translation>Ohne</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Will be</source>
        <translation>Wird</translation>
    </message>
    <message>
        <source>images labelled with the class</source>
        <translation>Bilder mit dem Label dieser Klasse</translation>
    </message>
    <message>
        <source>images labelled as being without the class</source>
        <translation>Bilder, die laut Label ohne die Klasse sind</translation>
    </message>
    <message>
        <source>What will be learned</source>
        <translation>Was gelernt wird</translation>
    </message>
    <message>
        <source>learned</source>
        <translation>gelernt</translation>
    </message>
    <message>
        <source>left out: {0}</source>
        <translation>ausgelassen: {0}</translation>
    </message>
    <message>
        <source>none has it</source>
        <translation>kein Bild hat sie</translation>
    </message>
    <message>
        <source>none is without it</source>
        <translation>kein Bild ist ohne sie</translation>
    </message>
</context>
<context>
    <name>CooccurrenceModel</name>
    <message>
        <source>{0} with itself</source>
        <translation>{0} mit sich selbst</translation>
    </message>
    <message>
        <source>Of the training images with {0}, {1:.0%} have {2} too: p({2} | {0}) = {3:.3f}</source>
        <translation>Von den Trainingsbildern mit {0} haben {1:.0%} auch {2}: p({2} | {0}) = {3:.3f}</translation>
    </message>
    <message>
        <source>that {0} is there too</source>
        <translation>dass auch {0} da ist</translation>
    </message>
    <message>
        <source>given {0}</source>
        <translation>gegeben {0}</translation>
    </message>
</context>
<context>
    <name>CooccurrenceView</name>
    <message>
        <source>Co-occurrence of the classes</source>
        <translation>Gemeinsames Vorkommen der Klassen</translation>
    </message>
</context>
<context>
    <name>CopyController</name>
    <message numerus="yes">
        <source>%n box(es) copied. {0} draws them in any image.</source>
        <translation>
            <numerusform>%n Box kopiert. {0} zeichnet sie in jedem Bild.</numerusform>
            <numerusform>%n Boxen kopiert. {0} zeichnet sie in jedem Bild.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was copied yet: select a box, then {0}.</source>
        <translation>Es wurde noch nichts kopiert: erst eine Box auswählen, dann {0}.</translation>
    </message>
    <message>
        <source>paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>There is no image before this one in the list.</source>
        <translation>Vor diesem Bild steht keines in der Liste.</translation>
    </message>
    <message>
        <source>The previous image has no boxes.</source>
        <translation>Das vorige Bild hat keine Boxen.</translation>
    </message>
    <message numerus="yes">
        <source>%n box(es) copied from the previous image.</source>
        <translation>
            <numerusform>%n Box vom vorigen Bild kopiert.</numerusform>
            <numerusform>%n Boxen vom vorigen Bild kopiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>copy from the previous image</source>
        <translation>Kopieren vom vorigen Bild</translation>
    </message>
    <message>
        <source>Left out, because the label says they are not in this image: {0}.</source>
        <translation>Ausgelassen, weil sie laut Label nicht in diesem Bild sind: {0}.</translation>
    </message>
    <message numerus="yes">
        <source>%n box(es) left out that are here already.</source>
        <translation>
            <numerusform>%n Box ausgelassen, die hier schon ist.</numerusform>
            <numerusform>%n Boxen ausgelassen, die hier schon sind.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n box(es) left out that would lie outside this image.</source>
        <translation>
            <numerusform>%n Box ausgelassen, die außerhalb dieses Bildes läge.</numerusform>
            <numerusform>%n Boxen ausgelassen, die außerhalb dieses Bildes lägen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CurveChart</name>
    <message>
        <source>epoch {0}</source>
        <translation>Epoche {0}</translation>
    </message>
    <message>
        <source>{0}: {1:.4f} in epoch {2}</source>
        <translation>{0}: {1:.4f} in Epoche {2}</translation>
    </message>
    <message>
        <source>best epoch {0}</source>
        <translation>beste Epoche {0}</translation>
    </message>
    <message>
        <source>The curve begins with the first epoch.</source>
        <translation>Die Kurve beginnt mit der ersten Epoche.</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>best: epoch {0}</source>
        <translation>beste: Epoche {0}</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>Boxes and proposals</source>
        <translation>Boxen und Vorschläge</translation>
    </message>
    <message>
        <source>Search, level by level</source>
        <translation>Suche, Ebene für Ebene</translation>
    </message>
    <message>
        <source>Step through the search of the current class, level by level</source>
        <translation>Die Suche nach der aktuellen Klasse Ebene für Ebene durchgehen</translation>
    </message>
</context>
<context>
    <name>EdgeController</name>
    <message>
        <source>Select one box first: E moves its edges along the heat map.</source>
        <translation>Wählen Sie zuerst eine einzelne Box aus: E setzt ihre Kanten entlang der Heatmap.</translation>
    </message>
    <message>
        <source>The box is locked, so it was left as it is.</source>
        <translation>Die Box ist gesperrt und wurde daher nicht verändert.</translation>
    </message>
    <message>
        <source>Unlock it first (K).</source>
        <translation>Entsperren Sie sie zuerst (K).</translation>
    </message>
    <message>
        <source>The heat map of {0} has no step for this edge.</source>
        <translation>Die Heatmap von {0} hat keine Stufe für diese Kante.</translation>
    </message>
    <message>
        <source>{0} was not searched here, so there is no heat map to follow.</source>
        <translation>{0} wurde hier nicht gesucht, also gibt es keine Heatmap, der die Kante folgen könnte.</translation>
    </message>
</context>
<context>
    <name>EvaluationController</name>
    <message>
        <source>{0} is no longer there: evaluate again.</source>
        <translation>{0} ist nicht mehr da: Werten Sie erneut aus.</translation>
    </message>
    <message>
        <source>No web browser answers. The page is {0}.</source>
        <translation>Kein Webbrowser antwortet. Die Seite liegt in {0}.</translation>
    </message>
    <message>
        <source>The evaluation is done: {0}.</source>
        <translation>Die Auswertung ist fertig: {0}.</translation>
    </message>
    <message>
        <source>File &gt; Evaluate shows it.</source>
        <translation>Datei &gt; Auswerten zeigt sie.</translation>
    </message>
</context>
<context>
    <name>EvaluationDialog</name>
    <message>
        <source>Evaluate the proposals</source>
        <translation>Vorschläge auswerten</translation>
    </message>
    <message>
        <source>How good are points and boxes, and how much work do they save? Nothing of the project is changed.</source>
        <translation>Wie gut sind Punkte und Boxen, und wie viel Arbeit sparen sie? Am Projekt wird nichts geändert.</translation>
    </message>
    <message>
        <source>Progress of the evaluation</source>
        <translation>Fortschritt der Auswertung</translation>
    </message>
    <message>
        <source>Why nothing was evaluated</source>
        <translation>Warum nichts ausgewertet wurde</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>Auswerten</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Open the page</source>
        <translation>Seite öffnen</translation>
    </message>
    <message>
        <source>Evaluate again</source>
        <translation>Erneut auswerten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Show curves, bars and the worst images in the web browser</source>
        <translation>Kurven, Balken und die schlechtesten Bilder im Webbrowser zeigen</translation>
    </message>
    <message>
        <source>Measuring …</source>
        <translation>Messung läuft …</translation>
    </message>
    <message>
        <source>, {0} left</source>
        <translation>, noch {0}</translation>
    </message>
    <message>
        <source>{0:,} of {1:,}{2}</source>
        <translation>{0:,} von {1:,}{2}</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
</context>
<context>
    <name>EvaluationProcess</name>
    <message>
        <source>The evaluation could not be started: {0}.</source>
        <translation>Die Auswertung konnte nicht gestartet werden: {0}.</translation>
    </message>
    <message>
        <source>Install WSL Annotator again.</source>
        <translation>Installieren Sie WSL Annotator neu.</translation>
    </message>
    <message>
        <source>The evaluation ended without saying why (code {0}).</source>
        <translation>Die Auswertung endete ohne Angabe von Gründen (Code {0}).</translation>
    </message>
    <message>
        <source>Nothing was changed. If the memory ran out, close other programs.</source>
        <translation>Nichts wurde geändert. Wenn der Speicher ausging, schließen Sie andere Programme.</translation>
    </message>
    <message>
        <source>The evaluation reported nothing that can be read.</source>
        <translation>Die Auswertung hat nichts Lesbares gemeldet.</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export the boxes</source>
        <translation>Boxen exportieren</translation>
    </message>
    <message>
        <source>Ids stay the same over exports; files are replaced whole or not at all.</source>
        <translation>IDs bleiben über Exporte hinweg gleich; Dateien werden ganz oder gar nicht ersetzt.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>COCO JSON, one file</source>
        <translation>COCO-JSON, eine Datei</translation>
    </message>
    <message>
        <source>Pascal VOC XML, a folder</source>
        <translation>Pascal-VOC-XML, ein Ordner</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>COCO file</source>
        <translation>COCO-Datei</translation>
    </message>
    <message>
        <source>JSON files (*.json)</source>
        <translation>JSON-Dateien (*.json)</translation>
    </message>
    <message>
        <source>VOC folder</source>
        <translation>VOC-Ordner</translation>
    </message>
    <message>
        <source>if they are verified</source>
        <translation>wenn sie geprüft sind</translation>
    </message>
    <message>
        <source>always</source>
        <translation>immer</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>left empty</source>
        <translation>bleibt leer</translation>
    </message>
    <message>
        <source>the rectangle as a polygon</source>
        <translation>das Rechteck als Polygon</translation>
    </message>
    <message>
        <source>as the VOC specification: from 1, inclusive</source>
        <translation>nach der VOC-Spezifikation: ab 1, einschließlich</translation>
    </message>
    <message>
        <source>from 0</source>
        <translation>ab 0</translation>
    </message>
    <message>
        <source>left where they are</source>
        <translation>bleiben, wo sie sind</translation>
    </message>
    <message>
        <source>copied</source>
        <translation>werden kopiert</translation>
    </message>
    <message>
        <source>linked</source>
        <translation>werden verlinkt</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>Boxen</translation>
    </message>
    <message>
        <source>Images without boxes</source>
        <translation>Bilder ohne Boxen</translation>
    </message>
    <message>
        <source>Segmentation</source>
        <translation>Segmentierung</translation>
    </message>
    <message>
        <source>Coordinates</source>
        <translation>Koordinaten</translation>
    </message>
    <message>
        <source>Image files</source>
        <translation>Bilddateien</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>adjusted</source>
        <translation>korrigiert</translation>
    </message>
    <message>
        <source>drawn</source>
        <translation>gezeichnet</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>vorgeschlagen</translation>
    </message>
    <message>
        <source>Proposals at the present thresholds, which nobody has judged</source>
        <translation>Vorschläge bei den jetzigen Schwellen, die niemand beurteilt hat</translation>
    </message>
    <message numerus="yes">
        <source>%n box(es) of a person will be written.</source>
        <translation>
            <numerusform>%n Box eines Menschen wird geschrieben.</numerusform>
            <numerusform>%n Boxen von Menschen werden geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose where to write.</source>
        <translation>Wählen Sie, wohin geschrieben wird.</translation>
    </message>
    <message>
        <source>Choose at least one kind of box.</source>
        <translation>Wählen Sie mindestens eine Art von Boxen.</translation>
    </message>
</context>
<context>
    <name>Exporter</name>
    <message>
        <source>Animation, one frame a level (*.gif)</source>
        <translation>Animation, ein Bild je Ebene (*.gif)</translation>
    </message>
    <message>
        <source>Strip of levels (*.png)</source>
        <translation>Streifen der Ebenen (*.png)</translation>
    </message>
    <message>
        <source>Trace, every candidate (*.json)</source>
        <translation>Trace, jeder Kandidat (*.json)</translation>
    </message>
    <message>
        <source>Export the search</source>
        <translation>Suche exportieren</translation>
    </message>
    <message>
        <source>Writing …</source>
        <translation>Wird geschrieben …</translation>
    </message>
</context>
<context>
    <name>HistoryCharts</name>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>cross-entropy, lower is better</source>
        <translation>Kreuzentropie, niedriger ist besser</translation>
    </message>
    <message>
        <source>mAP</source>
        <translation>mAP</translation>
    </message>
    <message>
        <source>on held-out images, 0 to 1, higher is better</source>
        <translation>auf Validierungsbildern, 0 bis 1, höher ist besser</translation>
    </message>
    <message>
        <source>training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>held out</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>held-out mAP</source>
        <translation>Validierungs-mAP</translation>
    </message>
</context>
<context>
    <name>ImageModel</name>
    <message>
        <source>cannot be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>untouched</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>in Arbeit</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>geprüft</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>übersprungen</translation>
    </message>
    <message numerus="yes">
        <source>%n box(es)</source>
        <translation>
            <numerusform>%n Box</numerusform>
            <numerusform>%n Boxen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n searched</source>
        <translation>
            <numerusform>%n durchsucht</numerusform>
            <numerusform>%n durchsucht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the network doubts %n label(s)</source>
        <translation>
            <numerusform>das Netz bezweifelt %n Label</numerusform>
            <numerusform>das Netz bezweifelt %n Labels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImagePanel</name>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import labels or boxes</source>
        <translation>Labels oder Boxen importieren</translation>
    </message>
    <message>
        <source>Image-level labels: CSV, ImageSets/Main, one folder a class. Labels or boxes: VOC XML, COCO JSON. Importing the same thing again changes nothing, and Ctrl+Z takes an import back.</source>
        <translation>Bildlabels: CSV, ImageSets/Main, ein Ordner je Klasse. Labels oder Boxen: VOC-XML, COCO-JSON. Dasselbe noch einmal zu importieren ändert nichts, und Strg+Z nimmt einen Import zurück.</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>File or folder</source>
        <translation>Datei oder Ordner</translation>
    </message>
    <message>
        <source>image-level labels only</source>
        <translation>nur Bildlabels</translation>
    </message>
    <message>
        <source>boxes, and the labels that follow from them</source>
        <translation>Boxen und die Labels, die daraus folgen</translation>
    </message>
    <message>
        <source>What to take</source>
        <translation>Was übernommen wird</translation>
    </message>
    <message>
        <source>as the VOC specification: from 1, inclusive</source>
        <translation>nach der VOC-Spezifikation: ab 1, einschließlich</translation>
    </message>
    <message>
        <source>from 0</source>
        <translation>ab 0</translation>
    </message>
    <message>
        <source>VOC coordinates</source>
        <translation>VOC-Koordinaten</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Choose a file or folder.</source>
        <translation>Wählen Sie eine Datei oder einen Ordner.</translation>
    </message>
    <message>
        <source>There is no {0}.</source>
        <translation>{0} gibt es nicht.</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>drop left column</source>
        <translation>linke Spalte weg</translation>
    </message>
    <message>
        <source>drop right column</source>
        <translation>rechte Spalte weg</translation>
    </message>
    <message>
        <source>drop top row</source>
        <translation>obere Zeile weg</translation>
    </message>
    <message>
        <source>drop bottom row</source>
        <translation>untere Zeile weg</translation>
    </message>
    <message>
        <source>drop left</source>
        <translation>links weg</translation>
    </message>
    <message>
        <source>drop right</source>
        <translation>rechts weg</translation>
    </message>
    <message>
        <source>drop top</source>
        <translation>oben weg</translation>
    </message>
    <message>
        <source>drop bottom</source>
        <translation>unten weg</translation>
    </message>
    <message>
        <source>root</source>
        <translation>Wurzel</translation>
    </message>
    <message>
        <source>● kept</source>
        <translation>● behalten</translation>
    </message>
    <message>
        <source>○ pruned</source>
        <translation>○ verworfen</translation>
    </message>
    <message>
        <source>✓ Replay exact</source>
        <translation>✓ Wiederholung exakt</translation>
    </message>
    <message>
        <source>✗ Replay differs</source>
        <translation>✗ Wiederholung weicht ab</translation>
    </message>
    <message>
        <source>heat map</source>
        <translation>Heatmap</translation>
    </message>
    <message>
        <source>greatest heat</source>
        <translation>größte Wärme</translation>
    </message>
    <message>
        <source>point</source>
        <translation>Punkt</translation>
    </message>
    <message>
        <source>boxes</source>
        <translation>Boxen</translation>
    </message>
    <message>
        <source>The stored candidates were added up again without a network and compared bit for bit:</source>
        <translation>Die gespeicherten Kandidaten wurden ohne Netz noch einmal aufsummiert und Bit für Bit verglichen:</translation>
    </message>
    <message>
        <source>{part}: the same bits</source>
        <translation>{part}: dieselben Bits</translation>
    </message>
    <message>
        <source>{part}: other bits</source>
        <translation>{part}: andere Bits</translation>
    </message>
    <message>
        <source>pruned in the other run</source>
        <translation>im anderen Lauf verworfen</translation>
    </message>
    <message>
        <source>never scored there in the other run</source>
        <translation>im anderen Lauf dort nie bewertet</translation>
    </message>
    <message>
        <source>the other run had ended</source>
        <translation>der andere Lauf war zu Ende</translation>
    </message>
    <message>
        <source>level {level}, row {row}: kept in {side}, {why}</source>
        <translation>Ebene {level}, Zeile {row}: behalten in {side}, {why}</translation>
    </message>
</context>
<context>
    <name>InspectorController</name>
    <message>
        <source>No project is open. A stored search (a trace file) needs none.</source>
        <translation>Es ist kein Projekt geöffnet. Eine gespeicherte Suche (eine Trace-Datei) braucht keines.</translation>
    </message>
    <message>
        <source>{0} was not searched for {1} yet.</source>
        <translation>{0} wurde noch nicht nach {1} durchsucht.</translation>
    </message>
    <message>
        <source>{0} was searched for {1} by a localizer that has no levels to show.</source>
        <translation>{0} wurde von einem Lokalisierer nach {1} durchsucht, der keine Ebenen zu zeigen hat.</translation>
    </message>
    <message>
        <source>Open a stored trace</source>
        <translation>Gespeicherten Trace öffnen</translation>
    </message>
    <message>
        <source>Traces (*.json)</source>
        <translation>Traces (*.json)</translation>
    </message>
    <message>
        <source>Compare with a stored trace</source>
        <translation>Mit gespeichertem Trace vergleichen</translation>
    </message>
    <message>
        <source>Choose the photo</source>
        <translation>Foto wählen</translation>
    </message>
    <message>
        <source>Written: {0}</source>
        <translation>Geschrieben: {0}</translation>
    </message>
    <message>
        <source>The network of this run is not open: propose with it, or run again.</source>
        <translation>Das Netz dieses Laufs ist nicht geöffnet: Schlagen Sie damit vor, oder suchen Sie erneut.</translation>
    </message>
    <message>
        <source>{0} has {1} × {2} pixels, but {3} has {4} × {5}: only runs on one photo can be compared.</source>
        <translation>{0} hat {1} × {2} Pixel, {3} aber {4} × {5}: Nur Läufe auf demselben Foto lassen sich vergleichen.</translation>
    </message>
    <message>
        <source>The photo {0} was not found beside the trace.</source>
        <translation>Das Foto {0} wurde neben dem Trace nicht gefunden.</translation>
    </message>
    <message>
        <source>File &gt; Choose photo says where it lies.</source>
        <translation>Datei &gt; Foto wählen gibt an, wo es liegt.</translation>
    </message>
    <message>
        <source>No other search of this photo</source>
        <translation>Keine andere Suche in diesem Foto</translation>
    </message>
    <message>
        <source>Waiting for the network …</source>
        <translation>Warten auf das Netz …</translation>
    </message>
    <message>
        <source>Opening the network …</source>
        <translation>Netz wird geöffnet …</translation>
    </message>
</context>
<context>
    <name>InspectorWindow</name>
    <message>
        <source>Where the two runs differ</source>
        <translation>Wo sich die beiden Läufe unterscheiden</translation>
    </message>
    <message>
        <source>Inspector — WSL Annotator</source>
        <translation>Inspektor — WSL Annotator</translation>
    </message>
    <message>
        <source>&amp;Open trace…</source>
        <translation>Trace ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Show a stored search; no network is needed</source>
        <translation>Eine gespeicherte Suche zeigen; dafür wird kein Netz gebraucht</translation>
    </message>
    <message>
        <source>Choose &amp;photo…</source>
        <translation>F&amp;oto wählen…</translation>
    </message>
    <message>
        <source>Say where the photo of the trace lies</source>
        <translation>Angeben, wo das Foto zum Trace liegt</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <source>Write the search as JSON, PNG strip or animated GIF</source>
        <translation>Die Suche als JSON, PNG-Streifen oder animiertes GIF schreiben</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>Close the inspector</source>
        <translation>Den Inspektor schließen</translation>
    </message>
    <message>
        <source>&amp;Heat so far</source>
        <translation>&amp;Heatmap bis hier</translation>
    </message>
    <message>
        <source>Show the heat map as it grows</source>
        <translation>Die Heatmap beim Wachsen zeigen</translation>
    </message>
    <message>
        <source>&amp;Boxes of the level</source>
        <translation>&amp;Boxen der Ebene</translation>
    </message>
    <message>
        <source>Show the boxes of the level</source>
        <translation>Die Boxen der Ebene zeigen</translation>
    </message>
    <message>
        <source>P&amp;runed boxes</source>
        <translation>&amp;Verworfene Boxen</translation>
    </message>
    <message>
        <source>Show what was dropped, too</source>
        <translation>Auch zeigen, was verworfen wurde</translation>
    </message>
    <message>
        <source>&amp;Play or pause</source>
        <translation>&amp;Abspielen oder anhalten</translation>
    </message>
    <message>
        <source>Run through the levels</source>
        <translation>Die Ebenen durchlaufen</translation>
    </message>
    <message>
        <source>One level back</source>
        <translation>Eine Ebene zurück</translation>
    </message>
    <message>
        <source>Level bac&amp;k</source>
        <translation>Ebene &amp;zurück</translation>
    </message>
    <message>
        <source>Level &amp;on</source>
        <translation>Ebene &amp;weiter</translation>
    </message>
    <message>
        <source>One level on</source>
        <translation>Eine Ebene weiter</translation>
    </message>
    <message>
        <source>&amp;Fit the photo</source>
        <translation>&amp;Foto einpassen</translation>
    </message>
    <message>
        <source>Show the whole photo</source>
        <translation>Das ganze Foto zeigen</translation>
    </message>
    <message>
        <source>&amp;Run again…</source>
        <translation>Er&amp;neut suchen…</translation>
    </message>
    <message>
        <source>Search the photo with other settings, beside this run</source>
        <translation>Das Foto mit anderen Einstellungen durchsuchen, neben diesem Lauf</translation>
    </message>
    <message>
        <source>Another trace &amp;file…</source>
        <translation>Andere Trace-&amp;Datei…</translation>
    </message>
    <message>
        <source>Show another stored search beside this one</source>
        <translation>Eine andere gespeicherte Suche neben dieser zeigen</translation>
    </message>
    <message>
        <source>&amp;End comparison</source>
        <translation>Vergleich &amp;beenden</translation>
    </message>
    <message>
        <source>Show one run alone</source>
        <translation>Nur einen Lauf zeigen</translation>
    </message>
    <message>
        <source>&amp;Next difference</source>
        <translation>Nächster &amp;Unterschied</translation>
    </message>
    <message>
        <source>Go to where the runs differ next</source>
        <translation>Zur nächsten Stelle gehen, an der sich die Läufe unterscheiden</translation>
    </message>
    <message>
        <source>Let the point &amp;go</source>
        <translation>Punkt &amp;loslassen</translation>
    </message>
    <message>
        <source>List the candidates under the mouse again</source>
        <translation>Wieder die Kandidaten unter der Maus auflisten</translation>
    </message>
    <message>
        <source>Search as a tree</source>
        <translation>Suche als Baum</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>Baum</translation>
    </message>
    <message>
        <source>At the point</source>
        <translation>Am Punkt</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>Why this box</source>
        <translation>Warum diese Box</translation>
    </message>
    <message>
        <source>Search now…</source>
        <translation>Jetzt suchen…</translation>
    </message>
    <message>
        <source>Open a stored trace…</source>
        <translation>Gespeicherten Trace öffnen…</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Vergleich</translation>
    </message>
    <message>
        <source>Another search of the &amp;project</source>
        <translation>Andere Suche des &amp;Projekts</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Show another run beside this one</source>
        <translation>Einen anderen Lauf neben diesem zeigen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Stop the search or export (Ctrl+.)</source>
        <translation>Suche oder Export anhalten (Strg+.)</translation>
    </message>
</context>
<context>
    <name>JobStatus</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation>noch {0}</translation>
    </message>
</context>
<context>
    <name>KeyDesk</name>
    <message>
        <source>Help &gt; Keyboard shortcuts… gives it another.</source>
        <translation>Hilfe &gt; Tastenkürzel… gibt ihr eine andere.</translation>
    </message>
</context>
<context>
    <name>KeyDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Preset of keys</source>
        <translation>Tastenvoreinstellung</translation>
    </message>
    <message>
        <source>Search an action or a key</source>
        <translation>Aktion oder Taste suchen</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>Second key</source>
        <translation>Zweite Taste</translation>
    </message>
    <message>
        <source>Remove keys</source>
        <translation>Tasten entfernen</translation>
    </message>
    <message>
        <source>As in the preset</source>
        <translation>Wie Voreinstellung</translation>
    </message>
    <message>
        <source>Each preset keeps the changes you make to it. Enter on a row sets its key, Esc leaves the field.</source>
        <translation>Jede Voreinstellung behält Ihre Änderungen. Enter in einer Zeile setzt ihre Taste, Esc verlässt das Feld.</translation>
    </message>
    <message>
        <source>&amp;Preset:</source>
        <translation>&amp;Voreinstellung:</translation>
    </message>
    <message>
        <source>Reset all…</source>
        <translation>Alle zurücksetzen…</translation>
    </message>
    <message>
        <source>Choose an action.</source>
        <translation>Wählen Sie eine Aktion.</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>Nehmen</translation>
    </message>
    <message>
        <source>{0} is the key of “{1}”, which would have none then.</source>
        <translation>{0} ist die Taste von „{1}“, das dann keine mehr hätte.</translation>
    </message>
    <message>
        <source>{0} is a key of “{1}”, which would keep its other one.</source>
        <translation>{0} ist eine Taste von „{1}“, das seine andere behielte.</translation>
    </message>
    <message>
        <source>Every action gets the keys of the preset {0} again.</source>
        <translation>Jede Aktion erhält wieder die Tasten der Voreinstellung {0}.</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Alle zurücksetzen</translation>
    </message>
</context>
<context>
    <name>KeyEdit</name>
    <message>
        <source>Press a key</source>
        <translation>Taste drücken</translation>
    </message>
</context>
<context>
    <name>KeyMap</name>
    <message>
        <source>“{0}” goes without {1}: that key cannot be used.</source>
        <translation>„{0}“ bleibt ohne {1}: Diese Taste ist nicht verwendbar.</translation>
    </message>
    <message>
        <source>“{0}” goes without {1}: “{2}” has it.</source>
        <translation>„{0}“ bleibt ohne {1}: „{2}“ hat sie.</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Keys (preset {0})</source>
        <translation>Tasten (Voreinstellung {0})</translation>
    </message>
    <message>
        <source>On the picture</source>
        <translation>Auf dem Bild</translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation>Tasten ändern…</translation>
    </message>
    <message>
        <source>Keys (preset {0}, with your own changes)</source>
        <translation>Tasten (Voreinstellung {0}, mit Ihren Änderungen)</translation>
    </message>
    <message>
        <source>Every key</source>
        <translation>Alle Tasten</translation>
    </message>
    <message>
        <source>Class of the selected box, or current class</source>
        <translation>Klasse der Box oder aktuelle Klasse</translation>
    </message>
    <message>
        <source>Image label of the class</source>
        <translation>Bildlabel der Klasse</translation>
    </message>
    <message>
        <source>Move the box by 1 px, 10 px</source>
        <translation>Box um 1 px, 10 px verschieben</translation>
    </message>
    <message>
        <source>arrows</source>
        <translation>Pfeile</translation>
    </message>
    <message>
        <source>Shift+arrows</source>
        <translation>Umschalt+Pfeile</translation>
    </message>
    <message>
        <source>Move an edge out, in; with Shift by 10 px</source>
        <translation>Kante nach außen, innen; mit Umschalt 10 px</translation>
    </message>
    <message>
        <source>Alt+arrows</source>
        <translation>Alt+Pfeile</translation>
    </message>
    <message>
        <source>Ctrl+arrows</source>
        <translation>Strg+Pfeile</translation>
    </message>
    <message>
        <source>Select several boxes</source>
        <translation>Mehrere Boxen auswählen</translation>
    </message>
    <message>
        <source>Ctrl+click</source>
        <translation>Strg+Klick</translation>
    </message>
    <message>
        <source>Ctrl+drag</source>
        <translation>Strg+Ziehen</translation>
    </message>
    <message>
        <source>Snap to edges while dragging a box</source>
        <translation>Beim Ziehen an Kanten einrasten</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Strg</translation>
    </message>
    <message>
        <source>Zoom at the mouse</source>
        <translation>Zoom an der Maus</translation>
    </message>
    <message>
        <source>wheel</source>
        <translation>Mausrad</translation>
    </message>
    <message>
        <source>Pan</source>
        <translation>Bild verschieben</translation>
    </message>
    <message>
        <source>middle drag</source>
        <translation>Mitteltaste</translation>
    </message>
    <message>
        <source>Shift+drag</source>
        <translation>Umschalt+Ziehen</translation>
    </message>
    <message>
        <source>Cancel, deselect</source>
        <translation>Abbrechen, Auswahl aufheben</translation>
    </message>
</context>
<context>
    <name>KeyTree</name>
    <message>
        <source>Actions and their keys</source>
        <translation>Aktionen und ihre Tasten</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>your own</source>
        <translation>eigene</translation>
    </message>
</context>
<context>
    <name>LabelSwitch</name>
    <message>
        <source>{0} in this image: {1}</source>
        <translation>{0} in diesem Bild: {1}</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>is in this image</source>
        <translation>ist in diesem Bild</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>is not in this image</source>
        <translation>ist nicht in diesem Bild</translation>
    </message>
</context>
<context>
    <name>LevelChart</name>
    <message>
        <source>Class probability of every candidate by level</source>
        <translation>Klassenwahrscheinlichkeit jedes Kandidaten nach Ebene</translation>
    </message>
</context>
<context>
    <name>ListController</name>
    <message>
        <source>This is the last image of the list.</source>
        <translation>Das ist das letzte Bild der Liste.</translation>
    </message>
</context>
<context>
    <name>LookController</name>
    <message>
        <source>Boxes that both scored have the same probabilities.</source>
        <translation>Boxen, die beide bewertet haben, haben dieselben Wahrscheinlichkeiten.</translation>
    </message>
    <message>
        <source>Probabilities of boxes that both scored differ by at most {0}.</source>
        <translation>Die Wahrscheinlichkeiten von Boxen, die beide bewertet haben, unterscheiden sich um höchstens {0}.</translation>
    </message>
    <message>
        <source>Both runs kept the same boxes at every level.</source>
        <translation>Beide Läufe haben auf jeder Ebene dieselben Boxen behalten.</translation>
    </message>
    <message>
        <source>The beams part at level {0}: {1} boxes were kept by one run alone.</source>
        <translation>Die Beams trennen sich auf Ebene {0}: {1} Boxen hat nur einer der Läufe behalten.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Details…</source>
        <translation>Details…</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>Something went wrong inside the program: {0}.</source>
        <translation>Im Programm ist etwas schiefgegangen: {0}.</translation>
    </message>
    <message>
        <source>Your work is saved. The details are in {0}.</source>
        <translation>Ihre Arbeit ist gespeichert. Einzelheiten stehen in {0}.</translation>
    </message>
</context>
<context>
    <name>NetworkDialog</name>
    <message>
        <source>Network and search</source>
        <translation>Netz und Suche</translation>
    </message>
    <message>
        <source>Kept in your own settings. A project file can never choose a network or run code.</source>
        <translation>Wird in Ihren eigenen Einstellungen gespeichert. Eine Projektdatei kann nie ein Netz wählen oder Code ausführen.</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>, {0:.0f} MB to download</source>
        <translation>, {0:.0f} MB herunterzuladen</translation>
    </message>
    <message>
        <source>Own…</source>
        <translation>Eigenes…</translation>
    </message>
    <message>
        <source>Choose a Python file with a function that builds the network</source>
        <translation>Eine Python-Datei mit einer Funktion wählen, die das Netz baut</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>Weights (*.safetensors *.pt *.pth)</source>
        <translation>Gewichte (*.safetensors *.pt *.pth)</translation>
    </message>
    <message>
        <source>Optional: the network&apos;s own</source>
        <translation>Optional: die des Netzes selbst</translation>
    </message>
    <message>
        <source>Class map</source>
        <translation>Klassenzuordnung</translation>
    </message>
    <message>
        <source>Which of the network&apos;s classes make one of yours: empty for equal names, voc20, coco80, or a file</source>
        <translation>Welche Klassen des Netzes eine von Ihren ergeben: leer für gleiche Namen, voc20, coco80 oder eine Datei</translation>
    </message>
    <message>
        <source>default: on one map first, then deeper on crops; best boxes</source>
        <translation>default: erst eine Karte, dann Ausschnitte; beste Boxen</translation>
    </message>
    <message>
        <source>deep: the same, wider and deeper; best points, slower</source>
        <translation>deep: ebenso, breiter und tiefer; beste Punkte, langsamer</translation>
    </message>
    <message>
        <source>fast: one pass over the image, then the search</source>
        <translation>fast: ein Durchgang über das Bild, dann die Suche</translation>
    </message>
    <message>
        <source>paper: the exact search of the paper, slower</source>
        <translation>paper: die exakte Suche des Artikels, langsamer</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Localizer</source>
        <translation>Lokalisierer</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Now: {0}</source>
        <translation>Jetzt: {0}</translation>
    </message>
    <message>
        <source>Network file</source>
        <translation>Netzdatei</translation>
    </message>
    <message>
        <source>Python files (*.py)</source>
        <translation>Python-Dateien (*.py)</translation>
    </message>
    <message>
        <source>This runs the Python file when you search. Choose only a file that you trust.</source>
        <translation>Die Python-Datei wird beim Suchen ausgeführt. Wählen Sie nur eine Datei, der Sie vertrauen.</translation>
    </message>
    <message>
        <source>There is no file {0}.</source>
        <translation>Die Datei {0} gibt es nicht.</translation>
    </message>
    <message>
        <source>input {0} px</source>
        <translation>Eingabe {0} px</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>{0:.0f} MB to download</source>
        <translation>{0:.0f} MB herunterzuladen</translation>
    </message>
    <message>
        <source>a network that you trained</source>
        <translation>ein Netz, das Sie trainiert haben</translation>
    </message>
    <message>
        <source>A trained network has its own weights: leave the field empty.</source>
        <translation>Ein trainiertes Netz hat eigene Gewichte: Lassen Sie das Feld leer.</translation>
    </message>
    <message>
        <source>There is no network named {0}: choose one of the list, or FILE.py:callable.</source>
        <translation>Es gibt kein Netz namens {0}: Wählen Sie eines der Liste oder DATEI.py:Funktion.</translation>
    </message>
</context>
<context>
    <name>NetworkField</name>
    <message>
        <source>Network to start from</source>
        <translation>Netz als Ausgangspunkt</translation>
    </message>
    <message>
        <source>, {0:.0f} MB to download</source>
        <translation>, {0:.0f} MB herunterzuladen</translation>
    </message>
    <message>
        <source>Own…</source>
        <translation>Eigenes…</translation>
    </message>
    <message>
        <source>A Python file with a function that builds a network</source>
        <translation>Eine Python-Datei mit einer Funktion, die ein Netz baut</translation>
    </message>
    <message>
        <source>Card…</source>
        <translation>Karte…</translation>
    </message>
    <message>
        <source>The folder of a network that you trained before</source>
        <translation>Der Ordner eines Netzes, das Sie früher trainiert haben</translation>
    </message>
    <message>
        <source>There is no file {0}.</source>
        <translation>Die Datei {0} gibt es nicht.</translation>
    </message>
    <message>
        <source>Say that you trust {0}, or choose another network.</source>
        <translation>Bestätigen Sie, dass Sie {0} vertrauen, oder wählen Sie ein anderes Netz.</translation>
    </message>
    <message>
        <source>There is no network named {0}: choose one of the list, a file or a card.</source>
        <translation>Es gibt kein Netz namens {0}: Wählen Sie eines der Liste, eine Datei oder eine Karte.</translation>
    </message>
    <message>
        <source>That card was made on your own network {0}: choose this file with Own….</source>
        <translation>Diese Karte beruht auf Ihrem eigenen Netz {0}: Wählen Sie diese Datei mit Eigenes….</translation>
    </message>
    <message>
        <source>I trust {0}: run it</source>
        <translation>Ich vertraue {0}: ausführen</translation>
    </message>
    <message>
        <source>Training RUNS this Python file. Choose only one that you trust; you are asked once, and again when the file changes.</source>
        <translation>Das Training FÜHRT diese Python-Datei AUS. Wählen Sie nur eine, der Sie vertrauen; Sie werden einmal gefragt und wieder, wenn sich die Datei ändert.</translation>
    </message>
    <message>
        <source>input {0} px</source>
        <translation>Eingabe {0} px</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>{0:.0f} MB to download</source>
        <translation>{0:.0f} MB herunterzuladen</translation>
    </message>
    <message>
        <source>a network that you trained: {0}</source>
        <translation>ein Netz, das Sie trainiert haben: {0}</translation>
    </message>
    <message>
        <source>Network file</source>
        <translation>Netzdatei</translation>
    </message>
    <message>
        <source>Python files (*.py)</source>
        <translation>Python-Dateien (*.py)</translation>
    </message>
    <message>
        <source>Folder of a network card</source>
        <translation>Ordner einer Modellkarte</translation>
    </message>
</context>
<context>
    <name>NewProjectDialog</name>
    <message>
        <source>New project</source>
        <translation>Neues Projekt</translation>
    </message>
    <message>
        <source>The images stay where they are and are never changed. Everything else is in the project file.</source>
        <translation>Die Bilder bleiben, wo sie sind, und werden nie verändert. Alles andere steht in der Projektdatei.</translation>
    </message>
    <message>
        <source>Make the project</source>
        <translation>Projekt anlegen</translation>
    </message>
    <message>
        <source>Folder of images</source>
        <translation>Ordner mit Bildern</translation>
    </message>
    <message>
        <source>Image-level labels</source>
        <translation>Bildlabels</translation>
    </message>
    <message>
        <source>Optional: CSV, ImageSets/Main, VOC, COCO, a folder a class</source>
        <translation>Optional: CSV, ImageSets/Main, VOC, COCO, ein Ordner je Klasse</translation>
    </message>
    <message>
        <source>Optional: cat, dog, …</source>
        <translation>Optional: Katze, Hund, …</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>Project file</source>
        <translation>Projektdatei</translation>
    </message>
    <message>
        <source>Projects (*{0})</source>
        <translation>Projekte (*{0})</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Choose the folder of images.</source>
        <translation>Wählen Sie den Ordner mit den Bildern.</translation>
    </message>
    <message>
        <source>There is no folder {0}.</source>
        <translation>Den Ordner {0} gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no {0}.</source>
        <translation>{0} gibt es nicht.</translation>
    </message>
    <message>
        <source>Choose where the project file goes.</source>
        <translation>Wählen Sie, wo die Projektdatei liegen soll.</translation>
    </message>
    <message>
        <source>There is already a file at {0}: choose another name, or open it.</source>
        <translation>Unter {0} liegt schon eine Datei: Wählen Sie einen anderen Namen, oder öffnen Sie sie.</translation>
    </message>
</context>
<context>
    <name>PathField</name>
    <message>
        <source>File…</source>
        <translation>Datei…</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen…</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>Ordner…</translation>
    </message>
</context>
<context>
    <name>PathStrip</name>
    <message>
        <source>Why this box: the path from the root</source>
        <translation>Warum diese Box: der Pfad von der Wurzel</translation>
    </message>
    <message>
        <source>{0} of {1}: {2}, p {3}</source>
        <translation>{0} von {1}: {2}, p {3}</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>finished</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>reading the images</source>
        <translation>Bilder werden gelesen</translation>
    </message>
    <message>
        <source>heat maps</source>
        <translation>Heatmaps</translation>
    </message>
    <message>
        <source>level {0} of {1}</source>
        <translation>Ebene {0} von {1}</translation>
    </message>
    <message>
        <source>scale {0}</source>
        <translation>Maßstab {0}</translation>
    </message>
    <message>
        <source>frame {0} of {1}</source>
        <translation>Bild {0} von {1}</translation>
    </message>
    <message>
        <source>epoch {0} of {1}, loss {2}, mAP {3}</source>
        <translation>Epoche {0} von {1}, Verlust {2}, mAP {3}</translation>
    </message>
    <message>
        <source>epoch {0} of {1}, loss {2}</source>
        <translation>Epoche {0} von {1}, Verlust {2}</translation>
    </message>
    <message>
        <source>Downloading {0}</source>
        <translation>{0} wird heruntergeladen</translation>
    </message>
</context>
<context>
    <name>ProjectController</name>
    <message>
        <source>{0} is open for editing in {1}.</source>
        <translation>{0} ist in {1} zur Bearbeitung geöffnet.</translation>
    </message>
    <message>
        <source>Here it is open read-only: you can look, but not change anything.</source>
        <translation>Hier ist es schreibgeschützt geöffnet: Sie können es ansehen, aber nichts ändern.</translation>
    </message>
    <message>
        <source>It is open read-only.</source>
        <translation>Es ist schreibgeschützt geöffnet.</translation>
    </message>
    <message>
        <source>Projects (*{0});;All files (*)</source>
        <translation>Projekte (*{0});;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>Projekt öffnen</translation>
    </message>
    <message>
        <source>Reading the images …</source>
        <translation>Bilder werden gelesen …</translation>
    </message>
    <message>
        <source>Copying the sample …</source>
        <translation>Beispiel wird kopiert …</translation>
    </message>
    <message>
        <source>Importing …</source>
        <translation>Import läuft …</translation>
    </message>
    <message>
        <source>Exporting …</source>
        <translation>Export läuft …</translation>
    </message>
    <message>
        <source>Please wait until the present work is done.</source>
        <translation>Bitte warten Sie, bis die laufende Arbeit fertig ist.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message numerus="yes">
        <source>The project has %n image(s).</source>
        <translation>
            <numerusform>Das Projekt hat %n Bild.</numerusform>
            <numerusform>Das Projekt hat %n Bilder.</numerusform>
        </translation>
    </message>
    <message>
        <source>import</source>
        <translation>Import</translation>
    </message>
    <message numerus="yes">
        <source>%n box(es) added</source>
        <translation>
            <numerusform>%n Box hinzugefügt</numerusform>
            <numerusform>%n Boxen hinzugefügt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n label(s) set</source>
        <translation>
            <numerusform>%n Label gesetzt</numerusform>
            <numerusform>%n Labels gesetzt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) matched</source>
        <translation>
            <numerusform>%n Bild zugeordnet</numerusform>
            <numerusform>%n Bilder zugeordnet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n box(es) known already</source>
        <translation>
            <numerusform>%n Box schon bekannt</numerusform>
            <numerusform>%n Boxen schon bekannt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n box(es)</source>
        <translation>
            <numerusform>%n Box</numerusform>
            <numerusform>%n Boxen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n Bild</numerusform>
            <numerusform>%n Bildern</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} in {1} written to {2}.</source>
        <translation>{0} in {1} nach {2} geschrieben.</translation>
    </message>
</context>
<context>
    <name>ProposeController</name>
    <message>
        <source>Opening the network …</source>
        <translation>Netz wird geöffnet …</translation>
    </message>
</context>
<context>
    <name>QueryBox</name>
    <message>
        <source>Filter: name, label:cat</source>
        <translation>Name, label:Hund</translation>
    </message>
    <message>
        <source>Filter the images</source>
        <translation>Bilder filtern</translation>
    </message>
    <message>
        <source>Which images are listed</source>
        <translation>Welche Bilder gelistet werden</translation>
    </message>
    <message>
        <source>Explain the filter</source>
        <translation>Filter erklären</translation>
    </message>
</context>
<context>
    <name>QueryHelp</name>
    <message>
        <source>Words of the filter</source>
        <translation>Wörter des Filters</translation>
    </message>
    <message>
        <source>parts of the file&apos;s path, all of them</source>
        <translation>Teile des Dateipfads, alle davon</translation>
    </message>
    <message>
        <source>a pattern of the file name; * is any text, ? any sign</source>
        <translation>ein Muster des Dateinamens; * ist beliebiger Text, ? ein beliebiges Zeichen</translation>
    </message>
    <message>
        <source>labelled as present, as absent, not labelled</source>
        <translation>mit Label vorhanden, mit Label nicht vorhanden, ohne Label</translation>
    </message>
    <message>
        <source>probability of any class, of one class</source>
        <translation>Wahrscheinlichkeit irgendeiner Klasse, einer bestimmten Klasse</translation>
    </message>
    <message>
        <source>the network speaks strongly against one of the labels</source>
        <translation>das Netz spricht stark gegen eines der Labels</translation>
    </message>
    <message>
        <source>with a box in this state: proposed, accepted, adjusted, rejected, drawn</source>
        <translation>mit einer Box in diesem Zustand: vorgeschlagen, angenommen, korrigiert, abgelehnt, gezeichnet</translation>
    </message>
    <message>
        <source>number of accepted, adjusted and drawn boxes</source>
        <translation>Anzahl angenommener, korrigierter und gezeichneter Boxen</translation>
    </message>
    <message>
        <source>untouched, progress, verified, skipped</source>
        <translation>offen, in Arbeit, geprüft, übersprungen</translation>
    </message>
    <message>
        <source>with a search, with any label</source>
        <translation>mit einer Suche, mit irgendeinem Label</translation>
    </message>
    <message>
        <source>the file is gone; the file cannot be used</source>
        <translation>die Datei ist weg; die Datei ist nicht brauchbar</translation>
    </message>
    <message>
        <source>both, one of them, not, parentheses</source>
        <translation>beides, eines davon, nicht, Klammern</translation>
    </message>
    <message>
        <source>quotes around what holds spaces or signs</source>
        <translation>Anführungszeichen um alles mit Leerzeichen oder Sonderzeichen</translation>
    </message>
    <message>
        <source>with Enter: go to row 120</source>
        <translation>mit Enter: zu Zeile 120 gehen</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>QueueBar</name>
    <message>
        <source>By file name</source>
        <translation>Nach Dateiname</translation>
    </message>
    <message>
        <source>Surest first</source>
        <translation>Sicherste zuerst</translation>
    </message>
    <message>
        <source>Least sure first</source>
        <translation>Unsicherste zuerst</translation>
    </message>
    <message>
        <source>Most undecided first</source>
        <translation>Knappste zuerst</translation>
    </message>
    <message>
        <source>Doubtful labels first</source>
        <translation>Strittige Labels</translation>
    </message>
    <message>
        <source>Most boxes first</source>
        <translation>Meiste Boxen zuerst</translation>
    </message>
    <message>
        <source>Random audit</source>
        <translation>Zufallsprüfung</translation>
    </message>
    <message>
        <source>In the order of the files&apos; names</source>
        <translation>In der Reihenfolge der Dateinamen</translation>
    </message>
    <message>
        <source>Where the network is surest of a class: the easy ones</source>
        <translation>Wo das Netz einer Klasse am sichersten ist: die einfachen</translation>
    </message>
    <message>
        <source>Where the network is least sure of a class</source>
        <translation>Wo das Netz einer Klasse am unsichersten ist</translation>
    </message>
    <message>
        <source>Where the probability of a class is nearest to one half</source>
        <translation>Wo die Wahrscheinlichkeit einer Klasse am nächsten bei einhalb liegt</translation>
    </message>
    <message>
        <source>Where the network speaks most against a label</source>
        <translation>Wo das Netz am stärksten gegen ein Label spricht</translation>
    </message>
    <message>
        <source>Where there are most boxes and proposals</source>
        <translation>Wo die meisten Boxen und Vorschläge sind</translation>
    </message>
    <message>
        <source>A repeatable random order; sorting again draws another one</source>
        <translation>Eine wiederholbare Zufallsfolge; nochmaliges Sortieren zieht eine andere</translation>
    </message>
    <message>
        <source>Order of the images</source>
        <translation>Reihenfolge der Bilder</translation>
    </message>
    <message>
        <source>Class by class</source>
        <translation>Klasse für Klasse</translation>
    </message>
    <message>
        <source>All images of one class, then those of the next; else each image with all its classes</source>
        <translation>Alle Bilder einer Klasse, dann die der nächsten; sonst jedes Bild mit allen seinen Klassen</translation>
    </message>
    <message>
        <source>Jump over finished images</source>
        <translation>Fertige Bilder überspringen</translation>
    </message>
    <message>
        <source>After a verified or skipped image, go to the next that is neither</source>
        <translation>Nach einem geprüften oder übersprungenen Bild zum nächsten gehen, das keines von beiden ist</translation>
    </message>
    <message>
        <source>Draw number {0}</source>
        <translation>Ziehung Nummer {0}</translation>
    </message>
</context>
<context>
    <name>QueueController</name>
    <message numerus="yes">
        <source>The list has %n row(s).</source>
        <translation>
            <numerusform>Die Liste hat %n Zeile.</numerusform>
            <numerusform>Die Liste hat %n Zeilen.</numerusform>
        </translation>
    </message>
    <message>
        <source>class looked at</source>
        <translation>Klasse angesehen</translation>
    </message>
    <message>
        <source>Every image of the list is verified or skipped.</source>
        <translation>Jedes Bild der Liste ist geprüft oder übersprungen.</translation>
    </message>
    <message>
        <source>{0} of {1} verified</source>
        <translation>{0} von {1} geprüft</translation>
    </message>
    <message>
        <source>{0} hidden by the filter</source>
        <translation>{0} vom Filter ausgeblendet</translation>
    </message>
    <message>
        <source>about {0} min left</source>
        <translation>noch etwa {0} min</translation>
    </message>
    <message>
        <source>about {0} h left</source>
        <translation>noch etwa {0} h</translation>
    </message>
    <message>
        <source>about {0} h {1} min left</source>
        <translation>noch etwa {0} h {1} min</translation>
    </message>
</context>
<context>
    <name>RegionTool</name>
    <message>
        <source>Search in here</source>
        <translation>Hier suchen</translation>
    </message>
    <message>
        <source>Drag over the part to search</source>
        <translation>Über den Teil ziehen, der durchsucht werden soll</translation>
    </message>
</context>
<context>
    <name>RerunDialog</name>
    <message>
        <source>Run again beside</source>
        <translation>Daneben erneut suchen</translation>
    </message>
    <message>
        <source>Searches the photo for {0} with these settings. Nothing is stored in the project.</source>
        <translation>Sucht {0} in dem Foto mit diesen Einstellungen. Im Projekt wird nichts gespeichert.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Class map</source>
        <translation>Klassenzuordnung</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Voreinstellung</translation>
    </message>
    <message>
        <source>Beam width M</source>
        <translation>Beam-Breite M</translation>
    </message>
    <message>
        <source>Depth H</source>
        <translation>Tiefe H</translation>
    </message>
    <message>
        <source>Name a network.</source>
        <translation>Geben Sie ein Netz an.</translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message>
        <source>Measures of each class</source>
        <translation>Maße jeder Klasse</translation>
    </message>
    <message>
        <source>What a reader must know</source>
        <translation>Was Leser wissen müssen</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>images that show the class</source>
        <translation>Bilder, die die Klasse zeigen</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>Objekte</translation>
    </message>
    <message>
        <source>true boxes</source>
        <translation>wahre Boxen</translation>
    </message>
    <message>
        <source>Classification</source>
        <translation>Klassifikation</translation>
    </message>
    <message>
        <source>average precision of whole images, %</source>
        <translation>Average Precision ganzer Bilder, %</translation>
    </message>
    <message>
        <source>Points right</source>
        <translation>Punkte richtig</translation>
    </message>
    <message>
        <source>points inside an object of their class, %</source>
        <translation>Punkte in einem Objekt ihrer Klasse, %</translation>
    </message>
    <message>
        <source>Point AP</source>
        <translation>Punkt-AP</translation>
    </message>
    <message>
        <source>average precision of points, ranked by class score, %</source>
        <translation>Average Precision der Punkte, nach Klassenscore geordnet, %</translation>
    </message>
    <message>
        <source>the same where a point may miss by 18 pixels, %</source>
        <translation>dasselbe, wenn ein Punkt um 18 Pixel danebenliegen darf, %</translation>
    </message>
    <message>
        <source>AP, 18 px off</source>
        <translation>AP, 18 px</translation>
    </message>
    <message>
        <source>CorLoc</source>
        <translation>CorLoc</translation>
    </message>
    <message>
        <source>images whose best box exceeds IoU 0.5, %</source>
        <translation>Bilder, deren beste Box IoU 0.5 übertrifft, %</translation>
    </message>
    <message>
        <source>AP50</source>
        <translation>AP50</translation>
    </message>
    <message>
        <source>average precision of boxes above IoU 0.5, %</source>
        <translation>Average Precision der Boxen über IoU 0.5, %</translation>
    </message>
    <message>
        <source>COCO AP</source>
        <translation>COCO-AP</translation>
    </message>
    <message>
        <source>mean over IoU .50 to .95, %</source>
        <translation>Mittel über IoU .50 bis .95, %</translation>
    </message>
    <message>
        <source>s a box</source>
        <translation>s je Box</translation>
    </message>
    <message>
        <source>simulated annotator, good enough at IoU 0.7</source>
        <translation>simulierter Annotator, gut genug bei IoU 0.7</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n Bild</numerusform>
            <numerusform>%n Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>{0}, against {1}.</source>
        <translation>{0}, gemessen an: {1}.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more, in the page</source>
        <translation>
            <numerusform>und %n weiterer, auf der Seite</numerusform>
            <numerusform>und %n weitere, auf der Seite</numerusform>
        </translation>
    </message>
    <message>
        <source>mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>s a box; {0} s by hand</source>
        <translation>s je Box; {0} s von Hand</translation>
    </message>
    <message>
        <source>% of points right</source>
        <translation>% der Punkte richtig</translation>
    </message>
    <message>
        <source>% CorLoc</source>
        <translation>% CorLoc</translation>
    </message>
    <message>
        <source>% box AP50</source>
        <translation>% Box-AP50</translation>
    </message>
    <message>
        <source>% point AP</source>
        <translation>% Punkt-AP</translation>
    </message>
</context>
<context>
    <name>ReviewController</name>
    <message>
        <source>accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>accept all</source>
        <translation>Alle annehmen</translation>
    </message>
    <message numerus="yes">
        <source>%n box(es) accepted. {0} takes them back in one step.</source>
        <translation>
            <numerusform>%n Box angenommen. {0} nimmt das in einem Schritt zurück.</numerusform>
            <numerusform>%n Boxen angenommen. {0} nimmt das in einem Schritt zurück.</numerusform>
        </translation>
    </message>
    <message>
        <source>reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>delete</source>
        <translation>Löschen</translation>
    </message>
    <message numerus="yes">
        <source>%n locked box(es) left as they are.</source>
        <translation>
            <numerusform>%n gesperrte Box nicht verändert.</numerusform>
            <numerusform>%n gesperrte Boxen nicht verändert.</numerusform>
        </translation>
    </message>
    <message>
        <source>adjust</source>
        <translation>Korrigieren</translation>
    </message>
    <message>
        <source>draw</source>
        <translation>Zeichnen</translation>
    </message>
    <message>
        <source>duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>change class</source>
        <translation>Klasse ändern</translation>
    </message>
    <message>
        <source>label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>verify</source>
        <translation>Als geprüft markieren</translation>
    </message>
    <message>
        <source>skip</source>
        <translation>Überspringen</translation>
    </message>
</context>
<context>
    <name>RunPage</name>
    <message>
        <source>Progress of the training</source>
        <translation>Fortschritt des Trainings</translation>
    </message>
    <message>
        <source>Why the training ended</source>
        <translation>Warum das Training endete</translation>
    </message>
    <message>
        <source>What the training says</source>
        <translation>Was das Training meldet</translation>
    </message>
    <message>
        <source>What you should know appears here: images that cannot be read, and the like.</source>
        <translation>Was Sie wissen sollten, erscheint hier: nicht lesbare Bilder und Ähnliches.</translation>
    </message>
    <message>
        <source>Starting …</source>
        <translation>Wird gestartet …</translation>
    </message>
    <message>
        <source>{0:,} of {1:,}</source>
        <translation>{0:,} von {1:,}</translation>
    </message>
    <message>
        <source>{0} left in this step</source>
        <translation>noch {0} in diesem Schritt</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>Wird angehalten …</translation>
    </message>
</context>
<context>
    <name>RunView</name>
    <message>
        <source>Photo with the candidates of the level</source>
        <translation>Foto mit den Kandidaten der Ebene</translation>
    </message>
    <message>
        <source>Left and Right step through the levels, Up and Down through the candidates, Space plays.</source>
        <translation>Links und Rechts gehen durch die Ebenen, Auf und Ab durch die Kandidaten, die Leertaste spielt ab.</translation>
    </message>
</context>
<context>
    <name>ScoreBar</name>
    <message>
        <source>The network gives {0} {1}, against the label: worth a second look</source>
        <translation>Laut Netz {0} mit {1}, gegen das Label: einen zweiten Blick wert</translation>
    </message>
    <message>
        <source>The network gives {0} {1} to be in the image</source>
        <translation>Laut Netz ist {0} mit {1} im Bild</translation>
    </message>
</context>
<context>
    <name>ScoreChart</name>
    <message>
        <source>best</source>
        <translation>bester</translation>
    </message>
    <message>
        <source>beam mean</source>
        <translation>Mittel des Beams</translation>
    </message>
    <message>
        <source>worst kept</source>
        <translation>schlechtester behaltener</translation>
    </message>
    <message>
        <source>best pruned</source>
        <translation>bester verworfener</translation>
    </message>
    <message>
        <source>Plot probabilities in place of log-odds</source>
        <translation>Wahrscheinlichkeiten statt Log-Odds auftragen</translation>
    </message>
    <message>
        <source>Score by level</source>
        <translation>Score nach Ebene</translation>
    </message>
    <message>
        <source>level {0}</source>
        <translation>Ebene {0}</translation>
    </message>
    <message>
        <source>{0} kept, {1} pruned</source>
        <translation>{0} behalten, {1} verworfen</translation>
    </message>
    <message>
        <source>level</source>
        <translation>Ebene</translation>
    </message>
    <message>
        <source>probability</source>
        <translation>Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>log-odds</source>
        <translation>Log-Odds</translation>
    </message>
</context>
<context>
    <name>SearchAgainController</name>
    <message>
        <source>There is no box of {0} yet that a search could leave out.</source>
        <translation>Es gibt noch keine Box von {0}, die eine Suche auslassen könnte.</translation>
    </message>
    <message>
        <source>Accept or draw one first; N shows the next candidate.</source>
        <translation>Nehmen Sie zuerst eine an oder zeichnen Sie eine; N zeigt den nächsten Kandidaten.</translation>
    </message>
    <message>
        <source>Searching for another {0} …</source>
        <translation>Weiteres Objekt wird gesucht: {0} …</translation>
    </message>
    <message>
        <source>There is no class to search.</source>
        <translation>Es gibt keine Klasse zu suchen.</translation>
    </message>
    <message>
        <source>Add one in the class panel.</source>
        <translation>Fügen Sie im Klassenfeld eine hinzu.</translation>
    </message>
    <message>
        <source>A region needs at least {0:.0f} pixels a side.</source>
        <translation>Ein Bereich braucht mindestens {0:.0f} Pixel je Seite.</translation>
    </message>
    <message>
        <source>Searching {0} in the region …</source>
        <translation>{0} wird im Bereich gesucht …</translation>
    </message>
    <message>
        <source>another instance</source>
        <translation>Weiteres Objekt</translation>
    </message>
    <message>
        <source>search in a region</source>
        <translation>Suche in einem Bereich</translation>
    </message>
    <message>
        <source>This search found nothing but what is judged or shown already.</source>
        <translation>Diese Suche fand nur, was schon beurteilt ist oder gezeigt wird.</translation>
    </message>
    <message>
        <source>{0} shows its other candidates.</source>
        <translation>{0} zeigt ihre anderen Kandidaten.</translation>
    </message>
    <message>
        <source>{0} accepts, {1} rejects, {2} shows the next.</source>
        <translation>{0} nimmt an, {1} lehnt ab, {2} zeigt den nächsten.</translation>
    </message>
    <message numerus="yes">
        <source>%n further proposal(s).</source>
        <translation>
            <numerusform>%n weiterer Vorschlag.</numerusform>
            <numerusform>%n weitere Vorschläge.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>The stored settings could not be read: {0}. The defaults are used.</source>
        <translation>Die gespeicherten Einstellungen waren nicht lesbar: {0}. Es gelten die Vorgaben.</translation>
    </message>
</context>
<context>
    <name>SetupPage</name>
    <message>
        <source>The boxes that people accepted, adjusted or drew in this project</source>
        <translation>Die Boxen, die Menschen in diesem Projekt angenommen, korrigiert oder gezeichnet haben</translation>
    </message>
    <message>
        <source>only in images that are verified, so that no object is missing</source>
        <translation>nur in geprüften Bildern, damit kein Objekt fehlt</translation>
    </message>
    <message>
        <source>These boxes were made with the proposals in view, so the figures flatter the proposals a little. Boxes that were drawn without seeing them tell more.</source>
        <translation>Diese Boxen entstanden mit den Vorschlägen vor Augen, die Zahlen schmeicheln den Vorschlägen also ein wenig. Boxen, die ohne ihren Anblick gezeichnet wurden, sagen mehr.</translation>
    </message>
    <message>
        <source>A file or folder of true boxes: COCO JSON or Pascal VOC XML</source>
        <translation>Eine Datei oder ein Ordner wahrer Boxen: COCO-JSON oder Pascal-VOC-XML</translation>
    </message>
    <message>
        <source>True boxes</source>
        <translation>Wahre Boxen</translation>
    </message>
    <message>
        <source>Annotations (*.json *.xml)</source>
        <translation>Annotationen (*.json *.xml)</translation>
    </message>
    <message>
        <source>VOC coordinates</source>
        <translation>VOC-Koordinaten</translation>
    </message>
    <message>
        <source>as the VOC specification: from 1, inclusive</source>
        <translation>nach der VOC-Spezifikation: ab 1, einschließlich</translation>
    </message>
    <message>
        <source>from 0</source>
        <translation>ab 0</translation>
    </message>
    <message>
        <source>Average precision</source>
        <translation>Average Precision</translation>
    </message>
    <message>
        <source>area under the curve (VOC 2010 and later)</source>
        <translation>Fläche unter der Kurve (VOC 2010 und später)</translation>
    </message>
    <message>
        <source>at 11 points (VOC 2007)</source>
        <translation>an 11 Punkten (VOC 2007)</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Web pages (*.html)</source>
        <translation>Webseiten (*.html)</translation>
    </message>
    <message>
        <source>The page that is there will be replaced.</source>
        <translation>Die vorhandene Seite wird ersetzt.</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Choose a file or folder of true boxes.</source>
        <translation>Wählen Sie eine Datei oder einen Ordner wahrer Boxen.</translation>
    </message>
    <message>
        <source>There is no {0}.</source>
        <translation>{0} gibt es nicht.</translation>
    </message>
    <message>
        <source>Choose where the page goes.</source>
        <translation>Wählen Sie, wo die Seite liegen soll.</translation>
    </message>
    <message>
        <source>{0} is a folder; give a file name such as report.html.</source>
        <translation>{0} ist ein Ordner; geben Sie einen Dateinamen an, zum Beispiel report.html.</translation>
    </message>
    <message>
        <source>A class that is not labelled in an image is not in it</source>
        <translation>Eine Klasse ohne Label ist nicht im Bild</translation>
    </message>
    <message>
        <source>Else it is unknown there, and nothing is learned from it</source>
        <translation>Sonst ist sie dort unbekannt, und es wird nichts daraus gelernt</translation>
    </message>
    <message>
        <source>What will be learned</source>
        <translation>Was gelernt wird</translation>
    </message>
    <message>
        <source>Reading the labels …</source>
        <translation>Labels werden gelesen …</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) have labels</source>
        <translation>
            <numerusform>%n Bild hat Labels</numerusform>
            <numerusform>%n Bilder haben Labels</numerusform>
        </translation>
    </message>
    <message>
        <source>; at least {0} of them are held out to choose the best epoch</source>
        <translation>; mindestens {0} davon werden zurückgehalten, um die beste Epoche zu wählen</translation>
    </message>
    <message numerus="yes">
        <source>%n labelled image(s) cannot be used.</source>
        <translation>
            <numerusform>%n Bild mit Labels ist nicht brauchbar.</numerusform>
            <numerusform>%n Bilder mit Labels sind nicht brauchbar.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is an unfinished training in this folder.</source>
        <translation>In diesem Ordner liegt ein unfertiges Training.</translation>
    </message>
    <message>
        <source>There is an unfinished training in this folder, stopped after epoch {0}</source>
        <translation>In diesem Ordner liegt ein unfertiges Training, angehalten nach Epoche {0}</translation>
    </message>
    <message>
        <source> of {0}.</source>
        <translation> von {0}.</translation>
    </message>
    <message>
        <source>Resume goes on with the settings that it had, to the same network, bit for bit.</source>
        <translation>Fortsetzen macht mit seinen Einstellungen weiter, bis zum selben Netz, Bit für Bit.</translation>
    </message>
    <message>
        <source>The labels have changed since, so it can only start over.</source>
        <translation>Die Labels haben sich seitdem geändert, es kann also nur neu beginnen.</translation>
    </message>
    <message>
        <source>It runs {0}: choose this file and say that you trust it, then it can resume.</source>
        <translation>Es führt {0} aus: Wählen Sie diese Datei und bestätigen Sie, dass Sie ihr vertrauen, dann lässt es sich fortsetzen.</translation>
    </message>
    <message>
        <source>No image has a label yet: say in the class panel what is in some images, then train.</source>
        <translation>Noch kein Bild hat ein Label: Geben Sie im Klassenfeld an, was in einigen Bildern ist, und trainieren Sie dann.</translation>
    </message>
    <message>
        <source>There is one class only, {0}, and no image has it: label some that do.</source>
        <translation>Es gibt nur eine Klasse, {0}, und kein Bild hat sie: Labeln Sie einige, die sie haben.</translation>
    </message>
    <message>
        <source>There is one class only, {0}, and no image is known to be without it: label some images as without it.</source>
        <translation>Es gibt nur eine Klasse, {0}, und von keinem Bild ist bekannt, dass es ohne sie ist: Labeln Sie einige Bilder als ohne.</translation>
    </message>
    <message>
        <source>No image is labelled with any class: label some that have one.</source>
        <translation>Kein Bild hat das Label einer Klasse: Labeln Sie einige, die eine haben.</translation>
    </message>
    <message>
        <source>No class can be learned, because no image is known to be without it: label some as without, or tick that what is not labelled is not there.</source>
        <translation>Keine Klasse lässt sich lernen, weil von keinem Bild bekannt ist, dass es ohne sie ist: Labeln Sie einige als ohne, oder haken Sie an, dass nicht da ist, was kein Label hat.</translation>
    </message>
    <message>
        <source>Choose the folder that the network goes to.</source>
        <translation>Wählen Sie den Ordner, in den das Netz kommt.</translation>
    </message>
    <message>
        <source>There is a finished network in {0}: choose another folder.</source>
        <translation>In {0} liegt ein fertiges Netz: Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Another training is writing into this folder ({0}): choose another one.</source>
        <translation>Ein anderes Training schreibt in diesen Ordner ({0}): Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>{0} cannot become a folder: choose another one.</source>
        <translation>{0} kann kein Ordner werden: Wählen Sie einen anderen.</translation>
    </message>
</context>
<context>
    <name>StatisticsController</name>
    <message>
        <source>Folder for the CSV tables</source>
        <translation>Ordner für die CSV-Tabellen</translation>
    </message>
    <message>
        <source>Wrote {0} tables to {1}.</source>
        <translation>{0} Tabellen nach {1} geschrieben.</translation>
    </message>
</context>
<context>
    <name>StatisticsPage</name>
    <message>
        <source>Statistics</source>
        <translation>Statistik</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>adjusted</source>
        <translation>korrigiert</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>drawn</source>
        <translation>gezeichnet</translation>
    </message>
    <message>
        <source>Boxes of each class by state</source>
        <translation>Boxen jeder Klasse nach Zustand</translation>
    </message>
    <message>
        <source>active seconds a finished box</source>
        <translation>aktive Sekunden je fertiger Box</translation>
    </message>
    <message>
        <source>Active seconds a box of each class</source>
        <translation>Aktive Sekunden je Box jeder Klasse</translation>
    </message>
    <message>
        <source>Active time is counted from input to input; of a break only {0} s count. It includes rejected proposals. IoU compares the proposal with the box that was kept; the correction is the length of all edge moves over the box&apos;s diagonal. Imported boxes are not counted as work.</source>
        <translation>Die aktive Zeit zählt von Eingabe zu Eingabe; von einer Pause zählen nur {0} s. Abgelehnte Vorschläge sind enthalten. IoU vergleicht den Vorschlag mit der behaltenen Box; die Korrektur ist die Länge aller Kantenverschiebungen, geteilt durch die Diagonale der Box. Importierte Boxen zählen nicht als Arbeit.</translation>
    </message>
    <message>
        <source>What became of the boxes</source>
        <translation>Was aus den Boxen wurde</translation>
    </message>
    <message>
        <source>Time a box</source>
        <translation>Zeit je Box</translation>
    </message>
    <message>
        <source>What proposals saved</source>
        <translation>Was die Vorschläge gespart haben</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Export CSV…</source>
        <translation>CSV exportieren…</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Adjusted</source>
        <translation>Korrigiert</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Drawn</source>
        <translation>Gezeichnet</translation>
    </message>
    <message>
        <source>Accept rate</source>
        <translation>Quote</translation>
    </message>
    <message>
        <source>Mean IoU</source>
        <translation>Ø IoU</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>Korrektur</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Statistics of each class</source>
        <translation>Statistik jeder Klasse</translation>
    </message>
    <message>
        <source>drawing: {0} s</source>
        <translation>Zeichnen: {0} s</translation>
    </message>
    <message>
        <source>active time</source>
        <translation>aktive Zeit</translation>
    </message>
    <message>
        <source>images verified</source>
        <translation>Bilder geprüft</translation>
    </message>
    <message>
        <source>boxes made here</source>
        <translation>hier angelegte Boxen</translation>
    </message>
    <message>
        <source>saved against drawing</source>
        <translation>gegenüber Zeichnen gespart</translation>
    </message>
    <message>
        <source>more than drawing takes</source>
        <translation>mehr, als Zeichnen braucht</translation>
    </message>
    <message>
        <source>, {0} of proposals usable</source>
        <translation>, {0} der Vorschläge brauchbar</translation>
    </message>
    <message>
        <source>Nothing was measured yet: accept, adjust or draw boxes.</source>
        <translation>Noch wurde nichts gemessen: Nehmen Sie Boxen an, korrigieren oder zeichnen Sie welche.</translation>
    </message>
    <message>
        <source>{0} boxes took {1}. Drawing all of them at {2} s a box takes {3} ({4}): {5}.</source>
        <translation>{0} Boxen brauchten {1}. Alle mit {2} s je Box zu zeichnen, braucht {3} ({4}): {5}.</translation>
    </message>
    <message>
        <source>{0} lost</source>
        <translation>{0} verloren</translation>
    </message>
    <message>
        <source>{0} saved</source>
        <translation>{0} gespart</translation>
    </message>
    <message>
        <source>After {0} boxes drawn without a proposal your own time is compared too.</source>
        <translation>Nach {0} Boxen, die ohne Vorschlag gezeichnet wurden, wird auch mit Ihrer eigenen Zeit verglichen.</translation>
    </message>
</context>
<context>
    <name>StatusPanel</name>
    <message>
        <source>Device and network</source>
        <translation>Gerät und Netz</translation>
    </message>
</context>
<context>
    <name>TonePopover</name>
    <message>
        <source>Brightness and contrast</source>
        <translation>Helligkeit und Kontrast</translation>
    </message>
    <message>
        <source>How the picture is shown</source>
        <translation>Darstellung des Bildes</translation>
    </message>
    <message>
        <source>For the screen only: the file and what the network sees stay as they are.</source>
        <translation>Nur für den Bildschirm: Die Datei und was das Netz sieht, bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Use the picture&apos;s own range (dark scans)</source>
        <translation>Den eigenen Wertebereich des Bildes nutzen (dunkle Scans)</translation>
    </message>
    <message>
        <source>Its darkest and brightest hundredth become black and white</source>
        <translation>Das dunkelste und das hellste Hundertstel werden schwarz und weiß</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>&amp;Brightness</source>
        <translation>&amp;Helligkeit</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>Helligkeit</translation>
    </message>
    <message>
        <source>&amp;Contrast</source>
        <translation>&amp;Kontrast</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Kontrast</translation>
    </message>
    <message>
        <source>&amp;Gamma</source>
        <translation>&amp;Gamma</translation>
    </message>
    <message>
        <source>Gamma</source>
        <translation>Gamma</translation>
    </message>
</context>
<context>
    <name>TracePanel</name>
    <message>
        <source>Level of the search</source>
        <translation>Ebene der Suche</translation>
    </message>
    <message>
        <source>One level back</source>
        <translation>Eine Ebene zurück</translation>
    </message>
    <message>
        <source>Play the search</source>
        <translation>Suche abspielen</translation>
    </message>
    <message>
        <source>One level on</source>
        <translation>Eine Ebene weiter</translation>
    </message>
    <message>
        <source>Show on the image</source>
        <translation>Auf dem Bild zeigen</translation>
    </message>
    <message>
        <source>Kept at this level</source>
        <translation>Auf dieser Ebene behalten</translation>
    </message>
    <message>
        <source>Pruned at this level</source>
        <translation>Auf dieser Ebene verworfen</translation>
    </message>
    <message>
        <source>Kept at earlier levels</source>
        <translation>Auf früheren Ebenen behalten</translation>
    </message>
    <message>
        <source>This localizer does not search: there are no steps.</source>
        <translation>Dieser Lokalisierer sucht nicht: Es gibt keine Schritte.</translation>
    </message>
    <message>
        <source>No search for this image and class yet.</source>
        <translation>Noch keine Suche für dieses Bild und diese Klasse.</translation>
    </message>
    <message>
        <source>{name}: level {level} of {depth}</source>
        <translation>{name}: Ebene {level} von {depth}</translation>
    </message>
</context>
<context>
    <name>TraceTreeModel</name>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Log-odds</source>
        <translation>Log-Odds</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
</context>
<context>
    <name>TrainController</name>
    <message>
        <source>Folder of a network card</source>
        <translation>Ordner einer Modellkarte</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) or class(es) were left out: see the message in the window.</source>
        <translation>
            <numerusform>%n Bild oder Klasse wurde ausgelassen: siehe die Meldung im Fenster.</numerusform>
            <numerusform>%n Bilder oder Klassen wurden ausgelassen: siehe die Meldung im Fenster.</numerusform>
        </translation>
    </message>
    <message>
        <source>The training is done: {0}.</source>
        <translation>Das Training ist fertig: {0}.</translation>
    </message>
    <message>
        <source>{0} shows it.</source>
        <translation>{0} zeigt es.</translation>
    </message>
    <message>
        <source>{0} searches from now on.</source>
        <translation>Ab jetzt sucht {0}.</translation>
    </message>
    <message>
        <source>This network runs {0}, which you trained it on: where is it?</source>
        <translation>Dieses Netz führt {0} aus, womit Sie es trainiert haben: Wo ist die Datei?</translation>
    </message>
    <message>
        <source>Python files (*.py)</source>
        <translation>Python-Dateien (*.py)</translation>
    </message>
    <message>
        <source>{0} is not the file that {1} was trained with.</source>
        <translation>{0} ist nicht die Datei, mit der {1} trainiert wurde.</translation>
    </message>
    <message>
        <source>Choose the file as it was then, or train again.</source>
        <translation>Wählen Sie die Datei im damaligen Stand, oder trainieren Sie erneut.</translation>
    </message>
</context>
<context>
    <name>TrainDialog</name>
    <message>
        <source>Start training</source>
        <translation>Training starten</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Back to the settings</source>
        <translation>Zurück zu den Einstellungen</translation>
    </message>
    <message>
        <source>Use this network</source>
        <translation>Dieses Netz verwenden</translation>
    </message>
    <message>
        <source>Propose for all images</source>
        <translation>Für alle Bilder vorschlagen</translation>
    </message>
    <message>
        <source>Another card…</source>
        <translation>Andere Karte…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Stop within a second; finished epochs are kept, and it can resume</source>
        <translation>Hält innerhalb einer Sekunde an; fertige Epochen bleiben, und es lässt sich fortsetzen</translation>
    </message>
    <message>
        <source>Search with this network from now on</source>
        <translation>Ab jetzt mit diesem Netz suchen</translation>
    </message>
    <message>
        <source>Train a network</source>
        <translation>Netz trainieren</translation>
    </message>
    <message>
        <source>It learns your classes from the image labels alone. It runs in a process of its own; you can work on.</source>
        <translation>Es lernt Ihre Klassen allein aus den Bildlabels. Es läuft in einem eigenen Prozess; Sie können weiterarbeiten.</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>You can close this and work on; “Train…” in the menu shows it again.</source>
        <translation>Sie können dies schließen und weiterarbeiten; „Trainieren…“ im Menü zeigt es wieder.</translation>
    </message>
    <message>
        <source>The finished epochs are kept; Resume goes on from them.</source>
        <translation>Die fertigen Epochen bleiben; Fortsetzen macht dort weiter.</translation>
    </message>
    <message>
        <source>The training failed</source>
        <translation>Das Training ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>The training was stopped</source>
        <translation>Das Training wurde angehalten</translation>
    </message>
    <message>
        <source>Trained network: {0}</source>
        <translation>Trainiertes Netz: {0}</translation>
    </message>
</context>
<context>
    <name>TrainForm</name>
    <message>
        <source>Head</source>
        <translation>Kopf</translation>
    </message>
    <message>
        <source>adaptation: two new layers (Fa, Fb)</source>
        <translation>adaptation: zwei neue Schichten (Fa, Fb)</translation>
    </message>
    <message>
        <source>single: the last layer alone</source>
        <translation>single: nur die letzte Schicht</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Voreinstellung</translation>
    </message>
    <message>
        <source>quick: some epochs, ends when it stops getting better</source>
        <translation>quick: einige Epochen, endet ohne Fortschritt</translation>
    </message>
    <message>
        <source>paper: 400,000 batches as in the paper, days on a GPU</source>
        <translation>paper: 400&#xa0;000 Batches wie im Artikel, Tage auf GPU</translation>
    </message>
    <message>
        <source>What learns</source>
        <translation>Was lernt</translation>
    </message>
    <message>
        <source>the new head alone: minutes, without a GPU</source>
        <translation>nur der neue Kopf: Minuten, ohne GPU</translation>
    </message>
    <message>
        <source>the whole network: slow without a GPU</source>
        <translation>das ganze Netz: langsam ohne GPU</translation>
    </message>
    <message>
        <source>the preset&apos;s</source>
        <translation>wie Voreinstellung</translation>
    </message>
    <message>
        <source>Epochs at most</source>
        <translation>Epochen höchstens</translation>
    </message>
    <message>
        <source>Share of the images that is held out</source>
        <translation>Anteil der zurückgehaltenen Bilder</translation>
    </message>
    <message>
        <source>These images choose the best epoch; they do not teach</source>
        <translation>Diese Bilder wählen die beste Epoche; aus ihnen wird nicht gelernt</translation>
    </message>
    <message>
        <source>Learning rate of the old layers</source>
        <translation>Lernrate der alten Schichten</translation>
    </message>
    <message>
        <source>New layers learn ten times as fast. Lower it where the loss is no number</source>
        <translation>Neue Schichten lernen zehnmal so schnell. Senken Sie sie, wenn der Verlust keine Zahl ist</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>The same seed, data and settings give the same network</source>
        <translation>Gleicher Seed, gleiche Daten und Einstellungen ergeben dasselbe Netz</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Folder of the trained network</source>
        <translation>Ordner des trainierten Netzes</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>Ausgangspunkt</translation>
    </message>
    <message>
        <source>New head</source>
        <translation>Neuer Kopf</translation>
    </message>
    <message>
        <source>Held out</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Network goes to</source>
        <translation>Netz kommt nach</translation>
    </message>
    <message>
        <source>the preset&apos;s: {0}</source>
        <translation>wie Voreinstellung: {0}</translation>
    </message>
    <message>
        <source>the preset&apos;s: {0:,} batches</source>
        <translation>wie Voreinstellung: {0:,} Batches</translation>
    </message>
</context>
<context>
    <name>TrainProcess</name>
    <message>
        <source>The training could not be started: {0}.</source>
        <translation>Das Training konnte nicht gestartet werden: {0}.</translation>
    </message>
    <message>
        <source>Install WSL Annotator again.</source>
        <translation>Installieren Sie WSL Annotator neu.</translation>
    </message>
    <message>
        <source>The training was ended by the system or by another program (signal {0}).</source>
        <translation>Das Training wurde vom System oder von einem anderen Programm beendet (Signal {0}).</translation>
    </message>
    <message>
        <source>The training ended without saying why (exit code {0}).</source>
        <translation>Das Training endete ohne Angabe von Gründen (Exitcode {0}).</translation>
    </message>
    <message>
        <source>The epochs before it are kept: resume it. If the memory ran out, freeze the features or take a smaller network.</source>
        <translation>Die Epochen davor bleiben: Setzen Sie es fort. Wenn der Speicher ausging, frieren Sie die Merkmale ein oder nehmen Sie ein kleineres Netz.</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>Level of the search</source>
        <translation>Ebene der Suche</translation>
    </message>
    <message>
        <source>One level back (Ctrl+Left)</source>
        <translation>Eine Ebene zurück (Strg+Links)</translation>
    </message>
    <message>
        <source>Play or pause (Ctrl+Space)</source>
        <translation>Abspielen oder anhalten (Strg+Leertaste)</translation>
    </message>
    <message>
        <source>One level on (Ctrl+Right)</source>
        <translation>Eine Ebene weiter (Strg+Rechts)</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>How fast the levels follow each other</source>
        <translation>Wie schnell die Ebenen aufeinander folgen</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Schleife</translation>
    </message>
    <message>
        <source>Begin again after the last level</source>
        <translation>Nach der letzten Ebene von vorn beginnen</translation>
    </message>
    <message>
        <source>level {0} of {1}</source>
        <translation>Ebene {0} von {1}</translation>
    </message>
</context>
<context>
    <name>ViewBar</name>
    <message>
        <source>Opacity of the heat map</source>
        <translation>Deckkraft der Heatmap</translation>
    </message>
    <message>
        <source>Colours of the heat map</source>
        <translation>Farben der Heatmap</translation>
    </message>
    <message>
        <source>Picture changed</source>
        <translation>Bilddarstellung geändert</translation>
    </message>
</context>
<context>
    <name>ViewController</name>
    <message>
        <source>shown at {0}</source>
        <translation>gezeigt mit {0}</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Draws the boxes before you do: you say what is in a photo, it shows where.</source>
        <translation>Zeichnet die Boxen, bevor Sie es tun: Sie sagen, was auf einem Foto ist, das Programm zeigt, wo.</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>Beispiel öffnen</translation>
    </message>
    <message>
        <source>24 scenes with labels, ready to search</source>
        <translation>24 Szenen mit Labels, bereit zur Suche</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>Neues Projekt</translation>
    </message>
    <message>
        <source>From a folder of images, with or without labels</source>
        <translation>Aus einem Ordner mit Bildern, mit oder ohne Labels</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>Projekt öffnen</translation>
    </message>
    <message>
        <source>A .wsl project file of yours</source>
        <translation>Eine Ihrer .wsl-Projektdateien</translation>
    </message>
    <message>
        <source>Or drop a folder of images, or a project file, on this window.</source>
        <translation>Oder lassen Sie einen Ordner mit Bildern oder eine Projektdatei auf dieses Fenster fallen.</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Letzte Projekte</translation>
    </message>
    <message>
        <source>Projects you open will be listed here.</source>
        <translation>Projekte, die Sie öffnen, stehen später hier.</translation>
    </message>
</context>
<context>
    <name>WindowController</name>
    <message>
        <source> (read-only)</source>
        <translation> (schreibgeschützt)</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Noch keine</translation>
    </message>
    <message>
        <source>Already searched with this network and these settings.</source>
        <translation>Schon mit diesem Netz und diesen Einstellungen durchsucht.</translation>
    </message>
    <message>
        <source>There is nothing to search.</source>
        <translation>Es gibt nichts zu suchen.</translation>
    </message>
    <message>
        <source>Say in the class panel which classes are in the image.</source>
        <translation>Geben Sie im Klassenfeld an, welche Klassen im Bild sind.</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) searched</source>
        <translation>
            <numerusform>%n Bild durchsucht</numerusform>
            <numerusform>%n Bilder durchsucht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n box(es) proposed</source>
        <translation>
            <numerusform>, %n Box vorgeschlagen</numerusform>
            <numerusform>, %n Boxen vorgeschlagen</numerusform>
        </translation>
    </message>
    <message>
        <source> in {0:.1f} s.</source>
        <translation> in {0:.1f} s.</translation>
    </message>
    <message>
        <source>{0} accepts the best, {1} rejects it.</source>
        <translation>{0} nimmt die beste an, {1} lehnt sie ab.</translation>
    </message>
    <message>
        <source>The language stays as it is.</source>
        <translation>Die Sprache bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>The language changes when the program is started again.</source>
        <translation>Die Sprache wechselt, wenn das Programm neu gestartet wird.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Change class</source>
        <translation>Klasse ändern</translation>
    </message>
</context>
</TS>
