import { noContent, type Operation } from './operation.ts'

/** POST reset is the whole simulator's; POST accounts/{account}/reset is one world's. */
export const reset: Operation<'reset'> = ({ simulation, live, isWhole }) => {
  if (isWhole) simulation.accounts.reset()
  else live.reset()
  return noContent
}
