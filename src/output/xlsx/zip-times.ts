const endRecord = 22;
const centralSignature = 0x02014b50;

/** 1 January 1980, the first day that a zip archive can name. */
const firstDay = 0x0021;

/**
 * Takes the time of writing out of a zip archive, in place: the same content must be the same bytes, whenever it is written.
 * For archives as the workbook library writes them: no comment at the end, no zip64. (APPNOTE.TXT 4.3.7, 4.3.12, 4.3.16.)
 */
export function fixTimes(archive: Uint8Array): Uint8Array {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = archive.byteLength - endRecord;
  const entries = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  for (let entry = 0; entry < entries; entry++) {
    if (view.getUint32(at, true) !== centralSignature)
      throw new Error("the workbook is not the archive that it should be");
    const local = view.getUint32(at + 42, true);
    setTime(view, local + 10);
    setTime(view, at + 12);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return archive;
}

function setTime(view: DataView, at: number): void {
  view.setUint16(at, 0, true);
  view.setUint16(at + 2, firstDay, true);
}
