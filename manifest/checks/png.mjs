const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Width and height in pixels; null where the bytes are no PNG. */
export function sizeOf(bytes) {
  return bytes.length > 24 && bytes.subarray(0, 8).equals(signature) ? { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) } : null;
}
