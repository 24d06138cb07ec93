import type { Answer } from '../wire/answer.ts'

/** An answer's body as it goes out. */
export function bytesOf({ body, bytes }: Answer): Uint8Array {
  return bytes ?? utf8(body)
}

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** The answer with another body. */
export function withBody(answer: Answer, bytes: Uint8Array): Answer {
  return { ...answer, body: new TextDecoder().decode(bytes), bytes }
}

/** A body in two, parted between two characters. The first half is never the longer one, and may be empty. */
export function halves(bytes: Uint8Array): readonly [Uint8Array, Uint8Array] {
  let middle = Math.floor(bytes.byteLength / 2)
  while (middle > 0 && isWithinCharacter(bytes[middle])) middle -= 1
  return [bytes.subarray(0, middle), bytes.subarray(middle)]
}

/** Every byte of a UTF-8 character but its first begins with the bits 10. */
function isWithinCharacter(byte = 0): boolean {
  return (byte & 0b1100_0000) === 0b1000_0000
}

export function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.byteLength + second.byteLength)
  both.set(first)
  both.set(second, first.byteLength)
  return both
}
