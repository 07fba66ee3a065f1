import { inflateSync } from 'fflate';
import { MAX_ARCHIVE_ENTRIES } from './limits.ts';

/** A file in a ZIP archive, as its directory describes it. Nothing is unpacked yet, and nothing of it is to be trusted. */
export interface ArchiveEntry {
  readonly name: string;
  readonly packedBytes: number;
  /** As claimed; unpacking stops there. */
  readonly unpackedBytes: number;
  readonly method: number;
  readonly encrypted: boolean;
  readonly symbolicLink: boolean;
  readonly crc: number;
  /** Where the entry begins in the archive. */
  readonly offset: number;
}

/** A fault of an archive; the message is for people. */
export class ArchiveFault extends Error {}

// signatures, sizes and flags of PKWARE's APPNOTE.TXT, 4.3 and 4.4.4
const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const MAX_COMMENT = 0xffff;
const END_SIZE = 22;
const UTF8_NAME = 0x800;

/** Reads the directory of a ZIP archive. Throws an ArchiveFault for what is none, is cut short, or is larger than 4 GiB. */
export function readDirectory(bytes: Uint8Array): ArchiveEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - END_SIZE;
  const lowest = Math.max(0, end - MAX_COMMENT);
  while (end >= lowest && view.getUint32(end, true) !== END) end--;
  if (end < lowest || end < 0)
    throw new ArchiveFault('no directory was found at its end: it is no ZIP file, or cut short');
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count === 0xffff || at === 0xffffffff) throw new ArchiveFault('it is in the ZIP64 form, which is not read');
  if (count > MAX_ARCHIVE_ENTRIES) throw new ArchiveFault(`it holds ${count} files, more than ${MAX_ARCHIVE_ENTRIES}`);
  const entries: ArchiveEntry[] = [];
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || view.getUint32(at, true) !== ENTRY) throw new ArchiveFault('its directory is damaged');
    const flags = view.getUint16(at + 8, true);
    const nameLength = view.getUint16(at + 28, true);
    const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end) throw new ArchiveFault('its directory is damaged');
    const unix = view.getUint8(at + 5) === 3;
    entries.push({
      name: entryName(bytes.subarray(at + 46, at + 46 + nameLength), (flags & UTF8_NAME) !== 0),
      packedBytes: view.getUint32(at + 20, true),
      unpackedBytes: view.getUint32(at + 24, true),
      method: view.getUint16(at + 10, true),
      encrypted: (flags & 1) !== 0,
      symbolicLink: unix && view.getUint32(at + 38, true) >>> 28 === 0xa,
      crc: view.getUint32(at + 16, true),
      offset: view.getUint32(at + 42, true),
    });
    at = next;
  }
  return entries;
}

/** Unpacks an entry, never to more bytes than `limit`. Throws an ArchiveFault when it is larger, encrypted or damaged. */
export function unpack(bytes: Uint8Array, entry: ArchiveEntry, limit: number): Uint8Array {
  if (entry.encrypted) throw new ArchiveFault('it is encrypted: unpack it first');
  if (entry.unpackedBytes > limit)
    throw new ArchiveFault(`it would unpack to ${entry.unpackedBytes} bytes, more than ${limit}`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { offset, packedBytes } = entry;
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL) throw new ArchiveFault('it is damaged');
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packedBytes > bytes.length) throw new ArchiveFault('it is cut short');
  const packed = bytes.subarray(start, start + packedBytes);
  const unpacked = inflated(packed, entry);
  if (unpacked.length !== entry.unpackedBytes || crc32(unpacked) !== entry.crc)
    throw new ArchiveFault('it is damaged: its contents do not fit its checksum');
  return unpacked;
}

function inflated(packed: Uint8Array, entry: ArchiveEntry): Uint8Array {
  if (entry.method === 0) return packed;
  if (entry.method !== 8) throw new ArchiveFault(`it is packed by method ${entry.method}, which is not read`);
  // deflate makes at most 1032 bytes of one; a larger claim would only take memory
  if (entry.unpackedBytes > 1032 * packed.length + 64) throw new ArchiveFault('it claims an impossible size');
  try {
    return inflateSync(packed, { out: new Uint8Array(entry.unpackedBytes) });
  } catch {
    throw new ArchiveFault('it is damaged');
  }
}

/** Archives made without the UTF-8 mark have names in the code page of somebody's machine; most are UTF-8 all the same. */
function entryName(raw: Uint8Array, isUtf8: boolean): string {
  if (!isUtf8) {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(raw);
    } catch {
      return new TextDecoder('windows-1256').decode(raw);
    }
  }
  return new TextDecoder().decode(raw);
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (let at = 0; at < bytes.length; at++) value = (value >>> 8) ^ (CRC_TABLE[(value ^ (bytes[at] ?? 0)) & 0xff] ?? 0);
  return (value ^ 0xffffffff) >>> 0;
}
