/** Which entry of one list stands where which of the other does; undefined where there is none. */
export interface Pair {
  readonly expected: number | undefined
  readonly actual: number | undefined
}

/**
 * Lays two lists side by side by the names of their entries, so that one more or one less is one difference and not as many
 * as come after it. Entries between two that agree are paired in order.
 */
export function align(expected: readonly string[], actual: readonly string[]): Pair[] {
  const anchors = [...longestCommon(expected, actual), [expected.length, actual.length] as const]
  const pairs: Pair[] = []
  let [left, right] = [0, 0]
  for (const [nextLeft, nextRight] of anchors) {
    const gap = Math.max(nextLeft - left, nextRight - right)
    for (let step = 0; step < gap; step++) {
      pairs.push({
        expected: left + step < nextLeft ? left + step : undefined,
        actual: right + step < nextRight ? right + step : undefined,
      })
    }
    if (nextLeft < expected.length) pairs.push({ expected: nextLeft, actual: nextRight })
    left = nextLeft + 1
    right = nextRight + 1
  }
  return pairs
}

/** The longest row of entries that both have in this order. */
function longestCommon(one: readonly string[], other: readonly string[]): (readonly [number, number])[] {
  const lengths = Array.from({ length: one.length + 1 }, () => new Array<number>(other.length + 1).fill(0))
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0
  for (let i = one.length - 1; i >= 0; i--) {
    const row = lengths[i] ?? []
    for (let j = other.length - 1; j >= 0; j--) {
      row[j] = one[i] === other[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const common: (readonly [number, number])[] = []
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    if (one[i] === other[j]) common.push([i++, j++])
    else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  }
  return common
}
