/** Chance that can be had again: the same seed, the same draws. */
export interface Luck {
  /** So many digits. */
  digits(count: number): string
  /** So many small letters and digits. */
  letters(count: number): string
}

const LETTERS = '0123456789abcdefghijklmnopqrstuvwxyz'

/** Every name draws from a row of its own, so that a case draws the same whichever others run. */
export function luckOf(seed: number, name: string): Luck {
  let state = [...name].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 0x01000193), seed | 0)
  // mulberry32
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const draw = (from: string, count: number) =>
    Array.from({ length: count }, () => from[Math.floor(next() * from.length)]).join('')
  return { digits: (count) => draw('0123456789', count), letters: (count) => draw(LETTERS, count) }
}
