import { crc32c } from "@aws-crypto/crc32c";

const lengthBytes = 8;
const checksumBytes = 4;

/** TensorFlow rotates and shifts checksums, because a checksum of data that holds checksums would be weak. */
function maskedChecksum(bytes: Uint8Array): number {
  const crc = crc32c(bytes);
  return (((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0;
}

/** A record as TensorFlow frames it: length, checksum of the length, data, checksum of the data, little-endian. */
export function encodeRecord(data: Uint8Array): Uint8Array {
  const record = new Uint8Array(lengthBytes + checksumBytes + data.length + checksumBytes);
  const view = new DataView(record.buffer);
  view.setBigUint64(0, BigInt(data.length), true);
  view.setUint32(lengthBytes, maskedChecksum(record.subarray(0, lengthBytes)), true);
  record.set(data, lengthBytes + checksumBytes);
  view.setUint32(record.length - checksumBytes, maskedChecksum(data), true);
  return record;
}
