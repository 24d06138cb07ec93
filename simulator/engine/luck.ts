/** Chance, handed in. The same seed and the same draws in the same order give the same values. */
export interface Luck {
  /** A text of so many decimal digits. */
  digits(length: number): string
  /** A number from 0, and below 1. */
  fraction(): number
  /** A person's name. */
  name(): string
}
