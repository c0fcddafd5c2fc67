import { call } from '../../api/every.ts';

/** The base64 of a piece of a file. */
async function inBase64(piece: Blob): Promise<string> {
  const bytes = new Uint8Array(await piece.arrayBuffer());
  let text = '';
  // As arguments of one call they would be too many.
  for (let from = 0; from < bytes.length; from += 0x8000)
    text += String.fromCodePoint(...bytes.subarray(from, from + 0x8000));
  return btoa(text);
}

/**
 * Sends a file in pieces, so that no proxy finds it too large.
 * @param onProgress hears the share that is there, 0 to 1
 * @returns the id under which the server keeps it for a day
 */
export async function sendFile(file: File, onProgress: (share: number) => void): Promise<string> {
  const name = file.name.slice(0, 200);
  const { upload, pieceBytes, pieces } = await call.uploads.begin({ name, bytes: file.size });
  for (let n = 0; n < pieces; n++) {
    const piece = file.slice(n * pieceBytes, (n + 1) * pieceBytes);
    await call.uploads.piece({ upload, n, body: await inBase64(piece) });
    onProgress((n + 1) / pieces);
  }
  return upload;
}
