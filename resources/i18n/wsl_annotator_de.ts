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
        <translation>Kante eine Stufe nach &amp;außen</translation>
    </message>
    <message>
        <source>Move the edge under the mouse, or last used, to where the heat map steps</source>
        <translation>Die Kante unter der Maus oder die zuletzt benutzte dorthin setzen, wo die Heatmap eine Stufe hat</translation>
    </message>
    <message>
        <source>Edge to the next heat level in&amp;wards</source>
        <translation>Kante eine Stufe nach &amp;innen</translation>
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
        <source>Copy boxes to the n&amp;ext images…</source>
        <translation>Boxen in &amp;nächste Bilder kopieren…</translation>
    </message>
    <message>
        <source>Draw the selected boxes, or all of this image, in the next images of the list</source>
        <translation>Die ausgewählten Boxen, sonst alle dieses Bildes, in die nächsten Bilder der Liste zeichnen</translation>
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
        <source>Crosshair while &amp;drawing…</source>
        <translation>Fadenkreu&amp;z beim Zeichnen…</translation>
    </message>
    <message>
        <source>Choose colour and opacity of the lines through the mouse</source>
        <translation>Farbe und Deckkraft der Linien durch die Maus wählen</translation>
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
        <source>Choose a class by n&amp;ame…</source>
        <translation>Klasse &amp;per Namen wählen…</translation>
    </message>
    <message>
        <source>Type part of a class&apos;s name: for the selected boxes, or as the current class</source>
        <translation>Einen Teil des Klassennamens tippen: für die ausgewählten Boxen, oder als aktuelle Klasse</translation>
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
        <source>&amp;Add new images</source>
        <translation>Neue Bilder &amp;aufnehmen</translation>
    </message>
    <message>
        <source>Look into the project&apos;s folder for images that came since, and list them too</source>
        <translation>Im Ordner des Projekts nach Bildern sehen, die seither dazukamen, und sie mit auflisten</translation>
    </message>
    <message>
        <source>&amp;Locate moved images…</source>
        <translation>&amp;Verschobene Bilder suchen…</translation>
    </message>
    <message>
        <source>Say in which folder the images are now; boxes and labels stay as they are</source>
        <translation>Sagen, in welchem Ordner die Bilder jetzt liegen; Boxen und Labels bleiben, wie sie sind</translation>
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
        <source>Boxes of the other r&amp;un</source>
        <translation>Boxen des anderen La&amp;ufs</translation>
    </message>
    <message>
        <source>Show what an older search of the current class found; again for the one before</source>
        <translation>Zeigen, was eine ältere Suche der aktuellen Klasse fand; nochmals für die davor</translation>
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
        <source>Watch the search of the selected box or the current class, candidate by candidate</source>
        <translation>Der Suche der gewählten Box oder der aktuellen Klasse zusehen, Kandidat für Kandidat</translation>
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
        <source>Inspector</source>
        <translation>Inspektor</translation>
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
        <source>Write the search as JSON, PNG strip or animated GIF</source>
        <translation>Die Suche als JSON, PNG-Streifen oder animiertes GIF schreiben</translation>
    </message>
    <message>
        <source>&amp;Stop the search or export</source>
        <translation>Suche oder Export &amp;anhalten</translation>
    </message>
    <message>
        <source>End what the inspector is doing</source>
        <translation>Beenden, was der Inspektor gerade tut</translation>
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
        <source>Level bac&amp;k</source>
        <translation>Ebene &amp;zurück</translation>
    </message>
    <message>
        <source>One level back</source>
        <translation>Eine Ebene zurück</translation>
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
        <source>Let the point &amp;go</source>
        <translation>Punkt &amp;loslassen</translation>
    </message>
    <message>
        <source>List the candidates under the mouse again</source>
        <translation>Wieder die Kandidaten unter der Maus auflisten</translation>
    </message>
    <message>
        <source>&amp;Run again…</source>
        <translation>Er&amp;neut suchen…</translation>
    </message>
    <message>
        <source>Search the photo, or the same part, with other settings, beside this run</source>
        <translation>Das Foto oder denselben Teil mit anderen Einstellungen durchsuchen, neben diesem Lauf</translation>
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
        <source>&amp;Next difference</source>
        <translation>Nächster &amp;Unterschied</translation>
    </message>
    <message>
        <source>Go to where the runs differ next</source>
        <translation>Zur nächsten Stelle gehen, an der sich die Läufe unterscheiden</translation>
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
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Vergleich</translation>
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
    <name>AllThresholds</name>
    <message>
        <source>All classes</source>
        <translation>Alle Klassen</translation>
    </message>
    <message>
        <source>Threshold of all classes</source>
        <translation>Schwelle aller Klassen</translation>
    </message>
    <message>
        <source>One threshold for every class: higher gives tighter boxes</source>
        <translation>Eine Schwelle für jede Klasse: höher gibt engere Boxen</translation>
    </message>
</context>
<context>
    <name>AnnotationCanvas</name>
    <message>
        <source>Image canvas</source>
        <translation>Bildfläche</translation>
    </message>
    <message>
        <source>Shows the image with its boxes. Arrow keys move what is selected, one box or several; with Alt they make it larger, with Ctrl smaller.</source>
        <translation>Zeigt das Bild mit seinen Boxen. Pfeiltasten verschieben, was ausgewählt ist, eine Box oder mehrere; mit Alt vergrößern, mit Strg verkleinern sie es.</translation>
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
        <source>%n candidate(s) at {0}, {1} · kept</source>
        <translation>
            <numerusform>%n Kandidat bei {0}, {1} · festgehalten</numerusform>
            <numerusform>%n Kandidaten bei {0}, {1} · festgehalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n candidate(s) at {0}, {1} · kept; {2} lets go</source>
        <translation>
            <numerusform>%n Kandidat bei {0}, {1} · festgehalten; {2} lässt los</numerusform>
            <numerusform>%n Kandidaten bei {0}, {1} · festgehalten; {2} lässt los</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CanvasArea</name>
    <message>
        <source>Until the image can be shown, its boxes can be neither judged nor drawn.</source>
        <translation>Solange das Bild nicht gezeigt werden kann, lassen sich seine Boxen weder beurteilen noch zeichnen.</translation>
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
    <name>ClassChooser</name>
    <message>
        <source>Choose a class</source>
        <translation>Klasse wählen</translation>
    </message>
    <message>
        <source>Part of the name</source>
        <translation>Teil des Namens</translation>
    </message>
    <message>
        <source>Part of the name of the class</source>
        <translation>Teil des Klassennamens</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
    <message numerus="yes">
        <source>Class of %n selected box(es)</source>
        <translation>
            <numerusform>Klasse von %n ausgewählten Box</numerusform>
            <numerusform>Klasse von %n ausgewählten Boxen</numerusform>
        </translation>
    </message>
    <message>
        <source>Current class</source>
        <translation>Aktuelle Klasse</translation>
    </message>
    <message>
        <source>Enter chooses, Esc leaves.</source>
        <translation>Eingabe wählt, Esc schließt.</translation>
    </message>
    <message>
        <source>No class has this in its name.</source>
        <translation>Keine Klasse hat das im Namen.</translation>
    </message>
    <message>
        <source>No classes yet. Add one to draw boxes.</source>
        <translation>Noch keine Klassen. Fügen Sie eine hinzu, um Boxen zu zeichnen.</translation>
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
    <name>CrosshairPopover</name>
    <message>
        <source>Crosshair</source>
        <translation>Fadenkreuz</translation>
    </message>
    <message>
        <source>Crosshair while drawing</source>
        <translation>Fadenkreuz beim Zeichnen</translation>
    </message>
    <message>
        <source>Kept for the next start. A sample lies over the picture while this is open.</source>
        <translation>Bleibt bis zum nächsten Start erhalten. Solange dies offen ist, liegt ein Muster über dem Bild.</translation>
    </message>
    <message>
        <source>White</source>
        <translation>Weiß</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>Schwarz</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Gelb</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Rosa</translation>
    </message>
    <message>
        <source>As the class</source>
        <translation>Wie die Klasse</translation>
    </message>
    <message>
        <source>Colour of the crosshair</source>
        <translation>Farbe des Fadenkreuzes</translation>
    </message>
    <message>
        <source>Opacity of the crosshair</source>
        <translation>Deckkraft des Fadenkreuzes</translation>
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
        <source>&amp;Colour</source>
        <translation>&amp;Farbe</translation>
    </message>
    <message>
        <source>&amp;Opacity</source>
        <translation>&amp;Deckkraft</translation>
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
        <source>{0} moves an edge of one box along the heat map.</source>
        <translation>{0} setzt die Kante einer einzelnen Box entlang der Heatmap.</translation>
    </message>
    <message>
        <source>Alt+arrows and Ctrl+arrows move the edges of the frame around several.</source>
        <translation>Alt+Pfeile und Strg+Pfeile verschieben die Kanten des Rahmens um mehrere.</translation>
    </message>
    <message>
        <source>Select one box first: {0} moves its edges along the heat map.</source>
        <translation>Wählen Sie zuerst eine einzelne Box aus: {0} setzt ihre Kanten entlang der Heatmap.</translation>
    </message>
    <message>
        <source>The box is locked, so it was left as it is.</source>
        <translation>Die Box ist gesperrt und wurde daher nicht verändert.</translation>
    </message>
    <message>
        <source>Unlock it first: Edit &gt; Lock box.</source>
        <translation>Entsperren Sie sie zuerst: Bearbeiten &gt; Box sperren.</translation>
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
        <source>upright, as they are shown</source>
        <translation>aufrecht, wie gezeigt</translation>
    </message>
    <message>
        <source>as stored, for readers without EXIF</source>
        <translation>wie gespeichert, für Leser ohne EXIF</translation>
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
        <source>Turned photos</source>
        <translation>Gedrehte Fotos</translation>
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
    <name>ForwardController</name>
    <message>
        <source>The boxes copied before are still being drawn.</source>
        <translation>Die zuvor kopierten Boxen werden noch gezeichnet.</translation>
    </message>
    <message>
        <source>This image has no boxes to copy: accept or draw one first.</source>
        <translation>Dieses Bild hat keine Boxen zum Kopieren: erst eine annehmen oder zeichnen.</translation>
    </message>
    <message>
        <source>There is no image after this one in the list.</source>
        <translation>Nach diesem Bild kommt in der Liste keines mehr.</translation>
    </message>
    <message>
        <source>copy to the next images</source>
        <translation>In die nächsten Bilder kopieren</translation>
    </message>
    <message>
        <source>No box was drawn</source>
        <translation>Keine Box gezeichnet</translation>
    </message>
    <message numerus="yes">
        <source>%n box(es) drawn</source>
        <translation>
            <numerusform>%n Box gezeichnet</numerusform>
            <numerusform>%n Boxen gezeichnet</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} in {1}</source>
        <translation>{0} in {1}</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n Bild</numerusform>
            <numerusform>%n Bildern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n verified image(s) not touched</source>
        <translation>
            <numerusform>%n geprüftes Bild nicht verändert</numerusform>
            <numerusform>%n geprüfte Bilder nicht verändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them cut off where the image ends</source>
        <translation>
            <numerusform>%n davon am Bildrand abgeschnitten</numerusform>
            <numerusform>%n davon am Bildrand abgeschnitten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out, outside the image</source>
        <translation>
            <numerusform>%n ausgelassen, außerhalb des Bildes</numerusform>
            <numerusform>%n ausgelassen, außerhalb des Bildes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out, there already</source>
        <translation>
            <numerusform>%n ausgelassen, schon da</numerusform>
            <numerusform>%n ausgelassen, schon da</numerusform>
        </translation>
    </message>
    <message>
        <source>left out where the label says that it is absent: {0}</source>
        <translation>ausgelassen, wo das Label sagt, dass es fehlt: {0}</translation>
    </message>
    <message numerus="yes">
        <source>%n unreadable image(s) not touched</source>
        <translation>
            <numerusform>%n unlesbares Bild nicht verändert</numerusform>
            <numerusform>%n unlesbare Bilder nicht verändert</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ForwardDialog</name>
    <message numerus="yes">
        <source>Draws %n box(es) of this image at the same place in the images that follow in the list.</source>
        <translation>
            <numerusform>Zeichnet %n Box dieses Bildes an derselben Stelle in die Bilder, die in der Liste folgen.</numerusform>
            <numerusform>Zeichnet %n Boxen dieses Bildes an derselben Stelle in die Bilder, die in der Liste folgen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Verified images stay as they are. One undo step takes all of it back.</source>
        <translation>Geprüfte Bilder bleiben, wie sie sind. Ein Schritt zurück nimmt alles wieder weg.</translation>
    </message>
    <message>
        <source>Copy to the next images</source>
        <translation>In die nächsten Bilder kopieren</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>of {0}</source>
        <translation>von {0}</translation>
    </message>
    <message>
        <source>Number of images</source>
        <translation>Anzahl der Bilder</translation>
    </message>
    <message>
        <source>&amp;Next images</source>
        <translation>&amp;Nächste Bilder</translation>
    </message>
</context>
<context>
    <name>GroupController</name>
    <message>
        <source>move</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>resize</source>
        <translation>Größe ändern</translation>
    </message>
    <message numerus="yes">
        <source>%n locked box(es) left as they are.</source>
        <translation>
            <numerusform>%n gesperrte Box nicht verändert.</numerusform>
            <numerusform>%n gesperrte Boxen nicht verändert.</numerusform>
        </translation>
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
    <name>ImageFolderController</name>
    <message>
        <source>Where are the images now?</source>
        <translation>Wo liegen die Bilder jetzt?</translation>
    </message>
    <message>
        <source>Looking for the images …</source>
        <translation>Die Bilder werden gesucht …</translation>
    </message>
    <message>
        <source>Looking for new images …</source>
        <translation>Neue Bilder werden gesucht …</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) found in {0}.</source>
        <translation>
            <numerusform>%n Bild in {0} gefunden.</numerusform>
            <numerusform>%n Bilder in {0} gefunden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new image(s) added.</source>
        <translation>
            <numerusform>%n neues Bild aufgenommen.</numerusform>
            <numerusform>%n neue Bilder aufgenommen.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no new image in the folder.</source>
        <translation>Im Ordner ist kein neues Bild.</translation>
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
    <name>ImageProblem</name>
    <message>
        <source>Were the images moved? “{0}” in the menu File finds them in their new folder.</source>
        <translation>Wurden die Bilder verschoben? „{0}“ im Menü Datei findet sie in ihrem neuen Ordner.</translation>
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
        <source>upright, as they are shown</source>
        <translation>aufrecht, wie gezeigt</translation>
    </message>
    <message>
        <source>as stored, from programs without EXIF</source>
        <translation>wie gespeichert, aus Programmen ohne EXIF</translation>
    </message>
    <message>
        <source>Boxes of turned photos</source>
        <translation>Boxen gedrehter Fotos</translation>
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
        <source>Both runs kept the same boxes at every level.</source>
        <translation>Beide Läufe haben auf jeder Ebene dieselben Boxen behalten.</translation>
    </message>
    <message>
        <source>The beams part at level {level}: {count} boxes were kept by one run alone.</source>
        <translation>Die Beams trennen sich auf Ebene {level}: {count} Boxen hat nur einer der Läufe behalten.</translation>
    </message>
    <message>
        <source>Boxes that both scored have the same probabilities.</source>
        <translation>Boxen, die beide bewertet haben, haben dieselben Wahrscheinlichkeiten.</translation>
    </message>
    <message>
        <source>Probabilities of boxes that both scored differ by at most {gap}.</source>
        <translation>Die Wahrscheinlichkeiten von Boxen, die beide bewertet haben, unterscheiden sich um höchstens {gap}.</translation>
    </message>
    <message>
        <source>No box was scored by both.</source>
        <translation>Keine Box haben beide bewertet.</translation>
    </message>
    <message>
        <source>The two runs searched different parts of the photo.</source>
        <translation>Die beiden Läufe haben verschiedene Teile des Fotos durchsucht.</translation>
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
    <name>KeyRules</name>
    <message>
        <source>This key cannot be used.</source>
        <translation>Diese Taste lässt sich nicht verwenden.</translation>
    </message>
    <message>
        <source>Tab goes to the next control of the window.</source>
        <translation>Tab führt zum nächsten Bedienelement des Fensters.</translation>
    </message>
    <message>
        <source>{0} opens the menu {1}.</source>
        <translation>{0} öffnet das Menü {1}.</translation>
    </message>
    <message>
        <source>The digits 1 to 9 choose classes, and with Alt image labels.</source>
        <translation>Die Ziffern 1 bis 9 wählen Klassen, mit Alt Bildlabels.</translation>
    </message>
    <message>
        <source>The arrow keys move boxes and walk through lists.</source>
        <translation>Die Pfeiltasten bewegen Boxen und führen durch Listen.</translation>
    </message>
    <message>
        <source>Esc cancels what is in the hand.</source>
        <translation>Esc bricht ab, was gerade in der Hand ist.</translation>
    </message>
    <message>
        <source>The arrow keys, Home, End, Space, Enter, +, − and 0 work in the pictures and lists.</source>
        <translation>Die Pfeiltasten, Pos1, Ende, Leertaste, Eingabe, +, − und 0 wirken in den Bildern und Listen.</translation>
    </message>
    <message>
        <source>Esc lets the point go.</source>
        <translation>Esc lässt den Punkt los.</translation>
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
        <source>In the pictures</source>
        <translation>In den Bildern</translation>
    </message>
    <message>
        <source>Main window</source>
        <translation>Hauptfenster</translation>
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
        <translation>Klasse der Box oder aktuelle</translation>
    </message>
    <message>
        <source>Image label of the class</source>
        <translation>Bildlabel der Klasse</translation>
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
        <source>Move boxes by 1 px, 10 px</source>
        <translation>Boxen um 1 px, 10 px verschieben</translation>
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
        <source>Edge of a box or frame out, in; Shift: 10 px</source>
        <translation>Kante, Rahmen außen, innen (Umsch)</translation>
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
        <translation>Ziehen rastet an Kanten ein</translation>
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
    <message>
        <source>One level back, on</source>
        <translation>Eine Ebene zurück, weiter</translation>
    </message>
    <message>
        <source>First and last level</source>
        <translation>Erste und letzte Ebene</translation>
    </message>
    <message>
        <source>Another candidate of the level</source>
        <translation>Anderer Kandidat der Ebene</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>Abspielen oder anhalten</translation>
    </message>
    <message>
        <source>Zoom in, out, fit the photo</source>
        <translation>Vergrößern, verkleinern, einpassen</translation>
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
    <name>OtherRunController</name>
    <message>
        <source>No other run of {0} in this image</source>
        <translation>Kein anderer Lauf von {0} in diesem Bild</translation>
    </message>
    <message>
        <source>Other run of {0}: {1}, {2}</source>
        <translation>Anderer Lauf von {0}: {1}, {2}</translation>
    </message>
    <message>
        <source>{0}: no box at this threshold</source>
        <translation>{0}: keine Box bei dieser Schwelle</translation>
    </message>
    <message>
        <source>({0} of {1})</source>
        <translation>({0} von {1})</translation>
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
        <source>Searches the same part of the photo for {0} with these settings ({1}). Nothing is stored in the project.</source>
        <translation>Sucht {0} in demselben Teil des Fotos mit diesen Einstellungen ({1}). Im Projekt wird nichts gespeichert.</translation>
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
        <source>The same part</source>
        <translation>Derselbe Teil</translation>
    </message>
    <message>
        <source>The whole image</source>
        <translation>Das ganze Bild</translation>
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
        <source>Area</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>Searches the whole photo for {0} with these settings, not the part alone ({1}). Nothing is stored in the project.</source>
        <translation>Sucht {0} mit diesen Einstellungen im ganzen Foto, nicht nur in dem Teil ({1}). Im Projekt wird nichts gespeichert.</translation>
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
        <source>thresholds of all classes</source>
        <translation>Schwellen aller Klassen</translation>
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
    <name>SearchWords</name>
    <message>
        <source>in the region</source>
        <translation>im Bereich</translation>
    </message>
    <message>
        <source>without the boxes found</source>
        <translation>ohne die gefundenen Boxen</translation>
    </message>
    <message>
        <source>{0} boxes</source>
        <translation>{0} Boxen</translation>
    </message>
    <message>
        <source>{0} × {1} at {2}, {3}</source>
        <translation>{0} × {1} bei {2}, {3}</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>en</source>
        <translation>de</translation>
    </message>
    <message>
        <source> (there is no header line)</source>
        <translation> (es gibt keine Kopfzeile)</translation>
    </message>
    <message>
        <source>, turned by a quarter</source>
        <translation>, um ein Viertel gedreht</translation>
    </message>
    <message>
        <source>--classes names no class.</source>
        <translation>--classes nennt keine Klasse.</translation>
    </message>
    <message>
        <source>1 box of {0} ({1}) reached outside it and was clipped.</source>
        <translation>1 Box von {0} ({1}) reichte darüber hinaus und wurde zugeschnitten.</translation>
    </message>
    <message>
        <source>1 image {0} ({1}) is</source>
        <translation>1 Bild {0} ({1}) ist</translation>
    </message>
    <message>
        <source>3 numbers</source>
        <translation>3 Zahlen</translation>
    </message>
    <message>
        <source>3 numbers above 0</source>
        <translation>3 Zahlen über 0</translation>
    </message>
    <message>
        <source>A box cannot have the id {0}: ids start at 1.</source>
        <translation>Eine Box kann nicht die id {0} haben: ids beginnen bei 1.</translation>
    </message>
    <message>
        <source>A box of {0} ({1}) has no size in {2}: left out.</source>
        <translation>Eine Box von {0} ({1}) hat in {2} keine Ausdehnung: ausgelassen.</translation>
    </message>
    <message>
        <source>A box of {0} ({1}) lies outside {2}: left out.</source>
        <translation>Eine Box von {0} ({1}) liegt außerhalb von {2}: ausgelassen.</translation>
    </message>
    <message>
        <source>A box of {0} in {1} is a proposal that nobody judged.</source>
        <translation>Eine Box von {0} in {1} ist ein Vorschlag, den niemand beurteilt hat.</translation>
    </message>
    <message>
        <source>A class map is JSON: {&quot;dog&quot;: [151, 152], &quot;cup&quot;: [&quot;coffee mug&quot;, &quot;cup&quot;]}.</source>
        <translation>Eine Klassenzuordnung ist JSON: {&quot;dog&quot;: [151, 152], &quot;cup&quot;: [&quot;coffee mug&quot;, &quot;cup&quot;]}.</translation>
    </message>
    <message>
        <source>A class needs a name, an id from 1 and a threshold from 0 to below 1.</source>
        <translation>Eine Klasse braucht einen Namen, eine id ab 1 und eine Schwelle von 0 bis unter 1.</translation>
    </message>
    <message>
        <source>A field cannot be stored, because it has no JSON form ({0}).</source>
        <translation>Ein Feld lässt sich nicht speichern, weil es keine JSON-Form hat ({0}).</translation>
    </message>
    <message>
        <source>A journal entry is damaged ({0}).</source>
        <translation>Ein Eintrag im Journal ist beschädigt ({0}).</translation>
    </message>
    <message>
        <source>A pattern must follow, as in name:street*.</source>
        <translation>Es muss ein Muster folgen, wie in name:street*.</translation>
    </message>
    <message>
        <source>A process that worked for the window ended unexpectedly (exit code {0}).</source>
        <translation>Ein Prozess, der für das Fenster gearbeitet hat, hat unerwartet geendet (Exitcode {0}).</translation>
    </message>
    <message>
        <source>A range must follow, as in {0}.</source>
        <translation>Es muss ein Bereich folgen, wie in {0}.</translation>
    </message>
    <message>
        <source>A score is a probability from 0 to 1.</source>
        <translation>Ein Score ist eine Wahrscheinlichkeit von 0 bis 1.</translation>
    </message>
    <message>
        <source>A search result is for row {0} of {1}, which is not in {2}.</source>
        <translation>Ein Suchergebnis gehört zu Zeile {0} von {1}, die es in {2} nicht gibt.</translation>
    </message>
    <message>
        <source>A softmax head needs two classes or more, and there is only {0}.</source>
        <translation>Ein Softmax-Kopf braucht mindestens zwei Klassen, und es gibt nur {0}.</translation>
    </message>
    <message>
        <source>A thumbnail of {0} must have at least 1 pixel, not {1}.</source>
        <translation>Ein Vorschaubild von {0} braucht mindestens 1 Pixel, nicht {1}.</translation>
    </message>
    <message>
        <source>A training needs either a number of epochs or a number of batches.</source>
        <translation>Ein Training braucht entweder eine Zahl von Epochen oder eine Zahl von Batches.</translation>
    </message>
    <message>
        <source>A value is too large for the project {0}.</source>
        <translation>Ein Wert ist zu groß für das Projekt {0}.</translation>
    </message>
    <message>
        <source>Accept, adjust or reject it first.</source>
        <translation>Nehmen Sie sie zuerst an, korrigieren Sie sie oder lehnen Sie sie ab.</translation>
    </message>
    <message>
        <source>Add it again.</source>
        <translation>Fügen Sie sie wieder hinzu.</translation>
    </message>
    <message>
        <source>AlexNet (comes with the program, knows the sample&apos;s classes)</source>
        <translation>AlexNet (liegt dem Programm bei, kennt die Klassen des Beispiels)</translation>
    </message>
    <message>
        <source>An earlier part failed, so none of it was written to {0}.</source>
        <translation>Ein früherer Teil schlug fehl, deshalb wurde nichts davon in {0} geschrieben.</translation>
    </message>
    <message>
        <source>Another training is writing into {0} ({1}).</source>
        <translation>Ein anderes Training schreibt in {0} ({1}).</translation>
    </message>
    <message>
        <source>Beam search over sub-grids of deep feature maps (Bency et al. 2016), with four presets.</source>
        <translation>Beam-Suche über Teilgitter tiefer Merkmalskarten (Bency et al. 2016), mit vier Voreinstellungen.</translation>
    </message>
    <message>
        <source>Box {0} ({1}) of {2} lies outside the image: left out.</source>
        <translation>Box {0} ({1}) von {2} liegt außerhalb des Bildes: ausgelassen.</translation>
    </message>
    <message>
        <source>Box {0} ({1}, {2}, {3}, {4}) lies outside the image {5} of {6} x {7}.</source>
        <translation>Box {0} ({1}, {2}, {3}, {4}) liegt außerhalb des Bildes {5} mit {6} x {7}.</translation>
    </message>
    <message>
        <source>Box {0} belongs to image {1}, which is not in {2}.</source>
        <translation>Box {0} gehört zu Bild {1}, das es in {2} nicht gibt.</translation>
    </message>
    <message>
        <source>Box {0} has the class {1}, which is not in {2}.</source>
        <translation>Box {0} hat die Klasse {1}, die es in {2} nicht gibt.</translation>
    </message>
    <message>
        <source>Box {0} is a proposal, which is never stored as a box.</source>
        <translation>Box {0} ist ein Vorschlag; ein Vorschlag wird nie als Box gespeichert.</translation>
    </message>
    <message>
        <source>Box {0} lies outside its image {1}, which may have been replaced by a smaller one.</source>
        <translation>Box {0} liegt außerhalb ihres Bildes {1}, das vielleicht durch ein kleineres ersetzt wurde.</translation>
    </message>
    <message>
        <source>Boxes that were left out, since they have no size on the stored pixels: {0}.</source>
        <translation>Boxen, die ausgelassen wurden, weil sie auf den gespeicherten Pixeln keine Ausdehnung haben: {0}.</translation>
    </message>
    <message>
        <source>Boxes that {0}: {1}.</source>
        <translation>Boxen, die {0}: {1}.</translation>
    </message>
    <message>
        <source>Boxes whose imported mask, outline or key points were left out, since their photo is not written upright: {0}.</source>
        <translation>Boxen, deren importierte Maske, Umriss oder Schlüsselpunkte ausgelassen wurden, weil ihr Foto nicht aufrecht geschrieben wird: {0}.</translation>
    </message>
    <message>
        <source>Boxes whose mask, outline or key points were left out, since their photo was turned: {0}.</source>
        <translation>Boxen, deren Maske, Umriss oder Schlüsselpunkte ausgelassen wurden, weil ihr Foto gedreht wurde: {0}.</translation>
    </message>
    <message>
        <source>Change the file&apos;s permissions.</source>
        <translation>Ändern Sie die Berechtigungen der Datei.</translation>
    </message>
    <message>
        <source>Check --classes.</source>
        <translation>Prüfen Sie --classes.</translation>
    </message>
    <message>
        <source>Check --from.</source>
        <translation>Prüfen Sie --from.</translation>
    </message>
    <message>
        <source>Check --images.</source>
        <translation>Prüfen Sie --images.</translation>
    </message>
    <message>
        <source>Check --input-size, and that classify takes what features gives.</source>
        <translation>Prüfen Sie --input-size und ob classify annimmt, was features liefert.</translation>
    </message>
    <message>
        <source>Check --input-size.</source>
        <translation>Prüfen Sie --input-size.</translation>
    </message>
    <message>
        <source>Check --names.</source>
        <translation>Prüfen Sie --names.</translation>
    </message>
    <message>
        <source>Check --truth.</source>
        <translation>Prüfen Sie --truth.</translation>
    </message>
    <message>
        <source>Check that the file and its folder exist and may be read.</source>
        <translation>Prüfen Sie, ob es die Datei und ihren Ordner gibt und ob sie gelesen werden dürfen.</translation>
    </message>
    <message>
        <source>Check the class map (--class-map).</source>
        <translation>Prüfen Sie die Zuordnung der Klassen (--class-map).</translation>
    </message>
    <message>
        <source>Check the class map.</source>
        <translation>Prüfen Sie die Klassenzuordnung.</translation>
    </message>
    <message>
        <source>Check the disk.</source>
        <translation>Prüfen Sie den Datenträger.</translation>
    </message>
    <message>
        <source>Check the file and its permissions.</source>
        <translation>Prüfen Sie die Datei und ihre Berechtigungen.</translation>
    </message>
    <message>
        <source>Check the file&apos;s permissions.</source>
        <translation>Prüfen Sie die Berechtigungen der Datei.</translation>
    </message>
    <message>
        <source>Check the image folder.</source>
        <translation>Prüfen Sie den Bildordner.</translation>
    </message>
    <message>
        <source>Check the name after the colon.</source>
        <translation>Prüfen Sie den Namen hinter dem Doppelpunkt.</translation>
    </message>
    <message>
        <source>Check the name, or make a new project.</source>
        <translation>Prüfen Sie den Namen, oder legen Sie ein neues Projekt an.</translation>
    </message>
    <message>
        <source>Check the network (--network).</source>
        <translation>Prüfen Sie das Netz (--network).</translation>
    </message>
    <message>
        <source>Check the path and your permission to read it.</source>
        <translation>Prüfen Sie den Pfad und ob Sie ihn lesen dürfen.</translation>
    </message>
    <message>
        <source>Check the path of the weights (--weights).</source>
        <translation>Prüfen Sie den Pfad der Gewichte (--weights).</translation>
    </message>
    <message>
        <source>Check your permission.</source>
        <translation>Prüfen Sie Ihre Berechtigung.</translation>
    </message>
    <message>
        <source>Check {0}.</source>
        <translation>Prüfen Sie {0}.</translation>
    </message>
    <message>
        <source>Choose a CSV file, an ImageSets/Main folder, a folder of XML files, a COCO JSON or one folder a class.</source>
        <translation>Wählen Sie eine CSV-Datei, einen Ordner ImageSets/Main, einen Ordner mit XML-Dateien, ein COCO-JSON oder einen Ordner je Klasse.</translation>
    </message>
    <message>
        <source>Choose a class map.</source>
        <translation>Wählen Sie eine Klassenzuordnung.</translation>
    </message>
    <message>
        <source>Choose a file name.</source>
        <translation>Wählen Sie einen Dateinamen.</translation>
    </message>
    <message>
        <source>Choose a file that `wsl-annotator inspect --out` or the inspector wrote.</source>
        <translation>Wählen Sie eine Datei, die `wsl-annotator inspect --out` oder der Inspektor geschrieben hat.</translation>
    </message>
    <message>
        <source>Choose a folder that you may write to.</source>
        <translation>Wählen Sie einen Ordner, in den Sie schreiben dürfen.</translation>
    </message>
    <message>
        <source>Choose a folder with --to.</source>
        <translation>Wählen Sie einen Ordner mit --to.</translation>
    </message>
    <message>
        <source>Choose a proposals.json.</source>
        <translation>Wählen Sie eine proposals.json.</translation>
    </message>
    <message>
        <source>Choose a shorter name or folder.</source>
        <translation>Wählen Sie einen kürzeren Namen oder Ordner.</translation>
    </message>
    <message>
        <source>Choose another file or folder.</source>
        <translation>Wählen Sie eine andere Datei oder einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Choose another file, or make a new project.</source>
        <translation>Wählen Sie eine andere Datei, oder legen Sie ein neues Projekt an.</translation>
    </message>
    <message>
        <source>Choose another folder (--out), or replace the card (--restart).</source>
        <translation>Wählen Sie einen anderen Ordner (--out), oder ersetzen Sie die Karte (--restart).</translation>
    </message>
    <message>
        <source>Choose another folder (--out).</source>
        <translation>Wählen Sie einen anderen Ordner (--out).</translation>
    </message>
    <message>
        <source>Choose another folder, or make room.</source>
        <translation>Wählen Sie einen anderen Ordner, oder schaffen Sie Platz.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Choose another name for the page.</source>
        <translation>Wählen Sie einen anderen Namen für die Seite.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>Choose another network, or a class map that names the class.</source>
        <translation>Wählen Sie ein anderes Netz oder eine Klassenzuordnung, die die Klasse nennt.</translation>
    </message>
    <message>
        <source>Choose another network.</source>
        <translation>Wählen Sie ein anderes Netz.</translation>
    </message>
    <message>
        <source>Choose another.</source>
        <translation>Wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>Choose auto or cpu as the device (--device).</source>
        <translation>Wählen Sie auto oder cpu als Gerät (--device).</translation>
    </message>
    <message>
        <source>Choose auto, cpu or cuda:N as the device (--device).</source>
        <translation>Wählen Sie auto, cpu oder cuda:N als Gerät (--device).</translation>
    </message>
    <message>
        <source>Choose one of them.</source>
        <translation>Wählen Sie eines davon.</translation>
    </message>
    <message>
        <source>Choose one of: {0}.</source>
        <translation>Wählen Sie eines von diesen: {0}.</translation>
    </message>
    <message>
        <source>Choose the annotation file.</source>
        <translation>Wählen Sie die Annotationsdatei.</translation>
    </message>
    <message>
        <source>Choose the folder ImageSets/Main.</source>
        <translation>Wählen Sie den Ordner ImageSets/Main.</translation>
    </message>
    <message>
        <source>Choose the folder of the VOC annotations.</source>
        <translation>Wählen Sie den Ordner der VOC-Annotationen.</translation>
    </message>
    <message>
        <source>Choose the folder that holds them, together with its sub-folders.</source>
        <translation>Wählen Sie den Ordner, der sie mit seinen Unterordnern enthält.</translation>
    </message>
    <message>
        <source>Choose the photo that was searched.</source>
        <translation>Wählen Sie das Foto, das durchsucht wurde.</translation>
    </message>
    <message>
        <source>Choose the photo.</source>
        <translation>Wählen Sie das Foto.</translation>
    </message>
    <message>
        <source>Class activation map, one pass; needs a network with a global average pool (Zhou et al. 2016).</source>
        <translation>Class Activation Map, ein Durchlauf; braucht ein Netz mit Global Average Pooling (Zhou et al. 2016).</translation>
    </message>
    <message>
        <source>Class activation maps of the image at several sizes, added; needs a global average pool.</source>
        <translation>Class Activation Maps des Bildes in mehreren Größen, addiert; braucht Global Average Pooling.</translation>
    </message>
    <message>
        <source>Class names must agree.</source>
        <translation>Die Klassennamen müssen übereinstimmen.</translation>
    </message>
    <message>
        <source>Class {0} cannot name a file: its image set is {1}.</source>
        <translation>Die Klasse {0} taugt nicht als Dateiname: Das Image-Set heißt {1}.</translation>
    </message>
    <message>
        <source>Class {0} was</source>
        <translation>Klasse {0} wurde</translation>
    </message>
    <message>
        <source>Classes {0} were</source>
        <translation>Klassen {0} wurden</translation>
    </message>
    <message>
        <source>Close it there, or open the project read-only here.</source>
        <translation>Schließen Sie es dort, oder öffnen Sie das Projekt hier schreibgeschützt.</translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation>Schließen Sie andere Programme, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Connection refused</source>
        <translation>Verbindung abgelehnt</translation>
    </message>
    <message>
        <source>Copy it again from its source, or restore a backup copy.</source>
        <translation>Kopieren Sie sie noch einmal von der Quelle, oder spielen Sie eine Sicherungskopie ein.</translation>
    </message>
    <message>
        <source>Copy the file again, or leave it out.</source>
        <translation>Kopieren Sie die Datei noch einmal, oder lassen Sie sie weg.</translation>
    </message>
    <message>
        <source>Copy the file again.</source>
        <translation>Kopieren Sie die Datei noch einmal.</translation>
    </message>
    <message>
        <source>Correct it, then try again.</source>
        <translation>Berichtigen Sie sie, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>Correct the file, then train again.</source>
        <translation>Berichtigen Sie die Datei, und trainieren Sie dann noch einmal.</translation>
    </message>
    <message>
        <source>Correct the file, then try again.</source>
        <translation>Berichtigen Sie die Datei, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>Cut it into tiles or reduce it.</source>
        <translation>Zerschneiden Sie es in Kacheln, oder verkleinern Sie es.</translation>
    </message>
    <message>
        <source>Delete it, then train again.</source>
        <translation>Löschen Sie ihn, und trainieren Sie dann noch einmal.</translation>
    </message>
    <message>
        <source>Delete those first, or give them another class.</source>
        <translation>Löschen Sie zuerst diese, oder geben Sie ihnen eine andere Klasse.</translation>
    </message>
    <message>
        <source>Dropout must be at least 0 and below 1, not {0}.</source>
        <translation>Dropout muss mindestens 0 und kleiner als 1 sein, nicht {0}.</translation>
    </message>
    <message>
        <source>Expecting &apos;,&apos; delimiter</source>
        <translation>hier fehlt ein &apos;,&apos;</translation>
    </message>
    <message>
        <source>Expecting &apos;:&apos; delimiter</source>
        <translation>hier fehlt ein &apos;:&apos;</translation>
    </message>
    <message>
        <source>Expecting property name enclosed in double quotes</source>
        <translation>hier fehlt ein Name in Anführungszeichen</translation>
    </message>
    <message>
        <source>Expecting value</source>
        <translation>hier fehlt ein Wert</translation>
    </message>
    <message>
        <source>Export it again from the program it came from.</source>
        <translation>Exportieren Sie sie noch einmal aus dem Programm, aus dem sie kommt.</translation>
    </message>
    <message>
        <source>Export it again without a DOCTYPE.</source>
        <translation>Exportieren Sie sie noch einmal ohne DOCTYPE.</translation>
    </message>
    <message>
        <source>Export it again.</source>
        <translation>Exportieren Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>Extra data</source>
        <translation>überzählige Daten</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>Die Datei gibt es schon</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>Der Dateiname ist zu lang</translation>
    </message>
    <message>
        <source>File names must agree; is it the truth of other photos?</source>
        <translation>Die Dateinamen müssen übereinstimmen; gehört die Wahrheit zu anderen Fotos?</translation>
    </message>
    <message>
        <source>Free some space or choose another folder.</source>
        <translation>Schaffen Sie Platz, oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Free some space, or give a cache folder on another disk (--cache).</source>
        <translation>Schaffen Sie Platz, oder geben Sie einen Cache-Ordner auf einem anderen Datenträger an (--cache).</translation>
    </message>
    <message>
        <source>Get the file again.</source>
        <translation>Besorgen Sie die Datei noch einmal.</translation>
    </message>
    <message>
        <source>Give --class-map, or another --class.</source>
        <translation>Geben Sie --class-map oder eine andere --class an.</translation>
    </message>
    <message>
        <source>Give a .json file, an .xml file or a folder.</source>
        <translation>Geben Sie eine .json-Datei, eine .xml-Datei oder einen Ordner an.</translation>
    </message>
    <message>
        <source>Give a file name such as report.html.</source>
        <translation>Geben Sie einen Dateinamen an, zum Beispiel report.html.</translation>
    </message>
    <message>
        <source>Give a file with one name an output by --names.</source>
        <translation>Geben Sie mit --names eine Datei an, die einen Namen je Ausgang enthält.</translation>
    </message>
    <message>
        <source>Give a larger --input-size.</source>
        <translation>Geben Sie eine größere --input-size an.</translation>
    </message>
    <message>
        <source>Give a project, or a proposals.json of `propose --out`.</source>
        <translation>Geben Sie ein Projekt oder eine proposals.json von `propose --out` an.</translation>
    </message>
    <message>
        <source>Give another cache folder (--cache).</source>
        <translation>Geben Sie einen anderen Cache-Ordner an (--cache).</translation>
    </message>
    <message>
        <source>Give bundled, FILE.py:callable, a card&apos;s folder, or a name that `wsl-annotator networks` lists.</source>
        <translation>Geben Sie bundled, DATEI.py:Funktion, den Ordner einer Karte oder einen Namen an, den `wsl-annotator networks` auflistet.</translation>
    </message>
    <message>
        <source>Give bundled, FILE.py:callable, or a name that `wsl-annotator networks` lists.</source>
        <translation>Geben Sie bundled, DATEI.py:Funktion oder einen Namen an, den `wsl-annotator networks` auflistet.</translation>
    </message>
    <message>
        <source>Give every category an id of its own.</source>
        <translation>Geben Sie jeder Kategorie eine eigene id.</translation>
    </message>
    <message>
        <source>Give every image an id of its own.</source>
        <translation>Geben Sie jedem Bild eine eigene id.</translation>
    </message>
    <message>
        <source>Give it as FILE.py:callable, such as net.py:build.</source>
        <translation>Geben Sie es als DATEI.py:Funktion an, zum Beispiel net.py:build.</translation>
    </message>
    <message>
        <source>Give it with --activation.</source>
        <translation>Geben Sie sie mit --activation an.</translation>
    </message>
    <message>
        <source>Give the file as it was then, or train again.</source>
        <translation>Geben Sie die Datei an, wie sie damals war, oder trainieren Sie noch einmal.</translation>
    </message>
    <message>
        <source>Give the file that it was trained with.</source>
        <translation>Geben Sie die Datei an, mit der sie trainiert wurde.</translation>
    </message>
    <message>
        <source>Give the folder that holds the images.</source>
        <translation>Geben Sie den Ordner an, in dem die Bilder liegen.</translation>
    </message>
    <message>
        <source>Give the images in it.</source>
        <translation>Geben Sie die Bilder darin an.</translation>
    </message>
    <message>
        <source>Give top5, all, or names separated by commas.</source>
        <translation>Geben Sie top5, all oder durch Kommas getrennte Namen an.</translation>
    </message>
    <message>
        <source>Go on with what it was made with, choose another folder (--out), or start over (--restart).</source>
        <translation>Machen Sie mit dem weiter, womit er entstand, wählen Sie einen anderen Ordner (--out), oder fangen Sie neu an (--restart).</translation>
    </message>
    <message>
        <source>Gradient-weighted last features (Jiang et al. 2021); any head, one pass, one gradient.</source>
        <translation>Mit Gradienten gewichtete letzte Merkmale (Jiang et al. 2021); jeder Kopf, ein Durchlauf, ein Gradient.</translation>
    </message>
    <message>
        <source>If what is not mentioned is not there, write 0 in a table, or say that all is (--complete-labels).</source>
        <translation>Wenn nicht da ist, was nicht erwähnt wird, schreiben Sie 0 in eine Tabelle, oder geben Sie an, dass alles gelabelt ist (--complete-labels).</translation>
    </message>
    <message>
        <source>Images that nobody verified are among the truth: an object without a box there makes a right proposal count as wrong.</source>
        <translation>Bilder, die niemand geprüft hat, gehören zur Wahrheit: Ein Objekt, das dort keine Box hat, lässt einen richtigen Vorschlag als falsch zählen.</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>Ein-/Ausgabefehler</translation>
    </message>
    <message>
        <source>Install WSL Annotator again.</source>
        <translation>Installieren Sie WSL Annotator neu.</translation>
    </message>
    <message>
        <source>Install a newer Python.</source>
        <translation>Installieren Sie ein neueres Python.</translation>
    </message>
    <message>
        <source>Install the package again.</source>
        <translation>Installieren Sie das Paket neu.</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>Das ist ein Ordner</translation>
    </message>
    <message>
        <source>It may be cut off: export it again.</source>
        <translation>Vielleicht ist sie abgeschnitten: Exportieren Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>It needs features: (N, 3, S, S) -&gt; (N, T, L, L) and classify: (N, T, L, L) -&gt; (N, K).</source>
        <translation>Es braucht features: (N, 3, S, S) -&gt; (N, T, L, L) und classify: (N, T, L, L) -&gt; (N, K).</translation>
    </message>
    <message>
        <source>It was moved or deleted; put it back or leave it out.</source>
        <translation>Es wurde verschoben oder gelöscht; legen Sie es zurück, oder lassen Sie es weg.</translation>
    </message>
    <message>
        <source>Its classify must end in an nn.Linear (or 1 x 1 nn.Conv2d) of its own, used once.</source>
        <translation>Sein classify muss mit einem eigenen, einmal benutzten nn.Linear (oder 1 x 1 nn.Conv2d) enden.</translation>
    </message>
    <message>
        <source>Judge some proposals first, or give true boxes with --truth.</source>
        <translation>Beurteilen Sie zuerst einige Vorschläge, oder geben Sie wahre Boxen mit --truth an.</translation>
    </message>
    <message>
        <source>Known are JPEG, PNG, TIFF, BMP, GIF and WebP.</source>
        <translation>Bekannt sind JPEG, PNG, TIFF, BMP, GIF und WebP.</translation>
    </message>
    <message>
        <source>Known are JPEG, PNG, TIFF, BMP, GIF, WebP and a few more.</source>
        <translation>Bekannt sind JPEG, PNG, TIFF, BMP, GIF, WebP und einige mehr.</translation>
    </message>
    <message>
        <source>Label images that have each class, and images that have it not.</source>
        <translation>Labeln Sie für jede Klasse Bilder, auf denen sie ist, und Bilder, auf denen sie nicht ist.</translation>
    </message>
    <message>
        <source>Label some images, or import labels.</source>
        <translation>Labeln Sie einige Bilder, oder importieren Sie Labels.</translation>
    </message>
    <message>
        <source>Leave it out.</source>
        <translation>Lassen Sie es weg.</translation>
    </message>
    <message>
        <source>Leave out --weights, --input-size, --mean, --std, --activation and --names.</source>
        <translation>Lassen Sie --weights, --input-size, --mean, --std, --activation und --names weg.</translation>
    </message>
    <message>
        <source>Leave out the outputs that are not this class.</source>
        <translation>Lassen Sie die Ausgänge weg, die nicht diese Klasse sind.</translation>
    </message>
    <message>
        <source>Leave the scales at 1.</source>
        <translation>Lassen Sie die Skalen bei 1.</translation>
    </message>
    <message>
        <source>Leave them out, or give --network.</source>
        <translation>Lassen Sie sie weg, oder geben Sie --network an.</translation>
    </message>
    <message>
        <source>Locate the moved images first.</source>
        <translation>Suchen Sie zuerst die verschobenen Bilder.</translation>
    </message>
    <message>
        <source>Make room on the disk, then try again.</source>
        <translation>Schaffen Sie Platz auf dem Datenträger, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>Memory of the GPU ran out: the work goes on on the CPU.</source>
        <translation>Der Speicher der GPU ging aus: Die Arbeit geht auf der CPU weiter.</translation>
    </message>
    <message>
        <source>Memory ran out: the search goes on in smaller batches, and on the CPU where that is too little.</source>
        <translation>Der Speicher ging aus: Die Suche geht in kleineren Batches weiter und auf der CPU, wo das nicht reicht.</translation>
    </message>
    <message>
        <source>Move it inside the image.</source>
        <translation>Verschieben Sie sie in das Bild.</translation>
    </message>
    <message>
        <source>Name or service not known</source>
        <translation>Der Name des Servers ist nicht bekannt</translation>
    </message>
    <message>
        <source>Network is unreachable</source>
        <translation>Das Netzwerk ist nicht erreichbar</translation>
    </message>
    <message>
        <source>No box in {0} lies in an image that was searched for its class.</source>
        <translation>Keine Box in {0} liegt in einem Bild, das nach ihrer Klasse durchsucht wurde.</translation>
    </message>
    <message>
        <source>No box in {0} was accepted, adjusted or drawn yet, so there is nothing to fit thresholds on.</source>
        <translation>In {0} wurde noch keine Box angenommen, korrigiert oder gezeichnet, also gibt es nichts, woran Schwellen angepasst werden könnten.</translation>
    </message>
    <message>
        <source>No class can be learned from these labels. {0}</source>
        <translation>Aus diesen Labels lässt sich keine Klasse lernen. {0}</translation>
    </message>
    <message>
        <source>No image of {0} is among the images that were searched.</source>
        <translation>Kein Bild von {0} ist unter den durchsuchten Bildern.</translation>
    </message>
    <message>
        <source>No project is open.</source>
        <translation>Es ist kein Projekt geöffnet.</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>Auf dem Datenträger ist kein Platz mehr</translation>
    </message>
    <message>
        <source>No state of boxes was given.</source>
        <translation>Es wurde kein Zustand von Boxen angegeben.</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>Die Datei oder den Ordner gibt es nicht</translation>
    </message>
    <message>
        <source>No true object of {0}: no measure can be taken of it.</source>
        <translation>Kein wahres Objekt von {0}: Dafür lässt sich nichts messen.</translation>
    </message>
    <message>
        <source>None of the labelled images can be read.</source>
        <translation>Keines der gelabelten Bilder ist lesbar.</translation>
    </message>
    <message>
        <source>None of the project&apos;s {0} images is in {1}.</source>
        <translation>Von den {0} Bildern des Projekts liegt keines in {1}.</translation>
    </message>
    <message>
        <source>None of the training images can be read.</source>
        <translation>Keines der Trainingsbilder ist lesbar.</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>Das ist kein Ordner</translation>
    </message>
    <message>
        <source>Not every image was searched for every class: one that was not counts as a miss, never as wrong.</source>
        <translation>Nicht jedes Bild wurde nach jeder Klasse durchsucht: Eines ohne Suche zählt als verfehlt, nie als falsch.</translation>
    </message>
    <message>
        <source>Not judged, as the answers have no such class: {0}.</source>
        <translation>Nicht beurteilt, weil die Antworten keine solche Klasse haben: {0}.</translation>
    </message>
    <message>
        <source>Not judged, as the truth has no such class: {0}.</source>
        <translation>Nicht beurteilt, weil die Wahrheit keine solche Klasse hat: {0}.</translation>
    </message>
    <message>
        <source>Not used, as there is no such class here: {0}.</source>
        <translation>Nicht benutzt, weil es hier keine solche Klasse gibt: {0}.</translation>
    </message>
    <message>
        <source>Nothing that was saved before is lost.</source>
        <translation>Nichts, was vorher gespeichert war, ist verloren.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>One edit gives the same box twice, so it was not carried out.</source>
        <translation>Eine Änderung nennt dieselbe Box zweimal und wurde daher nicht ausgeführt.</translation>
    </message>
    <message>
        <source>One of these must follow: {0}.</source>
        <translation>Eines von diesen muss folgen: {0}.</translation>
    </message>
    <message>
        <source>One score alone fits no image; write {0}.</source>
        <translation>Ein einzelner Score passt zu keinem Bild; schreiben Sie {0}.</translation>
    </message>
    <message>
        <source>Only images that show a class were searched for it: classification cannot be measured, and average precisions are higher than where all images are searched.</source>
        <translation>Nur Bilder, die eine Klasse zeigen, wurden nach ihr durchsucht: Die Klassifikation lässt sich nicht messen, und die Average Precisions sind höher, als wenn alle Bilder durchsucht werden.</translation>
    </message>
    <message>
        <source>Only {0} of the project&apos;s {1} images are in {2}, and {3} in {4}.</source>
        <translation>Nur {0} der {1} Bilder des Projekts liegen in {2}, aber {3} in {4}.</translation>
    </message>
    <message>
        <source>Open it for editing first.</source>
        <translation>Öffnen Sie es zuerst zum Bearbeiten.</translation>
    </message>
    <message>
        <source>Open it once for editing; a backup copy of the old version is kept.</source>
        <translation>Öffnen Sie es einmal zum Bearbeiten; eine Sicherungskopie der alten Version bleibt erhalten.</translation>
    </message>
    <message>
        <source>Open it read-only, or copy it to a folder that you may write to.</source>
        <translation>Öffnen Sie es schreibgeschützt, oder kopieren Sie es in einen Ordner, in den Sie schreiben dürfen.</translation>
    </message>
    <message>
        <source>Open it, or choose another name.</source>
        <translation>Öffnen Sie sie, oder wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>Open the project again.</source>
        <translation>Öffnen Sie das Projekt noch einmal.</translation>
    </message>
    <message>
        <source>Papadopoulos et al. 2017, extreme clicking</source>
        <translation>Papadopoulos et al. 2017, Extremklicken</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>Zugriff verweigert</translation>
    </message>
    <message>
        <source>Photos turned by EXIF whose boxes were taken as stored and turned upright: {0}.</source>
        <translation>Durch EXIF gedrehte Fotos, deren Boxen als gespeichert gelesen und aufgerichtet wurden: {0}.</translation>
    </message>
    <message>
        <source>Photos whose sizes and boxes are those of the stored pixels, before any turn by EXIF: {0}.</source>
        <translation>Fotos, deren Größen und Boxen die der gespeicherten Pixel sind, vor jeder Drehung durch EXIF: {0}.</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>Das Dateisystem ist schreibgeschützt</translation>
    </message>
    <message>
        <source>Reduce it with another program.</source>
        <translation>Verkleinern Sie es mit einem anderen Programm.</translation>
    </message>
    <message>
        <source>Remove its protection or choose another name. The file that was there is unchanged.</source>
        <translation>Heben Sie den Schutz auf, oder wählen Sie einen anderen Namen. Die vorhandene Datei ist unverändert.</translation>
    </message>
    <message>
        <source>Rename it and try again.</source>
        <translation>Benennen Sie es um, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Rename one of them.</source>
        <translation>Benennen Sie eine davon um.</translation>
    </message>
    <message>
        <source>Restore it from a backup copy.</source>
        <translation>Spielen Sie eine Sicherungskopie ein.</translation>
    </message>
    <message>
        <source>Return the module itself.</source>
        <translation>Geben Sie das Modul selbst zurück.</translation>
    </message>
    <message>
        <source>Row {0} of {1} refers to a missing row of {2}.</source>
        <translation>Zeile {0} von {1} verweist auf eine fehlende Zeile von {2}.</translation>
    </message>
    <message>
        <source>Run `propose` on images that show its classes.</source>
        <translation>Führen Sie `propose` auf Bildern aus, die seine Klassen zeigen.</translation>
    </message>
    <message>
        <source>Run `wsl-annotator propose` on it first.</source>
        <translation>Führen Sie zuerst `wsl-annotator propose` darauf aus.</translation>
    </message>
    <message>
        <source>Save the file as UTF-8.</source>
        <translation>Speichern Sie die Datei als UTF-8.</translation>
    </message>
    <message>
        <source>Save the weights alone as .safetensors, or by torch.save(model.state_dict(), ...).</source>
        <translation>Speichern Sie nur die Gewichte, als .safetensors oder mit torch.save(model.state_dict(), ...).</translation>
    </message>
    <message>
        <source>Say by --truth where the true boxes are.</source>
        <translation>Geben Sie mit --truth an, wo die wahren Boxen sind.</translation>
    </message>
    <message>
        <source>Search this image again; boxes and labels are not affected.</source>
        <translation>Durchsuchen Sie dieses Bild noch einmal; Boxen und Labels sind nicht betroffen.</translation>
    </message>
    <message>
        <source>Sizes differ: {0}. Boxes may belong to another copy of the photos.</source>
        <translation>Die Größen unterscheiden sich: {0}. Die Boxen gehören vielleicht zu einer anderen Kopie der Fotos.</translation>
    </message>
    <message>
        <source>Something must follow the last or.</source>
        <translation>Auf das letzte or muss etwas folgen.</translation>
    </message>
    <message>
        <source>Something must follow the minus; write &quot;-&quot; in quotes for the sign itself.</source>
        <translation>Auf das Minus muss etwas folgen; schreiben Sie &quot;-&quot; in Anführungszeichen für das Zeichen selbst.</translation>
    </message>
    <message>
        <source>Something must stand before this or.</source>
        <translation>Vor diesem or muss etwas stehen.</translation>
    </message>
    <message>
        <source>Split it into several files.</source>
        <translation>Teilen Sie sie in mehrere Dateien auf.</translation>
    </message>
    <message>
        <source>Start over (--restart).</source>
        <translation>Fangen Sie neu an (--restart).</translation>
    </message>
    <message>
        <source>Start over with a lower learning rate (--restart --learning-rate R).</source>
        <translation>Fangen Sie mit einer kleineren Lernrate neu an (--restart --learning-rate R).</translation>
    </message>
    <message>
        <source>States are: {0}.</source>
        <translation>Zustände sind: {0}.</translation>
    </message>
    <message>
        <source>Su et al. 2012, protocol of ILSVRC</source>
        <translation>Su et al. 2012, Protokoll von ILSVRC</translation>
    </message>
    <message>
        <source>Temporary failure in name resolution</source>
        <translation>Die Namensauflösung schlug vorübergehend fehl</translation>
    </message>
    <message>
        <source>The activation of {0} must be softmax or sigmoid, not {1}.</source>
        <translation>Die Aktivierung von {0} muss softmax oder sigmoid sein, nicht {1}.</translation>
    </message>
    <message>
        <source>The animation {0} must end in .gif.</source>
        <translation>Die Animation {0} muss auf .gif enden.</translation>
    </message>
    <message>
        <source>The box is locked, so it was left as it is.</source>
        <translation>Die Box ist gesperrt und wurde daher nicht verändert.</translation>
    </message>
    <message>
        <source>The boxes and labels themselves are not affected.</source>
        <translation>Die Boxen und Labels selbst sind nicht betroffen.</translation>
    </message>
    <message>
        <source>The bundled network takes no --weights, --input-size, --mean, --std, --activation or --names.</source>
        <translation>Das mitgelieferte Netz nimmt kein --weights, --input-size, --mean, --std, --activation oder --names.</translation>
    </message>
    <message>
        <source>The bundled network {0} is missing.</source>
        <translation>Das mitgelieferte Netz {0} fehlt.</translation>
    </message>
    <message>
        <source>The card of the bundled network, {0}, cannot be read.</source>
        <translation>Die Karte des mitgelieferten Netzes, {0}, ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The card of the bundled network, {0}, is damaged.</source>
        <translation>Die Karte des mitgelieferten Netzes, {0}, ist beschädigt.</translation>
    </message>
    <message>
        <source>The card of the bundled network, {0}, lacks {1}.</source>
        <translation>Der Karte des mitgelieferten Netzes, {0}, fehlt {1}.</translation>
    </message>
    <message>
        <source>The card was made on another network.</source>
        <translation>Die Karte beruht auf einem anderen Netz.</translation>
    </message>
    <message>
        <source>The card {0} cannot be read: {1}.</source>
        <translation>Die Karte {0} ist nicht lesbar: {1}.</translation>
    </message>
    <message>
        <source>The card {0} has thresholds for another search ({1}), not for this one: they are not used. `wsl-annotator calibrate` fits them.</source>
        <translation>Die Karte {0} hat Schwellen für eine andere Suche ({1}), nicht für diese: Sie werden nicht benutzt. `wsl-annotator calibrate` passt sie an.</translation>
    </message>
    <message>
        <source>The card {0} is damaged.</source>
        <translation>Die Karte {0} ist beschädigt.</translation>
    </message>
    <message>
        <source>The card {0} was made by a newer WSL Annotator.</source>
        <translation>Die Karte {0} stammt von einem neueren WSL Annotator.</translation>
    </message>
    <message>
        <source>The card {0} was made on the network {1}, which this program does not know.</source>
        <translation>Die Karte {0} beruht auf dem Netz {1}, das dieses Programm nicht kennt.</translation>
    </message>
    <message>
        <source>The card {0} was made on your own network {1}, whose code it does not contain.</source>
        <translation>Die Karte {0} beruht auf Ihrem eigenen Netz {1}, dessen Code sie nicht enthält.</translation>
    </message>
    <message>
        <source>The change does not fit the project {0} ({1}).</source>
        <translation>Die Änderung passt nicht zum Projekt {0} ({1}).</translation>
    </message>
    <message>
        <source>The checkpoint {0} belongs to {1}.</source>
        <translation>Der Checkpoint {0} gehört zu {1}.</translation>
    </message>
    <message>
        <source>The checkpoint {0} is damaged and cannot be read.</source>
        <translation>Der Checkpoint {0} ist beschädigt und nicht lesbar.</translation>
    </message>
    <message>
        <source>The checkpoint {0} is of another version of the program.</source>
        <translation>Der Checkpoint {0} stammt von einer anderen Version des Programms.</translation>
    </message>
    <message>
        <source>The class map {0} cannot be read: {1}.</source>
        <translation>Die Klassenzuordnung {0} ist nicht lesbar: {1}.</translation>
    </message>
    <message>
        <source>The class map {0} does not exist.</source>
        <translation>Die Klassenzuordnung {0} gibt es nicht.</translation>
    </message>
    <message>
        <source>The class map {0} has a malformed left_out or names.</source>
        <translation>Die Klassenzuordnung {0} hat ein fehlerhaftes left_out oder names.</translation>
    </message>
    <message>
        <source>The class map {0} has {1} for {2}.</source>
        <translation>Die Klassenzuordnung {0} hat {1} für {2}.</translation>
    </message>
    <message>
        <source>The class map {0} holds no classes.</source>
        <translation>Die Klassenzuordnung {0} enthält keine Klassen.</translation>
    </message>
    <message>
        <source>The class map {0} is for another network: its output {1} is {2}, here it {3}.</source>
        <translation>Die Klassenzuordnung {0} ist für ein anderes Netz: Darin ist Ausgang {1} {2}, hier gilt: {3}.</translation>
    </message>
    <message>
        <source>The class map {0} is not JSON: {1}.</source>
        <translation>Die Klassenzuordnung {0} ist kein JSON: {1}.</translation>
    </message>
    <message>
        <source>The class map {0} names output {1} for {2}, but the network has outputs 0 to {3}.</source>
        <translation>Die Klassenzuordnung {0} nennt Ausgang {1} für {2}, aber das Netz hat die Ausgänge 0 bis {3}.</translation>
    </message>
    <message>
        <source>The class map {0} names {1} for {2}, which the network does not know.</source>
        <translation>Die Klassenzuordnung {0} nennt {1} für {2}, das Netz kennt das aber nicht.</translation>
    </message>
    <message>
        <source>The class map {0} needs a list of outputs for {1}.</source>
        <translation>Die Klassenzuordnung {0} braucht eine Liste von Ausgängen für {1}.</translation>
    </message>
    <message>
        <source>The class names {0} are not UTF-8 text.</source>
        <translation>Die Klassennamen {0} sind kein UTF-8-Text.</translation>
    </message>
    <message>
        <source>The class names {0} cannot be read: {1}.</source>
        <translation>Die Klassennamen {0} sind nicht lesbar: {1}.</translation>
    </message>
    <message>
        <source>The class names {0} must hold one name a line, without gaps.</source>
        <translation>Die Klassennamen {0} müssen einen Namen je Zeile enthalten, ohne Lücken.</translation>
    </message>
    <message>
        <source>The class {0} (id {1}, threshold {2}) cannot be stored.</source>
        <translation>Die Klasse {0} (id {1}, Schwelle {2}) lässt sich nicht speichern.</translation>
    </message>
    <message>
        <source>The class {0} fits two outputs of the network: {1} ({2}) and {3} ({4}).</source>
        <translation>Die Klasse {0} passt zu zwei Ausgängen des Netzes: {1} ({2}) und {3} ({4}).</translation>
    </message>
    <message>
        <source>The class {0} fits {1} and {2} of the class map.</source>
        <translation>Die Klasse {0} passt zu {1} und {2} der Klassenzuordnung.</translation>
    </message>
    <message>
        <source>The class {0} holds all {1} outputs of a softmax network, so it is always certain.</source>
        <translation>Die Klasse {0} enthält alle {1} Ausgänge eines Softmax-Netzes und ist daher immer sicher.</translation>
    </message>
    <message>
        <source>The class {0} is not in {1}.</source>
        <translation>Die Klasse {0} gibt es in {1} nicht.</translation>
    </message>
    <message>
        <source>The class {0} is still in use by {1}, so it was not deleted.</source>
        <translation>Die Klasse {0} wird noch benutzt ({1}) und wurde daher nicht gelöscht.</translation>
    </message>
    <message>
        <source>The class {0} names output {1}, but the network has {2} outputs.</source>
        <translation>Die Klasse {0} nennt Ausgang {1}, aber das Netz hat {2} Ausgänge.</translation>
    </message>
    <message>
        <source>The class {0} was left out: no image is labelled as being without it.</source>
        <translation>Die Klasse {0} wurde ausgelassen: Kein Bild ist als eines ohne sie gelabelt.</translation>
    </message>
    <message>
        <source>The class {0} was left out: no image is labelled with it.</source>
        <translation>Die Klasse {0} wurde ausgelassen: Kein Bild ist mit ihr gelabelt.</translation>
    </message>
    <message>
        <source>The code {0} is not what the card {1} was trained with ({2}, SHA-256 {3}), so it was not run.</source>
        <translation>Der Code {0} ist nicht der, mit dem die Karte {1} trainiert wurde ({2}, SHA-256 {3}), und wurde daher nicht ausgeführt.</translation>
    </message>
    <message>
        <source>The command `wsl-annotator networks` and the network&apos;s class names say what there is.</source>
        <translation>Der Befehl `wsl-annotator networks` und die Klassennamen des Netzes sagen, was es gibt.</translation>
    </message>
    <message>
        <source>The command `wsl-annotator networks` lists them.</source>
        <translation>Der Befehl `wsl-annotator networks` listet sie auf.</translation>
    </message>
    <message>
        <source>The device {0} is not known.</source>
        <translation>Das Gerät {0} ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The device {0} is not there: this machine has {1}.</source>
        <translation>Das Gerät {0} gibt es nicht; auf diesem Rechner: {1}.</translation>
    </message>
    <message>
        <source>The disk is full: {0} was not changed.</source>
        <translation>Der Datenträger ist voll: {0} wurde nicht geändert.</translation>
    </message>
    <message>
        <source>The disk reported an error while {0} was in use ({1}).</source>
        <translation>Der Datenträger meldete einen Fehler, während {0} in Gebrauch war ({1}).</translation>
    </message>
    <message>
        <source>The download of {0} is damaged (its SHA-256 starts with {1}, not {2}).</source>
        <translation>Der Download von {0} ist beschädigt (sein SHA-256 beginnt mit {1}, nicht {2}).</translation>
    </message>
    <message>
        <source>The feature cache needs {0} MB in {1}, but only {2} MB are free.</source>
        <translation>Der Merkmals-Cache braucht {0} MB in {1}, aber nur {2} MB sind frei.</translation>
    </message>
    <message>
        <source>The feature cache {0} cannot be read: {1}.</source>
        <translation>Der Merkmals-Cache {0} ist nicht lesbar: {1}.</translation>
    </message>
    <message>
        <source>The feature cache {0} was deleted.</source>
        <translation>Der Merkmals-Cache {0} wurde gelöscht.</translation>
    </message>
    <message>
        <source>The feature map of {0} is 1 x 1 for a {1} x {2} image: nothing can be cut from it.</source>
        <translation>Die Merkmalskarte von {0} ist 1 x 1 für ein Bild von {1} x {2}: Daraus lässt sich nichts ausschneiden.</translation>
    </message>
    <message>
        <source>The features of {0} must be (1, T, L, L) for a {1} x {2} image, not {3}.</source>
        <translation>Die Merkmale von {0} müssen für ein Bild von {1} x {2} die Form (1, T, L, L) haben, nicht {3}.</translation>
    </message>
    <message>
        <source>The file that was there is unchanged.</source>
        <translation>Die vorhandene Datei ist unverändert.</translation>
    </message>
    <message>
        <source>The file was not changed. Please report this.</source>
        <translation>Die Datei wurde nicht geändert. Bitte melden Sie das.</translation>
    </message>
    <message>
        <source>The file {0} is no image of a known kind.</source>
        <translation>Die Datei {0} ist kein Bild einer bekannten Art.</translation>
    </message>
    <message>
        <source>The file&apos;s structure is damaged: {0}.</source>
        <translation>Die Struktur der Datei ist beschädigt: {0}.</translation>
    </message>
    <message>
        <source>The first line is file_name and one class a column; below it 1, 0, -1 or blank.</source>
        <translation>Die erste Zeile besteht aus file_name und einer Klasse je Spalte; darunter stehen 1, 0, -1 oder nichts.</translation>
    </message>
    <message>
        <source>The folder {0} cannot be made ({1}).</source>
        <translation>Der Ordner {0} lässt sich nicht anlegen ({1}).</translation>
    </message>
    <message>
        <source>The folder {0} cannot be read: {1}.</source>
        <translation>Der Ordner {0} ist nicht lesbar: {1}.</translation>
    </message>
    <message>
        <source>The folder {0} holds no image.</source>
        <translation>Der Ordner {0} enthält kein Bild.</translation>
    </message>
    <message>
        <source>The folder {0} holds no {1}, so it is no network card.</source>
        <translation>Der Ordner {0} enthält keine {1} und ist daher keine Modellkarte.</translation>
    </message>
    <message>
        <source>The folder {0} may not be written to.</source>
        <translation>In den Ordner {0} darf nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The image folder {0} is not there.</source>
        <translation>Der Bildordner {0} ist nicht da.</translation>
    </message>
    <message>
        <source>The image name {0} is not valid text; rename the file.</source>
        <translation>Der Bildname {0} ist kein gültiger Text; benennen Sie die Datei um.</translation>
    </message>
    <message>
        <source>The image path {0} holds a zero byte.</source>
        <translation>Der Bildpfad {0} enthält ein Nullbyte.</translation>
    </message>
    <message>
        <source>The image path {0} is not in its plain form inside the image folder.</source>
        <translation>Der Bildpfad {0} hat nicht seine einfache Form innerhalb des Bildordners.</translation>
    </message>
    <message>
        <source>The image path {0} is not relative to the image folder.</source>
        <translation>Der Bildpfad {0} ist nicht relativ zum Bildordner.</translation>
    </message>
    <message>
        <source>The image {0} cannot be read: {1}.</source>
        <translation>Das Bild {0} ist nicht lesbar: {1}.</translation>
    </message>
    <message>
        <source>The image {0} does not exist.</source>
        <translation>Das Bild {0} gibt es nicht.</translation>
    </message>
    <message>
        <source>The image {0} does not fit in memory.</source>
        <translation>Das Bild {0} passt nicht in den Speicher.</translation>
    </message>
    <message>
        <source>The image {0} has {1} x {2} pixels, over the limit of {3} megapixels.</source>
        <translation>Das Bild {0} hat {1} x {2} Pixel und überschreitet die Grenze von {3} Megapixeln.</translation>
    </message>
    <message>
        <source>The image {0} is already in {1}.</source>
        <translation>Das Bild {0} ist schon in {1}.</translation>
    </message>
    <message>
        <source>The image {0} is cut off: its end is missing.</source>
        <translation>Das Bild {0} ist abgeschnitten: Sein Ende fehlt.</translation>
    </message>
    <message>
        <source>The image {0} is damaged and cannot be decoded.</source>
        <translation>Das Bild {0} ist beschädigt und lässt sich nicht dekodieren.</translation>
    </message>
    <message>
        <source>The image {0} is empty (0 bytes).</source>
        <translation>Das Bild {0} ist leer (0 Bytes).</translation>
    </message>
    <message>
        <source>The image {0} may not be read (permission denied).</source>
        <translation>Das Bild {0} darf nicht gelesen werden (Zugriff verweigert).</translation>
    </message>
    <message>
        <source>The images may stay where they are.</source>
        <translation>Die Bilder können bleiben, wo sie sind.</translation>
    </message>
    <message>
        <source>The input size of {0} must be 8 to 4096 pixels, not {1}.</source>
        <translation>Die Eingabegröße von {0} muss 8 bis 4096 Pixel sein, nicht {1}.</translation>
    </message>
    <message>
        <source>The layer {0} is no linear layer, so it cannot be replaced.</source>
        <translation>Die Schicht {0} ist keine lineare Schicht und kann daher nicht ersetzt werden.</translation>
    </message>
    <message>
        <source>The learning rate must be above 0 and sensible, not {0}.</source>
        <translation>Die Lernrate muss über 0 und vernünftig sein, nicht {0}.</translation>
    </message>
    <message>
        <source>The lock of {0} does not open {1}.</source>
        <translation>Die Sperre von {0} öffnet {1} nicht.</translation>
    </message>
    <message>
        <source>The logits of {0} must be (1, K), not {1}.</source>
        <translation>Die Logits von {0} müssen (1, K) sein, nicht {1}.</translation>
    </message>
    <message>
        <source>The loss became nan at the end of epoch {0}.</source>
        <translation>Der Verlust wurde am Ende von Epoche {0} zu nan.</translation>
    </message>
    <message>
        <source>The loss became nan on the held-out images of epoch {0}.</source>
        <translation>Der Verlust wurde auf den Validierungsbildern von Epoche {0} zu nan.</translation>
    </message>
    <message>
        <source>The loss became {0} in epoch {1}, batch {2}.</source>
        <translation>Der Verlust wurde in Epoche {1}, Batch {2}, zu {0}.</translation>
    </message>
    <message>
        <source>The map is for another network.</source>
        <translation>Die Zuordnung ist für ein anderes Netz.</translation>
    </message>
    <message>
        <source>The name of a class must follow, as in label:cat?.</source>
        <translation>Es muss der Name einer Klasse folgen, wie in label:cat?.</translation>
    </message>
    <message>
        <source>The name of a class must follow, as in {0}.</source>
        <translation>Es muss der Name einer Klasse folgen, wie in {0}.</translation>
    </message>
    <message>
        <source>The network card {0} carries its own weights and settings.</source>
        <translation>Die Modellkarte {0} bringt eigene Gewichte und Einstellungen mit.</translation>
    </message>
    <message>
        <source>The network file {0} cannot be read: {1}.</source>
        <translation>Die Netzdatei {0} ist nicht lesbar: {1}.</translation>
    </message>
    <message>
        <source>The network file {0} does not exist.</source>
        <translation>Die Netzdatei {0} gibt es nicht.</translation>
    </message>
    <message>
        <source>The network file {0} fails: {1}.</source>
        <translation>Die Netzdatei {0} schlägt fehl: {1}.</translation>
    </message>
    <message>
        <source>The network file {0} has no callable {1}.</source>
        <translation>Die Netzdatei {0} hat keine Funktion {1}.</translation>
    </message>
    <message>
        <source>The network file {0} is no Python file.</source>
        <translation>Die Netzdatei {0} ist keine Python-Datei.</translation>
    </message>
    <message>
        <source>The network has no layer {0} to replace.</source>
        <translation>Das Netz hat keine Schicht {0}, die ersetzt werden könnte.</translation>
    </message>
    <message>
        <source>The network is one single layer, so nothing would be left of it.</source>
        <translation>Das Netz ist eine einzige Schicht, es bliebe also nichts davon übrig.</translation>
    </message>
    <message>
        <source>The network of {0}:{1} has no {2}.</source>
        <translation>Dem Netz von {0}:{1} fehlt {2}.</translation>
    </message>
    <message>
        <source>The network {0} does not end in a linear layer that could be replaced.</source>
        <translation>Das Netz {0} endet nicht in einer linearen Schicht, die ersetzt werden könnte.</translation>
    </message>
    <message>
        <source>The network {0} does not fit in the memory of {1}, so it runs on the CPU.</source>
        <translation>Das Netz {0} passt nicht in den Speicher von {1} und läuft daher auf der CPU.</translation>
    </message>
    <message>
        <source>The network {0} does not know the class {1}.</source>
        <translation>Das Netz {0} kennt die Klasse {1} nicht.</translation>
    </message>
    <message>
        <source>The network {0} does not know the class {1}; it knows {2}.</source>
        <translation>Das Netz {0} kennt die Klasse {1} nicht; es kennt {2}.</translation>
    </message>
    <message>
        <source>The network {0} does not name a callable.</source>
        <translation>Das Netz {0} nennt keine Funktion.</translation>
    </message>
    <message>
        <source>The network {0} does not say its class_names.</source>
        <translation>Das Netz {0} gibt seine class_names nicht an.</translation>
    </message>
    <message>
        <source>The network {0} does not say its {1}.</source>
        <translation>Das Netz {0} gibt sein {1} nicht an.</translation>
    </message>
    <message>
        <source>The network {0} fails on a {1} x {2} image: {3}.</source>
        <translation>Das Netz {0} schlägt bei einem Bild von {1} x {2} fehl: {3}.</translation>
    </message>
    <message>
        <source>The network {0} fails while its last layer is looked for: {1}.</source>
        <translation>Das Netz {0} schlägt fehl, während seine letzte Schicht gesucht wird: {1}.</translation>
    </message>
    <message>
        <source>The network {0} has no global pool to cut at.</source>
        <translation>Das Netz {0} hat kein globales Pooling, an dem es sich teilen ließe.</translation>
    </message>
    <message>
        <source>The network {0} has {1} outputs but {2} class names.</source>
        <translation>Das Netz {0} hat {1} Ausgänge, aber {2} Klassennamen.</translation>
    </message>
    <message>
        <source>The network {0} is not known.</source>
        <translation>Das Netz {0} ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The network {0} needs 3 numbers for {1}.</source>
        <translation>Das Netz {0} braucht 3 Zahlen für {1}.</translation>
    </message>
    <message>
        <source>The photo was not searched.</source>
        <translation>Das Foto wurde nicht durchsucht.</translation>
    </message>
    <message>
        <source>The photos were not found, so the page shows boxes alone: give their folder with --images.</source>
        <translation>Die Fotos wurden nicht gefunden, die Seite zeigt daher nur Boxen: Geben Sie ihren Ordner mit --images an.</translation>
    </message>
    <message>
        <source>The picture {0} cannot be written: {1}.</source>
        <translation>Das Bild {0} lässt sich nicht schreiben: {1}.</translation>
    </message>
    <message>
        <source>The picture {0} must end in .png or .jpg.</source>
        <translation>Das Bild {0} muss auf .png oder .jpg enden.</translation>
    </message>
    <message>
        <source>The shipped maps are for ImageNet-1k networks; leave the class map out, or write one for this network.</source>
        <translation>Die mitgelieferten Zuordnungen sind für ImageNet-1k-Netze; lassen Sie die Zuordnung weg, oder schreiben Sie eine für dieses Netz.</translation>
    </message>
    <message>
        <source>What was found before is stored. If memory ran out, close other programs or choose a smaller network; then try again.</source>
        <translation>Was vorher gefunden wurde, ist gespeichert. Wenn der Speicher nicht gereicht hat, schließen Sie andere Programme oder wählen Sie ein kleineres Netz; versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>The project file {0} is cut off: {1} of {2} bytes are there.</source>
        <translation>Die Projektdatei {0} ist abgeschnitten: {1} von {2} Bytes sind da.</translation>
    </message>
    <message>
        <source>Choose another network, or a class map (--class-map): voc20, coco80, or a JSON file that says what the classes mean to the network.</source>
        <translation>Wählen Sie ein anderes Netz oder eine Klassenzuordnung (--class-map): voc20, coco80 oder eine JSON-Datei, die sagt, was die Klassen für das Netz bedeuten.</translation>
    </message>
    <message>
        <source>Class {0} was not searched in {1}: the network does not know it; a class map may.</source>
        <translation>Die Klasse {0} wurde in {1} nicht gesucht: Das Netz kennt sie nicht; eine Klassenzuordnung hilft vielleicht.</translation>
    </message>
    <message>
        <source>Give a class map (--class-map): {0} or a JSON file.</source>
        <translation>Geben Sie eine Zuordnung der Klassen (--class-map) an: {0} oder eine JSON-Datei.</translation>
    </message>
    <message>
        <source>Give it again as FILE.py:callable (--code).</source>
        <translation>Geben Sie ihn als DATEI.py:Funktion (--code) wieder an.</translation>
    </message>
    <message>
        <source>Give the network this attribute, or a file with one name an output (--names).</source>
        <translation>Geben Sie dem Netz dieses Attribut, oder geben Sie eine Datei mit einem Namen je Ausgang an (--names).</translation>
    </message>
    <message>
        <source>Give the network this attribute, or give {0}.</source>
        <translation>Geben Sie dem Netz dieses Attribut, oder geben Sie {0} an.</translation>
    </message>
    <message>
        <source>Or put the file there yourself ({0}); the bundled network (--network bundled) needs no download meanwhile.</source>
        <translation>Oder legen Sie die Datei selbst dorthin ({0}); das mitgelieferte Netz (--network bundled) braucht inzwischen keinen Download.</translation>
    </message>
    <message>
        <source>Put the file from {0} at {1}, or use the bundled network (--network bundled), which needs no download.</source>
        <translation>Legen Sie die Datei von {0} nach {1}, oder nehmen Sie das mitgelieferte Netz (--network bundled), das keinen Download braucht.</translation>
    </message>
    <message>
        <source>Say which by a class map (--class-map): a file like {&quot;{0}&quot;: [{1}]}.</source>
        <translation>Sagen Sie durch eine Zuordnung der Klassen (--class-map), welchen: eine Datei wie {&quot;{0}&quot;: [{1}]}.</translation>
    </message>
    <message>
        <source>The card {0} needs no code (--code): it was made on {1}.</source>
        <translation>Die Karte {0} braucht keinen Code (--code): Sie beruht auf {1}.</translation>
    </message>
    <message>
        <source>The network {0} knows {1} and none of the classes {2}.</source>
        <translation>Das Netz {0} kennt {1} und keine der Klassen {2}.</translation>
    </message>
    <message>
        <source>The project file {0} is damaged in row {1} ({2}).</source>
        <translation>Die Projektdatei {0} ist in Zeile {1} beschädigt ({2}).</translation>
    </message>
    <message>
        <source>The project file {0} is damaged.</source>
        <translation>Die Projektdatei {0} ist beschädigt.</translation>
    </message>
    <message>
        <source>The project file {0} is damaged: an image has the status {1}.</source>
        <translation>Die Projektdatei {0} ist beschädigt: Ein Bild hat den Status {1}.</translation>
    </message>
    <message>
        <source>The project file {0} is damaged: it has no counter of {1}.</source>
        <translation>Die Projektdatei {0} ist beschädigt: Der Zähler von {1} fehlt.</translation>
    </message>
    <message>
        <source>The project file {0} is damaged: it has no table of {1}.</source>
        <translation>Die Projektdatei {0} ist beschädigt: Die Tabelle {1} fehlt.</translation>
    </message>
    <message>
        <source>The project file {0} is damaged: it names no image folder.</source>
        <translation>Die Projektdatei {0} ist beschädigt: Sie nennt keinen Bildordner.</translation>
    </message>
    <message>
        <source>The range {0} ends before it begins.</source>
        <translation>Der Bereich {0} endet, bevor er beginnt.</translation>
    </message>
    <message>
        <source>The resources folder of WSL Annotator is missing.</source>
        <translation>Der Ordner resources von WSL Annotator fehlt.</translation>
    </message>
    <message>
        <source>The sample {0} is missing.</source>
        <translation>Das Beispiel {0} fehlt.</translation>
    </message>
    <message>
        <source>The search needs a square feature map before any flattening.</source>
        <translation>Die Suche braucht eine quadratische Merkmalskarte vor jedem Flatten.</translation>
    </message>
    <message>
        <source>The search result for {0} in image {1} holds numbers that are not finite, so it was not stored.</source>
        <translation>Das Suchergebnis für {0} in Bild {1} enthält Zahlen, die nicht endlich sind, und wurde daher nicht gespeichert.</translation>
    </message>
    <message>
        <source>The stored search result for {0} in image {1} of {2} is damaged ({3}).</source>
        <translation>Das gespeicherte Suchergebnis für {0} in Bild {1} von {2} ist beschädigt ({3}).</translation>
    </message>
    <message>
        <source>The truth is the project&apos;s own boxes, which people made with the proposals in view: who sees a box that is nearly right tends to accept it, so these figures flatter the proposals. Boxes that were drawn without seeing them tell more.</source>
        <translation>Die Wahrheit sind die eigenen Boxen des Projekts, die Menschen mit den Vorschlägen vor Augen angelegt haben: Wer eine fast richtige Box sieht, nimmt sie leicht an, daher schmeicheln diese Zahlen den Vorschlägen. Boxen, die ohne sie gezeichnet wurden, sagen mehr.</translation>
    </message>
    <message>
        <source>The validation share must be from 0 to 0.5, not {0}.</source>
        <translation>Der Anteil der Validierung muss von 0 bis 0.5 sein, nicht {0}.</translation>
    </message>
    <message>
        <source>The weights cannot be saved to {0}: {1}.</source>
        <translation>Die Gewichte lassen sich nicht nach {0} speichern: {1}.</translation>
    </message>
    <message>
        <source>The weights {0} are damaged or no safetensors file.</source>
        <translation>Die Gewichte {0} sind beschädigt oder keine safetensors-Datei.</translation>
    </message>
    <message>
        <source>The weights {0} are damaged, or of a kind that cannot be read safely.</source>
        <translation>Die Gewichte {0} sind beschädigt oder von einer Art, die sich nicht sicher lesen lässt.</translation>
    </message>
    <message>
        <source>The weights {0} are needed and cannot be downloaded ({1}).</source>
        <translation>Die Gewichte {0} werden gebraucht und lassen sich nicht herunterladen ({1}).</translation>
    </message>
    <message>
        <source>The weights {0} are no .safetensors, .pt or .pth file.</source>
        <translation>Die Gewichte {0} sind keine .safetensors-, .pt- oder .pth-Datei.</translation>
    </message>
    <message>
        <source>The weights {0} are not a table of named tensors.</source>
        <translation>Die Gewichte {0} sind keine Tabelle benannter Tensoren.</translation>
    </message>
    <message>
        <source>The weights {0} are not those that the card was written with.</source>
        <translation>Die Gewichte {0} sind nicht die, mit denen die Karte geschrieben wurde.</translation>
    </message>
    <message>
        <source>The weights {0} cannot be read: {1}.</source>
        <translation>Die Gewichte {0} sind nicht lesbar: {1}.</translation>
    </message>
    <message>
        <source>The weights {0} do not exist.</source>
        <translation>Die Gewichte {0} gibt es nicht.</translation>
    </message>
    <message>
        <source>The weights {0} do not fit the network {1}: {2}.</source>
        <translation>Die Gewichte {0} passen nicht zum Netz {1}: {2}.</translation>
    </message>
    <message>
        <source>The weights {0} hold more than tensors and could run code, so they are refused.</source>
        <translation>Die Gewichte {0} enthalten mehr als Tensoren und könnten Code ausführen, daher werden sie abgewiesen.</translation>
    </message>
    <message>
        <source>There are {0} classes.</source>
        <translation>Es gibt {0} Klassen.</translation>
    </message>
    <message>
        <source>There is a closing parenthesis without an opening one.</source>
        <translation>Es gibt eine schließende Klammer ohne öffnende.</translation>
    </message>
    <message>
        <source>There is a finished network card in {0}.</source>
        <translation>In {0} liegt eine fertige Modellkarte.</translation>
    </message>
    <message>
        <source>There is already a class {0} in {1}.</source>
        <translation>Eine Klasse {0} gibt es in {1} schon.</translation>
    </message>
    <message>
        <source>There is already a file at {0}.</source>
        <translation>Unter {0} liegt schon eine Datei.</translation>
    </message>
    <message>
        <source>There is no box {0} in {1}, so nothing was deleted.</source>
        <translation>Eine Box {0} gibt es in {1} nicht, daher wurde nichts gelöscht.</translation>
    </message>
    <message>
        <source>There is no class {0} among {1}.</source>
        <translation>Die Klasse {0} ist nicht unter {1}.</translation>
    </message>
    <message>
        <source>There is no class {0} in {1}.</source>
        <translation>Eine Klasse {0} gibt es in {1} nicht.</translation>
    </message>
    <message>
        <source>There is no class {0}.</source>
        <translation>Eine Klasse {0} gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no folder {0}.</source>
        <translation>Den Ordner {0} gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no image {0} in {1}.</source>
        <translation>Ein Bild {0} gibt es in {1} nicht.</translation>
    </message>
    <message>
        <source>There is no keyword {0}:, only {1}; quotes make it a part of the name.</source>
        <translation>Ein Stichwort {0}: gibt es nicht, nur {1}; Anführungszeichen machen es zu einem Teil des Namens.</translation>
    </message>
    <message>
        <source>There is no localizer named {0}.</source>
        <translation>Einen Lokalisierer namens {0} gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no project at {0}.</source>
        <translation>Unter {0} liegt kein Projekt.</translation>
    </message>
    <message>
        <source>There is no {0}.</source>
        <translation>{0} gibt es nicht.</translation>
    </message>
    <message>
        <source>There is nothing between these parentheses.</source>
        <translation>Zwischen diesen Klammern steht nichts.</translation>
    </message>
    <message>
        <source>There is nothing between these quotes.</source>
        <translation>Zwischen diesen Anführungszeichen steht nichts.</translation>
    </message>
    <message>
        <source>There is only one row to go to.</source>
        <translation>Es gibt nur eine Zeile, zu der gesprungen werden kann.</translation>
    </message>
    <message>
        <source>There was not enough memory to use {0}.</source>
        <translation>Der Speicher reichte nicht aus, um {0} zu benutzen.</translation>
    </message>
    <message>
        <source>They are of another network or another number of classes (--names says how many).</source>
        <translation>Sie gehören zu einem anderen Netz oder zu einer anderen Zahl von Klassen (--names sagt, wie viele).</translation>
    </message>
    <message>
        <source>This is nested too deeply.</source>
        <translation>Das ist zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>This parenthesis is not closed.</source>
        <translation>Diese Klammer ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>This quote is not closed.</source>
        <translation>Dieses Anführungszeichen ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>Zu viele Dateien sind geöffnet</translation>
    </message>
    <message>
        <source>Train again.</source>
        <translation>Trainieren Sie noch einmal.</translation>
    </message>
    <message>
        <source>Train it again, or give another folder.</source>
        <translation>Trainieren Sie sie noch einmal, oder geben Sie einen anderen Ordner an.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Try again; nothing was kept.</source>
        <translation>Versuchen Sie es noch einmal; nichts wurde behalten.</translation>
    </message>
    <message>
        <source>Unlock it first: Edit &gt; Lock box.</source>
        <translation>Entsperren Sie sie zuerst: Bearbeiten &gt; Box sperren.</translation>
    </message>
    <message>
        <source>Unterminated string starting at</source>
        <translation>nicht beendeter Text</translation>
    </message>
    <message>
        <source>Update WSL Annotator. The file was not changed.</source>
        <translation>Aktualisieren Sie WSL Annotator. Die Datei wurde nicht geändert.</translation>
    </message>
    <message>
        <source>Update the program.</source>
        <translation>Aktualisieren Sie das Programm.</translation>
    </message>
    <message>
        <source>Use a sigmoid head (the default).</source>
        <translation>Nehmen Sie einen Sigmoid-Kopf (die Voreinstellung).</translation>
    </message>
    <message>
        <source>Use the beam search, or a strip.</source>
        <translation>Nehmen Sie die Beam-Suche oder einen Streifen.</translation>
    </message>
    <message>
        <source>Use the localizer cam or beam.</source>
        <translation>Nehmen Sie den Lokalisierer cam oder beam.</translation>
    </message>
    <message>
        <source>Use the localizer layercam or beam.</source>
        <translation>Nehmen Sie den Lokalisierer layercam oder beam.</translation>
    </message>
    <message>
        <source>Verify images (Space), or give a file of true boxes.</source>
        <translation>Prüfen Sie Bilder (Leertaste), oder geben Sie eine Datei wahrer Boxen an.</translation>
    </message>
    <message>
        <source>Wait for the running import or search to finish and try again.</source>
        <translation>Warten Sie, bis der laufende Import oder die Suche fertig ist, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Wait until it has ended, stop it there, or choose another folder (--out).</source>
        <translation>Warten Sie, bis es zu Ende ist, beenden Sie es dort, oder wählen Sie einen anderen Ordner (--out).</translation>
    </message>
    <message>
        <source>With these proposals a box takes {0} s; {1} takes {2} s, which is no worse.</source>
        <translation>Mit diesen Vorschlägen braucht eine Box {0} s; {1}: {2} s, also nicht schlechter.</translation>
    </message>
    <message>
        <source>Write # and a row from 1, as in #120.</source>
        <translation>Schreiben Sie # und eine Zeile ab 1, wie in #120.</translation>
    </message>
    <message>
        <source>Write it again with propose --out.</source>
        <translation>Schreiben Sie sie noch einmal mit propose --out.</translation>
    </message>
    <message>
        <source>a box around the whole image</source>
        <translation>eine Box um das ganze Bild</translation>
    </message>
    <message>
        <source>a box in the middle</source>
        <translation>eine Box in der Mitte</translation>
    </message>
    <message>
        <source>another data set: images, classes or labels have changed</source>
        <translation>einem anderen Datensatz: Bilder, Klassen oder Labels haben sich geändert</translation>
    </message>
    <message>
        <source>another network or other weights</source>
        <translation>einem anderen Netz oder anderen Gewichten</translation>
    </message>
    <message>
        <source>another process</source>
        <translation>ein anderer Prozess</translation>
    </message>
    <message>
        <source>another program</source>
        <translation>ein anderes Programm</translation>
    </message>
    <message>
        <source>boxes:0, boxes:&gt;3 or boxes:2-5</source>
        <translation>boxes:0, boxes:&gt;3 oder boxes:2-5</translation>
    </message>
    <message>
        <source>category {0}</source>
        <translation>Kategorie {0}</translation>
    </message>
    <message>
        <source>classify gives one row an image.</source>
        <translation>classify liefert eine Zeile je Bild.</translation>
    </message>
    <message>
        <source>connection refused</source>
        <translation>Verbindung abgelehnt</translation>
    </message>
    <message>
        <source>does not exist</source>
        <translation>nicht vorhanden</translation>
    </message>
    <message>
        <source>drawing by hand</source>
        <translation>von Hand zeichnen</translation>
    </message>
    <message>
        <source>features of {0}</source>
        <translation>Merkmale von {0}</translation>
    </message>
    <message>
        <source>file exists</source>
        <translation>die Datei gibt es schon</translation>
    </message>
    <message>
        <source>file name too long</source>
        <translation>der Dateiname ist zu lang</translation>
    </message>
    <message>
        <source>have a class name or pose with characters that XML cannot hold: replaced by &apos;?&apos;</source>
        <translation>einen Klassennamen oder eine Pose mit Zeichen haben, die XML nicht aufnehmen kann: durch &apos;?&apos; ersetzt</translation>
    </message>
    <message>
        <source>image {0}</source>
        <translation>Bild {0}</translation>
    </message>
    <message>
        <source>in a verified image</source>
        <translation>in einem geprüften Bild</translation>
    </message>
    <message>
        <source>input/output error</source>
        <translation>Ein-/Ausgabefehler</translation>
    </message>
    <message>
        <source>is a directory</source>
        <translation>das ist ein Ordner</translation>
    </message>
    <message>
        <source>is {0}</source>
        <translation>{0}</translation>
    </message>
    <message>
        <source>its name has characters that XML or a list of names cannot hold</source>
        <translation>sein Name hat Zeichen, die XML oder eine Namensliste nicht aufnehmen kann</translation>
    </message>
    <message>
        <source>its path leads outside the image folder</source>
        <translation>sein Pfad führt aus dem Bildordner hinaus</translation>
    </message>
    <message>
        <source>its size is unknown.</source>
        <translation>seine Größe ist unbekannt.</translation>
    </message>
    <message>
        <source>junk after document element</source>
        <translation>Unerwartetes nach dem letzten Element</translation>
    </message>
    <message>
        <source>mark crowds, which VOC cannot say: written as ordinary boxes</source>
        <translation>Gruppen markieren, was VOC nicht ausdrücken kann: als gewöhnliche Boxen geschrieben</translation>
    </message>
    <message>
        <source>mismatched tag</source>
        <translation>Tag ohne Gegenstück</translation>
    </message>
    <message>
        <source>name or service not known</source>
        <translation>der Name des Servers ist nicht bekannt</translation>
    </message>
    <message>
        <source>network is unreachable</source>
        <translation>das Netzwerk ist nicht erreichbar</translation>
    </message>
    <message>
        <source>no CUDA device</source>
        <translation>kein CUDA-Gerät</translation>
    </message>
    <message>
        <source>no connection</source>
        <translation>keine Verbindung</translation>
    </message>
    <message>
        <source>no connection: {0}</source>
        <translation>keine Verbindung: {0}</translation>
    </message>
    <message>
        <source>no element found</source>
        <translation>kein Element gefunden</translation>
    </message>
    <message>
        <source>no space left on device</source>
        <translation>auf dem Datenträger ist kein Platz mehr</translation>
    </message>
    <message>
        <source>no such file or directory</source>
        <translation>die Datei oder den Ordner gibt es nicht</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>not a directory</source>
        <translation>das ist kein Ordner</translation>
    </message>
    <message>
        <source>not well-formed (invalid token)</source>
        <translation>nicht wohlgeformt (ungültiges Zeichen)</translation>
    </message>
    <message>
        <source>of the answers</source>
        <translation>der Antworten</translation>
    </message>
    <message>
        <source>of the truth</source>
        <translation>der Wahrheit</translation>
    </message>
    <message>
        <source>only cuda:0</source>
        <translation>nur cuda:0</translation>
    </message>
    <message>
        <source>only cuda:0 to cuda:{0}</source>
        <translation>nur cuda:0 bis cuda:{0}</translation>
    </message>
    <message>
        <source>other settings</source>
        <translation>anderen Einstellungen</translation>
    </message>
    <message>
        <source>own median over {0} boxes drawn here</source>
        <translation>eigener Median über {0} hier gezeichnete Boxen</translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation>Zugriff verweigert</translation>
    </message>
    <message>
        <source>reached outside the image and were clipped to it</source>
        <translation>über das Bild hinausreichten und auf das Bild zugeschnitten wurden</translation>
    </message>
    <message>
        <source>read-only file system</source>
        <translation>das Dateisystem ist schreibgeschützt</translation>
    </message>
    <message>
        <source>score:0.2-0.5, score:&gt;0.8 or score:cat:&lt;0.2</source>
        <translation>score:0.2-0.5, score:&gt;0.8 oder score:cat:&lt;0.2</translation>
    </message>
    <message>
        <source>temporary failure in name resolution</source>
        <translation>die Namensauflösung schlug vorübergehend fehl</translation>
    </message>
    <message>
        <source>the boxes that people accepted, adjusted or drew in {0} ({1})</source>
        <translation>die Boxen, die Menschen in {0} angenommen, korrigiert oder gezeichnet haben ({1})</translation>
    </message>
    <message>
        <source>the bundled network</source>
        <translation>dem mitgelieferten Netz</translation>
    </message>
    <message>
        <source>the card {0}</source>
        <translation>der Karte {0}</translation>
    </message>
    <message>
        <source>the connection broke off</source>
        <translation>die Verbindung brach ab</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>der Datenträger ist voll</translation>
    </message>
    <message>
        <source>the disk quota is used up</source>
        <translation>das Kontingent auf dem Datenträger ist aufgebraucht</translation>
    </message>
    <message>
        <source>the file is larger than this place allows</source>
        <translation>die Datei ist größer, als dieser Ort erlaubt</translation>
    </message>
    <message>
        <source>the name is too long</source>
        <translation>der Name ist zu lang</translation>
    </message>
    <message>
        <source>the place is read-only</source>
        <translation>der Ort ist schreibgeschützt</translation>
    </message>
    <message>
        <source>the server answers {0}</source>
        <translation>der Server antwortet {0}</translation>
    </message>
    <message>
        <source>too many open files</source>
        <translation>zu viele Dateien sind geöffnet</translation>
    </message>
    <message>
        <source>unclosed token</source>
        <translation>nicht geschlossenes Element</translation>
    </message>
    <message>
        <source>unknown cause</source>
        <translation>unbekannte Ursache</translation>
    </message>
    <message>
        <source>verified images</source>
        <translation>geprüfte Bilder</translation>
    </message>
    <message>
        <source>verified images and every other with a box</source>
        <translation>geprüfte Bilder und alle anderen mit einer Box</translation>
    </message>
    <message>
        <source>were moved since their import, so their imported outlines were not written</source>
        <translation>seit dem Import verschoben wurden, sodass ihre importierten Umrisse nicht geschrieben wurden</translation>
    </message>
    <message>
        <source>without boxes</source>
        <translation>ohne Boxen</translation>
    </message>
    <message>
        <source>without boxes that nobody verified</source>
        <translation>(ungeprüft, ohne Boxen)</translation>
    </message>
    <message>
        <source>writing there is not permitted</source>
        <translation>dort darf nicht geschrieben werden</translation>
    </message>
    <message>
        <source>yet</source>
        <translation>bisher</translation>
    </message>
    <message>
        <source>{0} (and {1} more)</source>
        <translation>{0} (und {1} weitere)</translation>
    </message>
    <message>
        <source>{0} (at character {1}).</source>
        <translation>{0} (bei Zeichen {1}).</translation>
    </message>
    <message>
        <source>{0} (id {1}) has no {2}: left out.</source>
        <translation>{0} (id {1}) hat kein {2}: ausgelassen.</translation>
    </message>
    <message>
        <source>{0} ({1}) cannot be read as an image: left out.</source>
        <translation>{0} ({1}) ist als Bild nicht lesbar: ausgelassen.</translation>
    </message>
    <message>
        <source>{0} ({1}) is not among the images: left out.</source>
        <translation>{0} ({1}) ist nicht unter den Bildern: ausgelassen.</translation>
    </message>
    <message>
        <source>{0} It was left out of the training.</source>
        <translation>{0} Das Bild wurde beim Training ausgelassen.</translation>
    </message>
    <message>
        <source>{0} and {1} have no class in common: {2} there, {3} here.</source>
        <translation>{0} und {1} haben keine Klasse gemeinsam: dort {2}, hier {3}.</translation>
    </message>
    <message>
        <source>{0} and {1} have no image in common.</source>
        <translation>{0} und {1} haben kein Bild gemeinsam.</translation>
    </message>
    <message>
        <source>{0} and {1} more</source>
        <translation>{0} und {1} weitere</translation>
    </message>
    <message>
        <source>{0} answers class {1} in image {2} twice.</source>
        <translation>{0} beantwortet Klasse {1} in Bild {2} zweimal.</translation>
    </message>
    <message>
        <source>{0} belongs to an unknown image ({1}): left out.</source>
        <translation>{0} gehört zu einem unbekannten Bild ({1}): ausgelassen.</translation>
    </message>
    <message>
        <source>{0} box</source>
        <translation>{0} Box</translation>
    </message>
    <message>
        <source>{0} boxes</source>
        <translation>{0} Boxen</translation>
    </message>
    <message>
        <source>{0} boxes of {1} ({2}) reached outside it and were clipped.</source>
        <translation>{0} Boxen von {1} ({2}) reichten darüber hinaus und wurden zugeschnitten.</translation>
    </message>
    <message>
        <source>{0} cannot be changed, because the file or its folder is read-only.</source>
        <translation>{0} lässt sich nicht ändern, weil die Datei oder ihr Ordner schreibgeschützt ist.</translation>
    </message>
    <message>
        <source>{0} cannot be made ({1}).</source>
        <translation>{0} lässt sich nicht anlegen ({1}).</translation>
    </message>
    <message>
        <source>{0} cannot be opened for editing, because files cannot be locked there, as on some network shares: copy it to a disk of this computer.</source>
        <translation>{0} kann nicht zum Bearbeiten geöffnet werden, weil Dateien dort nicht gesperrt werden können, wie auf manchen Netzlaufwerken: Kopieren Sie es auf eine Festplatte dieses Rechners.</translation>
    </message>
    <message>
        <source>{0} cannot be opened for editing, because its folder is read-only or missing ({1}).</source>
        <translation>{0} lässt sich nicht zum Bearbeiten öffnen, weil der Ordner schreibgeschützt ist oder fehlt ({1}).</translation>
    </message>
    <message>
        <source>{0} cannot be opened.</source>
        <translation>{0} lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>{0} cannot be read ({1}).</source>
        <translation>{0} ist nicht lesbar ({1}).</translation>
    </message>
    <message>
        <source>{0} cannot be read: {1}.</source>
        <translation>{0} ist nicht lesbar: {1}.</translation>
    </message>
    <message>
        <source>{0} could not be brought to version {1} ({2}).</source>
        <translation>{0} ließ sich nicht auf Version {1} bringen ({2}).</translation>
    </message>
    <message>
        <source>{0} could not be brought to version {1}: {2} references would break.</source>
        <translation>{0} ließ sich nicht auf Version {1} bringen: {2} Verweise würden brechen.</translation>
    </message>
    <message>
        <source>{0} could not be read: {1}.</source>
        <translation>{0} ließ sich nicht lesen: {1}.</translation>
    </message>
    <message>
        <source>{0} could not be removed ({1}).</source>
        <translation>{0} ließ sich nicht entfernen ({1}).</translation>
    </message>
    <message>
        <source>{0} could not be written: it is a folder.</source>
        <translation>{0} ließ sich nicht schreiben: Das ist ein Ordner.</translation>
    </message>
    <message>
        <source>{0} could not be written: the file is write-protected.</source>
        <translation>{0} ließ sich nicht schreiben: Die Datei ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>{0} could not be written: {1}.</source>
        <translation>{0} ließ sich nicht schreiben: {1}.</translation>
    </message>
    <message>
        <source>{0} declares XML entities, which are refused because they can be used to attack a reader.</source>
        <translation>{0} deklariert XML-Entitäten; sie werden abgewiesen, weil sich damit ein Leser angreifen lässt.</translation>
    </message>
    <message>
        <source>{0} described more than once: all entries were taken.</source>
        <translation>{0} mehr als einmal beschrieben: Alle Einträge wurden übernommen.</translation>
    </message>
    <message>
        <source>{0} describes {1}, and so does {2}: both were taken.</source>
        <translation>{0} beschreibt {1}, und {2} tut das auch: Beide wurden übernommen.</translation>
    </message>
    <message>
        <source>{0} gives no size for {1}: {2} x {3} was taken from the image.</source>
        <translation>{0} nennt keine Größe für {1}: {2} x {3} wurde dem Bild entnommen.</translation>
    </message>
    <message>
        <source>{0} has a box that is not four numbers ({1}): left out.</source>
        <translation>{0} hat eine Box, die nicht aus vier Zahlen besteht ({1}): ausgelassen.</translation>
    </message>
    <message>
        <source>{0} has an empty or inverted bbox {1}: left out.</source>
        <translation>{0} hat eine leere oder verkehrte bbox {1}: ausgelassen.</translation>
    </message>
    <message>
        <source>{0} has an empty or inverted box ({1}): left out.</source>
        <translation>{0} hat eine leere oder verkehrte Box ({1}): ausgelassen.</translation>
    </message>
    <message>
        <source>{0} has an id that is not above 0, which evaluation counts as missed: it gets a new one.</source>
        <translation>{0} hat eine id, die nicht über 0 ist, was eine Auswertung als verfehlt zählt: Der Eintrag bekommt eine neue.</translation>
    </message>
    <message>
        <source>{0} has an unknown category ({1}): left out.</source>
        <translation>{0} hat eine unbekannte Kategorie ({1}): ausgelassen.</translation>
    </message>
    <message>
        <source>{0} has boxes of {1} only, which is no class here: {2}.</source>
        <translation>{0} hat nur Boxen von {1}, was hier keine Klasse ist: {2}.</translation>
    </message>
    <message>
        <source>{0} has labels but is not among the images: left out.</source>
        <translation>{0} hat Labels, ist aber nicht unter den Bildern: ausgelassen.</translation>
    </message>
    <message>
        <source>{0} has no bbox of four finite numbers: left out.</source>
        <translation>{0} hat keine bbox aus vier endlichen Zahlen: ausgelassen.</translation>
    </message>
    <message>
        <source>{0} has no column with 1, 0, -1 or blank.</source>
        <translation>{0} hat keine Spalte mit 1, 0, -1 oder nichts.</translation>
    </message>
    <message>
        <source>{0} has no global average pool, so it has no class activation map.</source>
        <translation>{0} hat kein Global Average Pooling und daher keine Class Activation Map.</translation>
    </message>
    <message>
        <source>{0} has no id: it gets a new one.</source>
        <translation>{0} hat keine id: Der Eintrag bekommt eine neue.</translation>
    </message>
    <message>
        <source>{0} has no id: left out.</source>
        <translation>{0} hat keine id: ausgelassen.</translation>
    </message>
    <message>
        <source>{0} has no line with {1} columns below its header.</source>
        <translation>{0} hat unter der Kopfzeile keine Zeile mit {1} Spalten.</translation>
    </message>
    <message>
        <source>{0} has no name: left out.</source>
        <translation>{0} hat keinen Namen: ausgelassen.</translation>
    </message>
    <message>
        <source>{0} has no {1}: left out.</source>
        <translation>{0} hat kein {1}: ausgelassen.</translation>
    </message>
    <message>
        <source>{0} has {1} x {2} pixels, but the trace is of {3} with {4} x {5}.</source>
        <translation>{0} hat {1} x {2} Pixel, aber der Trace ist von {3} mit {4} x {5}.</translation>
    </message>
    <message>
        <source>{0} holds no XML file.</source>
        <translation>{0} enthält keine XML-Datei.</translation>
    </message>
    <message>
        <source>{0} holds no box that a person accepted, adjusted or drew {1}.</source>
        <translation>{0} enthält {1} keine Box, die ein Mensch angenommen, korrigiert oder gezeichnet hat.</translation>
    </message>
    <message>
        <source>{0} holds no image set named &lt;class&gt;_&lt;set&gt;.txt.</source>
        <translation>{0} enthält kein Image-Set namens &lt;class&gt;_&lt;set&gt;.txt.</translation>
    </message>
    <message>
        <source>{0} holds no label of an image that is there, so there is nothing to learn from.</source>
        <translation>{0} enthält kein Label eines vorhandenen Bildes, es gibt also nichts zu lernen.</translation>
    </message>
    <message>
        <source>{0} holds no labels: no table, no VOC or COCO files and no class folders with images.</source>
        <translation>{0} enthält keine Labels: keine Tabelle, keine VOC- oder COCO-Dateien und keine Klassenordner mit Bildern.</translation>
    </message>
    <message>
        <source>{0} holds no line with an image name and 1, -1 or 0.</source>
        <translation>{0} enthält keine Zeile mit einem Bildnamen und 1, -1 oder 0.</translation>
    </message>
    <message>
        <source>{0} holds no search results.</source>
        <translation>{0} enthält keine Suchergebnisse.</translation>
    </message>
    <message>
        <source>{0} holds {1} numbers that are not finite ({2}): read as empty.</source>
        <translation>{0} enthält {1} Zahlen, die nicht endlich sind ({2}): als leer gelesen.</translation>
    </message>
    <message>
        <source>{0} image</source>
        <translation>{0} Bild</translation>
    </message>
    <message>
        <source>{0} image {1} left out.</source>
        <translation>{0} Bild {1} ausgelassen.</translation>
    </message>
    <message>
        <source>{0} image-level label</source>
        <translation>{0} Bildlabel</translation>
    </message>
    <message>
        <source>{0} image-level labels</source>
        <translation>{0} Bildlabels</translation>
    </message>
    <message>
        <source>{0} images</source>
        <translation>{0} Bildern</translation>
    </message>
    <message>
        <source>{0} images {1} (such as {2}) are</source>
        <translation>{0} Bilder {1} (zum Beispiel {2}) sind</translation>
    </message>
    <message>
        <source>{0} images {1} left out.</source>
        <translation>{0} Bilder {1} ausgelassen.</translation>
    </message>
    <message>
        <source>{0} is a COCO results file, which names no images or classes.</source>
        <translation>{0} ist eine COCO-Ergebnisdatei, die keine Bilder oder Klassen nennt.</translation>
    </message>
    <message>
        <source>{0} is a damaged trace: {1}.</source>
        <translation>{0} ist ein beschädigter Trace: {1}.</translation>
    </message>
    <message>
        <source>{0} is a file, but VOC XML needs a folder.</source>
        <translation>{0} ist eine Datei, VOC-XML braucht aber einen Ordner.</translation>
    </message>
    <message>
        <source>{0} is a folder, not an image.</source>
        <translation>{0} ist ein Ordner, kein Bild.</translation>
    </message>
    <message>
        <source>{0} is a folder.</source>
        <translation>{0} ist ein Ordner.</translation>
    </message>
    <message>
        <source>{0} is already open for editing ({1}).</source>
        <translation>{0} ist schon zum Bearbeiten geöffnet ({1}).</translation>
    </message>
    <message>
        <source>{0} is an empty list, which pycocotools cannot load.</source>
        <translation>{0} ist eine leere Liste, die pycocotools nicht laden kann.</translation>
    </message>
    <message>
        <source>{0} is another file than {1}: it was left alone.</source>
        <translation>{0} ist eine andere Datei als {1} und wurde in Ruhe gelassen.</translation>
    </message>
    <message>
        <source>{0} is busy with another write and did not become free in time.</source>
        <translation>{0} ist mit einem anderen Schreibvorgang beschäftigt und wurde nicht rechtzeitig frei.</translation>
    </message>
    <message>
        <source>{0} is busy with another write.</source>
        <translation>{0} ist mit einem anderen Schreibvorgang beschäftigt.</translation>
    </message>
    <message>
        <source>{0} is empty.</source>
        <translation>{0} ist leer.</translation>
    </message>
    <message>
        <source>{0} is in an encoding that is not supported.</source>
        <translation>{0} hat eine Zeichenkodierung, die nicht unterstützt wird.</translation>
    </message>
    <message>
        <source>{0} is larger than {1} MB.</source>
        <translation>{0} ist größer als {1} MB.</translation>
    </message>
    <message>
        <source>{0} is neither VOC XML nor COCO JSON.</source>
        <translation>{0} ist weder VOC-XML noch COCO-JSON.</translation>
    </message>
    <message>
        <source>{0} is nested too deeply to be read.</source>
        <translation>{0} ist zu tief verschachtelt, um gelesen zu werden.</translation>
    </message>
    <message>
        <source>{0} is no object: left out.</source>
        <translation>{0} ist kein Objekt: ausgelassen.</translation>
    </message>
    <message>
        <source>{0} is no project, so it holds no box that a person judged.</source>
        <translation>{0} ist kein Projekt und enthält daher keine Box, die ein Mensch beurteilt hat.</translation>
    </message>
    <message>
        <source>{0} is no state of a box.</source>
        <translation>{0} ist kein Zustand einer Box.</translation>
    </message>
    <message>
        <source>{0} is no trace: it holds no object.</source>
        <translation>{0} ist kein Trace: Die Datei enthält kein Objekt.</translation>
    </message>
    <message>
        <source>{0} is no trace: it is not JSON.</source>
        <translation>{0} ist kein Trace: Die Datei ist kein JSON.</translation>
    </message>
    <message>
        <source>{0} is no trace: {1} is missing.</source>
        <translation>{0} ist kein Trace: {1} fehlt.</translation>
    </message>
    <message>
        <source>{0} is not a COCO file: it has no list &quot;{1}&quot;.</source>
        <translation>{0} ist keine COCO-Datei: Die Liste &quot;{1}&quot; fehlt.</translation>
    </message>
    <message>
        <source>{0} is not a COCO file: its top level is no object.</source>
        <translation>{0} ist keine COCO-Datei: Die oberste Ebene ist kein Objekt.</translation>
    </message>
    <message>
        <source>{0} is not a VOC annotation: its root is &lt;{1}&gt;, not &lt;{2}&gt;.</source>
        <translation>{0} ist keine VOC-Annotation: Die Wurzel ist &lt;{1}&gt;, nicht &lt;{2}&gt;.</translation>
    </message>
    <message>
        <source>{0} is not a VOC annotation: {1}.</source>
        <translation>{0} ist keine VOC-Annotation: {1}.</translation>
    </message>
    <message>
        <source>{0} is not a project of WSL Annotator.</source>
        <translation>{0} ist kein Projekt von WSL Annotator.</translation>
    </message>
    <message>
        <source>{0} is not a proposals file: it has no list &quot;{1}&quot;.</source>
        <translation>{0} ist keine Vorschlagsdatei: Die Liste &quot;{1}&quot; fehlt.</translation>
    </message>
    <message>
        <source>{0} is not a proposals file: its &quot;settings&quot; are no object.</source>
        <translation>{0} ist keine Vorschlagsdatei: &quot;settings&quot; ist darin kein Objekt.</translation>
    </message>
    <message>
        <source>{0} is not among {1}.</source>
        <translation>{0} ist nicht unter {1}.</translation>
    </message>
    <message>
        <source>{0} is not in {1}.</source>
        <translation>{0} liegt nicht in {1}.</translation>
    </message>
    <message>
        <source>{0} is not the file that was searched ({1}): the size is the same, the bytes are not.</source>
        <translation>{0} ist nicht die Datei, die durchsucht wurde ({1}): Die Größe ist gleich, die Bytes sind es nicht.</translation>
    </message>
    <message>
        <source>{0} is not valid JSON: {1} at line {2}, column {3}.</source>
        <translation>{0} ist kein gültiges JSON: {1} in Zeile {2}, Spalte {3}.</translation>
    </message>
    <message>
        <source>{0} is not valid JSON: {1}.</source>
        <translation>{0} ist kein gültiges JSON: {1}.</translation>
    </message>
    <message>
        <source>{0} is not valid XML: {1} at line {2}, column {3}.</source>
        <translation>{0} ist kein gültiges XML: {1} in Zeile {2}, Spalte {3}.</translation>
    </message>
    <message>
        <source>{0} is not valid text, so {1} cannot hold it.</source>
        <translation>{0} ist kein gültiger Text, {1} kann das daher nicht aufnehmen.</translation>
    </message>
    <message>
        <source>{0} is of a localizer that does not search, so there are no steps to show.</source>
        <translation>{0} ist von einem Lokalisierer, der nicht sucht, es gibt also keine Schritte zu zeigen.</translation>
    </message>
    <message>
        <source>{0} is of an older version ({1}) and must be brought to version {2} first.</source>
        <translation>{0} hat eine ältere Version ({1}) und muss zuerst auf Version {2} gebracht werden.</translation>
    </message>
    <message>
        <source>{0} is open read-only, so it cannot be changed.</source>
        <translation>{0} ist schreibgeschützt geöffnet und lässt sich daher nicht ändern.</translation>
    </message>
    <message>
        <source>{0} is what is to be judged.</source>
        <translation>{0} ist das, was beurteilt werden soll.</translation>
    </message>
    <message>
        <source>{0} is {1} x {2} in the answers and {3} x {4} in the truth{5}</source>
        <translation>{0} ist {1} x {2} in den Antworten und {3} x {4} in der Wahrheit{5}</translation>
    </message>
    <message>
        <source>{0} is {1} x {2} there and was {3} x {4}: look at its boxes.</source>
        <translation>{0} ist dort {1} x {2} und war {3} x {4}: Sehen Sie sich die Boxen an.</translation>
    </message>
    <message>
        <source>{0} is {1}, not {2}</source>
        <translation>{0} ist {1}, nicht {2}</translation>
    </message>
    <message>
        <source>{0} lies in no class folder: left out.</source>
        <translation>{0} liegt in keinem Klassenordner: ausgelassen.</translation>
    </message>
    <message>
        <source>{0} lies where files cannot be locked, as on some network shares ({1}).</source>
        <translation>{0} liegt dort, wo Dateien nicht gesperrt werden können, wie auf manchen Netzlaufwerken ({1}).</translation>
    </message>
    <message>
        <source>{0} may not be opened by this user.</source>
        <translation>{0} darf von diesem Benutzer nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>{0} must be at least {1}, not {2}.</source>
        <translation>{0} muss mindestens {1} sein, nicht {2}.</translation>
    </message>
    <message>
        <source>{0} needs SQLite {1} or newer, and this Python carries {2}.</source>
        <translation>{0} braucht SQLite {1} oder neuer, und dieses Python bringt {2} mit.</translation>
    </message>
    <message>
        <source>{0} not among the answers: not judged.</source>
        <translation>{0} nicht unter den Antworten: nicht beurteilt.</translation>
    </message>
    <message>
        <source>{0} not in the truth: not judged.</source>
        <translation>{0} nicht in der Wahrheit: nicht beurteilt.</translation>
    </message>
    <message>
        <source>{0} of {1} boxes in {2} begin at 0, which VOC&apos;s own convention does not have: if boxes are off by a pixel, import again as zero-based.</source>
        <translation>{0} von {1} Boxen in {2} beginnen bei 0, was es in der Konvention von VOC selbst nicht gibt: Wenn Boxen um ein Pixel verschoben sind, importieren Sie noch einmal als nullbasiert.</translation>
    </message>
    <message>
        <source>{0} of {1} boxes in {2} have fractional coordinates: they are kept, and a VOC export rounds them outwards.</source>
        <translation>{0} von {1} Boxen in {2} haben gebrochene Koordinaten: Sie bleiben erhalten, und ein VOC-Export rundet sie nach außen.</translation>
    </message>
    <message>
        <source>{0} of {1} must be {2}, not {3}.</source>
        <translation>{0} von {1} muss so sein: {2}, nicht {3}.</translation>
    </message>
    <message>
        <source>{0} repeats an id, which evaluation counts as missed: it gets a new one.</source>
        <translation>{0} wiederholt eine id, was eine Auswertung als verfehlt zählt: Der Eintrag bekommt eine neue.</translation>
    </message>
    <message>
        <source>{0} repeats an image or category id.</source>
        <translation>{0} wiederholt die id eines Bildes oder einer Kategorie.</translation>
    </message>
    <message>
        <source>{0} repeats id {1}: left out.</source>
        <translation>{0} wiederholt die id {1}: ausgelassen.</translation>
    </message>
    <message>
        <source>{0} says {1} x {2}, but {3} is stored as {4} x {5}: look at its boxes, which were turned.</source>
        <translation>{0} nennt {1} x {2}, aber {3} ist mit {4} x {5} gespeichert: Sehen Sie sich die Boxen an, die gedreht wurden.</translation>
    </message>
    <message>
        <source>{0} says {1} x {2}, but {3} is {4} x {5} when shown upright: its boxes may belong to the unrotated picture. If so, take this import back and import again with boxes as stored (--orientation sensor).</source>
        <translation>{0} nennt {1} x {2}, aber {3} ist aufrecht {4} x {5}: Die Boxen gehören vielleicht zum ungedrehten Bild. Wenn ja, nehmen Sie diesen Import zurück und importieren Sie noch einmal mit Boxen wie gespeichert (--orientation sensor).</translation>
    </message>
    <message>
        <source>{0} says {1} x {2}, but {3} is {4} x {5}: look at its boxes.</source>
        <translation>{0} nennt {1} x {2}, aber {3} ist {4} x {5}: Sehen Sie sich die Boxen an.</translation>
    </message>
    <message>
        <source>{0} search result</source>
        <translation>{0} Suchergebnis</translation>
    </message>
    <message>
        <source>{0} search results</source>
        <translation>{0} Suchergebnisse</translation>
    </message>
    <message>
        <source>{0} searched in no image: left out of all means.</source>
        <translation>{0} in keinem Bild gesucht: aus allen Mittelwerten ausgelassen.</translation>
    </message>
    <message>
        <source>{0} shares its base name with another image: its annotation is {1}.xml.</source>
        <translation>{0} hat denselben Namen ohne Endung wie ein anderes Bild: Die Annotation ist {1}.xml.</translation>
    </message>
    <message>
        <source>{0} takes images of one size only.</source>
        <translation>{0} nimmt nur Bilder einer Größe.</translation>
    </message>
    <message>
        <source>{0} takes no larger input, so the search uses its map at the usual size.</source>
        <translation>{0} nimmt keine größere Eingabe, daher benutzt die Suche die Karte in der üblichen Größe.</translation>
    </message>
    <message>
        <source>{0} tensors are missing, the first {1}</source>
        <translation>{0} Tensoren fehlen, der erste ist {1}</translation>
    </message>
    <message>
        <source>{0} tensors are not of it, the first {1}</source>
        <translation>{0} Tensoren gehören nicht dazu, der erste ist {1}</translation>
    </message>
    <message>
        <source>{0} was closed already.</source>
        <translation>{0} wurde schon geschlossen.</translation>
    </message>
    <message>
        <source>{0} was left out: {1}.</source>
        <translation>{0} wurde ausgelassen: {1}.</translation>
    </message>
    <message>
        <source>{0} was not placed beside its annotation: it is missing or cannot be read.</source>
        <translation>{0} wurde nicht neben die Annotation gelegt: Die Datei fehlt oder ist nicht lesbar.</translation>
    </message>
    <message>
        <source>{0} was not written: a localizer that does not search has no levels to animate.</source>
        <translation>{0} wurde nicht geschrieben: Ein Lokalisierer, der nicht sucht, hat keine Ebenen zum Animieren.</translation>
    </message>
    <message>
        <source>{0} was not written: the photo of this search is not open.</source>
        <translation>{0} wurde nicht geschrieben: Das Foto dieser Suche ist nicht geöffnet.</translation>
    </message>
    <message>
        <source>{0} was written by a newer WSL Annotator (project version {1}, this program knows {2}).</source>
        <translation>{0} wurde von einem neueren WSL Annotator geschrieben (Projektversion {1}, dieses Programm kennt {2}).</translation>
    </message>
    <message>
        <source>{0}() in {1} fails: {2}.</source>
        <translation>{0}() in {1} schlägt fehl: {2}.</translation>
    </message>
    <message>
        <source>{0}() in {1} returns a {2}, not a torch.nn.Module.</source>
        <translation>{0}() in {1} liefert {2}, kein torch.nn.Module.</translation>
    </message>
    <message>
        <source>{0}() in {1} returns no torch.nn.Module.</source>
        <translation>{0}() in {1} liefert kein torch.nn.Module.</translation>
    </message>
    <message>
        <source>{0}, annotation {1}</source>
        <translation>{0}, Annotation {1}</translation>
    </message>
    <message>
        <source>{0}, has no file name: left out.</source>
        <translation>{0}, hat keinen Dateinamen: ausgelassen.</translation>
    </message>
    <message>
        <source>{0}, has {1} columns, not {2}: left out.</source>
        <translation>{0}, hat {1} Spalten, nicht {2}: ausgelassen.</translation>
    </message>
    <message>
        <source>{0}, line 1, begins with {1} and not with file_name{2}.</source>
        <translation>{0}, Zeile 1, beginnt mit {1} und nicht mit file_name{2}.</translation>
    </message>
    <message>
        <source>{0}, line 1, has a column without a name (column {1}).</source>
        <translation>{0}, Zeile 1, hat eine Spalte ohne Namen (Spalte {1}).</translation>
    </message>
    <message>
        <source>{0}, line 1, has class {1} twice.</source>
        <translation>{0}, Zeile 1, hat die Klasse {1} zweimal.</translation>
    </message>
    <message>
        <source>{0}, line 1, has no class column.</source>
        <translation>{0}, Zeile 1, hat keine Klassenspalte.</translation>
    </message>
    <message>
        <source>{0}, line {1}</source>
        <translation>{0}, Zeile {1}</translation>
    </message>
    <message>
        <source>{0}, line {1}, is not UTF-8 text.</source>
        <translation>{0}, Zeile {1}, ist kein UTF-8-Text.</translation>
    </message>
    <message>
        <source>{0}, line {1}, is not a line of a table: {2}.</source>
        <translation>{0}, Zeile {1}, ist keine Zeile einer Tabelle: {2}.</translation>
    </message>
    <message>
        <source>{0}, line {1}, is not an image name and 1, -1 or 0: left out.</source>
        <translation>{0}, Zeile {1}, ist nicht ein Bildname mit 1, -1 oder 0: ausgelassen.</translation>
    </message>
    <message>
        <source>{0}, localization {1}, has an unknown image or category.</source>
        <translation>{0}, Lokalisierung {1}, hat ein unbekanntes Bild oder eine unbekannte Kategorie.</translation>
    </message>
    <message>
        <source>{0}, object {1}</source>
        <translation>{0}, Objekt {1}</translation>
    </message>
    <message>
        <source>{0}, process {1} on {2}, since {3}</source>
        <translation>{0}, Prozess {1} auf {2}, seit {3}</translation>
    </message>
    <message>
        <source>{0}, repeats id {1} ({2} and {3}), so that its boxes cannot be told apart.</source>
        <translation>{0}, wiederholt die id {1} ({2} und {3}), sodass sich die Boxen nicht auseinanderhalten lassen.</translation>
    </message>
    <message>
        <source>{0}, {1} {2}, has no {3}.</source>
        <translation>{0}, {1} {2}, hat kein {3}.</translation>
    </message>
    <message>
        <source>{0}, {1} {2}, is not as the format says: {3}.</source>
        <translation>{0}, {1} {2}, ist nicht so, wie das Format es verlangt: {3}.</translation>
    </message>
    <message>
        <source>{0}: {1} is not among the images: left out.</source>
        <translation>{0}: {1} ist nicht unter den Bildern: ausgelassen.</translation>
    </message>
    <message>
        <source>{0}: {1} is {2}, not 0 or 1: taken as 0.</source>
        <translation>{0}: {1} ist {2}, nicht 0 oder 1: als 0 genommen.</translation>
    </message>
    <message>
        <source>{0}: {1} is {2}, not 1, 0, -1 or blank: unknown.</source>
        <translation>{0}: {1} ist {2}, nicht 1, 0, -1 oder nichts: unbekannt.</translation>
    </message>
    <message>
        <source>{0}: {1} of {2} is said to be both there and not: taken as unknown.</source>
        <translation>{0}: {1} von {2} soll da und nicht da sein: als unbekannt genommen.</translation>
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
    <name>StoredMenu</name>
    <message>
        <source>No other search of this photo</source>
        <translation>Keine andere Suche in diesem Foto</translation>
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
        <source>One level back</source>
        <translation>Eine Ebene zurück</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>Abspielen oder anhalten</translation>
    </message>
    <message>
        <source>One level on</source>
        <translation>Eine Ebene weiter</translation>
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
    <message>
        <source>{0} (part)</source>
        <translation>{0} (Teil)</translation>
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
    <message numerus="yes">
        <source> %n image(s) or class(es) left out.</source>
        <translation>
            <numerusform> %n Bild oder Klasse ausgelassen.</numerusform>
            <numerusform> %n Bilder oder Klassen ausgelassen.</numerusform>
        </translation>
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
