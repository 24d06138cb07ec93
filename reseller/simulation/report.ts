import type { Crash } from './death.ts'
import type { Played, Staging } from './schedule.ts'

/** What a person needs of a schedule that broke: what is wrong, what happened in which order, and how to see it again. */
export function reportOf({ staging, trace, broken, diedAt }: Played): string {
  return [
    `Seed ${staging.seed} breaks; a process died at: ${diedAt ?? 'no point'}`,
    ...broken.map((what) => `  ${what}`),
    '',
    'The schedule: time, process, who, what is about to happen, to which purchase',
    ...trace.map((line) => `  ${line}`),
    '',
    `Again: ${commandFor(staging)}`,
  ].join('\n')
}

/** The command that plays the same again. */
export function commandFor({ seed, crash }: Pick<Staging, 'seed' | 'crash'>): string {
  return `npm run simulate -- --seed ${seed}${dieAt(crash)}`
}

function dieAt(crash: Crash): string {
  if (crash === 'as the seed says') return ''
  return ` --die-at '${crash === 'never' ? 'never' : crash.label}'`
}
