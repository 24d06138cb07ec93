import { accessMutants } from './simulator/access.ts'
import { answerMutants } from './simulator/answers.ts'
import { listMutants } from './simulator/lists.ts'
import { moneyMutants } from './simulator/money.ts'
import type { SimulatorMutant } from './simulator/mutant.ts'
import { readingMutants } from './simulator/readings.ts'
import { recordMutants } from './simulator/records.ts'
import { refusalMutants } from './simulator/refusals.ts'
import { ruleMutants } from './simulator/rules.ts'

/** Each is the simulator with one mistake, which the VTpass suite must find. */
export const simulatorMutants: readonly SimulatorMutant[] = [
  ...answerMutants,
  ...listMutants,
  ...moneyMutants,
  ...refusalMutants,
  ...ruleMutants,
  ...accessMutants,
  ...readingMutants,
  ...recordMutants,
]
