/** Bytes of a text in a legacy encoding, by turning its decoder round. Throws for a character that it does not have. */
export function encodeLegacy(text: string, encoding: 'windows-1256' | 'iso-8859-6'): Uint8Array {
  const byteOf = new Map<string, number>();
  const decoder = new TextDecoder(encoding);
  for (let byte = 255; byte >= 0; byte--) byteOf.set(decoder.decode(Uint8Array.of(byte)), byte);
  return Uint8Array.from(text, (char) => {
    const byte = byteOf.get(char);
    if (byte === undefined) throw new Error(`${encoding} has no "${char}"`);
    return byte;
  });
}
