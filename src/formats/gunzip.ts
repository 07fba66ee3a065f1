/**
 * Bytes that may be compressed with gzip, plain: `world.bin.gz` is kept so in a site, and some hosts unpack it on the way.
 * Throws where they are damaged.
 */
export async function gunzipped(bytes: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b)
    return bytes.byteLength === bytes.buffer.byteLength ? bytes.buffer : bytes.slice().buffer;
  const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(plain).arrayBuffer();
}
