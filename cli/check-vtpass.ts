import {
  AddressError,
  checkVtpass,
  type Keys,
  listVtpassCases,
  NobodyAnswers,
  NoSuchCase,
  RecordingError,
  readRecordings,
  recordingOf,
  remoteVtpass,
  replayRecordings,
  simulatorInMemory,
  simulatorOverSocket,
  type VtpassTarget,
  writeRecording,
} from '../suites/index.ts'
import type { CaseReport, SuiteReport } from '../suites/report/index.ts'
import { hasPassed, verdictOf } from '../suites/report/index.ts'
import { type CheckVtpassFlags, readCheckVtpassFlags } from './check-vtpass-flags.ts'
import { putOut } from './report-output.ts'
import { UsageError } from './settings.ts'

/**
 * `check vtpass`: 0 where everything holds, 1 where something does not.
 *
 * @throws UsageError
 */
export async function checkVtpassCommand(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<number> {
  const flags = readCheckVtpassFlags(args)
  if (flags.list) {
    for (const { name, title } of listVtpassCases()) console.log(`${name}  ${title}`)
    return 0
  }
  const report = await runOrExplain(flags, environment)
  await putOut(report, flags.output)
  return hasPassed(report) ? 0 : 1
}

async function runOrExplain(flags: CheckVtpassFlags, environment: NodeJS.ProcessEnv): Promise<SuiteReport> {
  try {
    return flags.recordings === null ? await runAgainstTarget(flags, environment) : await replay(flags)
  } catch (error) {
    const isExpected = [AddressError, NobodyAnswers, RecordingError, NoSuchCase].some(
      (kind) => error instanceof kind,
    )
    throw isExpected ? new UsageError((error as Error).message) : error
  }
}

async function replay({ recordings, only }: CheckVtpassFlags): Promise<SuiteReport> {
  const all = await readRecordings(recordings ?? '')
  return replayRecordings(all, only === null ? {} : { only })
}

async function runAgainstTarget(
  flags: CheckVtpassFlags,
  environment: NodeJS.ProcessEnv,
): Promise<SuiteReport> {
  const { target, stop } = await openTarget(flags, environment)
  const { record, only, url } = flags
  const kept: Promise<void>[] = []
  try {
    const report = await checkVtpass(target, {
      ...(only !== null && { only }),
      // Request ids of an earlier run are used up at a VTpass that goes on.
      seed: flags.seed ?? (url === null ? 1 : Date.now()),
      ...(url !== null && { onCase: printProgress }),
      ...(record !== null && {
        onExchanges: (name, exchanges) => {
          kept.push(writeRecording(record, recordingOf(name, target.name, exchanges, target.redact)))
        },
      }),
    })
    await Promise.all(kept)
    if (url !== null) console.error(verdictOf(report))
    return report
  } finally {
    await stop()
  }
}

async function openTarget(
  { url, socket, ...limits }: CheckVtpassFlags,
  environment: NodeJS.ProcessEnv,
): Promise<{ readonly target: VtpassTarget; readonly stop: () => Promise<void> }> {
  const nothing = async () => {}
  const { exemptions } = limits
  if (url !== null) {
    return { target: remoteVtpass({ url, keys: keysOf(environment), ...limits }), stop: nothing }
  }
  if (socket) {
    const target = await simulatorOverSocket()
    return { target: { ...target, exemptions }, stop: target.stop }
  }
  return { target: { ...simulatorInMemory(), exemptions }, stop: nothing }
}

/** @throws UsageError that names what is missing, and nothing of what is there */
function keysOf(environment: NodeJS.ProcessEnv): Keys {
  const required = ['VTPASS_API_KEY', 'VTPASS_PUBLIC_KEY', 'VTPASS_SECRET_KEY'] as const
  const missing = required.filter((name) => (environment[name] ?? '') === '')
  if (missing.length > 0) throw new UsageError(`--url needs ${missing.join(', ')} in the environment`)
  return {
    apiKey: environment.VTPASS_API_KEY ?? '',
    publicKey: environment.VTPASS_PUBLIC_KEY ?? '',
    secretKey: environment.VTPASS_SECRET_KEY ?? '',
    email: environment.VTPASS_EMAIL ?? '',
    password: environment.VTPASS_PASSWORD ?? '',
  }
}

function printProgress({ outcome, name, problems }: CaseReport): void {
  const differences = problems.length === 0 ? '' : `, ${problems.length} differences`
  console.error(`${outcome} ${name}${differences}`)
}
