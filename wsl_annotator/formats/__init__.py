"""The field's file formats; box conventions other than the house's live only here.

Where to look:
    export_set      the values that go out (`ExportSet`) and come in (`ImportSet`)
    voc             `write_voc(export_set, folder, profile=...)`, `read_voc(path, profile=...)`
    orientation     `in_sensor_frame(export_set, orientations)`: as the pixels are stored, before any turn by EXIF
    orientation_read `from_sensor_frame(import_set, photos)`: the way back
    coco            `write_coco(export_set, path)`, `read_coco(path)`, `write_coco_results(proposals, path)`
    matching        `match_images(import_set, sizes)`: the project's own names and upright sizes
    image_labels    `read_labels(path, image_names=...)`, `write_labels_csv(table, path)`
    proposals_json  `write_proposals(proposals, path)`, `read_proposals(path)`
    atomic          `atomic_write(path)`: all or nothing
"""
