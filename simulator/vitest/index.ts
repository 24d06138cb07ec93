import './matchers.ts'

export { expect } from 'vitest'
export type { FindingsOptions, VtpassMatchers } from './matchers.ts'
export { test, type Vtpass, type VtpassFixtures } from './test.ts'
